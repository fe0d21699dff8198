// SPDX-License-Identifier: MIT
#include "input/previewmodel.h"

#include "input/previewcolumns.h"
#include "plan/redaction.h"
#include "text/amounts.h"

#include <QLocale>

#include <algorithm>

namespace lapwing::ui {
namespace {

bool isAt(const QModelIndex &index, PreviewColumnId column)
{
    return index.column() == static_cast<int>(column);
}

} // namespace

bool isTickable(const PreviewRow &row)
{
    return row.state == PreviewState::New || row.state == PreviewState::SameName;
}

void PreviewModel::reset(std::shared_ptr<const LinkPreview> preview, Ticks ticks,
                         std::vector<int> shown)
{
    beginResetModel();
    m_preview = std::move(preview);
    m_ticks = std::move(ticks);
    m_ticked = static_cast<int>(std::ranges::count(m_ticks, true));
    m_shown = std::move(shown);
    endResetModel();
    Q_EMIT ticksChanged();
}

void PreviewModel::setShown(std::vector<int> shown)
{
    beginResetModel();
    m_shown = std::move(shown);
    endResetModel();
}

void PreviewModel::setLength(const QUrl &link, qint64 length)
{
    m_lengths.insert(link, length);
    const int column = static_cast<int>(PreviewColumnId::Size);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column), {Qt::DisplayRole});
}

/// What the list says counts before what the server told.
std::optional<qint64> PreviewModel::lengthOf(const PreviewRow &row) const
{
    if (row.state == PreviewState::Refused)
        return std::nullopt;
    if (const std::optional<qint64> said = saidSize(*m_preview, row))
        return said;
    const auto told = m_lengths.isEmpty()
        ? m_lengths.constEnd()
        : m_lengths.constFind(plan::normalised(m_preview->urlOf(row)));
    return told == m_lengths.constEnd() ? std::nullopt : std::optional(*told);
}

std::vector<QUrl> PreviewModel::unknownLengths(std::size_t maxLinks) const
{
    std::vector<QUrl> links;
    for (std::size_t number = 0; number < m_ticks.size() && links.size() < maxLinks; ++number) {
        const PreviewRow &row = m_preview->rows[number];
        if (m_ticks[number] && !lengthOf(row))
            links.push_back(m_preview->urlOf(row));
    }
    return links;
}

void PreviewModel::tick(int row, bool isTicked)
{
    const std::size_t number = numberAt(row);
    if (!isTickable(rowAt(row)) || m_ticks[number] == isTicked)
        return;
    m_ticks[number] = isTicked;
    m_ticked += isTicked ? 1 : -1;
}

void PreviewModel::tell(int first, int last)
{
    Q_EMIT dataChanged(index(first, 0), index(last, 0), {Qt::CheckStateRole});
    Q_EMIT ticksChanged();
}

void PreviewModel::tickAll(bool isTicked)
{
    if (m_shown.empty())
        return;
    for (int row = 0; row < rowCount(); ++row)
        tick(row, isTicked);
    tell(0, rowCount() - 1);
}

void PreviewModel::toggle(const QModelIndexList &rows)
{
    const auto isTicked = [this](const QModelIndex &index) {
        return !isTickable(rowAt(index.row())) || m_ticks[numberAt(index.row())];
    };
    const bool haveAll = std::ranges::all_of(rows, isTicked);
    for (const QModelIndex &index : rows)
        tick(index.row(), !haveAll);
    if (!rows.isEmpty())
        tell(0, rowCount() - 1);
}

int PreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int PreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(previewColumns().size());
}

QVariant PreviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PreviewRow &row = rowAt(index.row());
    const auto text = [&] {
        if (const auto length = isAt(index, PreviewColumnId::Size) ? lengthOf(row) : std::nullopt)
            return text::asBytes(*length);
        return previewColumns()[static_cast<std::size_t>(index.column())].text(*m_preview, row);
    };
    switch (role) {
    case Qt::DisplayRole:
        return text();
    case Qt::ToolTipRole:
        return isAt(index, PreviewColumnId::Name) && row.state != PreviewState::Refused
            ? plan::displayUrl(m_preview->urlOf(row))
            : text();
    case Qt::TextAlignmentRole:
        return isAt(index, PreviewColumnId::Size) ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                                  : QVariant();
    case Qt::CheckStateRole:
        if (isAt(index, PreviewColumnId::Name) && isTickable(row))
            return m_ticks[numberAt(index.row())] ? Qt::Checked : Qt::Unchecked;
        return {};
    default:
        return {};
    }
}

bool PreviewModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    tick(index.row(), value.toInt() == Qt::Checked);
    tell(index.row(), index.row());
    return true;
}

Qt::ItemFlags PreviewModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return isAt(index, PreviewColumnId::Name) && isTickable(rowAt(index.row()))
        ? flags | Qt::ItemIsUserCheckable
        : flags;
}

/// At the side the number of the row in the whole list, also when others are filtered out.
QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || section < 0)
        return {};
    if (orientation == Qt::Horizontal && section < columnCount())
        return titleOf(previewColumns()[static_cast<std::size_t>(section)]);
    if (orientation == Qt::Vertical && section < rowCount())
        return QLocale().toString(static_cast<int>(numberAt(section)) + 1);
    return {};
}

} // namespace lapwing::ui
