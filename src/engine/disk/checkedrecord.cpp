// SPDX-License-Identifier: MIT
#include "engine/disk/checkedrecord.h"

#include "plan/http/plainnumber.h"

#include <QCryptographicHash>

namespace lapwing::engine {
namespace {

constexpr qsizetype maxLength = 16 * 1024; ///< far over what is ever written

QByteArray checkOf(QByteArrayView lines)
{
    return QCryptographicHash::hash(lines.toByteArray(), QCryptographicHash::Sha256).toHex();
}

} // namespace

std::optional<QByteArray> CheckedRecord::value(const QByteArray &key) const
{
    const auto found = m_values.find(key);
    return found == m_values.end() ? std::nullopt : std::optional(found->second);
}

std::optional<qint64> CheckedRecord::number(const QByteArray &key) const
{
    const std::optional<QByteArray> text = value(key);
    return text ? plan::plainNumber(*text) : std::nullopt;
}

QByteArray CheckedRecord::toBytes() const
{
    QByteArray lines;
    for (const auto &[key, value] : m_values)
        lines += key + ' ' + value + '\n';
    return lines + "check " + checkOf(lines) + '\n';
}

std::optional<CheckedRecord> CheckedRecord::read(const QByteArray &bytes)
{
    const qsizetype last = bytes.lastIndexOf("check ");
    if (bytes.size() > maxLength || last < 0)
        return std::nullopt;
    const QByteArrayView lines = QByteArrayView(bytes).first(last);
    if (bytes.sliced(last) != "check " + checkOf(lines) + '\n')
        return std::nullopt;
    CheckedRecord fields;
    for (const QByteArray &line : lines.toByteArray().split('\n')) {
        const qsizetype space = line.indexOf(' ');
        if (space > 0)
            fields.set(line.first(space), line.sliced(space + 1));
    }
    return fields;
}

QByteArray digestOf(const QUrl &url)
{
    const QByteArray address =
        url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment).toEncoded(QUrl::FullyEncoded);
    return QCryptographicHash::hash(address, QCryptographicHash::Sha256).toHex();
}

} // namespace lapwing::engine
