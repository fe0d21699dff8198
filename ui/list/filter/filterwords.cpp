// SPDX-License-Identifier: MIT
#include "list/filter/filterwords.h"

#include <algorithm>

namespace lapwing::ui {
namespace {

/// Characters of one word, and the place of its first colon outside of quotes.
struct Raw {
    QString text;
    qsizetype colon = -1;
    bool wasQuoted = false;
};

Raw takeRaw(QStringView &rest)
{
    Raw raw;
    bool isQuoted = false;
    qsizetype i = 0;
    for (; i < rest.size() && (isQuoted || !rest[i].isSpace()); ++i) {
        if (rest[i] == u'"') {
            isQuoted = !isQuoted;
            raw.wasQuoted = true;
            continue;
        }
        if (rest[i] == u':' && !isQuoted && raw.colon < 0 && !raw.wasQuoted)
            raw.colon = raw.text.size();
        raw.text += rest[i];
    }
    rest = rest.mid(i);
    return raw;
}

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

/// "https://…" is text that has a colon in it.
bool hasKey(const Raw &raw)
{
    if (raw.colon < 1 || !std::all_of(raw.text.begin(), raw.text.begin() + raw.colon, isLetter))
        return false;
    const QStringView value = QStringView(raw.text).mid(raw.colon + 1);
    return !value.startsWith(u"//");
}

} // namespace

QList<FilterWord> filterWords(const QString &expression)
{
    QList<FilterWord> words;
    QStringView rest = QStringView(expression).trimmed();
    while (!rest.isEmpty()) {
        FilterWord word;
        word.isNegated = rest.front() == u'-';
        rest = rest.mid(word.isNegated ? 1 : 0);
        const Raw raw = takeRaw(rest);
        rest = rest.trimmed();
        if (hasKey(raw))
            word.key = raw.text.left(raw.colon).toLower();
        word.value = hasKey(raw) ? raw.text.mid(raw.colon + 1) : raw.text;
        if (!word.key.isEmpty() || !word.value.isEmpty())
            words << word;
    }
    return words;
}

} // namespace lapwing::ui
