// SPDX-License-Identifier: MIT
#pragma once

#include "report/markup.h"

#include <QStringList>

namespace lapwing::report {

/// A cell of a table. `title` says more to a pointer that rests on it.
struct TableCell {
    QString text;
    QString title{};
    const char *looks = nullptr; ///< a class of the style sheet: "n" a figure, "na" none, "bad" ...
    QString below{};             ///< a second, smaller line
};

/// The first column names the row.
struct Table {
    QString caption;
    QStringList heads;
    QStringList headTitles{}; ///< for each head, or none
    int figuresFrom = 1;      ///< heads from this column on stand over figures
    std::vector<std::vector<TableCell>> rows{};
};

/// Tables, sections and lists in HTML that is XML too.
void writeTable(Markup &page, const Table &table);
/// Opens <section> with a heading; close() it.
void openSection(Markup &page, const char *id, const QString &title);
/// Opens a <div> for what may be wider than the page, and can be scrolled by keys too; close() it.
void openScrollable(Markup &page, const QString &name);
void writeParagraph(Markup &page, const QString &text, const char *looks = nullptr);

} // namespace lapwing::report
