// SPDX-License-Identifier: MIT
#include "report/picture/palette.h"

#include <array>

namespace lapwing::report {
namespace {

struct Colours {
    ColorRole ink;
    const char *name;
    unsigned light;
    unsigned dark;
};

constexpr std::array inks{
    Colours{ColorRole::Paper, "paper", 0xffffff, 0x14181d},
    Colours{ColorRole::Band, "band", 0xf4f6f8, 0x1b2128},
    Colours{ColorRole::Text, "text", 0x1a1f24, 0xe8ebee},
    Colours{ColorRole::Muted, "muted", 0x57606a, 0xa3adb8},
    Colours{ColorRole::Rule, "rule", 0xd5dbe1, 0x353d46},
    Colours{ColorRole::Queued, "queued", 0x8a949e, 0x76808b},
    Colours{ColorRole::LookUp, "look-up", 0xcc79a7, 0xcc79a7},
    Colours{ColorRole::SetUp, "set-up", 0xe69f00, 0xe69f00},
    Colours{ColorRole::Wait, "wait", 0x8fcdf0, 0x7cc3ec},
    Colours{ColorRole::Receive, "receive", 0x0072b2, 0x1177b5},
    Colours{ColorRole::Retry, "retry", 0xd55e00, 0xe8772e},
    Colours{ColorRole::Commit, "commit", 0x009e73, 0x1fb58a},
    Colours{ColorRole::Unexplained, "unexplained", 0x8a949e, 0x76808b},
    Colours{ColorRole::Saved, "saved", 0x009e73, 0x1fb58a},
    Colours{ColorRole::Still, "still", 0xf0e442, 0xf0e442},
    Colours{ColorRole::Done, "done", 0x00704f, 0x2fbf95},
    Colours{ColorRole::Doubtful, "doubtful", 0x8a5a00, 0xe6b450},
    Colours{ColorRole::Bad, "bad", 0xb84600, 0xff8a4c},
    Colours{ColorRole::OnDark, "on-dark", 0xffffff, 0xffffff},
    Colours{ColorRole::OnLight, "on-light", 0x0d2230, 0x0d2230},
};

constexpr bool inOrder()
{
    for (std::size_t place = 0; place < inks.size(); ++place) {
        if (static_cast<std::size_t>(inks[place].ink) != place)
            return false;
    }
    return inks.size() == inkCount;
}
static_assert(inOrder(), "the colours of each ink, in the order of the enumeration");

QString hex(unsigned colour)
{
    return QStringLiteral("#%1").arg(colour, 6, 16, QLatin1Char('0'));
}

QString properties(Theme theme)
{
    QString text;
    for (const Colours &colours : inks)
        text += QStringLiteral("--%1:%2;")
                    .arg(QString::fromLatin1(colours.name), colourOf(colours.ink, theme));
    return text;
}

} // namespace

QString nameOf(ColorRole ink)
{
    return QString::fromLatin1(inks[static_cast<std::size_t>(ink)].name);
}

QString colourOf(ColorRole ink, Theme theme)
{
    const Colours &colours = inks[static_cast<std::size_t>(ink)];
    return hex(theme == Theme::Dark ? colours.dark : colours.light);
}

QString styleSheet()
{
    QString text = QStringLiteral(":root{color-scheme:light dark;%1}\n"
                                  "@media screen and (prefers-color-scheme:dark){:root{%2}}\n")
                       .arg(properties(Theme::Light), properties(Theme::Dark));
    for (const Colours &colours : inks)
        text += QStringLiteral(".f-%1{fill:var(--%1)}.s-%1{stroke:var(--%1)}\n")
                    .arg(QString::fromLatin1(colours.name));
    return text;
}

} // namespace lapwing::report
