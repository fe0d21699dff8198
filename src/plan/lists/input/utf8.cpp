// SPDX-License-Identifier: MIT
#include "plan/lists/linkcollector.h"

#include <QStringConverter>

#include <algorithm>

namespace lapwing::plan {
namespace {

bool endsWord(char c)
{
    return QByteArrayView(" \t\r\n,;|<>\"'").contains(c);
}

bool endsLine(char c)
{
    return c == '\n' || c == '\r';
}

/// Calls `take` with one run after the other of what `ends` parts, and with what parts them.
void split(QByteArrayView text, auto ends, auto take)
{
    while (!text.isEmpty()) {
        const bool isEnd = ends(text.front());
        const auto other =
            std::find_if(text.begin(), text.end(), [&](char c) { return ends(c) != isEnd; });
        const QByteArrayView part(text.begin(), other);
        take(part);
        text = text.sliced(part.size());
    }
}

bool isLink(QByteArrayView word)
{
    return word.contains("://");
}

/// Korean as Windows saves it, which Qt knows by ICU. Not "EUC-KR": that has no more than 2,350 of its syllables.
QStringDecoder koreanDecoder()
{
    return QStringDecoder("windows-949", QStringConverter::Flag::Stateless);
}

/// What was read as Korean, and how much speaks for it.
class KoreanSigns {
public:
    void take(QByteArrayView word);
    [[nodiscard]] bool isClean() const { return m_isClean; }
    /// In Latin-1 "Än" would be Hangul as well, but with one byte that is ASCII; Chinese has other letters between.
    [[nodiscard]] bool areEnough() const
    {
        return m_isClean && m_hangul > 1 && m_hangul * 10 >= m_letters * 9
            && m_bytes * 4 >= m_letters * 7;
    }

private:
    QStringDecoder m_decoder = koreanDecoder();
    bool m_isClean = m_decoder.isValid();
    qsizetype m_bytes = 0;   ///< that are no ASCII
    qsizetype m_letters = 0; ///< the same
    qsizetype m_hangul = 0;  ///< of the letters
};

void KoreanSigns::take(QByteArrayView word)
{
    const auto isHangul = [](QChar c) { return c >= QChar(u'\uAC00') && c <= QChar(u'\uD7A3'); };
    const QString text = m_decoder(word);
    m_isClean = !m_decoder.hasError() && !text.contains(QChar::ReplacementCharacter);
    m_bytes += std::ranges::count_if(word, [](char c) { return (c & '\x80') != 0; });
    m_letters += std::ranges::count_if(text, [](QChar c) { return c > QChar(u'\x7F'); });
    m_hangul += std::ranges::count_if(text, isHangul);
}

/// Looked at as a whole: one name alone may be either.
bool isKorean(const QByteArray &text)
{
    KoreanSigns signs;
    split(text, endsLine, [&signs](QByteArrayView line) {
        if (line.isValidUtf8())
            return;
        split(line, endsWord, [&signs](QByteArrayView word) {
            if (signs.isClean() && !isLink(word) && !word.isValidUtf8())
                signs.take(word);
        });
    });
    return signs.areEnough();
}

/// Links stay as they are.
QByteArray wordsAsUtf8(QByteArrayView line, QStringDecoder &decoder)
{
    QByteArray text;
    split(line, endsWord, [&text, &decoder](QByteArrayView word) {
        if (isLink(word))
            text += word;
        else
            text += QString(decoder(word)).toUtf8();
    });
    return text;
}

} // namespace

/// Not through QString::toUtf8(), which makes "?" of a broken surrogate pair and so a valid link of a broken one.
QByteArray utf8From(const QByteArray &bytes)
{
    if (const auto encoding = QStringConverter::encodingForData(bytes)) {
        const QString text = QStringDecoder(*encoding)(bytes);
        return QStringEncoder(QStringEncoder::Utf8)(text);
    }
    if (bytes.isValidUtf8())
        return bytes;
    QStringDecoder decoder =
        isKorean(bytes) ? koreanDecoder() : QStringDecoder(QStringDecoder::Latin1);
    QByteArray text;
    text.reserve(bytes.size());
    split(bytes, endsLine, [&text, &decoder](QByteArrayView line) {
        if (line.isValidUtf8())
            text += line;
        else
            text += wordsAsUtf8(line, decoder);
    });
    return text;
}

QStringView guessedEncoding(const QByteArray &bytes)
{
    if (QStringConverter::encodingForData(bytes) || bytes.isValidUtf8())
        return {};
    return isKorean(bytes) ? QStringView(u"CP949") : QStringView(u"Latin-1");
}

} // namespace lapwing::plan
