// SPDX-License-Identifier: MIT
#include "summary/roombar.h"

#include "list/statuslook.h"
#include "ui_roombar.h"

#include <QEvent>

namespace lapwing::ui {

RoomBar::RoomBar(QWidget *parent) : QFrame(parent), m_ui(std::make_unique<Ui::RoomBar>())
{
    m_ui->setupUi(this);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    m_ui->sign->setFont(large);
    colourSign();
    hide();
    connect(m_ui->goOn, &QPushButton::clicked, this, &RoomBar::goOn);
}

RoomBar::~RoomBar() = default;

void RoomBar::show(const QString &text)
{
    if (m_ui->text->text() != text)
        m_ui->text->setText(text);
    setAccessibleDescription(text);
    setVisible(!text.isEmpty());
}

void RoomBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        colourSign();
}

void RoomBar::colourSign()
{
    QPalette own = palette();
    own.setColor(QPalette::WindowText, colourOf(record::TaskState::Failed, palette()));
    m_ui->sign->setPalette(own);
}

} // namespace lapwing::ui
