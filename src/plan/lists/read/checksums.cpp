// SPDX-License-Identifier: MIT
#include "plan/lists/fields.h"
#include "plan/lists/read/beginning.h"
#include "plan/lists/read/readers.h"
#include "plan/urlparser.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

struct Sum {
    Checksum checksum;
    QString path;
};

/// A "\" at the start of the line tells that some characters of the name are escaped: "\\", "\n" and "\r".
QString nameFrom(const QString &escape, const QString &written)
{
    if (escape.isEmpty())
        return written;
    QString name;
    for (qsizetype at = 0; at < written.size(); ++at) {
        const bool isEscape = written.at(at) == u'\\' && at + 1 < written.size();
        const QChar c = written.at(isEscape ? ++at : at);
        name += isEscape && c == u'n' ? QChar(u'\n') : isEscape && c == u'r' ? QChar(u'\r') : c;
    }
    return name;
}

/// "DIGITS  name" or "DIGITS *name". "DIGITS name" is of `md5 -r`, or begins a sentence: the name is one word or ends as a
/// file, and has no link but one that is all of it. A sentence may end with a host, as in "mirror.example": of long
/// endings only those count that files are known to have.
std::optional<Sum> plainSum(const QString &line)
{
    static const QRegularExpression pattern(
        u"^(\\\\?)([0-9a-fA-F]{32,128}) "
        "(?|[ *](.+)|(https?://\\S+)|((?!.*://)(?:\\S+|.+\\.(?:[0-9]?[a-zA-Z][a-zA-Z0-9]{0,4}|"
        "(?i:appimage|flatpak(?:ref)?|metalink|torrent)))))$"_s);
    const auto match = pattern.match(line);
    const auto checksum = match.hasMatch() ? checksumIn(match.captured(2)) : std::nullopt;
    if (!checksum)
        return std::nullopt;
    return Sum{*checksum, nameFrom(match.captured(1), match.captured(3))};
}

/// The same with any name. Only in a list of checksums it is one: else it may begin a sentence.
std::optional<Sum> wordySum(const QString &line)
{
    static const QRegularExpression pattern(u"^([0-9a-fA-F]{32,128}) (?!.*://)(\\S.*)$"_s);
    const auto match = pattern.match(line);
    const auto checksum = match.hasMatch() ? checksumIn(match.captured(1)) : std::nullopt;
    return checksum ? std::optional(Sum{*checksum, match.captured(2)}) : std::nullopt;
}

/// "SHA256 (name) = DIGITS", as --tag and BSD have it; "SHA2-256(name)= DIGITS", as openssl does.
std::optional<Sum> taggedSum(const QString &line)
{
    static const QRegularExpression pattern(
        u"^(\\\\?)([A-Z0-9-]+) ?\\((.+)\\) ?= ?([0-9a-fA-F]+)$"_s);
    const auto match = pattern.match(line);
    const QString type = match.captured(2).replace(u"SHA2-"_s, u"SHA-"_s);
    const auto checksum = match.hasMatch() ? checksumIn(match.captured(4), type) : std::nullopt;
    return checksum ? std::optional(Sum{*checksum, nameFrom(match.captured(1), match.captured(3))})
                    : std::nullopt;
}

std::optional<Sum> sumIn(const QString &line)
{
    const auto plain = plainSum(line);
    return plain ? plain : taggedSum(line);
}

/// The address of a folder, also in a comment; empty: the line is none. What has a query answers for itself.
QUrl addressIn(const QString &line)
{
    static const QRegularExpression pattern(u"^#?\\s*(https?://[^\\s?]+/)$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return linkFrom(pattern.match(line).captured(1)).value_or(QUrl());
}

/// What stands before a list that is signed (RFC 9580 section 7).
bool isOfSigning(const QString &line)
{
    static const QRegularExpression pattern(
        u"^(?:-----BEGIN PGP SIGNED MESSAGE-----|Hash: [\\w, -]+)$"_s);
    return line.contains(pattern);
}

constexpr qsizetype linesAbove = 20; ///< at most, before the first checksum

bool standsAbove(const QString &line)
{
    return !addressIn(line).isEmpty() || isOfSigning(line);
}

/// Some lists have the link itself where the name stands.
void takeSum(Links &links, int line, const Sum &sum, const QUrl &base)
{
    if (linkFrom(sum.path)) {
        Found found{line, sum.path};
        found.checksum = sum.checksum;
        return take(links, std::move(found));
    }
    QByteArray path; // its "?" and "#" are letters of the name
    for (const QString &part : sum.path.split(u'/'))
        path += (path.isEmpty() ? "" : "/") + QUrl::toPercentEncoding(part);
    if (base.isEmpty())
        return refuse(links, line, sum.path, {ListFault::NoAddress});
    const auto link = parseUrl("./" + path, base);
    if (!link)
        return refuse(links, line, sum.path, errorOf(link.error()));
    Found found{line, link->toString(QUrl::FullyEncoded)};
    found.checksum = sum.checksum;
    setPath(found, sum.path);
    take(links, std::move(found));
}

} // namespace

Links linksFromChecksums(const QByteArray &bytes, const Reading &reading)
{
    Links links;
    QUrl base = reading.base;
    bool isSignature = false;
    readWholeLines(links, bytes, [&](int line, const QString &whole) {
        const QString text = whole.trimmed();
        if (text == u"-----BEGIN PGP SIGNATURE-----") {
            isSignature = true;
            noteUnused(links, u"signature"_s);
        } else if (isSignature || isOfSigning(text))
            isSignature = isSignature && text != u"-----END PGP SIGNATURE-----";
        else if (const QUrl address = addressIn(text); !address.isEmpty())
            base = address;
        else if (const auto sum = sumIn(text))
            takeSum(links, line, *sum, base);
        else if (const auto named = wordySum(text))
            takeSum(links, line, *named, base);
        else if (!text.isEmpty() && !text.startsWith(u'#'))
            takeTextLine(links, line, text);
    });
    return links;
}

/// Nothing but addresses before the first of them, what says that they are signed, and names that may be words; or several
/// of those below an address.
bool isChecksums(QByteArrayView text)
{
    int addresses = 0;
    int wordy = 0;
    for (const QString &line : firstLines(text, linesAbove)) {
        if (sumIn(line.trimmed()))
            return true;
        const bool isWordy = wordySum(line.trimmed()).has_value();
        if (!standsAbove(line.trimmed()) && !isWordy)
            return false;
        addresses += addressIn(line.trimmed()).isEmpty() ? 0 : 1;
        wordy += isWordy ? 1 : 0;
    }
    return addresses > 0 && wordy > 1;
}

bool mayBecomeChecksums(QByteArrayView text)
{
    const QStringList lines = firstLines(text, linesAbove);
    const auto wordy = [](const QString &line) { return wordySum(line.trimmed()).has_value(); };
    const auto above = [&wordy](const QString &line) {
        return standsAbove(line.trimmed()) || wordy(line);
    };
    const auto address = [](const QString &line) { return !addressIn(line.trimmed()).isEmpty(); };
    return lines.size() < linesAbove && std::ranges::all_of(lines, above)
        && std::ranges::count_if(lines, address) < 2 && std::ranges::count_if(lines, wordy) < 2;
}

} // namespace lapwing::plan
