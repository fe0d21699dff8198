// SPDX-License-Identifier: MIT
#include "history/historywindow.h"

#include "history/historycolumns.h"
#include "history/historytable.h"
#include "history/historytrouble.h"
#include "letterwidth.h"
#include "mnemonics.h"
#include "questions.h"
#include "retelltables.h"
#include "summary/announcement.h"
#include "text/catalogue.h"
#include "ui_historywindow.h"

#include <QHeaderView>
#include <QLocale>
#include <QScreen>
#include <QSettings>
#include <QStandardPaths>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace lapwing::ui {
namespace {

constexpr auto geometryKey = "history/geometry";
constexpr auto columnsKey = "history/columns";
constexpr auto columnCountKey = "history/columnCount";

std::vector<qint64> idsOf(const std::vector<store::RunSummary> &runs)
{
    std::vector<qint64> ids;
    std::ranges::transform(runs, std::back_inserter(ids), &store::RunSummary::id);
    return ids;
}

} // namespace

HistoryWindow::HistoryWindow(const QString &dataFolder, store::Writer *writer, QWidget *parent)
    : QMainWindow(parent)
    , m_ui(std::make_unique<Ui::HistoryWindow>())
    , m_folder(dataFolder)
    , m_writer(writer)
    , m_reports(dataFolder, *this)
{
    m_ui->setupUi(this);
    m_order.setSourceModel(&m_runs);
    setUpHistoryTable(m_ui->table, &m_order);
    setShortcuts();
    connectActions();
    connectWriter();
    restoreLayout();
    text::inEachLanguage(this, [this] { retranslate(); });
}

void HistoryWindow::retranslate()
{
    setLocale(QLocale());
    m_ui->retranslateUi(this);
    showPage();
    retellTables(this);
    nameWithoutMnemonics(this);
    if (isVisible())
        refresh(); // why it could not be read
}

HistoryWindow::~HistoryWindow()
{
    if (isVisible())
        keepLayout();
    m_ui->table->setModel(nullptr); // the model goes before the view
}

void HistoryWindow::setShortcuts()
{
    m_ui->actionOpen->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    m_ui->actionExport->setShortcut(QKeySequence::Save);
    m_ui->actionDelete->setShortcut(QKeySequence::Delete);
    m_ui->actionUndo->setShortcut(QKeySequence::Undo);
    m_ui->actionSelectAll->setShortcut(QKeySequence::SelectAll);
    m_ui->actionClose->setShortcuts(
        {QKeySequence(Qt::Key_Escape), QKeySequence(Qt::CTRL | Qt::Key_W)});
    m_ui->table->addActions({m_ui->actionOpen, m_ui->actionCompare, m_ui->actionAdd,
                             m_ui->actionExport, m_ui->actionDelete});
    for (QToolButton *button : m_ui->toolBar->findChildren<QToolButton *>())
        button->setFocusPolicy(Qt::TabFocus);
}

void HistoryWindow::connectActions()
{
    connect(m_ui->actionOpen, &QAction::triggered, this, &HistoryWindow::open);
    connect(m_ui->table, &QTableView::doubleClicked, m_ui->actionOpen, &QAction::trigger);
    connect(m_ui->actionCompare, &QAction::triggered, this, &HistoryWindow::compare);
    connect(m_ui->actionAdd, &QAction::triggered, this, &HistoryWindow::addToList);
    connect(m_ui->actionExport, &QAction::triggered, this, &HistoryWindow::askWhereTo);
    connect(m_ui->actionDelete, &QAction::triggered, this, &HistoryWindow::deleteSelected);
    connect(m_ui->actionUndo, &QAction::triggered, this, &HistoryWindow::undo);
    connect(m_ui->message, &QLabel::linkActivated, this, &HistoryWindow::undo);
    connect(m_ui->actionSelectAll, &QAction::triggered, m_ui->table, &QTableView::selectAll);
    connect(m_ui->actionClose, &QAction::triggered, this, &QWidget::close);
    connect(&m_reports, &HistoryReports::messageRaised, this, &HistoryWindow::say);
    connect(&m_reports, &HistoryReports::linksRead, this, &HistoryWindow::linksWanted);
    connect(m_ui->table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &HistoryWindow::refreshActions);
    connect(&m_runs, &QAbstractItemModel::modelReset, this, &HistoryWindow::showPage);
}

