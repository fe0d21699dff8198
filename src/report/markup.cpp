// SPDX-License-Identifier: MIT
#include "report/markup.h"

namespace lapwing::report {
namespace {

constexpr char16_t replacement = 0xfffd;

/// Joins what belongs together in some scripts and in emoji; every other format character is hidden
/// (UAX #9 calls them explicit directional formatting, of which file names have no need).
bool isJoiner(char16_t c)
{
    return c == 0x200c || c == 0x200d;
}

char16_t visibleOf(char16_t c)
{
    if (c < 0x20)
        return static_cast<char16_t>(0x2400 + c); // the pictures of controls, in the same order
    if (c == 0x7f)
        return 0x2421;
    if (c == 0x2028 || c == 0x2029)
        return 0x240a;
    const bool isHidden = (c >= 0x80 && c < 0xa0) || c >= 0xfffe
        || (QChar(c).category() == QChar::Other_Format && !isJoiner(c));
    return isHidden ? replacement : c;
}

QString escaped(const QString &text)
{
    return visible(text).toHtmlEscaped(); // & < > "
}

} // namespace

QString visible(const QString &text)
{
    QString safe = text;
    for (qsizetype place = 0; place < safe.size(); ++place) {
        const QChar c = safe.at(place);
        const bool isPair =
            c.isHighSurrogate() && place + 1 < safe.size() && safe.at(place + 1).isLowSurrogate();
        if (isPair)
            ++place;
        else
            safe[place] = c.isSurrogate() ? QChar(replacement) : QChar(visibleOf(c.unicode()));
    }
    return safe;
}

QString plainNumber(double value)
{
    QString text = QString::number(value, 'f', 2);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text == u"-0" ? QStringLiteral("0") : text;
}

void Markup::begin(const char *name, Attributes attributes)
{
    m_bytes += '<';
    m_bytes += name;
    for (const Attribute &attribute : attributes) {
        if (attribute.value.isNull())
            continue;
        m_bytes += ' ';
        m_bytes += attribute.name;
        m_bytes += "=\"" + escaped(attribute.value).toUtf8() + '"';
    }
}

void Markup::open(const char *name, Attributes attributes)
{
    begin(name, attributes);
    m_bytes += '>';
    m_open.push_back(name);
}

void Markup::close()
{
    m_bytes += "</" + QByteArray(m_open.back()) + '>';
    m_open.pop_back();
}

void Markup::text(const QString &text)
{
    m_bytes += escaped(text).toUtf8();
}

void Markup::lineBreak()
{
    m_bytes += '\n';
}

void Markup::empty(const char *name, Attributes attributes)
{
    begin(name, attributes);
    m_bytes += "/>";
}

void Markup::element(const char *name, Attributes attributes, const QString &text)
{
    open(name, attributes);
    this->text(text);
    close();
}

} // namespace lapwing::report
