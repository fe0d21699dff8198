// SPDX-License-Identifier: MIT
#pragma once

#include "input/previewmodel.h"

#include <QTableView>

namespace lapwing::ui {

/// What will be added. Space ticks the rows that are selected, and Ctrl+C copies them.
class PreviewTable : public QTableView {
    Q_OBJECT

public:
    explicit PreviewTable(QWidget *parent = nullptr);
    ~PreviewTable() override;

    [[nodiscard]] PreviewModel &rows() { return m_model; }

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setUpSizes();
    void toggle();
    void copy() const;

    PreviewModel m_model;
};

} // namespace lapwing::ui
