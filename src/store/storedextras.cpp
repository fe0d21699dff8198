// SPDX-License-Identifier: MIT
#include "store/storedextras.h"

#include "plan/entryterms.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::store {
namespace {

using plan::Extras;

void putText(QJsonObject &object, QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

template<typename Item, typename Convert>
void putArray(QJsonObject &object, QLatin1StringView name, const std::vector<Item> &items,
              Convert convert)
{
    QJsonArray array;
    for (const Item &item : items)
        array.append(convert(item));
    if (!array.isEmpty())
        object.insert(name, array);
}

QJsonArray pairOf(const QString &first, const QString &second)
{
    return {first, second};
}

QJsonValue checksumOf(const plan::Checksum &checksum)
{
    return QString::fromLatin1(plan::textOf(checksum));
}

/// As plan::Extras has them, in whole pieces of the digest's length.
QJsonObject piecesOf(const plan::Pieces &pieces)
{
    return {{"length"_L1, pieces.length},
            {"type"_L1, plan::nameOf({pieces.algorithm, {}})},
            {"digests"_L1, QString::fromLatin1(pieces.digests.toBase64())}};
}

std::optional<plan::Pieces> piecesFrom(const QJsonObject &object)
{
    const auto digests = QByteArray::fromBase64Encoding(object["digests"_L1].toString().toLatin1(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    const qint64 length = object["length"_L1].toInteger();
    static const QList<QCryptographicHash::Algorithm> all{
        QCryptographicHash::Md5,    QCryptographicHash::Sha1,   QCryptographicHash::Sha224,
        QCryptographicHash::Sha256, QCryptographicHash::Sha384, QCryptographicHash::Sha512};
    const auto algorithm = std::ranges::find_if(all, [&object](QCryptographicHash::Algorithm one) {
        return plan::nameOf({one, {}}) == object["type"_L1].toString();
    });
    if (!digests || length <= 0 || algorithm == all.end())
        return std::nullopt;
    return plan::Pieces{*algorithm, length, *digests};
}

/// False: an item of it is not ours.
template<typename Convert>
bool takeArray(const QJsonValue &array, Convert convert)
{
    const QJsonArray items = array.toArray();
    return (array.isArray() || array.isUndefined()) && std::ranges::all_of(items, convert);
}

bool takePair(const QJsonValue &item, QString &first, QString &second)
{
    const QJsonArray pair = item.toArray();
    first = pair.at(0).toString();
    second = pair.at(1).toString();
    return pair.size() == 2 && !first.isEmpty() && pair.at(1).isString();
}

bool takeChecksum(Extras &extras, const QString &text)
{
    const auto checksum = plan::checksumFrom(text);
    if (checksum)
        extras.checksums.push_back(*checksum);
    return checksum.has_value();
}

bool takePieces(Extras &extras, const QJsonValue &value)
{
    if (value.isUndefined())
        return true;
    extras.pieces = piecesFrom(value.toObject());
    return extras.pieces.has_value();
}

bool takeLists(Extras &extras, const QJsonObject &object)
{
    QString first;
    QString second;
    return takeArray(object["mirrors"_L1],
                     [&](const QJsonValue &item) {
                         const bool isPair = takePair(item, first, second);
                         extras.mirrors.push_back({QUrl(first), second});
                         return isPair;
                     })
        && takeArray(object["checksums"_L1],
                     [&](const QJsonValue &item) { return takeChecksum(extras, item.toString()); })
        && takeArray(object["headers"_L1],
                     [&](const QJsonValue &item) {
                         const bool isPair = takePair(item, first, second);
                         extras.headers.push_back({first.toLatin1(), second.toUtf8()});
                         return isPair;
                     })
        && takeArray(object["options"_L1], [&](const QJsonValue &item) {
               const bool isPair = takePair(item, first, second);
               extras.options.push_back({first, second});
               return isPair;
           });
}

} // namespace

QByteArray toStored(const std::shared_ptr<const Extras> &all)
{
    if (!all)
        return {};
    const Extras extras = plan::withoutSecrets(*all);
    QJsonObject object;
    putText(object, "folder"_L1, extras.folder);
    if (extras.mayLeave)
        object.insert("may_leave"_L1, true);
    putText(object, "location"_L1, extras.location);
    putArray(object, "mirrors"_L1, extras.mirrors, [](const plan::Mirror &mirror) {
        return pairOf(QString::fromLatin1(mirror.url.toEncoded(QUrl::FullyEncoded)),
                      mirror.location);
    });
    if (extras.size)
        object.insert("size"_L1, *extras.size);
    putArray(object, "checksums"_L1, extras.checksums, checksumOf);
    if (extras.pieces)
        object.insert("pieces"_L1, piecesOf(*extras.pieces));
    putArray(object, "headers"_L1, extras.headers, [](const plan::Header &header) {
        return pairOf(QString::fromLatin1(header.name), QString::fromUtf8(header.value));
    });
    putArray(object, "options"_L1, extras.options,
             [](const plan::ListedOption &option) { return pairOf(option.name, option.value); });
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<std::shared_ptr<const Extras>> extrasFrom(const QByteArray &stored)
{
    if (stored.isEmpty())
        return std::shared_ptr<const Extras>();
    const QJsonDocument json = QJsonDocument::fromJson(stored);
    const QJsonObject object = json.object();
    auto extras = std::make_shared<Extras>();
    extras->folder = object["folder"_L1].toString();
    extras->mayLeave = object["may_leave"_L1].toBool();
    extras->location = object["location"_L1].toString();
    if (const QJsonValue size = object["size"_L1]; !size.isUndefined())
        extras->size = size.toInteger(-1);
    const bool isGood = json.isObject() && extras->size.value_or(0) >= 0
        && takePieces(*extras, object["pieces"_L1]) && takeLists(*extras, object);
    if (!isGood)
        return std::nullopt;
    return std::shared_ptr<const Extras>(std::move(extras));
}

} // namespace lapwing::store
