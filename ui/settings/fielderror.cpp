// SPDX-License-Identifier: MIT
#include "settings/fielderror.h"

#include "list/statusstyle.h"

namespace lapwing::ui {

FieldError::FieldError(QWidget *parent) : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    hide();
}

void FieldError::setMessage(const QString &sentence)
{
    QPalette own = parentWidget()->palette();
    own.setColor(QPalette::WindowText, colourOf(record::TaskState::Failed, own));
    setPalette(own);
    setText(sentence.isEmpty() ? QString() : glyphOf(record::TaskState::Failed) + u' ' + sentence);
    setVisible(!sentence.isEmpty());
}

} // namespace lapwing::ui
