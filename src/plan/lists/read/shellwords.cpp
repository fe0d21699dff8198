// SPDX-License-Identifier: MIT
#include "plan/lists/read/shellwords.h"

#include <QStringView>

#include <algorithm>
#include <optional>
#include <utility>

namespace lapwing::plan {
namespace {

/// What the next word is.
enum class Next {
    Argument,
    Output,         ///< the file of standard output
    OutputOrCopied, ///< the same, or a file descriptor, behind ">&"
    Elsewhere,      ///< the file of something else, which says nothing of a link
};

bool isNumber(QStringView word)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    return !word.isEmpty() && std::all_of(word.begin(), word.end(), isDigit);
}

/// Behind ">&": "2" is copied, "2-" moved, and "-" closes.
bool isDescriptor(QStringView word)
{
    return word == u"-" || isNumber(word.endsWith(u'-') ? word.chopped(1) : word);
}

/// Octal or hexadecimal.
bool isDigit(QChar c, int base)
{
    const int value = QString(c).toInt(nullptr, 16);
    return (value > 0 || c == u'0') && value < base;
}

/// Each character is looked at once.
class Lexer {
public:
    Lexer(QStringView text, const std::function<void(ShellCommand)> &take)
        : m_text(text), m_take(take)
    {
    }
    void run();

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] QChar here() const { return atEnd() ? QChar() : m_text.at(m_at); }
    QChar next();
    void step();
    void begin();
    void put(QChar c);
    void takeEscape();
    void takeSingle();
    void takeDouble();
    void takeAnsi();
    void takeCode(int digits, int base);
    [[nodiscard]] char32_t takeNumber(int digits, int base);
    void takeDollar();
    void takeRedirection(QChar mark);
    void skipComment();
    void endWord();
    void endCommand();

    QStringView m_text;
    const std::function<void(ShellCommand)> &m_take;
    qsizetype m_at = 0;
    int m_line = 1;
    ShellCommand m_command;
    std::optional<QString> m_word;
    bool m_isQuoted = false; ///< some of the word
    Next m_next = Next::Argument;
};

QChar Lexer::next()
{
    const QChar c = m_text.at(m_at++);
    m_line += c == u'\n' ? 1 : 0;
    return c;
}

void Lexer::begin()
{
    if (m_word)
        return;
    m_word.emplace();
    m_isQuoted = false;
    if (m_command.words.isEmpty())
        m_command.line = m_line;
}

void Lexer::put(QChar c)
{
    begin();
    *m_word += c;
}

void Lexer::run()
{
    while (!atEnd())
        step();
    endCommand();
}

void Lexer::step()
{
    if (!m_word && here() == u'#')
        return skipComment();
    const QChar c = next();
    if (c == u'\\')
        takeEscape();
    else if (c == u'\'')
        takeSingle();
    else if (c == u'"')
        takeDouble();
    else if (c == u'$')
        takeDollar();
    else if (c == u'<' || c == u'>' || (c == u'&' && here() == u'>'))
        takeRedirection(c);
    else if (c == u'\n' || c == u';' || c == u'&' || c == u'|')
        endCommand();
    else if (c.isSpace())
        endWord();
    else {
        m_command.hasExpansion |= c == u'`';
        put(c);
    }
}

void Lexer::takeEscape()
{
    if (atEnd())
        return;
    if (here() == u'\r' && m_text.sliced(m_at).startsWith(u"\r\n"))
        ++m_at;
    if (const QChar c = next(); c != u'\n') {
        put(c);
        m_isQuoted = true;
    }
}

void Lexer::takeSingle()
{
    begin();
    m_isQuoted = true;
    while (!atEnd() && here() != u'\'')
        put(next());
    m_at += atEnd() ? 0 : 1;
}

void Lexer::takeDouble()
{
    begin();
    m_isQuoted = true;
    while (!atEnd() && here() != u'"') {
        const QChar c = next();
        const bool isEscape = c == u'\\' && QStringView(u"\"\\$`\n").contains(here());
        m_command.hasExpansion |= !isEscape && (c == u'$' || c == u'`');
        if (!isEscape)
            put(c);
        else if (const QChar escaped = next(); escaped != u'\n')
            put(escaped);
    }
    m_at += atEnd() ? 0 : 1;
}

