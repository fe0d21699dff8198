// SPDX-License-Identifier: MIT
#include "settings/complaint.h"

#include "list/statuslook.h"

namespace lapwing::ui {

Complaint::Complaint(QWidget *parent) : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    hide();
}

void Complaint::say(const QString &sentence)
{
    QPalette own = parentWidget()->palette();
    own.setColor(QPalette::WindowText, colourOf(record::TaskState::Failed, own));
    setPalette(own);
    setText(sentence.isEmpty() ? QString() : glyphOf(record::TaskState::Failed) + u' ' + sentence);
    setVisible(!sentence.isEmpty());
}

} // namespace lapwing::ui
