// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace lapwing::report {

// How much room text takes, without a font at hand: this layer draws no pixel. The widths are those of
// DejaVu Sans, the widest of the usual sans-serif fonts, so that text is rather clipped early than
// written over its neighbour.

/// Of `text` in the size `size`, in the same unit.
[[nodiscard]] double widthOf(const QString &text, double size);

/// `text`, or its beginning and its end around an ellipsis: the ending of a file name says what it is.
[[nodiscard]] QString clipped(const QString &text, double width, double size);

/// Lines of at most `width`, broken between words; a longer word has a line of its own, clipped.
[[nodiscard]] QStringList wrapped(const QString &text, double width, double size);

} // namespace lapwing::report
