// SPDX-License-Identifier: MIT
#include "help/helppages.h"

#include "text/catalogue.h"

#include <QDir>
#include <QFile>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QHash>
#include <QPalette>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>

namespace lapwing::ui {
namespace {

std::vector<QTextBlock> headingsIn(const QTextDocument &document)
{
    std::vector<QTextBlock> headings;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() > 0)
            headings.push_back(block);
    }
    return headings;
}

void read(QTextDocument &document, const QUrl &place)
{
    QFile file(u':' + place.path());
    if (file.open(QIODevice::ReadOnly))
        document.setMarkdown(QString::fromUtf8(file.readAll()));
}

HelpPage readPage(const QString &name)
{
    HelpPage page{QUrl(QStringLiteral("qrc:/help/") + name), {}, {}, {}};
    QTextDocument document;
    read(document, inLanguage(page.source));
    const QStringList anchors = anchorsIn(page.source);
    qsizetype place = 0;
    for (const QTextBlock &heading : headingsIn(document)) {
        const QString anchor = anchors.value(place++);
        if (page.title.isEmpty()) {
            page.title = heading.text();
        } else if (heading.blockFormat().headingLevel() == 2) {
            page.sections << heading.text();
            page.anchors << anchor;
        }
    }
    return page;
}

void nameAnchor(QTextCursor cursor, const QString &anchor)
{
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    QTextCharFormat named;
    named.setAnchor(true);
    named.setAnchorNames({anchor});
    cursor.mergeCharFormat(named);
}

void finishHeading(const QTextBlock &heading, const QString &anchor, double line)
{
    QTextCursor cursor(heading);
    QTextBlockFormat apart;
    apart.setTopMargin(heading.blockNumber() == 0 ? 0 : line);
    cursor.mergeBlockFormat(apart);
    nameAnchor(cursor, anchor);
}

/// The first code in the first cell of a row can be linked to: `http-404`, and `http-…` as http-.
void finishRow(const QTextTableCell &first)
{
    const QTextBlock block = first.firstCursorPosition().block();
    for (QTextBlock::iterator at = block.begin(); !at.atEnd(); ++at) {
        if (!at.fragment().charFormat().fontFixedPitch())
            continue;
        QString code = at.fragment().text();
        nameAnchor(first.firstCursorPosition(), code.remove(u'…'));
        return;
    }
}

void finishTable(QTextTable *table, double line)
{
    QTextTableFormat roomy = table->format();
    roomy.setBorderCollapse(true);
    roomy.setCellPadding(line / 4);
    roomy.setBorderBrush(QGuiApplication::palette().color(QPalette::Mid));
    table->setFormat(roomy);
    for (int row = 1; row < table->rows(); ++row)
        finishRow(table->cellAt(row, 0));
}

} // namespace

std::vector<HelpPage> helpPages()
{
    const QString start = QStringLiteral("start.md");
    std::vector<HelpPage> pages{readPage(start)};
    for (const QString &name : QDir(QStringLiteral(":/help")).entryList(QDir::Files, QDir::Name)) {
        if (name != start)
            pages.push_back(readPage(name));
    }
    return pages;
}

QUrl inLanguage(const QUrl &source)
{
    QUrl place = source;
    place.setPath(QStringLiteral("/help/%1/%2").arg(text::language(), source.fileName()));
    return QFile::exists(u':' + place.path()) ? place : source;
}

QString anchorOf(const QString &heading)
{
    static const QRegularExpression punctuation(QStringLiteral("[^\\w\\s-]"),
                                                QRegularExpression::UseUnicodePropertiesOption);
    return heading.toLower().remove(punctuation).replace(u' ', u'-');
}

QStringList anchorsIn(const QUrl &source)
{
    static QHash<QString, QStringList>
        known; // pages are asked for again and again, and do not change
    QStringList &anchors = known[source.fileName()];
    if (!anchors.isEmpty())
        return anchors;
    QTextDocument english;
    read(english, source);
    for (const QTextBlock &heading : headingsIn(english))
        anchors << anchorOf(heading.text());
    return anchors;
}

void finishPage(QTextDocument *document, const QUrl &source)
{
    const double line = QFontMetricsF(document->defaultFont()).height();
    document->setDocumentMargin(line);
    const QStringList anchors = anchorsIn(source);
    qsizetype place = 0;
    for (const QTextBlock &heading : headingsIn(*document))
        finishHeading(heading, anchors.value(place++), line);
    for (QTextFrame *frame : document->rootFrame()->childFrames()) {
        if (auto *table = qobject_cast<QTextTable *>(frame))
            finishTable(table, line);
    }
}

} // namespace lapwing::ui
