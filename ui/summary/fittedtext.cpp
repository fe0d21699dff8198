// SPDX-License-Identifier: MIT
#include "summary/fittedtext.h"

#include <QTextBlock>

#include <algorithm>
#include <cmath>

namespace lapwing::ui {

FittedText::FittedText(QWidget *parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setFrameShape(NoFrame);
    viewport()->setAutoFillBackground(false);
    connect(this, &QPlainTextEdit::textChanged, this, &FittedText::fit);
}

void FittedText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
}

void FittedText::fit()
{
    qreal height = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        height += blockBoundingRect(block).height();
    const int line = fontMetrics().lineSpacing();
    const int around = 2 * (frameWidth() + static_cast<int>(document()->documentMargin()));
    setFixedHeight(std::clamp(static_cast<int>(std::ceil(height)), 2 * line, 12 * line) + around);
}

} // namespace lapwing::ui
