// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace lapwing::report {

enum class Theme {
    Light,
    Dark,
    Automatic, ///< light, without a background; styleSheet() turns it dark where the reader wants that
};

/// What a colour is for.
enum class ColorRole {
    Paper,
    Band, ///< every second row
    Text,
    Muted,
    Rule,
    Queued,
    LookUp,
    SetUp,
    Wait,
    Receive,
    Retry,
    Commit,
    Unexplained,
    Saved,
    Still,
    Done,
    Doubtful,
    Bad,
    OnDark,  ///< text on Receive
    OnLight, ///< text and hatches on the brighter phases
};
inline constexpr std::size_t inkCount = 20;

/// The hues are those of Okabe and Ito; where text is written in one, darkened or lightened until it has
/// 4.5 : 1 (WCAG 2.2, 1.4.3) on the paper and the band of its theme.
[[nodiscard]] QString nameOf(ColorRole ink);                ///< "wait"; --wait in the style sheet
[[nodiscard]] QString colourOf(ColorRole ink, Theme theme); ///< "#56b4e9"

/// Custom properties for both themes, and the classes by which pictures follow them.
[[nodiscard]] QString styleSheet();

} // namespace lapwing::report
