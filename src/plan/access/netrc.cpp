// SPDX-License-Identifier: MIT
#include "plan/access/netrc.h"

#include "plan/origin.h"

#include <algorithm>
#include <optional>

namespace lapwing::plan {
namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// What a backslash between quotation marks makes of the character behind it.
char escaped(char c)
{
    switch (c) {
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return c;
    }
}

/// Takes a netrc to pieces, one token after another. After an error nothing more is asked of it.
class Tokens {
public:
    explicit Tokens(const QByteArray &bytes) : m_bytes(bytes) { }

    /// The next of the words that the format knows, or whatever stands in its place; absent at the end.
    std::optional<QByteArray> word()
    {
        skipBlanks();
        while (m_at < m_bytes.size() && m_bytes.at(m_at) == '#') {
            skipLine();
            skipBlanks();
        }
        return token();
    }

    /// What stands behind a word; absent at the end.
    std::optional<QString> value()
    {
        skipBlanks();
        const std::optional<QByteArray> bytes = token();
        if (!bytes)
            return std::nullopt;
        if (!QUtf8StringView(*bytes).isValidUtf8())
            fail(NetrcFault::NotUtf8);
        return QString::fromUtf8(*bytes);
    }

    /// A macro of ftp's: from its name to the next empty line.
    void skipMacro()
    {
        skipLine();
        while (m_at < m_bytes.size() && m_bytes.at(m_at) != '\n' && m_bytes.at(m_at) != '\r')
            skipLine();
    }

    void fail(NetrcFault fault)
    {
        if (!m_error)
            m_error = NetrcError{fault, m_line};
    }

    [[nodiscard]] const std::optional<NetrcError> &error() const { return m_error; }

private:
    void step() { m_line += m_bytes.at(m_at++) == '\n' ? 1 : 0; }

    void skipBlanks()
    {
        while (m_at < m_bytes.size() && isBlank(m_bytes.at(m_at)))
            step();
    }

    void skipLine()
    {
        while (m_at < m_bytes.size() && m_bytes.at(m_at) != '\n')
            ++m_at;
        if (m_at < m_bytes.size())
            step();
    }

    std::optional<QByteArray> token()
    {
        if (m_at == m_bytes.size())
            return std::nullopt;
        if (m_bytes.at(m_at) == '"')
            return quoted();
        const qsizetype begin = m_at;
        while (m_at < m_bytes.size() && !isBlank(m_bytes.at(m_at)))
            ++m_at;
        return m_bytes.sliced(begin, m_at - begin);
    }

    QByteArray quoted()
    {
        QByteArray text;
        for (++m_at; m_at < m_bytes.size() && m_bytes.at(m_at) != '\n'; ++m_at) {
            const char c = m_bytes.at(m_at);
            if (c == '"') {
                ++m_at;
                return text;
            }
            const bool isEscape =
                c == '\\' && m_at + 1 < m_bytes.size() && m_bytes.at(m_at + 1) != '\n';
            text += isEscape ? escaped(m_bytes.at(++m_at)) : c;
        }
        fail(NetrcFault::OpenQuotationMark);
        return text;
    }

    const QByteArray &m_bytes;
    qsizetype m_at = 0;
    int m_line = 1;
    std::optional<NetrcError> m_error;
};

/// Where the value of this word goes; null: it has none that we keep.
QString *fieldOf(const QByteArray &word, Login &login)
{
    if (word == "login")
        return &login.user;
    return word == "password" ? &login.password : nullptr;
}

/// One word of a machine's, and what stands behind it.
void readField(Tokens &tokens, const QByteArray &word, std::vector<Login> &logins)
{
    if (word != "login" && word != "password" && word != "account")
        return tokens.fail(NetrcFault::UnknownWord);
    if (logins.empty())
        return tokens.fail(NetrcFault::NoMachine);
    const std::optional<QString> value = tokens.value();
    if (!value)
        return tokens.fail(NetrcFault::NoValue);
    if (QString *field = fieldOf(word, logins.back()))
        *field = *value;
}

void readWord(Tokens &tokens, const QByteArray &word, std::vector<Login> &logins)
{
    if (word == "macdef")
        return tokens.skipMacro();
    if (word == "default") {
        logins.push_back({});
        return;
    }
    if (word != "machine")
        return readField(tokens, word, logins);
    const std::optional<QString> machine = tokens.value();
    const QString host = hostFrom(machine.value_or(QString()));
    if (host.isEmpty())
        return tokens.fail(NetrcFault::MachineName);
    logins.push_back({host, {}, {}});
}

} // namespace

tl::expected<std::vector<Login>, NetrcError> netrcFrom(const QByteArray &bytes)
{
    Tokens tokens(bytes);
    std::vector<Login> logins;
    while (const std::optional<QByteArray> word = tokens.word()) {
        if (!tokens.error())
            readWord(tokens, *word, logins);
        if (tokens.error())
            return tl::unexpected(*tokens.error());
    }
    return logins;
}

const Login *loginFor(const std::vector<Login> &logins, const QString &host)
{
    const QString machine = hostFrom(host);
    const auto named = std::ranges::find(logins, machine, &Login::machine);
    if (named != logins.end() && !machine.isEmpty())
        return &*named;
    const auto other = std::ranges::find(logins, QString(), &Login::machine);
    return other == logins.end() ? nullptr : &*other;
}

} // namespace lapwing::plan
