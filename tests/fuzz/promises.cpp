// SPDX-License-Identifier: MIT
#include "fuzz/promises.h"

#include "fuzz/target.h"
#include "plan/safename.h"
#include "text/listerror.h"

#include <QFileInfo>
#include <QSet>
#include <QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::fuzz {
namespace {

bool isDevice(const QString &name)
{
    static const QSet<QString> devices{
        u"con"_s,    u"prn"_s,     u"aux"_s,  u"nul"_s,  u"clock$"_s,
        u"conin$"_s, u"conout$"_s, u"com1"_s, u"com9"_s, u"lpt1"_s,
    };
    return devices.contains(name.section(u'.', 0, 0).trimmed().toLower());
}

bool isLoaded(const QString &name)
{
    static const QStringList endings{u".part"_s, u".lnk"_s,   u".desktop"_s,
                                     u".url"_s,  u".local"_s, u".scf"_s};
    const bool hasGuid = name.size() >= 39 && name.endsWith(u'}')
        && name.at(name.size() - 39) == u'.' && !QUuid::fromString(name.last(38)).isNull();
    const bool isAny = std::any_of(endings.begin(), endings.end(), [&name](const QString &ending) {
        return name.endsWith(ending, Qt::CaseInsensitive);
    });
    return hasGuid || isAny;
}

void promiseUrl(const QUrl &url)
{
    LAPWING_PROMISE(url.isValid());
    LAPWING_PROMISE(url.scheme() == u"http" || url.scheme() == u"https");
    LAPWING_PROMISE(!url.host().isEmpty());
    LAPWING_PROMISE(url.port() != 0 && url.port() <= 65'535);
    LAPWING_PROMISE(fitsOneLine(url.toEncoded()) && !url.toEncoded().contains(' '));
    promiseSafe(plan::nameFromUrl(url));
}

void promiseDetails(const plan::Details &details)
{
    if (!details.name.isEmpty())
        promiseSafe(plan::safeName(details.name));
    if (!details.extras)
        return;
    LAPWING_PROMISE(details.extras->size.value_or(0) >= 0);
    for (const plan::Mirror &mirror : details.extras->mirrors)
        promiseUrl(mirror.url);
    for (const plan::Header &header : details.extras->headers)
        LAPWING_PROMISE(fitsOneLine(header.name) && fitsOneLine(header.value));
    if (const auto &pieces = details.extras->pieces)
        LAPWING_PROMISE(
            pieces->length > 0
            && pieces->digests.size() % QCryptographicHash::hashLength(pieces->algorithm) == 0);
}

} // namespace

void promiseSafe(const QString &name)
{
    LAPWING_PROMISE(!name.isEmpty() && name != u"." && name != u"..");
    LAPWING_PROMISE(name.isValidUtf16() && name.toUtf8().size() <= plan::maxNameLength);
    LAPWING_PROMISE(QFileInfo(name).fileName() == name && !name.contains(u'\\'));
    LAPWING_PROMISE(isShowable(name));
    LAPWING_PROMISE(!QStringView(u".-~").contains(name.front()) && !name.front().isSpace());
    LAPWING_PROMISE(name.back() != u'.' && !name.back().isSpace());
    LAPWING_PROMISE(!isDevice(name));
    LAPWING_PROMISE(!isLoaded(name));
    LAPWING_PROMISE(plan::safeName(name) == name);
}

void promiseLinks(const plan::Links &links)
{
    std::for_each(links.urls.begin(), links.urls.end(), promiseUrl);
    LAPWING_PROMISE(links.lines.size() <= links.urls.size());
    for (const auto &[place, details] : links.details) {
        LAPWING_PROMISE(place < links.urls.size());
        promiseDetails(details);
    }
    for (const auto &[name, count] : links.unused)
        LAPWING_PROMISE(count > 0 && name.size() <= 80 && isShowable(name));
    for (const plan::Reject &reject : links.rejects) {
        LAPWING_PROMISE(reject.line >= 0);
        const QString sentence = text::sentence(reject);
        LAPWING_PROMISE(!sentence.isEmpty() && isShowable(sentence));
        LAPWING_PROMISE(reject.text.size() <= 80 && isShowable(reject.text));
    }
}

bool fitsOneLine(const QByteArray &value)
{
    return std::none_of(value.begin(), value.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t') || byte == 0x7F;
    });
}

bool isShowable(const QString &text)
{
    const QList<uint> codes = text.toUcs4();
    return std::none_of(codes.begin(), codes.end(), [](uint code) {
        const QChar::Category category = QChar::category(code);
        return category == QChar::Other_Control || category == QChar::Other_Format
            || category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
    });
}

} // namespace lapwing::fuzz
