// SPDX-License-Identifier: MIT
#include "usage/manpage.h"

namespace lapwing::usage {
namespace {

/// groff takes a bare '-' for a hyphen, which cannot be copied into a shell, and a line that begins with a
/// point or an apostrophe for a request.
QString escaped(QString text)
{
    text.replace(u'\\', QStringLiteral("\\e")).replace(u'-', QStringLiteral("\\-"));
    text.replace(u'~', QStringLiteral("\\(ti")).replace(u'^', QStringLiteral("\\(ha"));
    text.replace(u'\'', QStringLiteral("\\(aq")).replace(u'"', QStringLiteral("\\(dq"));
    return text.startsWith(u'.') ? QStringLiteral("\\&") + text : text;
}

QString bold(const QString &text)
{
    return QStringLiteral("\\fB%1\\fR").arg(escaped(text));
}

QString italic(const QString &text)
{
    return QStringLiteral("\\fI%1\\fR").arg(escaped(text));
}

QString section(const QString &title)
{
    return QStringLiteral(".SH %1\n").arg(title);
}

QString paragraphs(const QString &text)
{
    QString page;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
        page += QStringLiteral(".PP\n") + escaped(line) + u'\n';
    return page;
}

/// A section of names with what they mean; nothing without any.
QString terms(const QString &title, const QList<Term> &all)
{
    QString page = all.isEmpty() ? QString() : section(title);
    for (const Term &term : all)
        page += QStringLiteral(".TP\n%1\n%2\n").arg(bold(term.name), escaped(term.text));
    return page;
}

QString named(const PageOption &option)
{
    QString name;
    if (!option.shortName.isEmpty())
        name = bold(u'-' + option.shortName) + QStringLiteral(", ");
    name += bold(QStringLiteral("--") + option.longName);
    return option.value.isEmpty() ? name : name + u' ' + italic(option.value);
}

QString options(const Page &page)
{
    QString all = section(QStringLiteral("OPTIONS"));
    for (const PageOption &option : page.options)
        all += QStringLiteral(".TP\n%1\n%2\n").arg(named(option), escaped(option.text));
    return all;
}

QString synopsis(const Page &page)
{
    QString line = bold(page.name);
    if (!page.commands.isEmpty())
        line += u' ' + italic(QStringLiteral("COMMAND"));
    line += QStringLiteral(" [") + italic(QStringLiteral("options")) + u']';
    if (!page.operands.isEmpty())
        line += u' ' + escaped(page.operands);
    return section(QStringLiteral("SYNOPSIS")) + line + u'\n';
}

QString reference(const QString &name)
{
    return QStringLiteral(".BR %1 (1)").arg(escaped(name));
}

QString commands(const Page &page)
{
    QString all = page.commands.isEmpty() ? QString() : section(QStringLiteral("COMMANDS"));
    for (const Page &command : page.commands)
        all += QStringLiteral(".TP\n%1\n%2\n")
                   .arg(reference(command.fileName()), escaped(command.summary));
    return all;
}

QString examples(const Page &page)
{
    if (page.examples.isEmpty())
        return {};
    QString all = section(QStringLiteral("EXAMPLES"));
    for (const QString &example : page.examples)
        all += QStringLiteral(".PP\n.nf\n.RS\n%1\n.RE\n.fi\n").arg(escaped(example));
    return all;
}

QString related(const Page &page)
{
    QStringList lines;
    for (const QString &name : page.related)
        lines << reference(name);
    return lines.isEmpty()
        ? QString()
        : section(QStringLiteral("SEE ALSO")) + lines.join(QStringLiteral(",\n")) + u'\n';
}

/// As whatis(1) shows it: without capital and full stop.
QString inList(const QString &summary)
{
    const QString sentence = summary.chopped(summary.endsWith(u'.') ? 1 : 0);
    return sentence.left(1).toLower() + sentence.mid(1);
}

} // namespace

QByteArray manPage(const Page &page)
{
    const QString name = escaped(page.fileName());
    QString all = QStringLiteral(".TH %1 1 \"\" \"%2 %3\" \"User Commands\"\n")
                      .arg(name.toUpper(), escaped(page.name.section(u' ', 0, 0)), page.version);
    all += section(QStringLiteral("NAME"));
    all += QStringLiteral("%1 \\- %2\n").arg(name, escaped(inList(page.summary)));
    all += synopsis(page);
    all += section(QStringLiteral("DESCRIPTION"))
        + paragraphs(page.summary + u'\n' + page.description);
    all += commands(page) + options(page);
    if (!page.exitStatus.isEmpty())
        all += section(QStringLiteral("EXIT STATUS")) + paragraphs(page.exitStatus);
    all += terms(QStringLiteral("ENVIRONMENT"), page.environment);
    all += terms(QStringLiteral("FILES"), page.files);
    all += examples(page) + related(page);
    return all.toUtf8();
}

} // namespace lapwing::usage
