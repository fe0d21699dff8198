// SPDX-License-Identifier: MIT
#pragma once

#include "timeline/barpainter.h"
#include "timeline/timelinestate.h"

#include <QModelIndex>
#include <QWidget>

#include <functional>
#include <optional>

class QTableView;

namespace lapwing::ui {

/// The record that a row of the table's model stands for; null: none.
using RecordAt = std::function<const record::TaskRecord *(const QModelIndex &)>;

/// A bar beside each row of a table that is in sight. Of hidden rows nothing is asked.
class TimelineRows : public QWidget {
    Q_OBJECT

public:
    TimelineRows(QTableView *table, RecordAt recordAt, const TimelineState &state, QWidget *parent);

    /// These rows look different now.
    void updateRows(int first, int last);
    [[nodiscard]] QString tipAt(const QPoint &point) const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Row {
        QModelIndex index;
        double top = 0;
        double height = 0;
    };

    [[nodiscard]] int shift() const;
    [[nodiscard]] std::optional<Row> rowAt(int y) const;
    void paintGround(QPainter &painter) const;
    void paintStalls(QPainter &painter) const;
    void paintRow(QPainter &painter, BarPainter &bars, const Row &row) const;
    void paintStretch(QPainter &painter) const;

    QTableView *m_table;
    RecordAt m_recordAt;
    const TimelineState &m_state;
    std::optional<Inks> m_inks;
    qreal m_pixelRatio = 0;
};

} // namespace lapwing::ui
