// SPDX-License-Identifier: MIT
#include "list/rowactions.h"

#include "list/copyactions.h"
#include "list/fileactions.h"
#include "list/queueactions.h"
#include "list/row.h"
#include "list/taskorder.h"
#include "questions.h"
#include "run/runqueries.h"
#include "text/catalogue.h"
#include "ui_mainwindow.h"

#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QHeaderView>
#include <QLocale>
#include <QShortcut>

#include <algorithm>

namespace lapwing::ui {
namespace {

struct Bound {
    QAction *action;
    TaskAction act;
};

std::array<Bound, 4> actsOf(const Ui::MainWindow &ui)
{
    return {{{ui.actionPause, TaskAction::Pause},
             {ui.actionResume, TaskAction::Resume},
             {ui.actionCancel, TaskAction::Cancel},
             {ui.actionRetry, TaskAction::Retry}}};
}

} // namespace

RowActions::RowActions(Ui::MainWindow &ui, DownloadController &controller, const TaskOrder &order,
                       QWidget *window)
    : QObject(window)
    , m_ui(ui)
    , m_controller(controller)
    , m_order(order)
    , m_edit(new QAction(window))
    , m_window(window)
    , m_menu(new QMenu(window))
    , m_copies(new CopyActions(
          ui.actionCopyLink, ui.actionCopyError, controller, [this] { return selectedTasks(); },
          window))
    , m_queue(new QueueActions(ui.table, controller, order, [this] { return selectedIds(); }))
    , m_files(new FileActions(ui.table, controller, [this] { return selectedTasks(); }))
{
    setUpKeys();
    setUpMenu();
    extendMainMenu();
    connectActs();
    connect(m_copies, &CopyActions::messageRaised, this, &RowActions::messageRaised);
    connect(m_files, &FileActions::messageRaised, this, &RowActions::messageRaised);
    connect(ui.table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RowActions::refresh);
    // A row that is hidden, or a list that is another, takes the selection along without a word of it.
    connect(&order, &TaskOrder::layoutChanged, this, &RowActions::refresh);
    connect(&order, &TaskOrder::modelReset, this, &RowActions::refresh);
    connect(ui.table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this,
            &RowActions::refresh);
    connect(ui.table, &QAbstractItemView::doubleClicked, this, &RowActions::openOrShowDetails);
    connect(ui.actionOpenFile, &QAction::triggered, this, &RowActions::openFiles);
    connect(ui.actionShowInFolder, &QAction::triggered, this, &RowActions::showInFolder);
    connect(ui.actionChecksum, &QAction::triggered, this, &RowActions::askForChecksum);
    connect(m_edit, &QAction::triggered, this, &RowActions::askForEdit);
    text::inEachLanguage(this, [this] {
        m_edit->setText(tr("Edit download…"));
        m_edit->setToolTip(tr("Change the name, folder, checksum, headers and limits of the file"));
    });
}

/// Keys of the list alone: elsewhere Return and Ctrl+C mean something else.
void RowActions::setUpKeys()
{
    m_ui.actionOpenFile->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    m_ui.actionShowInFolder->setShortcut(Qt::SHIFT | Qt::Key_Return);
    m_ui.actionCancel->setShortcut(Qt::CTRL | Qt::Key_Delete); // Esc closes, and destroys nothing
    m_ui.actionCopyLink->setShortcut(QKeySequence::Copy);
    for (QAction *action : {m_ui.actionOpenFile, m_ui.actionShowInFolder, m_ui.actionCancel,
                            m_ui.actionCopyLink, m_ui.actionRemove}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        m_ui.table->addAction(action);
    }
    // As a double click does: of what has no file, the details.
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *details = new QShortcut(enter, m_ui.table);
        details->setContext(Qt::WidgetShortcut);
        connect(m_ui.actionOpenFile, &QAction::enabledChanged, details,
                [details](bool opens) { details->setEnabled(!opens); });
        connect(details, &QShortcut::activated, this, &RowActions::openOrShowDetails);
    }
    // The other way to ask for the menu of a row; the Menu key comes as an event.
    auto *key = new QShortcut(Qt::SHIFT | Qt::Key_F10, m_ui.table);
    key->setContext(Qt::WidgetShortcut);
    connect(key, &QShortcut::activated, this, &RowActions::popUpAtRow);
}

