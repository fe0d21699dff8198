// SPDX-License-Identifier: MIT
#include "toolbar.h"

#include "atoncebox.h"
#include "icons.h"
#include "letterwidth.h"
#include "steadybutton.h"
#include "text/catalogue.h"
#include "ui_mainwindow.h"

#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QStyle>

#include <algorithm>

namespace lapwing::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::ToolBar)
};

constexpr int mostFailed = 99'999; ///< whose number does not move the rest
constexpr int charactersOfSearch = 24;

QToolButton *makeAdd(Ui::MainWindow &ui)
{
    auto *add = new SteadyButton({ui.actionAdd}, ui.toolBar);
    auto *menu = new QMenu(add);
    menu->addActions({ui.actionPaste, ui.actionAdd, ui.actionOpen});
    add->setMenu(menu);
    add->setPopupMode(QToolButton::MenuButtonPopup);
    add->setObjectName(QStringLiteral("addButton"));
    return add;
}

QToolButton *makeRetry(Ui::MainWindow &ui)
{
    auto *retry = new SteadyButton({ui.actionRetryFailed}, ui.toolBar);
    text::inEachLanguage(retry, [retry] {
        retry->reserve(Words::tr("Retry failed %1").arg(QLocale().toString(mostFailed)));
    });
    retry->setObjectName(QStringLiteral("retryButton"));
    return retry;
}

QLabel *makeLabel(QSpinBox *atOnce, QWidget *parent)
{
    auto *label = new QLabel(parent);
    text::inEachLanguage(label, [label] { label->setText(Words::tr("At &once")); });
    label->setBuddy(atOnce);
    const int margin = letterWidth(label->fontMetrics());
    label->setContentsMargins(margin, 0, margin, 0);
    return label;
}

void sayOf(QLineEdit *search, QAction *glass)
{
    search->setPlaceholderText(Words::tr("Search"));
    search->setAccessibleName(Words::tr("Search"));
    search->setToolTip(Words::tr("Show only the rows that match (Ctrl+F)"));
    for (QAction *action : search->findChildren<QAction *>()) // Qt's own is the one that clears
        action->setText(action == glass ? Words::tr("Search") : Words::tr("Clear"));
}

QLineEdit *makeSearch(QWidget *parent)
{
    auto *search = new QLineEdit(parent);
    search->setObjectName(QStringLiteral("search"));
    search->setClearButtonEnabled(true);
    search->setAcceptDrops(false); // links are dropped on the window
    QAction *glass = search->addAction(iconFor(IconId::Search), QLineEdit::LeadingPosition);
    text::inEachLanguage(search, [search, glass] { sayOf(search, glass); });
    const int character = letterWidth(search->fontMetrics());
    search->setMinimumWidth(
        std::max(character * charactersOfSearch / 2, search->minimumSizeHint().width()));
    search->setMaximumWidth(character * charactersOfSearch * 2);
    search->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    return search;
}

QWidget *makeStretch(QWidget *parent)
{
    auto *stretch = new QWidget(parent);
    stretch->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    return stretch;
}

void setUpIcons(Ui::MainWindow &ui)
{
    const std::initializer_list<std::pair<QAction *, IconId>> icons{
        {ui.actionAdd, IconId::Add},           {ui.actionOpen, IconId::Open},
        {ui.actionPaste, IconId::Paste},       {ui.actionFind, IconId::Search},
        {ui.actionStart, IconId::Start},       {ui.actionStop, IconId::Stop},
        {ui.actionExport, IconId::Export},     {ui.actionMeasure, IconId::Measure},
        {ui.actionDemo, IconId::Demo},         {ui.actionRemove, IconId::Remove},
        {ui.actionClear, IconId::Clear},       {ui.actionRetry, IconId::Retry},
        {ui.actionRetryFailed, IconId::Retry}, {ui.actionPause, IconId::Pause},
        {ui.actionPauseAll, IconId::Pause},    {ui.actionResume, IconId::Start},
        {ui.actionResumeAll, IconId::Start},   {ui.actionCancel, IconId::Cancel},
        {ui.actionOpenFolder, IconId::Folder}, {ui.actionAbout, IconId::Info}};
    for (const auto &[action, icon] : icons)
        action->setIcon(iconFor(icon));
    ui.demoButton->setIcon(iconFor(IconId::Demo));
    ui.openButton->setIcon(iconFor(IconId::Open));
}

} // namespace

ToolBarFields setUpToolBar(Ui::MainWindow &ui)
{
    setUpIcons(ui);
    QToolBar *bar = ui.toolBar;
    const int small = bar->style()->pixelMetric(QStyle::PM_SmallIconSize);
    bar->setIconSize({small, small});
    auto *run = new SteadyButton({ui.actionStart, ui.actionResumeAll, ui.actionPauseAll}, bar);
    run->setObjectName(QStringLiteral("runButton"));
    auto *stop = new SteadyButton({ui.actionStop}, bar);
    stop->setObjectName(QStringLiteral("stopButton"));
    QSpinBox *atOnce = new AtOnceBox(bar);
    QLineEdit *search = makeSearch(bar);
    const std::initializer_list<QWidget *> inOrder{
        makeAdd(ui),      run,   stop, makeRetry(ui), makeLabel(atOnce, bar), atOnce,
        makeStretch(bar), search};
    for (QWidget *widget : inOrder)
        bar->addWidget(widget);
    return {run, atOnce, search};
}

void keepWhole(QToolBar *bar, const ToolBarFields &fields)
{
    bar->setMinimumWidth(bar->sizeHint().width() - fields.search->sizeHint().width()
                         + fields.search->minimumWidth());
}

} // namespace lapwing::ui
