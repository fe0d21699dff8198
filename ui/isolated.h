// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>
#include <QStyle>

namespace lapwing::ui {

/// `text` in the order of its own language where `around` it all runs from right to left: else "5.0 s" is shown as
/// "s 5.0" there, and a full stop stands before its sentence. U+2068 and U+2069: Unicode Annex 9, first strong
/// isolate.
[[nodiscard]] inline QString isolated(const QString &text, Qt::LayoutDirection around)
{
    if (text.isEmpty() || around == Qt::LeftToRight)
        return text;
    return QChar(0x2068) + text + QChar(0x2069);
}

[[nodiscard]] inline QString isolated(const QString &text, const QWidget *widget)
{
    return isolated(text, widget->layoutDirection());
}

/// The same in a label, at the side where its line begins: QLabel aligns by the direction of the text.
inline void setIsolatedText(QLabel *label, const QString &text)
{
    label->setText(isolated(text, label));
    label->setAlignment(QStyle::visualAlignment(label->layoutDirection(), Qt::AlignLeft)
                        | Qt::AlignVCenter);
}

} // namespace lapwing::ui