void Lexer::takeDollar()
{
    if (here() == u'\'') {
        ++m_at;
        return takeAnsi();
    }
    put(u'$');
    m_command.hasExpansion |=
        here().isLetterOrNumber() || here() == u'_' || here() == u'{' || here() == u'(';
}

/// $'…': what stands for another character begins with "\".
void Lexer::takeAnsi()
{
    begin();
    m_isQuoted = true;
    while (!atEnd() && here() != u'\'') {
        const QChar c = next();
        if (c != u'\\' || atEnd()) {
            put(c);
            continue;
        }
        constexpr QStringView letters = u"abeEfnrtv";
        constexpr QStringView meant = u"\a\b\x1B\x1B\f\n\r\t\v";
        const QChar escaped = next();
        if (QStringView(u"xuU").contains(escaped) && isDigit(here(), 16))
            takeCode(escaped == u'x' ? 2 : escaped == u'u' ? 4 : 8, 16);
        else if (isDigit(escaped, 8)) {
            --m_at;
            takeCode(3, 8);
        } else if (const qsizetype place = letters.indexOf(escaped); place >= 0)
            put(meant.at(place));
        else {
            if (!QStringView(u"\\'\"?").contains(escaped))
                put(u'\\');
            put(escaped);
        }
    }
    m_at += atEnd() ? 0 : 1;
}

char32_t Lexer::takeNumber(int digits, int base)
{
    qsizetype count = 0;
    while (count < digits && m_at + count < m_text.size() && isDigit(m_text.at(m_at + count), base))
        ++count;
    const char32_t number = m_text.sliced(m_at, count).toUInt(nullptr, base);
    m_at += count;
    return number;
}

/// A browser writes what is beyond U+FFFF as the two halves that UTF-16 has for it. Of one half bash makes bytes that
/// are no character.
void Lexer::takeCode(int digits, int base)
{
    char32_t code = takeNumber(digits, base);
    if (QChar::isHighSurrogate(code) && m_text.sliced(m_at).startsWith(u"\\u")) {
        const qsizetype end = std::exchange(m_at, m_at + 2);
        const char32_t low = takeNumber(4, 16);
        if (QChar::isLowSurrogate(low))
            code = QChar::surrogateToUcs4(static_cast<char16_t>(code), static_cast<char16_t>(low));
        else
            m_at = end;
    }
    const bool isCharacter = code <= QChar::LastValidCodePoint && !QChar::isSurrogate(code);
    *m_word += isCharacter ? QString::fromUcs4(&code, 1) : QString(QChar::ReplacementCharacter);
}

/// A number right before "<" or ">" is a file descriptor and no word. ">>", ">|", "&>", ">&", "<<<" and the like lead
/// to a word as well; in "<(…)" and ">(…)" another command stands there.
void Lexer::takeRedirection(QChar mark)
{
    const bool hasDescriptor = mark != u'&' && m_word && !m_isQuoted && isNumber(*m_word);
    const bool isStandard = !hasDescriptor || m_word->toInt() == 1;
    if (hasDescriptor)
        m_word.reset();
    endWord();
    bool mayBeCopied = false;
    for (; QStringView(u"<>&|").contains(here()) && !atEnd(); ++m_at)
        mayBeCopied |= here() == u'&';
    if (mark == u'<' || !isStandard)
        m_next = Next::Elsewhere;
    else
        m_next = mayBeCopied ? Next::OutputOrCopied : Next::Output;
    m_command.hasExpansion |= here() == u'(';
}

void Lexer::skipComment()
{
    while (!atEnd() && here() != u'\n')
        ++m_at;
}

void Lexer::endWord()
{
    if (!m_word)
        return;
    if (m_next == Next::Argument)
        m_command.words << *m_word;
    else if (m_next == Next::OutputOrCopied && isDescriptor(*m_word))
        m_command.output.clear();
    else if (m_next != Next::Elsewhere)
        m_command.output = *m_word;
    m_next = Next::Argument;
    m_word.reset();
}

void Lexer::endCommand()
{
    endWord();
    if (!m_command.words.isEmpty())
        m_take(m_command);
    m_command = {};
    m_next = Next::Argument;
}

} // namespace

void readCommands(const QString &text, const std::function<void(ShellCommand)> &take)
{
    Lexer(text, take).run();
}

} // namespace lapwing::plan
