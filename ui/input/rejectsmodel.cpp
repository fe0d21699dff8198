// SPDX-License-Identifier: MIT
#include "input/rejectsmodel.h"

#include "text/listerror.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace lapwing::ui {
namespace {

enum Column { Line, Text, Reason };

constexpr std::array titles{QT_TRANSLATE_NOOP("lapwing::ui::RejectsModel", "Line"),
                            QT_TRANSLATE_NOOP("lapwing::ui::RejectsModel", "Text"),
                            QT_TRANSLATE_NOOP("lapwing::ui::RejectsModel", "Reason")};

constexpr quintptr isGroup =
    0; ///< as id of an index; that of a line is the number of its group, from 1

/// Of a whole list there is none.
QString numberOf(const plan::Reject &reject)
{
    return reject.line == 0 ? QString() : QLocale().toString(reject.line);
}

QString lineText(const plan::Reject &reject)
{
    return QStringList{numberOf(reject), reject.text, text::sentence(reject)}.join(u'\t');
}

QString groupText(const plan::Gathered &group, int column)
{
    const plan::Reject &first = group.rejects.front();
    const int count = static_cast<int>(group.rejects.size());
    switch (column) {
    case Line:
        return count == 1 ? numberOf(first) : RejectsModel::tr("%Ln lines", nullptr, count);
    case Text:
        return count == 1 ? first.text : RejectsModel::tr("%1 …").arg(first.text);
    default:
        return text::sentence(first);
    }
}

} // namespace

void RejectsModel::reset(std::vector<plan::Gathered> groups)
{
    beginResetModel();
    m_groups = std::move(groups);
    endResetModel();
}

const plan::Gathered &RejectsModel::groupOf(const QModelIndex &index) const
{
    const bool isLine = index.internalId() != isGroup;
    const int place = isLine ? static_cast<int>(index.internalId()) - 1 : index.row();
    return m_groups[static_cast<std::size_t>(place)];
}

QString RejectsModel::textOf(const QModelIndexList &rows) const
{
    QModelIndexList sorted = rows;
    const auto placeOf = [](const QModelIndex &index) {
        const bool isLine = index.internalId() != isGroup;
        return isLine ? std::pair(static_cast<int>(index.internalId()), index.row() + 1)
                      : std::pair(index.row() + 1, 0);
    };
    std::ranges::sort(sorted, {}, placeOf);
    QStringList lines;
    quintptr whole = 0; // the id of the lines of the last group
    for (const QModelIndex &index : sorted) {
        const auto &rejects = groupOf(index).rejects;
        if (index.internalId() == isGroup) {
            whole = static_cast<quintptr>(index.row()) + 1;
            for (const plan::Reject &reject : rejects)
                lines << lineText(reject);
        } else if (index.internalId() != whole) {
            lines << lineText(rejects[static_cast<std::size_t>(index.row())]);
        }
    }
    return lines.join(u'\n');
}

QModelIndex RejectsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column,
                       parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : isGroup);
}

QModelIndex RejectsModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == isGroup)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, isGroup);
}

int RejectsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    const bool mayHaveLines = parent.internalId() == isGroup && parent.column() == 0;
    const std::size_t lines = mayHaveLines ? groupOf(parent).rejects.size() : 0;
    return lines > 1 ? static_cast<int>(lines) : 0;
}

int RejectsModel::columnCount(const QModelIndex &) const
{
    return static_cast<int>(titles.size());
}

QVariant RejectsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)
        || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const plan::Gathered &group = groupOf(index);
    if (index.internalId() == isGroup)
        return groupText(group, index.column());
    const plan::Reject &reject = group.rejects[static_cast<std::size_t>(index.row())];
    if (index.column() == Line)
        return numberOf(reject);
    return index.column() == Text ? reject.text : QString(); // the reason is that of the group
}

QVariant RejectsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0
        || section >= columnCount({}))
        return {};
    return tr(titles[static_cast<std::size_t>(section)]);
}

} // namespace lapwing::ui
