// SPDX-License-Identifier: MIT
#include "plan/lists/fields.h"
#include "plan/lists/read/beginning.h"
#include "plan/lists/read/readers.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

/// 'LINK' NAME SIZE [TYPE:DIGITS]
const QRegularExpression &uriLine()
{
    static const QRegularExpression pattern(
        u"^'([^']+)' (\\S+) (\\d+)(?: +(\\w+:[0-9a-fA-F]+))?\\s*$"_s);
    return pattern;
}

/// A size of 0 means that it is not known.
void takeUri(Links &links, int line, const QRegularExpressionMatch &match)
{
    Found found{line, match.captured(1), match.captured(2)};
    if (match.captured(3) != u"0")
        static_cast<void>(put(found, {Field::Size}, match.captured(3)));
    if (const auto error = put(found, {Field::Checksum}, match.captured(4)))
        return refuse(links, line, match.captured(), *error);
    take(links, std::move(found));
}

} // namespace

Links linksFromAptUris(const QByteArray &bytes, const Reading &)
{
    Links links;
    readLines(links, bytes, [&links](int line, const QString &text) {
        if (const auto match = uriLine().match(text); match.hasMatch())
            takeUri(links, line, match);
        else
            takeTextLine(links, line, text);
    });
    return links;
}

/// apt-get may say something before it: of a desktop, hundreds of lines.
bool isAptUris(QByteArrayView text)
{
    const auto isUri = [](const QString &line) { return line.contains(uriLine()); };
    return std::ranges::any_of(firstLines(text, allLines), isUri);
}

} // namespace lapwing::plan
