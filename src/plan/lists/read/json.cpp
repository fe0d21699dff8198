// SPDX-License-Identifier: MIT
#include "plan/lists/fields.h"
#include "plan/lists/read/jsonvalues.h"
#include "plan/lists/read/readers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

/// Numbers as they are written: a size has no exponent, and what is no whole number is not taken for one.
QString textOf(const QJsonValue &value)
{
    if (value.isDouble()) {
        const bool isWhole = value.toInteger(0) == value.toInteger(1); // else it is what is given
        return isWhole ? QString::number(value.toInteger())
                       : QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    }
    return value.isBool() ? (value.toBool() ? u"true"_s : u"false"_s) : value.toString();
}

using Error = std::optional<ListError>;

Error takeMembers(Found &found, const QJsonObject &object, const QString &linkKey = {});

/// {"type": "md5", "value": "DIGITS"}, or {"md5": "DIGITS", "sha256": "DIGITS"}; what else is in it gets named.
Error takeChecksums(Found &found, const QString &key, const QJsonObject &object)
{
    if (object.contains("value"_L1))
        return put(found, {Field::Checksum, object.value("type"_L1).toString()},
                   object.value("value"_L1).toString());
    for (auto one = object.begin(); one != object.end(); ++one) {
        const FieldName name = fieldFor(one.key());
        const bool isKnown = name.field == Field::Checksum && one.value().isString();
        if (!isKnown)
            found.unused << key;
        else if (const Error error = put(found, name, one.value().toString()))
            return error;
    }
    return std::nullopt;
}

/// An address may be an object that says more of it, as {"url": "LINK", "location": "de"}.
QString addressIn(const QJsonValue &value)
{
    const QJsonValue link = value.toObject().value("url"_L1);
    return link.isString() ? link.toString() : textOf(value);
}

Error takeElement(Found &found, const QString &key, const FieldName &name, const QJsonValue &value)
{
    const QString text = name.field == Field::Mirror ? addressIn(value) : textOf(value);
    const bool isMore = text.isEmpty() && (value.isObject() || value.isArray());
    if (isMore && name.field != Field::None)
        found.unused << key;
    return put(found, name, text);
}

/// "headers": {"Name": "value"}, "options": {"split": "4"}, "checksum": {"type": ..., "value": ...}
Error takeObject(Found &found, const QString &key, const QJsonObject &object)
{
    const FieldName name = fieldFor(key);
    if (key == u"options")
        return takeMembers(found, object);
    if (name.field == Field::Checksum)
        return takeChecksums(found, key, object);
    if (name.field != Field::Header) {
        found.unused << key;
        return std::nullopt;
    }
    for (auto header = object.begin(); header != object.end(); ++header) {
        if (const Error error = put(found, {Field::Header, header.key()}, textOf(*header)))
            return error;
    }
    return std::nullopt;
}

Error takeValue(Found &found, const QString &key, const QJsonValue &value)
{
    if (value.isObject())
        return takeObject(found, key, value.toObject());
    FieldName name = fieldFor(key);
    if (name.field == Field::Link) // another than that of linkKeyOf()
        name = {};
    if (value.isArray()) {
        for (const QJsonValue &one : value.toArray()) {
            if (const Error error = takeElement(found, key, name, one))
                return error;
        }
    } else if (const Error error = value.isString() ? putOption(found, name, value.toString())
                                                    : put(found, name, textOf(value))) {
        return error;
    }
    if (name.field == Field::None && !value.isNull())
        found.unused << key;
    return std::nullopt;
}

/// All but the addresses, whatever is wrong with one.
Error takeMembers(Found &found, const QJsonObject &object, const QString &linkKey)
{
    Error first;
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member.key() == linkKey)
            continue;
        if (const Error error = takeValue(found, member.key(), *member); error && !first)
            first = error;
    }
    return first;
}

/// The member that has the addresses, of several that may. A "download_url" counts even where it is null: so are those of
/// folders in what GitHub lists.
QString linkKeyOf(const QJsonObject &object)
{
    QString best;
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QJsonValue value = *member;
        const bool saysNothing = (value.isNull() && member.key() != u"download_url")
            || value == QJsonValue(QString()) || value == QJsonValue(QJsonArray());
        const bool mayBe =
            fieldFor(member.key()).field == Field::Link && !value.isObject() && !saysNothing;
        if (mayBe && (best.isEmpty() || rankOfLink(member.key()) < rankOfLink(best)))
            best = member.key();
    }
    return best;
}

/// What else is in an array of them gets named.
QStringList addressesIn(Found &found, const QString &key, const QJsonValue &value)
{
    QStringList addresses;
    for (const QJsonValue &one : value.isArray() ? value.toArray() : QJsonArray{value}) {
        const QString address = addressIn(one);
        if (!address.isEmpty())
            addresses << address;
        else if (one.isObject() || one.isArray())
            found.unused << key;
    }
    return addresses;
}

/// Then its addresses are mirrors.
bool isOneFile(const Found &said)
{
    return !said.name.isEmpty() || said.checksum || said.extras.size
        || !said.extras.mirrors.empty();
}

/// What a message repeats of a value: the names of its members, since their values may be secrets.
QString shown(const QJsonValue &value)
{
    return value.isObject() ? u'{' + value.toObject().keys().join(u", "_s) + u'}' : textOf(value);
}

