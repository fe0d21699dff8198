// SPDX-License-Identifier: MIT
#include "cli/helppage.h"

#include "cli/wrapping.h"
#include "text/catalogue.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace lapwing::cli {
namespace {

const QString folder = QStringLiteral(":/help");
const QString ending = QStringLiteral(".md");

/// In the language that is spoken, where there is such a page.
QString pathOf(const QString &name)
{
    const QString file = u'/' + name + ending;
    const QString translated = folder + u'/' + text::language() + file;
    return QFile::exists(translated) ? translated : folder + file;
}

QStringList linesOf(const QString &name)
{
    QFile file(pathOf(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    lines.removeIf([](const QString &line) { return line.startsWith(u"<!--"); });
    return lines;
}

/// Without the signs of Markdown that mean nothing in a terminal.
QString plain(QString text)
{
    static const QRegularExpression link(QStringLiteral("\\[([^\\]]*)\\]\\([^)]*\\)"));
    static const QRegularExpression emphasis(QStringLiteral("\\*+([^*]+)\\*+"));
    return text.replace(link, QStringLiteral("\\1"))
        .replace(emphasis, QStringLiteral("\\1"))
        .remove(u'`');
}

QString indented(const QString &paragraph, qsizetype indent, qsizetype width)
{
    return QString(indent, u' ') + wrapped(paragraph, indent, width) + u'\n';
}

bool isRow(const QString &line)
{
    return line.startsWith(u'|');
}

/// The first cell, and the others below it.
QString rowText(const QString &line, qsizetype width)
{
    static const QRegularExpression rule(QStringLiteral("^[|\\s:-]+$"));
    if (rule.match(line).hasMatch())
        return {};
    QStringList cells =
        line.mid(1).chopped(line.endsWith(u'|') ? 1 : 0).split(QStringLiteral(" | "));
    QString text = indented(plain(cells.takeFirst()), 2, width);
    for (const QString &cell : cells) {
        if (!cell.trimmed().isEmpty())
            text += indented(plain(cell), 6, width);
    }
    return text;
}

/// The start of a line that is not the next one of a paragraph.
bool begins(const QString &line)
{
    static const QRegularExpression start(QStringLiteral("^(#|\\||    |- |\\d+\\. |$)"));
    return start.match(line).hasMatch();
}

} // namespace

QStringList helpPageNames()
{
    QStringList names = QDir(folder).entryList({u'*' + ending}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(ending.size());
    return names;
}

QString titleOfHelpPage(const QString &name)
{
    for (const QString &line : linesOf(name)) {
        if (line.startsWith(u"# "))
            return line.mid(2);
    }
    return name;
}

QString helpPageText(const QString &name, qsizetype width)
{
    const QStringList lines = linesOf(name);
    QString page;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QString paragraph = lines.at(i);
        if (isRow(paragraph)) {
            page += rowText(paragraph, width);
            continue;
        }
        if (paragraph.startsWith(u"    ") || paragraph.isEmpty() || paragraph.startsWith(u'#')) {
            page += plain(paragraph).remove(QRegularExpression(QStringLiteral("^#+ "))) + u'\n';
            continue;
        }
        while (i + 1 < lines.size() && !begins(lines.at(i + 1)))
            paragraph += u' ' + lines.at(++i).trimmed();
        page += indented(plain(paragraph), 0, width);
    }
    return page.trimmed() + u'\n';
}

} // namespace lapwing::cli
