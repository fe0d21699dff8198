// SPDX-License-Identifier: MIT
#include "plan/lists/fields.h"

#include "plan/access/header.h"
#include "plan/entryterms.h"

#include <QHash>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

/// Without blanks, dashes and underlines, in lower case: "File-Name" is "filename".
QString plain(const QString &title)
{
    QString name;
    for (const QChar c : title) {
        if (c.isLetterOrNumber())
            name += c.toLower();
    }
    return name;
}

/// Of a file and a page about it, lists call the file a download.
const QList<QStringList> &linkTitles()
{
    static const QList<QStringList> falling{{u"downloadurl"_s, u"downloadlink"_s, u"fileurl"_s,
                                             u"browserdownloadurl"_s, u"directasseturl"_s,
                                             u"다운로드주소"_s, u"다운로드링크"_s},
                                            {u"url"_s, u"urls"_s},
                                            {u"link"_s, u"links"_s, u"링크"_s},
                                            {u"uri"_s, u"uris"_s},
                                            {u"href"_s},
                                            {u"sourceurl"_s},
                                            {u"주소"_s}}; // that of a house, as a rule
    return falling;
}

const QHash<QString, FieldName> &titles()
{
    static const QHash<QString, FieldName> known = [] {
        QHash<QString, FieldName> all;
        const auto add = [&all](const FieldName &field, const QStringList &names) {
            for (const QString &name : names)
                all.insert(name, field);
        };
        for (const QStringList &equal : linkTitles())
            add({Field::Link}, equal);
        add({Field::Mirror}, {u"mirror"_s, u"mirrors"_s, u"미러"_s});
        add({Field::Name},
            {u"name"_s, u"filename"_s, u"file"_s, u"out"_s, u"saveas"_s, u"이름"_s, u"파일명"_s,
             u"파일이름"_s});
        add({Field::Folder}, {u"folder"_s, u"dir"_s, u"directory"_s, u"subfolder"_s, u"폴더"_s});
        add({Field::Checksum}, {u"checksum"_s, u"hash"_s, u"digest"_s, u"체크섬"_s});
        for (const QString &type :
             {u"md5"_s, u"sha-1"_s, u"sha-224"_s, u"sha-256"_s, u"sha-384"_s, u"sha-512"_s})
            add({Field::Checksum, type}, {plain(type), plain(type) + u"sum"_s});
        add({Field::Size},
            {u"size"_s, u"bytes"_s, u"filesize"_s, u"length"_s, u"sizebytes"_s, u"크기"_s,
             u"파일크기"_s});
        add({Field::Header}, {u"header"_s, u"headers"_s});
        add({Field::Header, u"Referer"_s}, {u"referer"_s, u"referrer"_s});
        add({Field::Header, u"User-Agent"_s}, {u"useragent"_s});
        add({Field::Header, u"Cookie"_s}, {u"cookie"_s});
        add({Field::User}, {u"httpuser"_s, u"user"_s, u"username"_s});
        add({Field::Password}, {u"httppasswd"_s, u"password"_s});
        return all;
    }();
    return known;
}

/// Of aria2 1.36 and later, those that a file of its own may have.
bool isOption(const QString &name)
{
    static const QStringList options{u"all-proxy"_s,
                                     u"http-proxy"_s,
                                     u"https-proxy"_s,
                                     u"no-proxy"_s,
                                     u"max-tries"_s,
                                     u"retry-wait"_s,
                                     u"timeout"_s,
                                     u"connect-timeout"_s,
                                     u"lowest-speed-limit"_s,
                                     u"max-download-limit"_s,
                                     u"split"_s,
                                     u"max-connection-per-server"_s,
                                     u"min-split-size"_s,
                                     u"continue"_s,
                                     u"always-resume"_s,
                                     u"allow-overwrite"_s,
                                     u"auto-file-renaming"_s,
                                     u"conditional-get"_s,
                                     u"remote-time"_s,
                                     u"use-head"_s,
                                     u"max-file-not-found"_s,
                                     u"pause"_s,
                                     u"gid"_s,
                                     u"parameterized-uri"_s,
                                     u"piece-length"_s,
                                     u"file-allocation"_s,
                                     u"http-accept-gzip"_s,
                                     u"http-no-cache"_s,
                                     u"no-netrc"_s,
                                     u"check-integrity"_s,
                                     u"dry-run"_s};
    return options.contains(name);
}

