// SPDX-License-Identifier: MIT
#include "plan/lists/read/jsonvalues.h"

#include <algorithm>

namespace lapwing::plan {
namespace {

/// Knows strings and brackets, and nothing else of JSON. Each character is looked at once.
class Splitter {
public:
    Splitter(QByteArrayView text, const std::function<void(int, QByteArrayView)> &take)
        : m_text(text), m_take(take)
    {
    }
    void run();

private:
    void step(char c);
    void inString(char c);
    void end();

    QByteArrayView m_text;
    const std::function<void(int, QByteArrayView)> &m_take;
    qsizetype m_at = 0;
    qsizetype m_begin = -1; ///< of the value; -1: none has begun
    qsizetype m_depth = 0;  ///< of brackets inside the value
    int m_line = 1;
    int m_begunAt = 1;
    bool m_isArray = false; ///< the values are parted by commas, not by lines
    bool m_isString = false;
    bool m_isEscaped = false;
};

void Splitter::run()
{
    const QByteArrayView trimmed = m_text.trimmed();
    m_isArray = trimmed.startsWith('[');
    if (m_isArray) {
        m_at = m_text.indexOf('[') + 1;
        m_line += static_cast<int>(m_text.first(m_at).count('\n'));
        m_text =
            m_text.first(m_text.lastIndexOf(']') >= m_at ? m_text.lastIndexOf(']') : m_text.size());
    }
    for (; m_at < m_text.size(); ++m_at) {
        const char c = m_text.at(m_at);
        if (m_isString)
            inString(c);
        else
            step(c);
        m_line += c == '\n' ? 1 : 0;
    }
    end();
}

void Splitter::inString(char c)
{
    if (!m_isArray && c == '\n') { // no value of JSON Lines goes on in the next one
        m_isString = false;
        m_depth = 0;
        return end();
    }
    if (m_isEscaped)
        m_isEscaped = false;
    else if (c == '\\')
        m_isEscaped = true;
    else if (c == '"')
        m_isString = false;
}

void Splitter::step(char c)
{
    const bool isEnd = m_isArray ? c == ',' : c == '\n' || c == '\r';
    if (isEnd && m_depth <= 0)
        return end();
    if (m_begin < 0 && QByteArrayView(" \t\r\n").contains(c))
        return;
    if (m_begin < 0) {
        m_begin = m_at;
        m_begunAt = m_line;
    }
    m_isString = c == '"';
    m_depth += c == '{' || c == '[' ? 1 : 0;
    m_depth -= c == '}' || c == ']' ? 1 : 0;
}

void Splitter::end()
{
    if (m_begin >= 0)
        m_take(m_begunAt, m_text.sliced(m_begin, m_at - m_begin).trimmed());
    m_begin = -1;
    m_depth = 0;
    m_isEscaped = false;
}

} // namespace

void splitJson(QByteArrayView text, const std::function<void(int, QByteArrayView)> &take)
{
    Splitter(text, take).run();
}

} // namespace lapwing::plan
