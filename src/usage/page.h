// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace lapwing::usage {

/// A name and what it means: a variable, a file.
struct Term {
    QString name;
    QString text;
};

struct PageOption {
    QString shortName; ///< empty: none
    QString longName;
    QString value; ///< empty: a flag
    QString text;
    QStringList words; ///< see Option::words

    [[nodiscard]] bool isFile() const { return value == u"FILE"; }
    [[nodiscard]] bool isFolder() const { return value == u"DIR"; }
    [[nodiscard]] bool hasEndings() const { return isFile() && !words.isEmpty(); }
};

/// Which words may follow which one; the first follow the name of the command.
using Following = QMap<QString, QStringList>;

enum class Operand { None, Text, File, Document }; ///< Document: a file that ends in .json

/// All that is told of how a program or a command is called; manuals and completions are made of it.
struct Page {
    QString name; ///< "lapwing-cli get"
    QString version;
    QString operands; ///< for the synopsis; empty: it takes none
    Operand operand = Operand::None;
    Following following; ///< what Operand::Text is completed with; empty: nothing
    QString summary;     ///< a sentence
    QString description; ///< a paragraph in each line
    QList<PageOption> options;
    QString exitStatus;
    QList<Term> environment;
    QList<Term> files;
    QStringList examples;
    QList<Page> commands;
    QStringList related; ///< names of other pages

    [[nodiscard]] QString fileName() const { return QString(name).replace(u' ', u'-'); }
    /// Whether it, or one of its commands, writes a file whose ending is one of several.
    [[nodiscard]] bool knowsEndings() const;
    /// "get" of "lapwing-cli get"
    [[nodiscard]] QString command() const { return name.section(u' ', -1); }
};

/// `text` up to its first pause, for where a line has to do.
[[nodiscard]] QString brief(const QString &text);

} // namespace lapwing::usage
