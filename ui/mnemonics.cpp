// SPDX-License-Identifier: MIT
#include "mnemonics.h"

#include <QAction>
#include <QRegularExpression>
#include <QWidget>

namespace lapwing::ui {
namespace {

constexpr auto isNamed = "isNamedWithoutMnemonic";

/// Where nothing else was set, Qt makes both of the label.
void name(QAction *action)
{
    if (action->property(isNamed).toBool()) {
        action->setIconText({});
        action->setToolTip({});
        action->setProperty(isNamed, false);
    }
    const QString label = action->text();
    const bool isOfLabel = action->iconText() == QAction(label).iconText();
    if (!label.contains(QStringLiteral("(&")) || !isOfLabel)
        return;
    const bool hasTip = action->toolTip() != QAction(label).toolTip();
    const QString plain = withoutMnemonic(label);
    action->setIconText(plain);
    if (!hasTip)
        action->setToolTip(plain);
    action->setProperty(isNamed, !hasTip);
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
