// SPDX-License-Identifier: MIT
#pragma once

#include "plan/lists/links.h"

#include <QAbstractTableModel>

namespace lapwing::ui {

/// The lines that gave no link: number, text, reason.
class RejectsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;
    void reset(std::vector<plan::Reject> rejects);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    std::vector<plan::Reject> m_rejects;
};

} // namespace lapwing::ui
