// SPDX-License-Identifier: MIT
#include "plan/checksum.h"

#include <QHash>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

struct Named {
    QCryptographicHash::Algorithm algorithm;
    QStringView name;
};

constexpr std::array known{
    Named{QCryptographicHash::Md5, u"md5"},        Named{QCryptographicHash::Sha1, u"sha-1"},
    Named{QCryptographicHash::Sha224, u"sha-224"}, Named{QCryptographicHash::Sha256, u"sha-256"},
    Named{QCryptographicHash::Sha384, u"sha-384"}, Named{QCryptographicHash::Sha512, u"sha-512"},
};

bool isNamed(const Named &one, const QString &name)
{
    return name == one.name || name == one.name.toString().remove(u'-');
}

/// Absent for anything but two hexadecimal digits for each byte: QByteArray::fromHex() skips what is none.
std::optional<QByteArray> bytesFrom(const QString &hex)
{
    const auto isHex = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    };
    if (hex.size() % 2 != 0 || !std::all_of(hex.begin(), hex.end(), isHex))
        return std::nullopt;
    return QByteArray::fromHex(hex.toLatin1());
}

tl::expected<Checksum, ChecksumError> digested(const Named &type, const QString &hex)
{
    const int digits = 2 * QCryptographicHash::hashLength(type.algorithm);
    if (hex.size() != digits)
        return tl::unexpected(
            ChecksumError{ChecksumFault::DigitCount, type.name.toString(), digits, hex.size()});
    if (const auto bytes = bytesFrom(hex))
        return Checksum{type.algorithm, *bytes};
    return tl::unexpected(ChecksumError{ChecksumFault::NotHex});
}

} // namespace

tl::expected<Checksum, ChecksumError> checksumFrom(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 0)
        return tl::unexpected(ChecksumError{ChecksumFault::NotTypeAndHex});
    const QString name = text.left(equals).trimmed().toLower();
    const auto type = std::find_if(known.begin(), known.end(),
                                   [&name](const Named &one) { return isNamed(one, name); });
    if (type == known.end())
        return tl::unexpected(ChecksumError{ChecksumFault::UnknownType});
    return digested(*type, text.mid(equals + 1).trimmed());
}

std::optional<Checksum> checksumIn(const QString &text, const QString &type)
{
    const QString written = text.trimmed();
    const qsizetype mark = std::max(written.indexOf(u'='), written.indexOf(u':'));
    const QString digits = written.sliced(mark + 1);
    QString name = mark > 0 ? written.first(mark) : type;
    if (name.compare(u"md5sum"_s, Qt::CaseInsensitive) == 0)
        name = u"md5"_s;
    static const QHash<qsizetype, QString> byDigits{{32, u"md5"_s},     {40, u"sha-1"_s},
                                                    {56, u"sha-224"_s}, {64, u"sha-256"_s},
                                                    {96, u"sha-384"_s}, {128, u"sha-512"_s}};
    if (name.isEmpty())
        name = byDigits.value(digits.size());
    const auto checksum = checksumFrom(name + u'=' + digits);
    return checksum ? std::optional(*checksum) : std::nullopt;
}

tl::expected<Checksum, ChecksumError> typedChecksum(const QString &text)
{
    if (const std::optional<Checksum> checksum = checksumIn(text))
        return *checksum;
    return checksumFrom(text);
}

QString nameOf(const Checksum &checksum)
{
    const auto type = std::find_if(known.begin(), known.end(), [&checksum](const Named &one) {
        return one.algorithm == checksum.algorithm;
    });
    return type == known.end() ? QString() : type->name.toString();
}

QByteArray textOf(const Checksum &checksum)
{
    return nameOf(checksum).toLatin1() + '=' + checksum.digest.toHex();
}

} // namespace lapwing::plan
