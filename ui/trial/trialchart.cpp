// SPDX-License-Identifier: MIT
#include "trial/trialchart.h"

#include "letterwidth.h"
#include "tabular.h"
#include "text/catalogue.h"

#include <QHelpEvent>
#include <QToolTip>

#include <algorithm>

namespace lapwing::ui {

TrialChart::TrialChart(QWidget *parent) : QWidget(parent)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    text::inEachLanguage(this, [this] { setAccessibleName(tr("Picture of the runs")); });
}

void TrialChart::setPicture(const TrialPicture &picture)
{
    m_picture = picture;
    const QString spoken = spokenText(picture);
    if (accessibleDescription() != spoken)
        setAccessibleDescription(spoken);
    update();
}

QSize TrialChart::sizeHint() const
{
    return {letterWidth(fontMetrics()) * 90, fontMetrics().height() * 15};
}

QSize TrialChart::minimumSizeHint() const
{
    return {letterWidth(fontMetrics()) * 40, fontMetrics().height() * 10};
}

void TrialChart::paintEvent(QPaintEvent *)
{
    const Inks inks(palette(), devicePixelRatioF());
    QPainter painter(this);
    painter.setFont(tabular(font()));
    const double space = letterWidth(fontMetrics());
    const QRectF area = QRectF(rect()).adjusted(2 * space, space, -2 * space, -space);
    const ChartCanvas canvas(painter, inks, area, layoutDirection() == Qt::RightToLeft);
    m_marks = m_picture.isSweep() ? paintSweep(canvas, m_picture) : paintRounds(canvas, m_picture);
}

bool TrialChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), tipAt(help->pos()), this);
    return true;
}

/// Of the nearest, if it is near.
QString TrialChart::tipAt(const QPointF &point) const
{
    const auto distance = [&point](const ChartMark &mark) {
        return QPointF::dotProduct(mark.at - point, mark.at - point);
    };
    const auto nearest = std::ranges::min_element(m_marks, {}, distance);
    const double reach = fontMetrics().height();
    return nearest != m_marks.end() && distance(*nearest) < reach * reach ? nearest->text
                                                                          : QString();
}

} // namespace lapwing::ui
