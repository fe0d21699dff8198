// SPDX-License-Identifier: MIT
#include "list/columns/columnfit.h"

#include "letterwidth.h"
#include "list/columns/columns.h"
#include "list/row.h"
#include "list/statusstyle.h"
#include "list/statustext.h"
#include "list/taskmodel.h"
#include "list/taskorder.h"
#include "text/catalogue.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace lapwing::ui {
namespace {

constexpr int numberColumn = static_cast<int>(ColumnId::Number);
constexpr int nameColumn = static_cast<int>(ColumnId::Name);
constexpr int slice = 10'000; ///< rows
constexpr int statusColumn = static_cast<int>(ColumnId::Status);

/// Without the glyph, which has its own place: what a download says that is to be tried again, the longest words that
/// are usual.
QString statusOfRetry(std::optional<record::Failure> failure, std::optional<int> hostAtOnce)
{
    using namespace std::chrono_literals;
    record::TaskRecord task;
    task.state = record::TaskState::Retrying;
    task.retryAt = 30s;
    task.failure = std::move(failure);
    Row row{task, {}};
    row.hostAtOnce = hostAtOnce;
    return statusText(row).mid(glyphOf(task.state).size() + 1);
}

} // namespace

ColumnFit::ColumnFit(QTableView *table, TaskOrder *order)
    : QObject(table), m_table(table), m_order(order)
{
    table->viewport()->installEventFilter(this);
    text::inEachLanguage(this, [this] { fit(); });
    connect(&m_slices, &QTimer::timeout, this, &ColumnFit::measureSlice);
    connect(table->horizontalHeader(), &QHeaderView::sectionResized, this, &ColumnFit::takeResized);
    connect(&order->tasks(), &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { measureNames(first, last); });
    connect(&order->tasks(), &QAbstractItemModel::modelReset, this, [this] {
        m_nameWidth = 0;
        measureNames(0, m_order->tasks().rowCount() - 1);
    });
}

void ColumnFit::setByHand(bool isByHand)
{
    m_isByHand = isByHand;
    fit();
}

/// To look at 100,000 names at once holds the window for 35 ms.
void ColumnFit::measureNames(int first, int last)
{
    const bool isBusy = m_slices.isActive();
    m_next = isBusy ? std::min(m_next, first) : first;
    m_end = isBusy ? std::max(m_end, last + 1) : last + 1;
    if (!isBusy)
        measureSlice();
    if (m_next < m_end)
        m_slices.start(0);
}

/// The longest by its letters, of which one is measured: measuring takes longer than looking.
void ColumnFit::measureSlice()
{
    const record::Ledger &ledger = m_order->tasks().ledger();
    m_end = std::min(m_end, ledger.size());
    const int last = std::min(m_next + slice, m_end);
    QString longest;
    for (; m_next < last; ++m_next) {
        if (const QString name = nameOf(ledger.at(m_next)); name.size() > longest.size())
            longest = name;
    }
    if (m_next >= m_end)
        m_slices.stop();
    m_nameWidth = std::max(m_nameWidth, m_table->fontMetrics().horizontalAdvance(longest));
    widenNumbers();
    fit();
}

/// A number that is cut is another number.
void ColumnFit::widenNumbers()
{
    QHeaderView *header = m_table->horizontalHeader();
    const auto digits = QString::number(m_order->tasks().rowCount()).size();
    const QFontMetrics metrics = m_table->fontMetrics();
    const int needed = metrics.horizontalAdvance(QString(digits, u'0')) + 2 * letterWidth(metrics);
    if (header->isSectionHidden(numberColumn) || header->sectionSize(numberColumn) >= needed)
        return;
    m_isFitting = true;
    header->resizeSection(numberColumn, needed);
    m_isFitting = false;
}

int ColumnFit::widthOfOthers() const
{
    const QHeaderView *header = m_table->horizontalHeader();
    return header->length() - header->sectionSize(nameColumn) - header->sectionSize(statusColumn);
}

void ColumnFit::fit()
{
    QHeaderView *header = m_table->horizontalHeader();
    if (m_isByHand || header->isSectionHidden(nameColumn) || header->isSectionHidden(statusColumn))
        return;
    const QFontMetrics metrics = m_table->fontMetrics();
    const int margin = 2 * letterWidth(metrics);
    const auto widthOf = [&](const QString &text) {
        return metrics.horizontalAdvance(text) + margin;
    };
    const int glyph = 2 * margin; // and the room around it, see statuscell.cpp
    const record::Failure failure = record::make(record::Cause::HttpStatus, {}, 503);
    const int maxWidth = widthOf(statusOfRetry(failure, 1)) + glyph;
    const int minWidth = widthOf(statusOfRetry({}, {})) + glyph;
    const int leastName = widthOf(QStringLiteral("a-name-of.iso"));
    const int available = m_table->viewport()->width() - widthOfOthers();
    const int status =
        std::clamp(available - std::max(m_nameWidth + margin, leastName), minWidth, maxWidth);
    const int name = std::max(available - status, leastName);
    m_isFitting = true;
    header->resizeSection(statusColumn, status);
    header->resizeSection(nameColumn, name);
    m_isFitting = false;
}

void ColumnFit::takeResized(int column, int before, int now)
{
    if (m_isFitting)
        return;
    const bool wasSized = before > 0 && now > 0; // not hidden or shown
    if (wasSized && (column == nameColumn || column == statusColumn))
        m_isByHand = true;
    else
        fit();
}

bool ColumnFit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(watched, event);
}

} // namespace lapwing::ui
