// SPDX-License-Identifier: MIT
#include "list/listpage.h"

#include "details/detailspane.h"
#include "details/selecteddetails.h"
#include "letterwidth.h"
#include "list/columns/columnfit.h"
#include "list/columns/columnmenu.h"
#include "list/columns/columns.h"
#include "list/filter/filterbar.h"
#include "list/filter/filtercompleter.h"
#include "list/keepinsight.h"
#include "list/keepselected.h"
#include "list/liveorder.h"
#include "list/taskorder.h"
#include "list/tasktable.h"
#include "run/controller/downloadcontroller.h"
#include "text/catalogue.h"

#include <QAction>
#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace lapwing::ui {
namespace {

constexpr auto headerKey = "list/columns";
constexpr auto countKey = "list/columnCount";
constexpr auto byHandKey = "list/columnsSizedByHand";
constexpr auto detailsKey = "list/details";
constexpr auto splitterKey = "list/detailsSplitter";
constexpr auto besideKey = "list/beside";
constexpr auto searchKey = "list/search";
constexpr auto groupKey = "list/group";
constexpr int charactersOfNames = 32;
/// To look at every one of 100,000 that came would hold the window.
constexpr int mostLookedAt = 1000;

/// With fewer rows in sight it is no list any more.
int leastHeightOf(const QTableView *table)
{
    constexpr int rows = 4;
    return table->horizontalHeader()->sizeHint().height()
        + rows * table->verticalHeader()->defaultSectionSize()
        + table->horizontalScrollBar()->sizeHint().height() + 2 * table->frameWidth();
}

} // namespace

ListPage::ListPage(QTableView *table, DownloadController &controller, QWidget *parent)
    : QWidget(parent)
    , m_table(table)
    , m_order(new TaskOrder(&controller.tasks(), this))
    , m_filterBar(new FilterBar)
    , m_above(new QSplitter(Qt::Vertical))
    , m_beside(new QSplitter(Qt::Horizontal))
    , m_rows(new QWidget)
    , m_pane(new DetailsPane)
    , m_details(new QAction(this))
{
    setUpRows(table);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_filterBar);
    column->addWidget(m_above, 1);
    m_beside->addWidget(table);
    m_beside->setChildrenCollapsible(false);
    auto *rows = new QVBoxLayout(m_rows);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    auto *line = new QHBoxLayout; // and in a window that is too low for them, of fewer rows
    line->addStrut(leastHeightOf(table));
    line->addWidget(m_beside);
    rows->addLayout(line, 1);
    m_above->addWidget(m_rows);
    m_above->addWidget(m_pane);
    m_above->setChildrenCollapsible(false);
    m_above->setStretchFactor(0, 1);
    setUpDetails(controller);
    setUpKeys();
    connectRows();
    text::inEachLanguage(this, [this] {
        m_details->setText(tr("&Details"));
        m_details->setToolTip(tr("Show everything known about the selected download (Ctrl+I)"));
        applyFilter(); // what it complains of
    });
}

void ListPage::addBeside(QWidget *right, QWidget *under)
{
    m_beside->addWidget(right);
    m_beside->setStretchFactor(0, 1);
    m_beside->setStretchFactor(1, 1);
    m_beside->setSizes({6000, 4000}); // parts of what there is, until somebody moves the handle
    m_rows->layout()->addWidget(under);
}

void ListPage::giveWay(bool givesWay)
{
    if (givesWay == !m_widths.isEmpty())
        return;
    if (!givesWay) {
        m_beside->restoreState(std::exchange(m_widths, {}));
        return;
    }
    m_widths = m_beside->saveState();
    const int names = letterWidth(fontMetrics()) * charactersOfNames;
    m_beside->setSizes({names, std::max(names, m_beside->width() - names)});
}

void ListPage::setUpRows(QTableView *table)
{
    auto *selected = new KeepSelected(table, m_order);
    setUpTaskTable(table, m_order);
    selected->begin();
    connect(selected, &KeepSelected::dropped, this, [this](int rows) {
        Q_EMIT messageRaised(
            tr("%Ln downloads are no longer selected: the selected rows are now too scattered.",
               nullptr, rows));
    });
    m_fit = new ColumnFit(table, m_order);
    m_columns = new ColumnMenu(table);
    new LiveOrder(table, m_order);
    new KeepInSight(table, m_order);
    connect(m_columns, &ColumnMenu::defaultsWanted, this, &ListPage::showDefaultColumns);
    connect(m_filterBar, &FilterBar::groupChosen, this, &ListPage::applyFilter);
    connect(m_filterBar, &FilterBar::groupChosen, this, &ListPage::filterChanged);
}

