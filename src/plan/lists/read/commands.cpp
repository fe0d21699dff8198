// SPDX-License-Identifier: MIT
#include "plan/lists/read/beginning.h"
#include "plan/lists/read/commandreader.h"
#include "plan/lists/read/readers.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

/// What a request begins with that a browser copied for PowerShell or as JavaScript; empty: it is neither.
QString otherProgram(const QString &line)
{
    static const QRegularExpression pattern(
        u"^(?:await\\s+)?(fetch(?=\\()|(?i:Invoke-(?:WebRequest|RestMethod))(?=\\s)|"
        "(?i:iwr|irm)(?=\\s+(?:-|[\"'(]?https?:))|\\$session(?=\\s*=))"_s);
    return pattern.match(line).captured(1);
}

/// To cmd.exe a "^" stands before a quotation mark, before "&" and "%" in a link, and at the end of a line that goes on;
/// what bash has in single quotation marks is a value.
bool isForCmd(const QString &text)
{
    static const QRegularExpression pattern(
        u"^[^'\\r\\n]*(?:\\s\\^\"|\"https?://[^\\s\"']*\\^[&%])|\\s\\^(?:\\r?\\n|\\z)"_s,
        QRegularExpression::MultilineOption);
    return text.contains(pattern);
}

} // namespace

Links linksFromCommands(const QByteArray &bytes, const Reading &)
{
    Links links;
    const QByteArray text = utf8From(bytes.first(std::min<qsizetype>(bytes.size(), maxListSize)));
    const QByteArray start = text.first(std::min<qsizetype>(text.size(), maxLineLength));
    const QString other = otherProgram(firstLine(text));
    if (!other.isEmpty() || isForCmd(QString::fromUtf8(start))) {
        refuse(links, 1, other.isEmpty() ? u"curl"_s : other, {ListFault::OtherShell});
        return links;
    }
    CommandReader reader(links, false);
    readCommands(QString::fromUtf8(text), [&](const ShellCommand &command) {
        if (!tooManyRejects(links))
            reader.read(command);
    });
    if (bytes.size() > maxListSize)
        refuse(links, 0, {}, {ListFault::ListTooLarge});
    return links;
}

/// A shell that goes on with the next line takes what is put there for a part of the command.
void takeCommandLine(Links &links, int line, const QString &text)
{
    const QString other = otherProgram(text);
    if (!other.isEmpty() || isForCmd(text))
        return refuse(links, line, other.isEmpty() ? u"curl"_s : other, {ListFault::OtherShell});
    const QStringList next{u":"_s};
    std::vector<ShellCommand> commands;
    readCommands(text + u'\n' + next.constFirst(),
                 [&commands](ShellCommand command) { commands.push_back(std::move(command)); });
    if (commands.back().words != next)
        return refuse(links, line, commands.front().words.constFirst(), {ListFault::OpenCommand});
    commands.pop_back();
    CommandReader reader(links, true);
    for (ShellCommand &command : commands) {
        command.line = line;
        reader.read(command);
    }
}

/// It has an option, or a link with its scheme: "curl is a program" is none. So are those that are refused, since their
/// link alone, without their headers, may be a page.
bool isCommandLine(const QString &line)
{
    static const QRegularExpression pattern(
        u"^(?:\\$ +)?(?:sudo +)?(?:curl(?:\\.exe)?|wget2?) +(?:--?\\w|[$^]?[\"']?https?://)"_s);
    return line.contains(pattern) || !otherProgram(line).isEmpty();
}

/// Of a shell's script the other commands are refused one by one.
bool isCommands(QByteArrayView text)
{
    static const QRegularExpression program(
        u"^(?:\\$ +)?(?:sudo +)?(?:curl(?:\\.exe)?|wget2?)\\s"_s);
    static const QRegularExpression shell(u"^#!\\s*/[^\\r\\n]*sh\\b"_s);
    const auto isCommand = [](const QString &line) { return isCommandLine(line.trimmed()); };
    const bool isScript =
        QString::fromUtf8(text.first(std::min<qsizetype>(text.size(), 256))).contains(shell);
    const QString line = firstLine(text);
    return line.contains(program) || !otherProgram(line).isEmpty()
        || (isScript && std::ranges::any_of(firstLines(text, allLines), isCommand));
}

} // namespace lapwing::plan
