// SPDX-License-Identifier: MIT
#include "input/addedtext.h"

#include <QCoreApplication>

namespace lapwing::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::AddedText)
};

} // namespace

QString addedText(const plan::Added &added)
{
    const int bad = static_cast<int>(added.rejects.size());
    if (added.added == 0 && added.alreadyThere == 0 && bad == 0)
        return Words::tr("No links found.");
    QStringList parts{Words::tr("%Ln added", nullptr, added.added)};
    if (added.alreadyThere > 0)
        parts << Words::tr("%Ln already in the list", nullptr, added.alreadyThere);
    if (bad == 0)
        return parts.join(Words::tr(", "));
    parts << Words::tr("%Ln lines are not links", nullptr, bad);
    const QString show = QStringLiteral("<a href=\"rejects\">%1</a>").arg(Words::tr("show"));
    return Words::tr("%1: %2").arg(parts.join(Words::tr(", ")), show);
}

} // namespace lapwing::ui