void RowActions::setUpMenu()
{
    m_menu->setObjectName(QStringLiteral("rowMenu"));
    m_menu->addAction(m_ui.actionOpenFile);
    m_menu->addMenu(m_files->openWithMenu());
    m_menu->addAction(m_ui.actionShowInFolder);
    m_menu->addSeparator();
    m_menu->addActions({m_ui.actionPause, m_ui.actionResume, m_ui.actionCancel, m_ui.actionRetry});
    m_menu->addMenu(m_queue->orderMenu());
    m_menu->addMenu(m_queue->priorityMenu());
    m_menu->addSeparator();
    m_edit->setObjectName(QStringLiteral("actionEdit"));
    m_menu->addAction(m_ui.actionCopyLink);
    m_menu->addMenu(m_copies->formatMenu());
    m_menu->addActions({m_ui.actionCopyError, m_edit, m_ui.actionChecksum, m_files->checkAction()});
    m_menu->addSeparator();
    m_menu->addActions({m_ui.actionRemove, m_files->trashAction()});
    m_ui.table->installEventFilter(this);
    m_ui.table->viewport()->installEventFilter(this);
}

/// What stands in the menu of a row stands there too.
void RowActions::extendMainMenu()
{
    m_ui.editMenu->insertMenu(m_ui.actionCopyError, m_copies->formatMenu());
    QMenu *menu = m_ui.runMenu;
    menu->insertMenu(m_ui.actionPauseAll, m_queue->orderMenu());
    menu->insertMenu(m_ui.actionPauseAll, m_queue->priorityMenu());
    menu->insertSeparator(m_ui.actionPauseAll);
    menu->insertMenu(m_ui.actionShowInFolder, m_files->openWithMenu());
    const QList<QAction *> all = menu->actions();
    menu->insertActions(all.at(all.indexOf(m_ui.actionChecksum) + 1),
                        {m_edit, m_files->checkAction(), m_files->trashAction()});
}

void RowActions::connectActs()
{
    for (const auto &[action, act] : actsOf(m_ui))
        connect(action, &QAction::triggered, this,
                [this, act = act] { m_controller.perform(act, selectedIds()); });
    connect(m_ui.actionPauseAll, &QAction::triggered, this,
            [this] { m_controller.perform(TaskAction::Pause, m_controller.ids()); });
    connect(m_ui.actionResumeAll, &QAction::triggered, this,
            [this] { m_controller.perform(TaskAction::Resume, m_controller.ids()); });
    connect(m_ui.actionRetryFailed, &QAction::triggered, this,
            [this] { m_controller.perform(TaskAction::Retry, m_controller.failedIds()); });
}

void RowActions::refresh()
{
    const auto tasks = selectedTasks();
    const std::vector<int> ids = idsOf(tasks);
    for (const auto &[action, act] : actsOf(m_ui))
        action->setEnabled(m_controller.allowsAny(act, ids));
    m_ui.actionOpenFile->setEnabled(tasks.size() == 1 && hasOpenFile(*tasks.front()));
    const bool isAnyFile = std::ranges::any_of(
        tasks, [](const record::TaskRecord *task) { return hasOpenFile(*task); });
    m_ui.actionShowInFolder->setEnabled(isAnyFile);
    m_files->refresh(isAnyFile);
    m_queue->refresh(!ids.empty());
    m_copies->refresh(tasks);
    m_ui.actionExportSelected->setEnabled(!ids.empty());
    m_ui.actionChecksum->setEnabled(ids.size() == 1 && m_controller.canEdit(ids.front()));
    m_edit->setEnabled(m_ui.actionChecksum->isEnabled());
    m_ui.actionRemove->setEnabled(m_controller.canRemove() && !ids.empty());
    refreshAll();
}

