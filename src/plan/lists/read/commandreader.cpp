// SPDX-License-Identifier: MIT
#include "plan/lists/read/commandreader.h"

#include "plan/access/header.h"
#include "plan/entryterms.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

/// "TOKEN=1" is no program, and its value may be a secret.
QString withoutValue(const QString &program)
{
    static const QRegularExpression value(u"^(\\w+=).*$"_s);
    return QString(program).replace(value, u"\\1…"_s);
}

const QRegularExpression &beforeBracket()
{
    static const QRegularExpression escape(u"\\\\(?=[\\[\\]{}])"_s);
    return escape;
}

/// To curl, brackets are ranges but for those behind a "\", which a browser writes, and those of an IPv6 address (its
/// tool_urlglob.c).
bool isRange(const QString &link)
{
    static const QRegularExpression address(u"^\\w+://(?:[^/]*@)?\\[[^/\\]]*:[^/\\]]*\\]"_s);
    static const QRegularExpression bracket(u"(?<!\\\\)[\\[\\]{}]"_s);
    return QString(link).remove(address).contains(bracket);
}

} // namespace

const CommandOption *CommandReader::find(QStringView name) const
{
    const auto found = std::ranges::find(m_options, name, &CommandOption::name);
    return found == m_options.end() ? nullptr : &*found;
}

void CommandReader::read(const ShellCommand &command)
{
    ShellCommand rest = command;
    for (const QStringView before : {u"$", u"sudo"}) {
        if (rest.words.size() > 1 && rest.words.constFirst() == before)
            rest.words.removeFirst();
    }
    const QString program = rest.words.takeFirst();
    m_isCurl = program == u"curl" || program == u"curl.exe";
    m_hasOwnNames = false;
    m_hasRanges = m_isCurl;
    m_common = {};
    m_urls.clear();
    m_outputs.clear();
    if (!m_isCurl && program != u"wget" && program != u"wget2")
        return refuse(m_links, command.line, withoutValue(program), {ListFault::NoLink});
    m_options = m_isCurl ? optionsOfCurl() : optionsOfWget();
    const Error error = command.hasExpansion ? ListError{ListFault::Expansion} : readWords(rest);
    if (error)
        return refuse(m_links, command.line, shownFor(program), *error);
    takeLinks(command);
}

/// What a message repeats of a command that may be full of secrets: its first link. An operand without a scheme may be
/// the value of an option that is not known here.
QString CommandReader::shownFor(const QString &program) const
{
    const auto isLink = [](const QString &word) { return word.contains(u"://"_s); };
    const auto link = std::ranges::find_if(m_urls, isLink);
    return link == m_urls.end() ? program : *link;
}

CommandReader::Error CommandReader::readWords(const ShellCommand &command)
{
    Error first;
    bool isOperand = false; // behind "--"
    for (qsizetype place = 0; place < command.words.size(); ++place) {
        const QString &word = command.words.at(place);
        if (isOperand || !word.startsWith(u'-') || word == u"-") {
            m_urls << word;
        } else if (word == u"--") {
            isOperand = true;
        } else if (const Error error = readOption(command.words, place); error && !first) {
            first = error;
        }
    }
    return first;
}

CommandReader::Error CommandReader::readOption(const QStringList &words, qsizetype &place)
{
    const QString &word = words.at(place);
    const QString name = word.section(u'=', 0, 0);
    if (!word.startsWith(u"--"_s) && find(word) == nullptr)
        return readShort(words, place);
    const CommandOption *option = find(name);
    if (option == nullptr)
        return ListError{ListFault::UnknownOption, name};
    if (!takesValue(option->meaning))
        return apply(*option, {});
    if (name.size() < word.size())
        return apply(*option, word.sliced(name.size() + 1));
    if (place + 1 >= words.size())
        return ListError{ListFault::OptionValue, name};
    return apply(*option, words.at(++place));
}

/// "-sSLo" and "-oNAME": letters, of which the last may have its value behind it.
CommandReader::Error CommandReader::readShort(const QStringList &words, qsizetype &place)
{
    const QString &word = words.at(place);
    for (qsizetype at = 1; at < word.size(); ++at) {
        const QString name = u'-' + word.sliced(at, 1);
        const CommandOption *option = find(name);
        if (option == nullptr)
            return ListError{ListFault::UnknownOption, name};
        if (!takesValue(option->meaning)) {
            if (const Error error = apply(*option, {}))
                return error;
            continue;
        }
        if (at + 1 < word.size())
            return apply(*option, word.sliced(at + 1));
        if (place + 1 >= words.size())
            return ListError{ListFault::OptionValue, name};
        return apply(*option, words.at(++place));
    }
    return std::nullopt;
}

