// SPDX-License-Identifier: MIT
#include "summary/diskfullbar.h"

#include "list/statusstyle.h"
#include "text/catalogue.h"
#include "ui_diskfullbar.h"

#include <QEvent>

namespace lapwing::ui {

DiskFullBar::DiskFullBar(QWidget *parent)
    : QFrame(parent), m_ui(std::make_unique<Ui::DiskFullBar>())
{
    m_ui->setupUi(this);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    m_ui->sign->setFont(large);
    colourSign();
    hide();
    text::inEachLanguage(this, [this] { m_ui->retranslateUi(this); });
    connect(m_ui->resume, &QPushButton::clicked, this, &DiskFullBar::resumeAfterDiskFull);
}

DiskFullBar::~DiskFullBar() = default;

void DiskFullBar::setText(const QString &text)
{
    if (m_ui->text->text() != text)
        m_ui->text->setText(text);
    setAccessibleDescription(text);
    setVisible(!text.isEmpty());
}

void DiskFullBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        colourSign();
}

void DiskFullBar::colourSign()
{
    QPalette own = palette();
    own.setColor(QPalette::WindowText, colourOf(record::TaskState::Failed, palette()));
    m_ui->sign->setPalette(own);
}

} // namespace lapwing::ui
