// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace lapwing::ui {

/// One bar of the comparison, as a part of a scale that it shares with the other.
class DurationBar : public QWidget {
    Q_OBJECT

public:
    enum class Kind {
        Together,  ///< solid
        Estimated, ///< hatched up to the low end, lighter from there to the high end
        Measured,  ///< solid, in another colour
    };

    explicit DurationBar(QWidget *parent = nullptr);
    void setBar(Kind kind, double low, double high);
    /// What the end of the scale is; shown there while the bar leaves room for it.
    void setScaleEnd(const QString &end);

    [[nodiscard]] double low() const { return m_low; }
    [[nodiscard]] double high() const { return m_high; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintBar(QPainter &painter, const QRectF &whole) const;
    void paintScaleEnd(QPainter &painter) const;

    Kind m_kind = Kind::Together;
    double m_low = 0;
    double m_high = 0;
    QString m_scaleEnd;
};

} // namespace lapwing::ui
