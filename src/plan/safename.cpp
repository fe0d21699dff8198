// SPDX-License-Identifier: MIT
#include "plan/safename.h"

#include <QRegularExpression>

#include <algorithm>
#include <string>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

constexpr int maxEndingLength = 16; ///< bytes; what is longer after a dot is part of the name

/// Letters by their category that no font shows.
bool isFiller(char32_t code)
{
    return code == 0x115F || code == 0x1160 || code == 0x3164 || code == 0xFFA0;
}

/// Whether `code` must not stand in a name: it separates, steers a terminal, is refused by
/// another system, or changes what the eye reads without being seen.
bool isRefused(char32_t code)
{
    switch (QChar::category(code)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // bidirectional and zero-width characters, the byte-order mark
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return QChar::isNonCharacter(code) || isFiller(code) || code == QChar::ReplacementCharacter
            || (code < 0x80
                && QStringView(u"/\\:*?\"<>|").contains(QChar(static_cast<char16_t>(code))));
    }
}

/// The characters of `name`, each refused one replaced; a broken surrogate pair counts as one.
QString withoutRefused(const QString &name)
{
    std::u32string codes = name.normalized(QString::NormalizationForm_C).toStdU32String();
    std::replace_if(codes.begin(), codes.end(), isRefused, U'_');
    return QString::fromStdU32String(codes);
}

/// Where the ending begins, its dot included; the size of `name` when it has none.
qsizetype endingOf(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString ending = name.mid(dot + 1);
    if (dot <= 0 || ending.contains(u' ') || ending.toUtf8().size() >= maxEndingLength)
        return name.size();
    const QStringView stem = QStringView(name).first(dot);
    return stem.size() > 4 && stem.endsWith(u".tar", Qt::CaseInsensitive) ? dot - 4 : dot;
}

/// At most maxNameLength bytes of UTF-8, the end kept, no code point cut in two.
QString joined(QStringView begin, const QString &end)
{
    const QByteArray ending = end.toUtf8();
    QByteArray stem = begin.toUtf8();
    qsizetype size = std::min<qsizetype>(stem.size(), maxNameLength - ending.size());
    while (size < stem.size() && (stem.at(size) & 0xC0) == 0x80) // a byte within a code point
        --size;
    return QString::fromUtf8(stem.first(size) + ending);
}

QString cut(const QString &name)
{
    const qsizetype dot = endingOf(name);
    return joined(QStringView(name).first(dot), name.sliced(dot));
}

/// No leading dot, dash or tilde (hidden, an option, a home), no white space at the ends,
/// and no dot at the end, which Windows drops.
QString withSafeEnds(QString name)
{
    name = name.trimmed();
    if (!name.isEmpty() && QStringView(u".-~").contains(name.front()))
        name.front() = u'_';
    const auto isLast = [](QChar c) { return c == u'.' || c.isSpace(); };
    while (!name.isEmpty() && isLast(name.back()))
        name.chop(1);
    return name.isEmpty() ? u"_"_s : name;
}

/// The names of devices on Windows, whatever their ending.
bool isDevice(const QString &name)
{
    static const QRegularExpression device(
        u"^(con|prn|aux|nul|clock\\$|conin\\$|conout\\$|(com|lpt)[0-9\u00B9\u00B2\u00B3])\\s*(\\.|$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return name.contains(device);
}

/// Extensions that file managers execute or interpret (a GUID is one to Windows), and that of our own unfinished files.
bool hasActiveExtension(const QString &name)
{
    static const QRegularExpression ending(
        u"(\\.(part|lnk|desktop|url|local|scf|\\{[0-9a-f-]{36}\\})|^desktop\\.ini|^thumbs\\.db)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return name.contains(ending);
}

} // namespace

QString safeName(const QString &name)
{
    QString safe = withSafeEnds(cut(withSafeEnds(withoutRefused(name))));
    if (isDevice(safe))
        safe = withSafeEnds(cut(u'_' + safe));
    if (hasActiveExtension(safe))
        safe = cut(safe + u'_');
    if (hasActiveExtension(safe)) // a GUID is too long for an ending: its mark was cut off again
        safe.back() = u'_';
    return safe;
}

QString nameFromUrl(const QUrl &url)
{
    // Still encoded, so that "%2F" does not part the path.
    const QString segment = url.path(QUrl::FullyEncoded).section(u'/', -1);
    return segment.isEmpty() ? u"index.html"_s
                             : safeName(QUrl::fromPercentEncoding(segment.toLatin1()));
}

QString numbered(const QString &name, int number)
{
    if (number == 0)
        return name;
    const qsizetype dot = endingOf(name);
    return joined(QStringView(name).first(dot), u" (%1)"_s.arg(number) + name.sliced(dot));
}

} // namespace lapwing::plan
