// SPDX-License-Identifier: MIT
#pragma once

#include "trial/trialcolumns.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

class QTableView;

namespace lapwing::ui {

/// The rounds of a comparison, the numbers of a sweep, or what changed between two runs.
class TrialModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int SortRole = Qt::UserRole; ///< invalid: unknown

    using QAbstractTableModel::QAbstractTableModel;

    /// Rows that were there stay, so that what is selected stays so while the table grows.
    void set(TrialRows rows);
    /// By their titles.
    [[nodiscard]] bool hasColumnsOf(const TrialRows &rows) const;
    [[nodiscard]] const std::vector<TrialColumn> &columns() const { return m_rows.columns; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] Qt::Alignment alignmentOf(int column) const;
    [[nodiscard]] QVariant fontOf(int row) const;

    TrialRows m_rows;
};

/// By any column; what is not known stands last, either way round.
class TrialOrder : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit TrialOrder(QObject *parent = nullptr);

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
};

/// Tab-separated, with the titles: the selected rows, or all of them, as they stand.
[[nodiscard]] QString copiedText(const QTableView *table);

} // namespace lapwing::ui