// Of one file, far more than any list needs. They are looked up one by one, also by the engine.
constexpr std::size_t maxMirrors = 1000;
constexpr std::size_t maxHeaders = 100;
constexpr std::size_t maxOptions = 250;

void setOption(Found &found, const QString &name, const QString &value)
{
    std::vector<ListedOption> &options = found.extras.options;
    const auto known = std::ranges::find(options, name, &ListedOption::name);
    if (known != options.end())
        known->value = value;
    else if (options.size() < maxOptions)
        options.push_back({name, value});
    else
        found.unused << name;
}

std::optional<ListError> putHeader(Found &found, const QString &name, const QString &value)
{
    const auto header = headerFrom(name.isEmpty() ? value : name + u": "_s + value);
    const bool isLeftOut = !header
        && (header.error().fault == HeaderFault::Reserved
            || header.error().fault == HeaderFault::NoValue);
    if (isLeftOut) {
        found.unused << u"header "_s + header.error().name;
        return std::nullopt;
    }
    if (!header)
        return ListError{ListFault::BadHeader};
    if (found.extras.headers.size() < maxHeaders)
        found.extras.headers.push_back(*header);
    else
        found.unused << u"headers"_s;
    return std::nullopt;
}

std::optional<ListError> putChecksum(Found &found, const QString &type, const QString &value)
{
    if (value.startsWith(u"adler32="_s, Qt::CaseInsensitive)) {
        setOption(found, u"checksum"_s, value);
        return std::nullopt;
    }
    const std::optional<Checksum> checksum = checksumIn(value, type);
    if (!checksum)
        return ListError{ListFault::BadChecksum, value};
    addChecksum(found, *checksum);
    return std::nullopt;
}

void putSize(Found &found, const QString &value)
{
    bool isNumber = false;
    const qint64 size = value.toLongLong(&isNumber);
    if (isNumber && size >= 0)
        found.extras.size = size;
    else
        found.unused << u"size"_s; // "1.5 MB" is no number of bytes
}

void putMirror(Found &found, const QString &value)
{
    auto link = linkFrom(value);
    if (link && found.extras.mirrors.size() < maxMirrors)
        found.extras.mirrors.push_back({*std::move(link)});
    else
        found.unused << u"mirrors"_s;
}

/// What could break out of the line, or the document, that it is written into.
bool isText(const QString &value)
{
    const auto isNone = [](char32_t code) {
        return QChar::category(code) == QChar::Other_Control || QChar::isNonCharacter(code);
    };
    return value.isValidUtf16() && std::ranges::none_of(value.toStdU32String(), isNone);
}

/// How much a checksum proves.
int strengthOf(const Checksum &checksum)
{
    static const QList<QCryptographicHash::Algorithm> rising{
        QCryptographicHash::Md5,    QCryptographicHash::Sha1,   QCryptographicHash::Sha224,
        QCryptographicHash::Sha256, QCryptographicHash::Sha384, QCryptographicHash::Sha512};
    return static_cast<int>(rising.indexOf(checksum.algorithm));
}

/// Of a type that the file has a checksum of already; which one is right nobody can tell.
bool isAnother(const Found &found, const Checksum &checksum)
{
    const auto is = [&checksum](const Checksum &one) {
        return one.algorithm == checksum.algorithm;
    };
    return is(*found.checksum) || std::ranges::any_of(found.extras.checksums, is);
}

} // namespace

FieldName fieldFor(const QString &title)
{
    const QString name = title.trimmed().toLower();
    if (isOption(name))
        return {Field::Option, name};
    return titles().value(plain(name));
}

