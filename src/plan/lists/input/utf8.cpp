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

QByteArray utf8FromLatin1(QByteArrayView line)
{
    QByteArray text;
    split(line, endsWord, [&text](QByteArrayView word) {
        if (word.contains("://"))
            text += word;
        else
            text += QString::fromLatin1(word).toUtf8();
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
    QByteArray text;
    text.reserve(bytes.size());
    split(bytes, endsLine, [&text](QByteArrayView line) {
        if (line.isValidUtf8())
            text += line;
        else
            text += utf8FromLatin1(line);
    });
    return text;
}

} // namespace lapwing::plan
