// SPDX-License-Identifier: MIT
#include "input/rejectsmodel.h"

#include "text/listerror.h"

#include <QLocale>

namespace lapwing::ui {
namespace {

struct Field {
    const char *title;
    QString (*text)(const plan::Reject &);
};

constexpr std::array fields{
    Field{QT_TRANSLATE_NOOP("lapwing::ui::RejectsModel", "Line"),
          [](const plan::Reject &r) { return QLocale().toString(r.line); }},
    Field{QT_TRANSLATE_NOOP("lapwing::ui::RejectsModel", "Text"),
          [](const plan::Reject &r) { return r.text; }},
    Field{QT_TRANSLATE_NOOP("lapwing::ui::RejectsModel", "Reason"),
          [](const plan::Reject &r) { return text::sentence(r); }},
};

} // namespace

void RejectsModel::reset(std::vector<plan::Reject> rejects)
{
    beginResetModel();
    m_rejects = std::move(rejects);
    endResetModel();
}

int RejectsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rejects.size());
}

int RejectsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(fields.size());
}

QVariant RejectsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)
        || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    return fields[static_cast<std::size_t>(index.column())].text(
        m_rejects[static_cast<std::size_t>(index.row())]);
}

QVariant RejectsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0
        || section >= columnCount())
        return {};
    return tr(fields[static_cast<std::size_t>(section)].title);
}

} // namespace lapwing::ui
