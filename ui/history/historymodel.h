// SPDX-License-Identifier: MIT
#pragma once

#include "store/history.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QSortFilterProxyModel>

#include <vector>

namespace lapwing::ui {

/// The kept runs, newest first.
class HistoryModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int SortRole = Qt::UserRole; ///< invalid: unknown
    static constexpr int IdRole = Qt::UserRole + 1;

    using QAbstractTableModel::QAbstractTableModel;

    void set(std::vector<store::RunSummary> runs);
    /// Takes them out, and returns them.
    std::vector<store::RunSummary> take(const QSet<qint64> &ids);
    /// Back to where they were.
    void put(const std::vector<store::RunSummary> &runs);
    /// Null: there is no such run.
    [[nodiscard]] const store::RunSummary *find(qint64 id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    std::vector<store::RunSummary> m_runs; ///< by their id, the highest first
};

/// By any column; what is not known stands last, either way round.
class HistoryOrder : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit HistoryOrder(QObject *parent = nullptr);

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
};

} // namespace lapwing::ui
