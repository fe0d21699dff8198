// SPDX-License-Identifier: MIT
#include "trial/trialmodel.h"

#include "text/amounts.h"

#include <QFont>
#include <QTableView>

#include <algorithm>

namespace lapwing::ui {
namespace {

QString lineOf(const QAbstractItemModel *model, int row)
{
    QStringList cells;
    for (int column = 0; column < model->columnCount(); ++column)
        cells << model->index(row, column).data().toString();
    return cells.join(u'\t');
}

} // namespace

bool TrialModel::hasColumnsOf(const TrialRows &rows) const
{
    return std::ranges::equal(m_rows.columns, rows.columns, {}, &TrialColumn::title,
                              &TrialColumn::title);
}

void TrialModel::set(TrialRows rows)
{
    const int before = rowCount();
    const auto after = static_cast<int>(rows.rows.size());
    if (!hasColumnsOf(rows) || after < before) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_rows = std::move(rows);
        endInsertRows();
    } else {
        m_rows = std::move(rows);
    }
    if (before > 0)
        Q_EMIT dataChanged(index(0, 0), index(before - 1, columnCount() - 1));
}

int TrialModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.rows.size());
}

int TrialModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.columns.size());
}

Qt::Alignment TrialModel::alignmentOf(int column) const
{
    const bool isNumber = m_rows.columns[static_cast<std::size_t>(column)].isNumber;
    return (isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

/// Bold where it is recommended.
QVariant TrialModel::fontOf(int row) const
{
    if (std::ranges::count(m_rows.marked, row) == 0)
        return {};
    QFont bold;
    bold.setBold(true);
    return bold;
}

QVariant TrialModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TrialColumn &column = m_rows.columns[static_cast<std::size_t>(index.column())];
    const TrialCell &cell =
        m_rows
            .rows[static_cast<std::size_t>(index.row())][static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
        if (!cell.tip.isEmpty())
            return cell.tip;
        return column.isNumber ? QVariant() : QVariant(cell.text);
    case Qt::AccessibleTextRole:
        if (cell.text == text::unknown())
            return tr("%1: not known").arg(column.title);
        return cell.text.isEmpty() ? QString() : tr("%1: %2").arg(column.title, cell.text);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignmentOf(index.column()));
    case Qt::FontRole:
        return fontOf(index.row());
    case SortRole:
        return cell.key;
    default:
        return {};
    }
}

QVariant TrialModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return m_rows.columns[static_cast<std::size_t>(section)].title;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignmentOf(section));
    return {};
}

TrialOrder::TrialOrder(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(TrialModel::SortRole);
    setSortLocaleAware(true);
}

bool TrialOrder::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const bool isLeftKnown = left.data(TrialModel::SortRole).isValid();
    const bool isRightKnown = right.data(TrialModel::SortRole).isValid();
    if (isLeftKnown && isRightKnown)
        return QSortFilterProxyModel::lessThan(left, right);
    return sortOrder() == Qt::AscendingOrder ? isLeftKnown && !isRightKnown
                                             : !isLeftKnown && isRightKnown;
}

QString copiedText(const QTableView *table)
{
    const QAbstractItemModel *model = table->model();
    QStringList titles;
    for (int column = 0; column < model->columnCount(); ++column)
        titles << model->headerData(column, Qt::Horizontal).toString();
    QStringList lines{titles.join(u'\t')};
    const bool isPart = table->selectionModel()->hasSelection();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (!isPart || table->selectionModel()->isRowSelected(row))
            lines << lineOf(model, row);
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace lapwing::ui
