// SPDX-License-Identifier: MIT
#include "input/linksedit.h"

#include <QMimeData>
#include <QUrl>

namespace lapwing::ui {
namespace {

QStringList localFiles(const QMimeData &data)
{
    QStringList paths;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

/// Links on lines of their own; of a page, its source, in which its links are found.
QString textOf(const QMimeData &data)
{
    if (data.hasText())
        return data.text();
    return data.hasHtml() ? data.html() : QString();
}

} // namespace

LinksEdit::LinksEdit(QWidget *parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setLineWrapMode(NoWrap);
}

void LinksEdit::take(const QMimeData &given)
{
    moveCursor(QTextCursor::End);
    if (!textCursor().atBlockStart() && localFiles(given).isEmpty())
        insertPlainText(QStringLiteral("\n"));
    insertFromMimeData(&given);
}

void LinksEdit::takeText(const QString &text)
{
    if (text.size() > mostText)
        Q_EMIT longTextGiven(text);
    else
        insertPlainText(text);
}

bool LinksEdit::canInsertFromMimeData(const QMimeData *given) const
{
    return given->hasUrls() || given->hasText() || given->hasHtml();
}

void LinksEdit::insertFromMimeData(const QMimeData *given)
{
    const QStringList files = localFiles(*given);
    if (!files.isEmpty())
        Q_EMIT filesGiven(files);
    else
        takeText(textOf(*given));
}

} // namespace lapwing::ui
