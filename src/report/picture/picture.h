// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

namespace lapwing::report {

// Pictures of pixels and of paper. lapwing-picture draws them, a program that stands beside this one or, once
// installed, in libexec/lapwing (cmake/install.cmake): this layer needs no display and no QtGui. Both wait for it; it takes less than a
// second. What went wrong is told translated.

/// Two pixels for each unit of the SVG; one, where that would be more than 32 million.
[[nodiscard]] tl::expected<QByteArray, QString> toPng(const QByteArray &svg);
/// One page, as wide as A4 lying.
[[nodiscard]] tl::expected<QByteArray, QString> toPdf(const QByteArray &svg);

} // namespace lapwing::report