void ListPage::setUpDetails(DownloadController &controller)
{
    m_details->setObjectName(QStringLiteral("actionDetails"));
    m_details->setCheckable(true);
    m_details->setShortcuts({Qt::CTRL | Qt::Key_I, Qt::ALT | Qt::Key_Return});
    m_pane->hide();
    m_selected = new SelectedDetails(m_table, m_order, controller, m_pane);
    connect(m_details, &QAction::toggled, m_pane, &QWidget::setVisible);
    m_makeRoom.setSingleShot(true);
    m_makeRoom.setInterval(0);
    connect(&m_makeRoom, &QTimer::timeout, this, &ListPage::makeRoomForDetails);
    connect(m_details, &QAction::toggled, &m_makeRoom, qOverload<>(&QTimer::start));
    connect(m_pane, &DetailsPane::roomChanged, &m_makeRoom, qOverload<>(&QTimer::start));
    connect(m_pane, &DetailsPane::closeWanted, this, &ListPage::closeDetails);
}

void ListPage::setUpKeys()
{
    auto *turn = new QShortcut(Qt::Key_F6, this);
    turn->setContext(Qt::WidgetWithChildrenShortcut);
    connect(turn, &QShortcut::activated, this, &ListPage::turnFocus);
    auto *close = new QShortcut(Qt::Key_Escape, m_pane);
    close->setContext(Qt::WidgetWithChildrenShortcut);
    connect(close, &QShortcut::activated, this, &ListPage::closeDetails);
    // Qt goes to the first cell of the row, and with Ctrl selects nothing.
    for (const Qt::KeyboardModifiers held :
         {Qt::KeyboardModifiers(), Qt::KeyboardModifiers(Qt::CTRL)}) {
        auto *first = new QShortcut(QKeyCombination(held, Qt::Key_Home), m_table);
        first->setContext(Qt::WidgetShortcut);
        connect(first, &QShortcut::activated, this, [this] { goToRow(0); });
        auto *last = new QShortcut(QKeyCombination(held, Qt::Key_End), m_table);
        last->setContext(Qt::WidgetShortcut);
        connect(last, &QShortcut::activated, this, [this] { goToRow(m_order->rowCount() - 1); });
    }
}

void ListPage::goToRow(int row)
{
    const int column = std::max(0, m_table->currentIndex().column());
    m_table->selectionModel()->setCurrentIndex(m_order->index(row, column),
                                               QItemSelectionModel::ClearAndSelect
                                                   | QItemSelectionModel::Rows);
}

void ListPage::connectRows()
{
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(0);
    connect(&m_refresh, &QTimer::timeout, this, &ListPage::refresh);
    const auto soon = [this] {
        if (!m_refresh.isActive())
            m_refresh.start();
    };
    for (const QAbstractItemModel *model :
         {static_cast<const QAbstractItemModel *>(&m_order->tasks()),
          static_cast<const QAbstractItemModel *>(m_order)}) {
        connect(model, &QAbstractItemModel::rowsInserted, &m_refresh, soon);
        connect(model, &QAbstractItemModel::rowsRemoved, &m_refresh, soon);
        connect(model, &QAbstractItemModel::modelReset, &m_refresh, soon);
        connect(model, &QAbstractItemModel::layoutChanged, &m_refresh, soon);
    }
    connect(&m_order->tasks(), &QAbstractItemModel::dataChanged, &m_refresh, soon);
    connect(m_order, &TaskOrder::arranged, &m_refresh, soon);
}

void ListPage::setDetailActions(const QList<QAction *> &actions)
{
    m_pane->setActions(actions);
}

void ListPage::attachSearch(QLineEdit *field)
{
    m_field = field;
    field->setCompleter(new FilterCompleter([this] { return hosts(); }, field));
    connect(field, &QLineEdit::textChanged, this, &ListPage::setSearch);
    field->installEventFilter(this);
    setSearch(field->text());
}

