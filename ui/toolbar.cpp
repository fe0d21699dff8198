// SPDX-License-Identifier: MIT
#include "toolbar.h"

#include "icons.h"
#include "plan/plan.h"
#include "toolbarfit.h"
#include "ui_mainwindow.h"

#include <QLineEdit>
#include <QSpinBox>

namespace lapwing::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::ToolBar)
};

QSpinBox *makeAtOnce(QWidget *parent)
{
    auto *atOnce = new QSpinBox(parent);
    atOnce->setObjectName(QStringLiteral("atOnce"));
    atOnce->setRange(1, plan::maxConcurrency);
    atOnce->setFocusPolicy(
        Qt::ClickFocus);                // as the first in line it would swallow the first Ctrl+V
    atOnce->setKeyboardTracking(false); // "12" is not first 1
    atOnce->setToolTip(
        Words::tr("How many downloads run at the same time; may be changed while they run"));
    atOnce->setAccessibleName(Words::tr("At once"));
    atOnce->findChild<QLineEdit *>()->setAcceptDrops(false); // links are dropped on the window
    return atOnce;
}

QLabel *makeLabel(QSpinBox *atOnce, QWidget *parent)
{
    auto *label = new QLabel(Words::tr("At &once"), parent);
    label->setBuddy(atOnce);
    const int margin = label->fontMetrics().averageCharWidth();
    label->setContentsMargins(margin, 0, margin, 0);
    return label;
}

void setUpIcons(Ui::MainWindow &ui)
{
    const std::initializer_list<std::pair<QAction *, IconId>> signs{
        {ui.actionAdd, IconId::Add},         {ui.actionOpen, IconId::Open},
        {ui.actionStart, IconId::Start},     {ui.actionStop, IconId::Stop},
        {ui.actionExport, IconId::Export},   {ui.actionFolder, IconId::Folder},
        {ui.actionMeasure, IconId::Measure}, {ui.actionDemo, IconId::Demo},
        {ui.actionRemove, IconId::Remove},   {ui.actionClear, IconId::Clear},
        {ui.actionRetry, IconId::Retry},     {ui.actionRetryFailed, IconId::Retry},
        {ui.actionPause, IconId::Pause},     {ui.actionPauseAll, IconId::Pause},
        {ui.actionResume, IconId::Start},    {ui.actionResumeAll, IconId::Start},
        {ui.actionCancel, IconId::Stop}};
    for (const auto &[action, sign] : signs)
        action->setIcon(iconFor(sign));
    ui.demoButton->setIcon(iconFor(IconId::Demo));
    ui.openButton->setIcon(iconFor(IconId::Open));
}

} // namespace

QSpinBox *setUpToolBar(Ui::MainWindow &ui)
{
    QSpinBox *atOnce = makeAtOnce(ui.toolBar);
    ui.toolBar->insertWidget(ui.actionExport, makeLabel(atOnce, ui.toolBar));
    ui.toolBar->insertWidget(ui.actionExport, atOnce);
    ui.toolBar->insertSeparator(ui.actionExport);
    ui.toolBar->insertAction(ui.actionExport, ui.actionMeasure);
    ui.summary->setMeasureAction(ui.actionMeasure);
    QFont large = ui.invitation->font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    ui.invitation->setFont(large);
    setUpIcons(ui);
    new ToolBarFit(
        ui.toolBar,
        {ui.actionOpen, ui.actionExport, ui.actionFolder, ui.actionClear, ui.actionDemo});
    return atOnce;
}

int widthOfToolBar(const Ui::MainWindow &ui)
{
    return ui.toolBar->findChild<ToolBarFit *>()->widthOfAll();
}

} // namespace lapwing::ui
