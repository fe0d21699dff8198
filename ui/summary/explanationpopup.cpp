// SPDX-License-Identifier: MIT
#include "summary/explanationpopup.h"

#include "help/helplink.h"
#include "isolated.h"
#include "letterwidth.h"

#include <QFrame>
#include <QLabel>
#include <QScreen>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace lapwing::ui {
namespace {

constexpr int charactersInLine = 70;

QString paragraphs(const QString &text, const QWidget *widget)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = isolated(line, widget);
    return lines.join(QStringLiteral("\n\n"));
}

QLabel *linkIn(QFrame *frame, const QUrl &more)
{
    auto *link = new QLabel(frame);
    showMoreLink(link, more);
    // What it opens is not to stand behind the frame.
    QObject::connect(link, &QLabel::linkActivated, frame, &QFrame::close);
    return link;
}

QFrame *frameFor(const QString &text, const QUrl &more, QWidget *button)
{
    auto *frame = new QFrame(button, Qt::Popup);
    frame->setObjectName(QStringLiteral("explanation"));
    frame->setAttribute(Qt::WA_DeleteOnClose);
    frame->setFrameShape(QFrame::StyledPanel);
    frame->setLayoutDirection(button->layoutDirection());
    frame->setAccessibleName(button->accessibleName());
    auto *label = new QLabel(paragraphs(text, button), frame);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    const int width = letterWidth(label->fontMetrics()) * charactersInLine;
    label->setFixedWidth(std::min(width, button->window()->width() * 9 / 10));
    auto *column = new QVBoxLayout(frame);
    column->addWidget(label);
    column->addWidget(linkIn(frame, more));
    label->setFocus();
    return frame;
}

} // namespace

void showExplanation(const QString &text, const QUrl &more, QWidget *button)
{
    QFrame *frame = frameFor(text, more, button);
    frame->adjustSize();
    const QRect screen = button->screen()->availableGeometry();
    QPoint place = button->mapToGlobal(button->rect().bottomRight());
    if (button->layoutDirection() == Qt::LeftToRight)
        place.rx() -= frame->width();
    else
        place.rx() -= button->width();
    place.setX(std::clamp(place.x(), screen.left(),
                          std::max(screen.left(), screen.right() - frame->width())));
    place.setY(std::min(place.y(), std::max(screen.top(), screen.bottom() - frame->height())));
    frame->move(place);
    frame->show();
}

} // namespace lapwing::ui
