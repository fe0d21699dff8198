// SPDX-License-Identifier: MIT
#pragma once

#include "plan/lists/formats.h"

namespace lapwing::ui {

/// A format that the window offers to write links in.
struct WritableFormat {
    QStringView id;     ///< as plan/lists/formats.h has it
    const char *ending; ///< of its files, without a dot
    const char *text;
};

/// All that there are, the simplest first.
[[nodiscard]] std::span<const WritableFormat> writableFormats();
/// "Plain text".
[[nodiscard]] QString nameOf(const WritableFormat &format);
/// What a file of this name is written in: the ending tells, and `chosen` where it tells of several or of none.
[[nodiscard]] const WritableFormat &formatFor(const QString &path, const WritableFormat &chosen);

/// Links that were written down.
struct WrittenList {
    QByteArray bytes;
    int links = 0;
    int poorer = 0; ///< of those; see plan::poorerIn()
};

/// It takes a while: all of it is read again.
[[nodiscard]] WrittenList writtenIn(const WritableFormat &format,
                                    const std::vector<plan::Entry> &entries);
/// `said`, and what was lost.
[[nodiscard]] QString withLoss(const QString &said, const WrittenList &written);

} // namespace lapwing::ui