/// Anywhere in it.
bool hasAddress(const QJsonObject &object)
{
    const QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return text.contains("http://") || text.contains("https://");
}

/// By what GitHub, Gitea and GitLab alone say of a release and of its files.
bool isRelease(const QJsonObject &object, const QJsonArray &assets)
{
    const auto isIn = [](const QJsonObject &one) {
        return [one](QLatin1StringView key) { return one.contains(key); };
    };
    const auto isOfRelease = [&isIn](const QJsonValue &asset) {
        return std::ranges::any_of(std::array{"browser_download_url"_L1, "direct_asset_url"_L1},
                                   isIn(asset.toObject()));
    };
    return std::ranges::any_of(
               std::array{"tag_name"_L1, "assets_url"_L1, "upload_url"_L1, "zipball_url"_L1},
               isIn(object))
        || std::ranges::any_of(assets, isOfRelease);
}

/// The files of a release, whose own address is a description. Absent: the link of the object itself is the file.
std::optional<QJsonArray> assetsIn(const QJsonObject &object)
{
    const QJsonValue assets = object.value("assets"_L1);
    const QJsonValue list = assets.isObject() ? assets.toObject().value("links"_L1) : assets;
    const QJsonArray files = list.toArray();
    const bool areFiles = list.isArray()
        && (files.isEmpty() || !linkKeyOf(files.first().toObject()).isEmpty())
        && (linkKeyOf(object).isEmpty() || isRelease(object, files));
    return areFiles ? std::optional(files) : std::nullopt;
}

void takeOne(Links &links, int line, const QJsonValue &value);

void takeAssets(Links &links, int line, const QJsonValue &release, const QJsonArray &assets)
{
    if (assets.isEmpty())
        return refuse(links, line, shown(release), {ListFault::NoLink});
    for (const QJsonValue &asset : assets)
        takeOne(links, line, asset);
}

void takeOne(Links &links, int line, const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    if (const auto assets = assetsIn(object))
        return takeAssets(links, line, value, *assets);
    const QString key = linkKeyOf(object);
    Found said{line, {}};
    const QStringList addresses =
        addressesIn(said, key, value.isString() ? value : object.value(key));
    const Error error = takeMembers(said, object, key);
    if (!error && addresses.isEmpty()) {
        const bool isElsewhere = key.isEmpty() && hasAddress(object);
        return refuse(links, line, shown(value),
                      {isElsewhere ? ListFault::OtherNames : ListFault::NoLink});
    }
    if (error)
        return refuse(links, line, addresses.value(0, shown(value)), *error);
    const qsizetype each = isOneFile(said) ? addresses.size() : 1;
    for (qsizetype place = 0; place < addresses.size(); place += each) {
        Found found = said;
        found.link = addresses.at(place);
        for (const QString &mirror : addresses.sliced(place + 1, each - 1))
            static_cast<void>(put(found, {Field::Mirror}, mirror));
        take(links, std::move(found));
    }
}

/// The array that an object is there for: {"urls": [...]}; absent: it is an entry itself, or nothing.
std::optional<QJsonArray> listIn(const QJsonObject &object)
{
    for (const auto key :
         {"urls"_L1, "links"_L1, "downloads"_L1, "files"_L1, "entries"_L1, "items"_L1, "uris"_L1}) {
        const QJsonValue value = object.value(key);
        const QJsonArray list = value.toArray();
        const bool isBesideLink = !linkKeyOf(object).isEmpty();
        const bool hasEntries = list.first().isObject()
            || (fieldFor(QString(key)).field != Field::Link && !isBesideLink);
        if (!list.isEmpty() && hasEntries)
            return list;
    }
    return std::nullopt;
}

void takeText(Links &links, int line, QByteArrayView text)
{
    if (text.size() > maxLineLength)
        return refuse(links, line, {}, {ListFault::LineTooLong});
    const QByteArray inArray =
        '[' + text.toByteArray() + ']'; // a string alone is no document for Qt
    const QJsonArray values = QJsonDocument::fromJson(inArray).array();
    if (values.size() != 1)
        return refuse(links, line, QString::fromUtf8(text), {ListFault::BadJson});
    takeOne(links, line, values.first());
}

} // namespace

Links linksFromJson(const QByteArray &bytes, const Reading &)
{
    Links links;
    const QByteArray text = utf8From(bytes);
    if (bytes.size() > maxListSize) {
        refuse(links, 0, {}, {ListFault::ListTooLarge});
        return links;
    }
    const QJsonObject whole = QJsonDocument::fromJson(text).object();
    if (const auto list = listIn(whole)) {
        for (const QJsonValue &value : *list)
            takeOne(links, 0, value);
        return links;
    }
    if (!whole.isEmpty()) {
        takeOne(links, 1, whole);
        return links;
    }
    splitJson(text, [&links](int line, QByteArrayView value) {
        if (!tooManyRejects(links))
            takeText(links, line, value);
    });
    return links;
}

/// A square bracket may as well begin Markdown or the section of a settings file.
bool isJson(QByteArrayView text)
{
    static const QRegularExpression start(
        u"^\\s*+(?:\\{\\s*+[\"}]|\\[\\s*+(?:\"|\\]|$|\\{\\s*+[\"}]))"_s);
    constexpr qsizetype beginning = 4096; // bytes
    return start.match(QString::fromUtf8(text.first(std::min(text.size(), beginning)))).hasMatch();
}

} // namespace lapwing::plan
