// SPDX-License-Identifier: MIT
#include "input/dropzone.h"

#include "input/linkreading.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>

#include <algorithm>

namespace lapwing::ui {
namespace {

bool mayHoldLinks(const QMimeData &data)
{
    constexpr std::array formats{"text/uri-list", "text/html", "text/plain"};
    return std::ranges::any_of(
        formats, [&data](const char *format) { return data.hasFormat(QLatin1String(format)); });
}

QString invitation(const plan::Links &links)
{
    const int count = static_cast<int>(links.urls.size());
    if (count == 0)
        return DropZone::tr("No links found in what you are dragging");
    return DropZone::tr("Drop to add %Ln links", nullptr, count);
}

} // namespace

DropZone::DropZone(QWidget *window, BackgroundQueue &errands) : QWidget(window), m_errands(errands)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

bool DropZone::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter:
        enter(static_cast<QDragEnterEvent *>(event));
        return true;
    case QEvent::Drop:
        drop(static_cast<QDropEvent *>(event));
        return true;
    case QEvent::DragLeave:
        leave();
        return true;
    case QEvent::DragMove:
        event->accept();
        return true;
    case QEvent::Resize:
        resize(parentWidget()->size());
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void DropZone::enter(QDragEnterEvent *event)
{
    const bool isOurs = event->source() != nullptr; // a file that is dragged out
    if (isOurs || !mayHoldLinks(*event->mimeData())) {
        event->ignore();
        return;
    }
    event->setDropAction(Qt::CopyAction);
    event->accept();
    setText(tr("Drop to add links"));
    m_drag = std::make_shared<Drag>();
    readLinks(m_errands, *event->mimeData(), [this, drag = m_drag](plan::Links links) {
        drag->links = std::move(links);
        if (drag->dropped)
            Q_EMIT dropped(*drag->links);
        else if (drag == m_drag)
            setText(invitation(*drag->links));
    });
}

void DropZone::drop(QDropEvent *event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
    const std::shared_ptr<Drag> drag = m_drag;
    leave();
    if (!drag)
        return;
    drag->dropped = true;
    if (drag->links)
        Q_EMIT dropped(*drag->links);
}

void DropZone::leave()
{
    m_drag.reset();
    hide();
}

void DropZone::setText(const QString &text)
{
    m_text = text;
    raise();
    show();
    update();
}

void DropZone::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor veil = palette().color(QPalette::Base);
    veil.setAlphaF(0.85F);
    painter.fillRect(rect(), veil);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 3, Qt::DashLine));
    painter.drawRoundedRect(rect().adjusted(12, 12, -12, -12), 8, 8);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 2);
    painter.setFont(large);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, m_text);
}

} // namespace lapwing::ui
