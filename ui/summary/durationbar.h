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

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind = Kind::Together;
    double m_low = 0;
    double m_high = 0;
};

} // namespace lapwing::ui
