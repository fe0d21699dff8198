// SPDX-License-Identifier: MIT
#include "list/statusstyle.h"

#include <QCoreApplication>

#include <array>

namespace lapwing::ui {
namespace {

using record::TaskState;

constexpr const char *context = "lapwing::ui::StatusLook";

// The hues are those of Okabe and Ito, darkened or lightened until they reach the contrast:
// blue, green and vermilion differ for colour-blind people too.
constexpr std::array looks{
    StatusLook{TaskState::Queued, u"○", QT_TRANSLATE_NOOP("lapwing::ui::StatusLook", "Queued"),
               0xff767676, 0xff9a9a9a, Qt::SolidPattern},
    StatusLook{TaskState::Retrying, u"↻", QT_TRANSLATE_NOOP("lapwing::ui::StatusLook", "Retrying"),
               0xff8a5a00, 0xffe6b450, Qt::Dense4Pattern},
    StatusLook{TaskState::Paused, u"‖", QT_TRANSLATE_NOOP("lapwing::ui::StatusLook", "Paused"),
               0xff6a6a6a, 0xffa8a8a8, Qt::Dense4Pattern},
    StatusLook{TaskState::Waiting, u"◌",
               QT_TRANSLATE_NOOP("lapwing::ui::StatusLook", "Waiting for the server"), 0xff0072b2,
               0xff5ab4f0, Qt::Dense4Pattern},
    StatusLook{TaskState::Downloading, u"▶",
               QT_TRANSLATE_NOOP("lapwing::ui::StatusLook", "Downloading"), 0xff0072b2, 0xff5ab4f0,
               Qt::SolidPattern},
    StatusLook{TaskState::Committing, u"▼", QT_TRANSLATE_NOOP("lapwing::ui::StatusLook", "Saving"),
               0xff0072b2, 0xff5ab4f0, Qt::SolidPattern},
    StatusLook{TaskState::Done, u"✓", QT_TRANSLATE_NOOP("lapwing::ui::StatusLook", "Done"),
               0xff00704f, 0xff2fbf95, Qt::SolidPattern},
    StatusLook{TaskState::Unverified, u"?",
               QT_TRANSLATE_NOOP("lapwing::ui::StatusLook",
                                 "Unverified: completeness could not be confirmed"),
               0xff8a5a00, 0xffe6b450, Qt::Dense3Pattern},
    StatusLook{TaskState::Failed, u"✕", QT_TRANSLATE_NOOP("lapwing::ui::StatusLook", "Failed"),
               0xffc24a00, 0xffff8a4c, Qt::BDiagPattern},
    StatusLook{TaskState::Cancelled, u"■",
               QT_TRANSLATE_NOOP("lapwing::ui::StatusLook", "Cancelled"), 0xff6a6a6a, 0xffa8a8a8,
               Qt::BDiagPattern},
};

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < looks.size(); ++i) {
        if (static_cast<std::size_t>(looks[i].state) != i)
            return false;
    }
    return looks.size() == static_cast<std::size_t>(TaskState::Cancelled) + 1;
}
static_assert(inOrder(), "one look for each state, in the order of the enumeration");

} // namespace

const StatusLook &lookOf(TaskState state)
{
    return looks[static_cast<std::size_t>(state)];
}

QString glyphOf(TaskState state)
{
    return QString::fromUtf16(lookOf(state).glyph);
}

QString wordOf(TaskState state)
{
    return QCoreApplication::translate(context, lookOf(state).word);
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < 128;
}

QColor colourOf(TaskState state, const QPalette &palette)
{
    const StatusLook &look = lookOf(state);
    return QColor::fromRgb(isDark(palette) ? look.onDark : look.onLight);
}

QColor tintOf(TaskState state, const QPalette &palette)
{
    constexpr float share = 0.12F; // the text keeps its contrast
    const QColor base = palette.color(QPalette::Base);
    const QColor colour = colourOf(state, palette);
    return mixed(colour, base, share);
}

QColor mixed(const QColor &over, const QColor &under, float share)
{
    const auto mix = [share](float of, float with) { return of + (with - of) * share; };
    return QColor::fromRgbF(mix(under.redF(), over.redF()), mix(under.greenF(), over.greenF()),
                            mix(under.blueF(), over.blueF()));
}

} // namespace lapwing::ui