/// While completions are open Qt closes those, and the field does not come to see the key here.
bool ListPage::eventFilter(QObject *watched, QEvent *event)
{
    auto *field = qobject_cast<QLineEdit *>(watched);
    if (event->type() != QEvent::KeyPress || field == nullptr
        || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    if (field->text().isEmpty())
        m_table->setFocus();
    field->clear();
    return true;
}

void ListPage::addTo(QMenu *menu)
{
    menu->addMenu(m_columns->orderMenu());
    menu->addMenu(m_columns->columnsMenu());
    menu->addAction(m_details);
}

void ListPage::setCondition(const QString &name, FilterTerm term)
{
    m_conditionName = name;
    m_condition = std::move(term);
    applyFilter();
}

void ListPage::setSearch(const QString &expression)
{
    m_search = expression;
    applyFilter();
    Q_EMIT filterChanged();
}

/// What is not understood filters nothing: half an expression is typed on the way to a whole one.
void ListPage::applyFilter()
{
    const auto parsed = Filter::parse(m_search);
    m_complaint = parsed ? QString() : parsed.error();
    const Filter filter = parsed.value_or(Filter()).in(m_filterBar->group());
    m_order->setFilter(m_conditionName.isEmpty() ? filter
                                                 : filter.meeting(m_conditionName, m_condition));
    refresh();
}

void ListPage::refresh()
{
    const RowCounts counts = m_order->tasks().counts();
    m_filterBar->setCounts(counts);
    m_filterBar->setNote(note());
    Q_EMIT counted(counts);
}

QString ListPage::note() const
{
    if (!m_complaint.isEmpty())
        return m_complaint;
    if (m_order->filter().isEmpty() || m_order->isArranging())
        return {};
    if (m_order->rowCount() == 0)
        return tr("No download matches.");
    return tr("%1 of %2 shown")
        .arg(QLocale().toString(m_order->rowCount()),
             QLocale().toString(m_order->tasks().rowCount()));
}

QStringList ListPage::hosts() const
{
    QSet<QString> hosts;
    for (const record::TaskRecord &task : m_order->tasks().ledger().records())
        hosts.insert(hostOf(task));
    QStringList sorted(hosts.begin(), hosts.end());
    sorted.sort();
    return sorted;
}

bool ListPage::hidesOfLast(int count) const
{
    const Filter &filter = m_order->filter();
    const int size = m_order->tasks().ledger().size();
    for (int row = size - std::min({count, size, mostLookedAt}); row < size; ++row) {
        if (!filter.accepts(m_order->tasks().rowAt(row)))
            return true;
    }
    return false;
}

void ListPage::showAll()
{
    m_filterBar->setGroup(TaskGroup::All);
    m_field->clear();
    Q_EMIT allWanted();
}

void ListPage::showDetails()
{
    m_details->setChecked(true);
}

void ListPage::lendPlaceOfDetails(bool isLent)
{
    if (!isLent) {
        if (std::exchange(m_hasLent, false))
            m_details->setChecked(true);
        return;
    }
    m_hasLent = m_details->isChecked();
    closeDetails();
}

/// What they need of one half at first, and what was chosen later; the row that they are of stays in sight. While no row
/// is chosen, only what their hint needs.
void ListPage::makeRoomForDetails()
{
    if (m_pane->isHidden())
        return;
    if (m_pane->isEmpty()) {
        if (m_heights.isEmpty())
            m_heights = m_above->saveState();
        m_above->setSizes({m_above->height(), 0});
        return;
    }
    if (!m_heights.isEmpty())
        m_above->restoreState(std::exchange(m_heights, {}));
    const int details = std::min(m_pane->heightForPhases(), m_above->height() / 2);
    if (!m_hasSplit)
        m_above->setSizes({m_above->height() - details, details});
    m_hasSplit = true;
    if (m_table->currentIndex().isValid())
        m_table->scrollTo(m_table->currentIndex());
}

void ListPage::closeDetails()
{
    const bool hadFocus = m_pane->isAncestorOf(focusWidget());
    m_details->setChecked(false);
    if (hadFocus)
        m_table->setFocus();
}

void ListPage::turnFocus()
{
    const bool isInDetails = m_pane->isAncestorOf(focusWidget());
    if (m_pane->isVisible() && !isInDetails)
        m_pane->takeFocus();
    else
        m_table->setFocus();
}

void ListPage::showDefaultColumns()
{
    setDefaultColumns(m_table);
    m_fit->setByHand(false);
}

void ListPage::restore(const QSettings &settings)
{
    const bool isKept = m_table->horizontalHeader()->restoreState(
        settings.value(QLatin1String(headerKey)).toByteArray());
    // Those that there were not when it was kept.
    const int before =
        settings.value(QLatin1String(countKey), static_cast<int>(ColumnId::Priority)).toInt();
    for (int section = before; isKept && section < m_table->model()->columnCount(); ++section)
        m_table->setColumnHidden(section, !columns()[static_cast<std::size_t>(section)].isShown);
    m_fit->setByHand(settings.value(QLatin1String(byHandKey)).toBool());
    m_beside->restoreState(settings.value(QLatin1String(besideKey)).toByteArray());
    m_hasSplit = m_above->restoreState(settings.value(QLatin1String(splitterKey)).toByteArray());
    m_details->setChecked(settings.value(QLatin1String(detailsKey)).toBool());
    m_field->setText(settings.value(QLatin1String(searchKey)).toString());
    const auto group = static_cast<TaskGroup>(settings.value(QLatin1String(groupKey)).toInt());
    if (std::ranges::find(taskGroups, group) != taskGroups.end())
        m_filterBar->setGroup(group);
}

void ListPage::save(QSettings &settings) const
{
    settings.setValue(QLatin1String(besideKey),
                      m_widths.isEmpty() ? m_beside->saveState() : m_widths);
    settings.setValue(QLatin1String(headerKey), m_table->horizontalHeader()->saveState());
    settings.setValue(QLatin1String(countKey), m_table->model()->columnCount());
    settings.setValue(QLatin1String(byHandKey), m_fit->isByHand());
    if (m_hasSplit)
        settings.setValue(QLatin1String(splitterKey),
                          m_heights.isEmpty() ? m_above->saveState() : m_heights);
    settings.setValue(QLatin1String(detailsKey), m_details->isChecked() || m_hasLent);
    settings.setValue(QLatin1String(searchKey), m_search);
    settings.setValue(QLatin1String(groupKey), static_cast<int>(m_filterBar->group()));
}

} // namespace lapwing::ui
