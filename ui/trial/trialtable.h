// SPDX-License-Identifier: MIT
#pragma once

#include "trial/trialmodel.h"

#include <QTableView>

namespace lapwing::ui {

/// The runs of a trial, or what changed between two; sorted by any column and copied as tab-separated text.
class TrialTable : public QTableView {
    Q_OBJECT

public:
    explicit TrialTable(QWidget *parent = nullptr);
    ~TrialTable() override;

    /// `planned`: so many rows there are in the end. It has their room from the first on, up to `inSight`.
    void setRows(TrialRows rows, int planned, int inSight = 7);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpSizes();
    void setUpColumns();
    void setUpHeight();
    void copy() const;

    TrialModel m_model;
    TrialOrder m_order;
    int m_planned = 0;
    int m_inSight = 7; ///< more are scrolled to
};

} // namespace lapwing::ui
