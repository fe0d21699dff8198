// SPDX-License-Identifier: MIT
#include "help/helppages.h"

#include <QDir>
#include <QFontMetricsF>
#include <QGuiApplication>
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

HelpPage readPage(const QString &name)
{
    HelpPage page{QUrl(QStringLiteral("qrc:/help/") + name), {}, {}};
    QFile file(QStringLiteral(":/help/") + name);
    QTextDocument document;
    if (file.open(QIODevice::ReadOnly))
        document.setMarkdown(QString::fromUtf8(file.readAll()));
    for (const QTextBlock &heading : headingsIn(document)) {
        if (page.title.isEmpty())
            page.title = heading.text();
        else if (heading.blockFormat().headingLevel() == 2)
            page.sections << heading.text();
    }
    return page;
}

void finishHeading(const QTextBlock &heading, double line)
{
    QTextCursor cursor(heading);
    QTextBlockFormat apart;
    apart.setTopMargin(heading.blockNumber() == 0 ? 0 : line);
    cursor.mergeBlockFormat(apart);
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    QTextCharFormat named;
    named.setAnchor(true);
    named.setAnchorNames({anchorOf(heading.text())});
    cursor.mergeCharFormat(named);
}

/// A code in the first cell of a row can be linked to: `http-404`.
void finishRow(const QTextTableCell &first)
{
    const QString code = first.firstCursorPosition().block().text().section(u' ', 0, 0);
    if (first.firstCursorPosition().block().begin().fragment().charFormat().fontFixedPitch()) {
        QTextCursor cursor = first.firstCursorPosition();
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        QTextCharFormat named;
        named.setAnchor(true);
        named.setAnchorNames({code});
        cursor.mergeCharFormat(named);
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

QString anchorOf(const QString &heading)
{
    static const QRegularExpression punctuation(QStringLiteral("[^\\w\\s-]"),
                                                QRegularExpression::UseUnicodePropertiesOption);
    return heading.toLower().remove(punctuation).replace(u' ', u'-');
}

void finishPage(QTextDocument *document)
{
    const double line = QFontMetricsF(document->defaultFont()).height();
    document->setDocumentMargin(line);
    for (const QTextBlock &heading : headingsIn(*document))
        finishHeading(heading, line);
    for (QTextFrame *frame : document->rootFrame()->childFrames()) {
        if (auto *table = qobject_cast<QTextTable *>(frame))
            finishTable(table, line);
    }
}

} // namespace lapwing::ui
