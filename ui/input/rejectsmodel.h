// SPDX-License-Identifier: MIT
#pragma once

#include "plan/lists/gathered.h"

#include <QAbstractItemModel>

namespace lapwing::ui {

/// The lines that gave no link: number, text, reason. Those of one reason are one row with the lines below it.
class RejectsModel : public QAbstractItemModel {
    Q_OBJECT

public:
    using QAbstractItemModel::QAbstractItemModel;
    void reset(std::vector<plan::Gathered> groups);
    /// The lines that these rows stand for, each once, with number, text and reason between tabs.
    [[nodiscard]] QString textOf(const QModelIndexList &rows) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] const plan::Gathered &groupOf(const QModelIndex &index) const;

    std::vector<plan::Gathered> m_groups;
};

} // namespace lapwing::ui
