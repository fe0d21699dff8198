// SPDX-License-Identifier: MIT
#pragma once

#include "measure/seconds.h"

#include <QByteArray>
#include <QVariant>

#include <optional>
#include <vector>

namespace lapwing::ui {

/// What a column sorts a value by: nothing, where it is unknown.
template<typename Value>
[[nodiscard]] QVariant keyOf(const std::optional<Value> &value)
{
    return value ? QVariant::fromValue(*value) : QVariant();
}
/// A time by its seconds.
[[nodiscard]] inline QVariant keyOf(const std::optional<record::Stamp> &time)
{
    return time ? QVariant(measure::seconds(*time)) : QVariant();
}

/// What a row is sorted by, taken out of its record once: comparing values of QVariant, as QSortFilterProxyModel
/// does, holds the window for seconds with 100,000 rows.
struct SortKey {
    bool isKnown = false; ///< what is unknown comes last, in either direction
    double number = 0;
    QByteArray text; ///< see naturalKey

    friend bool operator==(const SortKey &, const SortKey &) = default;
};

[[nodiscard]] SortKey sortKeyOf(const QVariant &value);

/// Bytes that compare as people count: "file 9" before "File 10". Without a locale: the keys of a collator take
/// several times as long to make and to compare.
[[nodiscard]] QByteArray naturalKey(const QString &text);

/// Whether row `left` comes before row `right`; rows of one value stay as in the list. `keys` is by row.
class KeyOrder {
public:
    KeyOrder(const std::vector<SortKey> &keys, Qt::SortOrder order) : m_keys(keys), m_order(order)
    {
    }
    [[nodiscard]] bool operator()(int left, int right) const;

private:
    const std::vector<SortKey> &m_keys;
    Qt::SortOrder m_order;
};

/// As std::sort with KeyOrder, and several times as fast for many rows.
void sortRows(std::vector<int> &rows, const std::vector<SortKey> &keys, Qt::SortOrder order);

} // namespace lapwing::ui
