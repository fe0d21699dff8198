// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QUrl>

#include <map>
#include <optional>

namespace lapwing::engine {

/// What Lapwing writes for itself beside or onto a file: lines of "key value", closed by "check DIGEST",
/// the SHA-256 of all before it. Anything torn, cut, or touched by another hand does not read.
class CheckedRecord {
public:
    void set(const QByteArray &key, const QByteArray &value) { m_values[key] = value; }
    void set(const QByteArray &key, qint64 value) { set(key, QByteArray::number(value)); }

    /// Absent when there is no such key.
    [[nodiscard]] std::optional<QByteArray> value(const QByteArray &key) const;
    /// Absent also for what is no plain number from 0 to 2^63 - 1.
    [[nodiscard]] std::optional<qint64> number(const QByteArray &key) const;

    /// Values hold no line breaks: set() is only given what has none.
    [[nodiscard]] QByteArray toBytes() const;
    [[nodiscard]] static std::optional<CheckedRecord> read(const QByteArray &bytes);

private:
    std::map<QByteArray, QByteArray> m_values;
};

/// 64 digits that stand for an address: the SHA-256 of it, as files remember it without telling it.
[[nodiscard]] QByteArray digestOf(const QUrl &url);

} // namespace lapwing::engine