void RowActions::refreshAll()
{
    m_ui.actionPauseAll->setEnabled(m_controller.isAnyAllowed(TaskAction::Pause));
    m_ui.actionResumeAll->setEnabled(m_controller.isAnyAllowed(TaskAction::Resume));
    const int failed = m_controller.tasks().ledger().totals().in(record::TaskState::Failed);
    const QString count = QLocale().toString(failed);
    m_ui.actionExportAll->setEnabled(!m_controller.isEmpty());
    m_ui.actionExportFailed->setEnabled(failed > 0);
    m_ui.actionRetryFailed->setEnabled(failed > 0 && m_controller.isAnyAllowed(TaskAction::Retry));
    m_ui.actionRetryFailed->setText(failed > 0 ? tr("Retry &failed (%1)").arg(count)
                                               : tr("Retry &failed"));
    m_ui.actionRetryFailed->setIconText(failed > 0 ? tr("Retry failed %1").arg(count)
                                                   : tr("Retry failed"));
}

std::vector<int> RowActions::selectedIds() const
{
    return idsOf(selectedTasks());
}

/// By ranges: asking row by row costs a long list seconds.
std::vector<const record::TaskRecord *> RowActions::selectedTasks() const
{
    QItemSelection ranges = m_ui.table->selectionModel()->selection();
    std::ranges::sort(ranges, {}, &QItemSelectionRange::top);
    std::vector<const record::TaskRecord *> tasks;
    int next = 0; // a row counts once, however many ranges hold it
    for (const QItemSelectionRange &range : ranges) {
        for (int row = std::max(range.top(), next); row <= range.bottom(); ++row)
            tasks.push_back(&m_order.taskAt(row));
        next = std::max(next, range.bottom() + 1);
    }
    return tasks;
}

QList<QAction *> RowActions::forDetails() const
{
    return {m_ui.actionRetry,    m_ui.actionResume,      m_ui.actionShowInFolder,
            m_ui.actionCopyLink, m_copies->curlAction(), m_edit};
}

void RowActions::addToMenu(QAction *action)
{
    m_menu->addSeparator();
    m_menu->addAction(action);
}

bool RowActions::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ContextMenu)
        return QObject::eventFilter(watched, event);
    const auto *asked = static_cast<QContextMenuEvent *>(event);
    if (asked->reason() == QContextMenuEvent::Keyboard)
        popUpAtRow();
    else
        popUp(asked->globalPos());
    return true;
}

void RowActions::popUp(const QPoint &globalPlace)
{
    refresh();
    m_menu->popup(globalPlace);
}

/// By the keyboard: at the row at hand, where there is one in sight.
void RowActions::popUpAtRow()
{
    const QWidget *view = m_ui.table->viewport();
    const QRect row = m_ui.table->visualRect(m_ui.table->currentIndex()) & view->rect();
    popUp(view->mapToGlobal(row.isValid() ? row.bottomLeft() : view->rect().topLeft()));
}

void RowActions::openFiles()
{
    for (const QString &path : m_files->selectedPaths())
        QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

void RowActions::showInFolder()
{
    Q_EMIT showInFolderWanted(m_files->selectedPaths());
}

void RowActions::openOrShowDetails()
{
    if (m_ui.actionOpenFile->isEnabled())
        m_ui.actionOpenFile->trigger();
    else if (m_ui.table->selectionModel()->hasSelection())
        Q_EMIT detailsWanted();
}

const plan::Entry *RowActions::firstSelected() const
{
    const auto tasks = selectedTasks();
    return tasks.empty() ? nullptr : m_controller.entry(tasks.front()->id);
}

void RowActions::askForEdit()
{
    if (const plan::Entry *entry = firstSelected())
        ui::askForEdit(
            m_window, *entry,
            [this, id = entry->id](const QUrl &link) {
                return m_controller.isLinkOfAnother(id, link);
            },
            [this](const plan::Entry &edited) { m_controller.edit(edited); });
}

void RowActions::askForChecksum()
{
    if (const plan::Entry *entry = firstSelected())
        ui::askForChecksum(m_window, *entry,
                           [this, id = entry->id](const std::optional<plan::Checksum> &checksum) {
                               m_controller.setChecksum(id, checksum);
                           });
}

} // namespace lapwing::ui
