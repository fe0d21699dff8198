// SPDX-License-Identifier: MIT
#include "report/page/page.h"

namespace lapwing::report {
namespace {

QString looksOf(const TableCell &cell)
{
    return QString::fromLatin1(cell.looks); // null stays null: no attribute
}

void writeHead(Markup &page, const Table &table)
{
    page.open("thead");
    page.open("tr");
    for (int column = 0; column < table.heads.size(); ++column) {
        const bool isFigure = column >= table.figuresFrom;
        page.element("th",
                     {{"scope", "col"},
                      {"class", isFigure ? QStringLiteral("n") : QString()},
                      {"title", table.headTitles.value(column)}},
                     table.heads.at(column));
    }
    page.close();
    page.close();
    page.lineBreak();
}

void writeRow(Markup &page, const std::vector<TableCell> &row)
{
    page.open("tr");
    for (const TableCell &cell : row) {
        const bool isFirst = &cell == &row.front();
        const QString title = cell.title.isEmpty() ? QString() : cell.title;
        page.open(isFirst ? "th" : "td",
                  {{"scope", isFirst ? QStringLiteral("row") : QString()},
                   {"class", looksOf(cell)},
                   {"title", title}});
        page.element("bdi", cell.text);
        if (!cell.below.isEmpty())
            page.element("small", cell.below);
        page.close();
    }
    page.close();
    page.lineBreak();
}

} // namespace

void writeTable(Markup &page, const Table &table)
{
    openScrollable(page, table.caption);
    page.open("table");
    page.element("caption", table.caption);
    writeHead(page, table);
    page.open("tbody");
    page.lineBreak();
    for (const std::vector<TableCell> &row : table.rows)
        writeRow(page, row);
    page.close();
    page.close();
    page.close();
    page.lineBreak();
}

void openSection(Markup &page, const char *id, const QString &title)
{
    page.open("section", {{"id", id}});
    page.element("h2", title);
    page.lineBreak();
}

void openScrollable(Markup &page, const QString &name)
{
    page.open("div",
              {{"class", "scroll"}, {"role", "region"}, {"tabindex", "0"}, {"aria-label", name}});
}

void writeParagraph(Markup &page, const QString &text, const char *looks)
{
    if (text.isEmpty())
        return;
    page.element("p", {{"class", QString::fromLatin1(looks)}}, text);
    page.lineBreak();
}

} // namespace lapwing::report