void HistoryWindow::connectWriter()
{
    if (!m_writer)
        return;
    connect(m_writer, &store::Writer::historyChanged, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(m_writer, &store::Writer::historyFailed, this, &HistoryWindow::forgetDeletions);
}

void HistoryWindow::chooseSize()
{
    const int columns = m_ui->table->horizontalHeader()->length();
    const int around = 6 * letterWidth(fontMetrics());
    const QSize wanted(columns * 9 / 8 + around, fontMetrics().height() * 32);
    const QSize available = screen()->availableSize();
    resize(wanted.boundedTo({available.width() * 19 / 20, available.height() * 9 / 10}));
    fitColumns(m_ui->table, width() - around);
}

void HistoryWindow::restoreLayout()
{
    const QSettings settings;
    QHeaderView *header = m_ui->table->horizontalHeader();
    chooseSize();
    restoreGeometry(settings.value(QLatin1String(geometryKey)).toByteArray());
    if (!header->restoreState(settings.value(QLatin1String(columnsKey)).toByteArray()))
        return;
    m_ui->table->sortByColumn(header->sortIndicatorSection(), header->sortIndicatorOrder());
    const QVariant kept =
        settings.value(QLatin1String(columnCountKey), static_cast<int>(HistoryColumnId::Host));
    placeColumns(m_ui->table, std::clamp(kept.toInt(), 0, m_runs.columnCount()));
}

void HistoryWindow::keepLayout() const
{
    QSettings settings;
    settings.setValue(QLatin1String(geometryKey), saveGeometry());
    settings.setValue(QLatin1String(columnsKey), m_ui->table->horizontalHeader()->saveState());
    settings.setValue(QLatin1String(columnCountKey), m_runs.columnCount());
}

void HistoryWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    refresh();
}

void HistoryWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    keepLayout();
}

/// One reading at a time: a thousand changes in one commit are told one by one.
void HistoryWindow::refresh()
{
    if (std::exchange(m_isReading, true)) {
        m_isOutdated = true;
        return;
    }
    m_isOutdated = false;
    m_lists.run([folder = m_folder] { return store::summaries(folder); },
                [this](Runs found) {
                    m_isReading = false;
                    list(std::move(found));
                    if (m_isOutdated)
                        refresh();
                });
}

void HistoryWindow::list(Runs found)
{
    m_trouble = found ? QString() : whyNotListed(found.error());
    if (!found) {
        if (m_runs.rowCount() > 0)
            say(m_trouble);
        showPage();
        return;
    }
    std::erase_if(*found, [this](const store::RunSummary &run) { return isDeleted(run); });
    const QSet<qint64> selected = selectedRuns(m_ui->table);
    const bool isFirst = m_runs.rowCount() == 0;
    m_runs.set(std::move(*found));
    selectRuns(m_ui->table, selected);
    if (isFirst && m_runs.rowCount() > 0)
        selectRow(m_ui->table, 0);
}

void HistoryWindow::showPage()
{
    m_ui->notice->setText(m_trouble.isEmpty() ? tr("Finished runs are kept here.") : m_trouble);
    const bool isEmpty = m_runs.rowCount() == 0;
    QWidget *page = isEmpty ? m_ui->noticePage : m_ui->listPage;
    if (m_ui->pages->currentWidget() != page) {
        m_ui->pages->setCurrentWidget(page);
        if (!isEmpty)
            m_ui->table->setFocus();
    }
    refreshActions();
}

void HistoryWindow::refreshActions()
{
    const auto count = m_ui->table->selectionModel()->selectedRows().size();
    m_ui->actionOpen->setEnabled(count == 1);
    m_ui->actionCompare->setEnabled(count == 2);
    m_ui->actionAdd->setEnabled(count == 1);
    m_ui->actionExport->setEnabled(count == 1);
    m_ui->actionDelete->setEnabled(count > 0 && m_writer);
    m_ui->actionUndo->setEnabled(!m_deleted.empty() && m_writer);
    m_ui->actionSelectAll->setEnabled(m_runs.rowCount() > 0);
}

