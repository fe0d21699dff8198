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

Error takeMembers(Found &found, const QJsonObject &object);

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

/// What stands in an array: an address may be an object that says more of it, as {"url": "LINK", "location": "de"}.
Error takeElement(Found &found, const QString &key, const QJsonValue &value)
{
    const FieldName name = fieldFor(key);
    const bool isAddress = name.field == Field::Link || name.field == Field::Mirror;
    const QJsonValue link = value.toObject().value("url"_L1);
    if (isAddress && link.isString())
        return put(found, name, link.toString());
    if ((value.isObject() || value.isArray()) && name.field != Field::None)
        found.unused << key;
    return put(found, name, textOf(value));
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
    const FieldName name = fieldFor(key);
    if (value.isArray()) {
        for (const QJsonValue &one : value.toArray()) {
            if (const Error error = takeElement(found, key, one))
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

/// All of them, whatever is wrong with one: the link may come last.
Error takeMembers(Found &found, const QJsonObject &object)
{
    Error first;
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (const Error error = takeValue(found, member.key(), *member); error && !first)
            first = error;
    }
    return first;
}

/// What a message repeats of a value: the names of its members, since their values may be secrets.
QString shown(const QJsonValue &value)
{
    return value.isObject() ? u'{' + value.toObject().keys().join(u", "_s) + u'}' : textOf(value);
}

void takeOne(Links &links, int line, const QJsonValue &value)
{
    Found found{line, value.toString()};
    const Error error = takeMembers(found, value.toObject());
    const QString text = found.link.isEmpty() ? shown(value) : found.link;
    if (error)
        return refuse(links, line, text, *error);
    if (!found.link.isEmpty())
        return take(links, std::move(found));
    refuse(links, line, text, {ListFault::NoLink});
}

/// The array that an object is there for: {"urls": [...]}; absent: it is an entry itself, or nothing.
std::optional<QJsonArray> listIn(const QJsonObject &object)
{
    for (const auto key :
         {"urls"_L1, "links"_L1, "downloads"_L1, "files"_L1, "entries"_L1, "items"_L1, "uris"_L1}) {
        const QJsonValue value = object.value(key);
        const QJsonArray list = value.toArray();
        if (!list.isEmpty() && (list.first().isObject() || object.size() == 1))
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
