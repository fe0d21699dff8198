// SPDX-License-Identifier: MIT
#pragma once

#include <QUrl>

#include <vector>

namespace lapwing::ui {

/// A place in a page where a text stands.
struct HelpHit {
    QUrl page;
    int position; ///< of its first letter in the page's plain text

    friend bool operator==(const HelpHit &, const HelpHit &) = default;
};

/// Every place where `text` stands, in either case, in the order of the pages. Spaces at its ends do not count.
[[nodiscard]] std::vector<HelpHit> findInHelp(const QString &text);

} // namespace lapwing::ui