std::vector<store::RunSummary> HistoryWindow::selection() const
{
    std::vector<store::RunSummary> runs;
    for (const qint64 id : selectedRuns(m_ui->table)) {
        if (const store::RunSummary *run = m_runs.find(id))
            runs.push_back(*run);
    }
    std::ranges::sort(runs, std::ranges::greater(), &store::RunSummary::id);
    return runs;
}

void HistoryWindow::open()
{
    const std::vector<store::RunSummary> runs = selection();
    if (runs.size() == 1)
        m_reports.open(runs[0]);
}

void HistoryWindow::compare()
{
    const std::vector<store::RunSummary> runs = selection();
    if (runs.size() == 2)
        m_reports.compare(runs[0].id, runs[1].id);
}

void HistoryWindow::addToList()
{
    const std::vector<store::RunSummary> runs = selection();
    if (runs.size() == 1)
        m_reports.readLinks(runs[0].id);
}

void HistoryWindow::askWhereTo()
{
    const std::vector<store::RunSummary> runs = selection();
    if (runs.size() != 1)
        return;
    askForExport(this, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                 [this, id = runs[0].id](const QString &path) { m_reports.exportTo(id, path); });
}

void HistoryWindow::deleteSelected()
{
    const QSet<qint64> ids = selectedRuns(m_ui->table);
    if (ids.isEmpty() || !m_writer)
        return;
    const QModelIndexList rows = m_ui->table->selectionModel()->selectedRows();
    const int first = std::ranges::min_element(rows, {}, &QModelIndex::row)->row();
    m_deleted.push_back(m_runs.take(ids));
    m_writer->write(store::RemoveKept{idsOf(m_deleted.back())});
    selectRow(m_ui->table, first);
    offerUndo(tr("%Ln runs deleted.", nullptr, static_cast<int>(ids.size())));
    refreshActions();
}

void HistoryWindow::undo()
{
    if (m_deleted.empty() || !m_writer)
        return;
    const std::vector<store::RunSummary> back = std::move(m_deleted.back());
    m_deleted.pop_back();
    const std::vector<qint64> ids = idsOf(back);
    m_writer->write(store::PutBackKept{ids});
    m_runs.put(back);
    selectRuns(m_ui->table, QSet<qint64>(ids.begin(), ids.end()));
    say({});
    refreshActions();
}

/// The writer drops a change that meets a damaged place; whatever else is wrong, it tries again.
void HistoryWindow::forgetDeletions(store::Trouble trouble)
{
    if (trouble != store::Trouble::Damaged || m_deleted.empty())
        return;
    m_deleted.clear();
    say(whyNotDeleted(trouble));
    refreshActions();
    refresh();
}

bool HistoryWindow::isDeleted(const store::RunSummary &run) const
{
    return std::ranges::any_of(m_deleted, [&run](const std::vector<store::RunSummary> &runs) {
        return std::ranges::find(runs, run) != runs.end();
    });
}

void HistoryWindow::say(const QString &sentence)
{
    m_ui->message->setTextFormat(Qt::PlainText);
    m_ui->message->setText(sentence);
    speak(sentence);
}

void HistoryWindow::offerUndo(const QString &sentence)
{
    m_ui->message->setTextFormat(Qt::RichText);
    m_ui->message->setText(
        QStringLiteral("%1 <a href=\"undo\">%2</a>").arg(sentence.toHtmlEscaped(), tr("Undo")));
    speak(sentence + u' ' + tr("Undo"));
}

/// The name of the message, which the focus can reach while it is empty, hides its words from a screen reader.
void HistoryWindow::speak(const QString &words)
{
    m_ui->message->setAccessibleDescription(words);
    if (!words.isEmpty())
        announce(m_ui->message, words);
}

} // namespace lapwing::ui