qsizetype rankOfLink(const QString &title)
{
    const QString name = plain(title);
    const auto isIn = [&name](const QStringList &equal) { return equal.contains(name); };
    return std::ranges::find_if(linkTitles(), isIn) - linkTitles().begin();
}

FieldName fieldForOption(const QString &name)
{
    static const QHash<QString, FieldName> known{
        {u"out"_s, {Field::Path}},
        {u"dir"_s, {Field::Folder}},
        {u"checksum"_s, {Field::Checksum}},
        {u"header"_s, {Field::Header}},
        {u"referer"_s, {Field::Header, u"Referer"_s}},
        {u"user-agent"_s, {Field::Header, u"User-Agent"_s}},
        {u"http-user"_s, {Field::User}},
        {u"http-passwd"_s, {Field::Password}}};
    return known.value(name, {Field::Option, name});
}

bool mayBeSecret(const FieldName &name)
{
    return name.field == Field::Header || name.field == Field::User || name.field == Field::Password
        || (name.field == Field::Option && mayHoldSecret(name.detail));
}

std::optional<ListError> put(Found &found, const FieldName &name, const QString &value)
{
    if (value.isEmpty())
        return std::nullopt;
    const bool isChecked = name.field == Field::Link || name.field == Field::Mirror
        || name.field == Field::Name || name.field == Field::Path || name.field == Field::Header;
    if (!isChecked && name.field != Field::None && !isText(value))
        return ListError{ListFault::NotText};
    switch (name.field) {
    case Field::Link:
        found.link = value;
        break;
    case Field::Mirror:
        putMirror(found, value);
        break;
    case Field::Name:
        if (value.contains(u'/') || value.contains(u'\\'))
            return ListError{ListFault::NotAFileName, value};
        found.name = value;
        break;
    case Field::Path:
        found.path = value;
        break;
    case Field::Folder:
        found.extras.folder = value;
        break;
    case Field::Checksum:
        return putChecksum(found, name.detail, value);
    case Field::Size:
        putSize(found, value);
        break;
    case Field::Header:
        return putHeader(found, name.detail, value);
    case Field::User:
        found.user = value;
        break;
    case Field::Password:
        found.password = value;
        break;
    case Field::Option:
        setOption(found, name.detail, value);
        break;
    case Field::None:
    case Field::Number:
        break;
    }
    return std::nullopt;
}

std::optional<ListError> putOption(Found &found, const FieldName &name, const QString &value)
{
    if (value.isEmpty() && name.field == Field::Option && isProxyName(name.detail)) {
        setOption(found, name.detail, value);
        return std::nullopt;
    }
    return put(found, name, value);
}

void addChecksum(Found &found, Checksum checksum)
{
    const auto isWeaker = [](const Checksum &one, const Checksum &other) {
        return strengthOf(one) < strengthOf(other);
    };
    if (found.checksum == checksum || std::ranges::count(found.extras.checksums, checksum) > 0)
        return;
    if (!found.checksum) {
        found.checksum = std::move(checksum);
        return;
    }
    if (isWeaker(*found.checksum, checksum))
        std::swap(*found.checksum, checksum);
    std::vector<Checksum> &weaker = found.extras.checksums;
    if (isAnother(found, checksum)) {
        found.unused << u"second "_s + nameOf(checksum);
        return;
    }
    const auto place =
        std::ranges::find_if(weaker, [&](const Checksum &one) { return isWeaker(one, checksum); });
    weaker.insert(place, std::move(checksum));
}

void setPath(Found &found, QString path)
{
    QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    parts.removeAll(u"."_s);
    if (parts.isEmpty())
        return;
    found.name = parts.takeLast();
    if (!parts.isEmpty() && !parts.contains(u".."_s) && !path.startsWith(u'/'))
        found.extras.folder = found.extras.folder.isEmpty()
            ? parts.join(u'/')
            : found.extras.folder + u'/' + parts.join(u'/');
}

} // namespace lapwing::plan
