// SPDX-License-Identifier: MIT
#include "mnemonics.h"

#include <QAction>
#include <QRegularExpression>
#include <QWidget>

namespace lapwing::ui {
namespace {

/// What an action was named with before.
constexpr auto iconTextMark = "iconTextIsOfLabel";
constexpr auto toolTipMark = "toolTipIsOfLabel";

/// Where nothing else was set, Qt makes both of the label.
void name(QAction *action)
{
    if (action->property(iconTextMark).toBool())
        action->setIconText({});
    if (action->property(toolTipMark).toBool())
        action->setToolTip({});
    action->setProperty(iconTextMark, false);
    action->setProperty(toolTipMark, false);
    const QString label = action->text();
    const bool isOfLabel = action->iconText() == QAction(label).iconText();
    if (!label.contains(QStringLiteral("(&")) || !isOfLabel)
        return;
    const bool hasTip = action->toolTip() != QAction(label).toolTip();
    const QString plain = withoutMnemonic(label);
    action->setIconText(plain);
    if (!hasTip)
        action->setToolTip(plain);
    action->setProperty(iconTextMark, true);
    action->setProperty(toolTipMark, !hasTip);
}

} // namespace

QString withoutMnemonic(QString label)
{
    static const QRegularExpression atEnd(QStringLiteral("\\s*\\(&\\w\\)"));
    return label.remove(atEnd).remove(u'&');
}

void nameWithoutMnemonics(QWidget *window)
{
    for (QAction *action : window->findChildren<QAction *>())
        name(action);
}

} // namespace lapwing::ui