CommandReader::Error CommandReader::apply(const CommandOption &option, const QString &value)
{
    switch (option.meaning) {
    case Meaning::Nothing:
    case Meaning::Valued:
        break;
    case Meaning::Unused:
    case Meaning::UnusedValue:
        m_common.unused << option.name.toString();
        break;
    case Meaning::Header:
        return applyHeader(value);
    case Meaning::UserAgent:
        return put(m_common, {Field::Header, u"User-Agent"_s}, value);
    case Meaning::Referer:
        return put(m_common, {Field::Header, u"Referer"_s}, value.section(u";auto"_s, 0, 0));
    case Meaning::Cookie:
        return applyCookie(option, value);
    case Meaning::Login:
        m_common.user = value.section(u':', 0, 0);
        m_common.password = value.section(u':', 1);
        break;
    case Meaning::User:
        m_common.user = value;
        break;
    case Meaning::Password:
        m_common.password = value;
        break;
    case Meaning::Output:
    case Meaning::OwnName:
        applyOutput(value);
        break;
    case Meaning::OwnNames:
        m_hasOwnNames = true;
        break;
    case Meaning::AsWritten:
        m_hasRanges = false;
        break;
    case Meaning::Folder:
        m_common.extras.folder = value;
        break;
    case Meaning::Link:
        m_urls << value;
        break;
    case Meaning::Proxy:
        return putOption(m_common, {Field::Option, u"all-proxy"_s}, value);
    case Meaning::Setting:
    case Meaning::SettingOn:
    case Meaning::Retries:
        applySettings(option, value);
        break;
    case Meaning::Method:
        if (value != u"GET")
            return ListError{ListFault::Method, value};
        break;
    case Meaning::Data:
        return ListError{ListFault::SendsData};
    }
    return std::nullopt;
}

CommandReader::Error CommandReader::applyCookie(const CommandOption &option, const QString &value)
{
    if (value.contains(u'='))
        return put(m_common, {Field::Header, u"Cookie"_s}, value);
    m_common.unused << option.name.toString(); // the name of a file
    return std::nullopt;
}

/// A value that means nothing here, as a part of a second, is named.
void CommandReader::applySettings(const CommandOption &option, const QString &value)
{
    if (!option.usual.isEmpty() && value == option.usual)
        return;
    ListedOption listed{{}, option.meaning == Meaning::SettingOn ? u"true"_s : value};
    QString names = option.settings.toString();
    if (option.meaning == Meaning::Retries) {
        bool isNumber = false;
        const int tries = value.toInt(&isNumber);
        names = u"max-tries"_s;
        listed.value = isNumber && tries >= 0 ? QString::number(tries + qint64(1)) : QString();
    }
    for (const QString &name : names.split(u' ')) {
        listed.name = name;
        if (isHonoured(listed))
            static_cast<void>(put(m_common, {Field::Option, name}, listed.value));
        else
            m_common.unused << option.name.toString();
    }
}

/// To curl "X:" is a request without that header, and "X;" one in which it is empty. No request here is made like
/// that, so it is named. Any other ":" or ";" at the end belongs to the value.
CommandReader::Error CommandReader::applyHeader(const QString &value)
{
    const bool isEmptyOne = value.endsWith(u';') && value.count(u';') == 1 && !value.contains(u':');
    const QString text = isEmptyOne ? value.chopped(1) + u':' : value;
    const auto header = headerFrom(text);
    if (!header && header.error().fault == HeaderFault::NoValue) {
        m_common.unused << (m_isCurl ? u"-H "_s : u"--header "_s) + header.error().name;
        return std::nullopt;
    }
    return put(m_common, {Field::Header}, text);
}

/// curl gives each -o and -O to the next link that has none, wherever they stand (its tool_getparam.c); wget has one
/// file for all, and the last -O counts.
void CommandReader::applyOutput(const QString &name)
{
    if (!m_isCurl)
        m_outputs.clear();
    m_outputs << name;
}

/// Where the program puts what comes from a link, as `m_outputs` has it: curl that is told nothing writes it to
/// standard output, wget into a file.
QString CommandReader::outputFor(qsizetype place) const
{
    if (place < m_outputs.size())
        return m_outputs.at(place);
    return m_isCurl && !m_hasOwnNames ? u"-"_s : QString();
}

/// What a ">" names is the file of the first link that goes to standard output; what else does would be written behind
/// it, and keeps its own name. "-" and /dev/null are no names.
void CommandReader::takeLinks(const ShellCommand &command)
{
    if (m_urls.isEmpty())
        return refuse(m_links, command.line, command.words.constFirst(), {ListFault::NoLink});
    const QStringList surplus = m_outputs.mid(m_urls.size());
    if (std::ranges::any_of(surplus, [](const QString &name) { return !name.isEmpty(); }))
        noteUnused(m_links, u"-o"_s);
    QString redirected = command.output;
    for (qsizetype place = 0; place < m_urls.size(); ++place) {
        Found found = m_common;
        found.line = command.line;
        found.link = m_urls.at(place);
        if (!m_isInText && !found.link.contains(u"://"_s)) // both programs take it for one of http
            found.link = u"http://"_s + found.link;
        QString output = outputFor(place);
        if (output == u"-" || output == u"/dev/stdout")
            output = std::exchange(redirected, {});
        if (output != u"-" && !output.startsWith(u"/dev/"_s))
            found.path = output;
        if (m_hasRanges && isRange(found.link)) {
            refuse(m_links, command.line, found.link, {ListFault::CurlRange});
            continue;
        }
        if (m_hasRanges)
            found.link.remove(beforeBracket());
        take(m_links, std::move(found));
    }
}

} // namespace lapwing::plan
