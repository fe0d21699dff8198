// SPDX-License-Identifier: MIT
#include "list/sortkey.h"

#include <algorithm>
#include <span>

namespace lapwing::ui {
namespace {

/// Beside the row, so that most comparisons look at no key.
struct Item {
    bool isKnown;
    double number;
    quint64 head; ///< of the text, behind what all texts begin with
    int row;
};

qsizetype commonLength(const QByteArray &left, const QByteArray &right, qsizetype atMost)
{
    const qsizetype end = std::min({left.size(), right.size(), atMost});
    return std::mismatch(left.begin(), left.begin() + end, right.begin()).first - left.begin();
}

/// How many bytes all known texts begin with: names of a list are often numbered.
qsizetype commonLength(const std::vector<int> &rows, const std::vector<SortKey> &keys)
{
    const QByteArray *first = nullptr;
    qsizetype length = 0;
    for (const int row : rows) {
        const SortKey &key = keys[static_cast<std::size_t>(row)];
        if (!key.isKnown)
            continue;
        length = first ? commonLength(*first, key.text, length) : key.text.size();
        first = first ? first : &key.text;
    }
    return length;
}

quint64 headOf(const QByteArray &text, qsizetype from)
{
    quint64 head = 0;
    for (qsizetype i = from; i < from + 8; ++i)
        head = head << 8 | (i < text.size() ? static_cast<uchar>(text[i]) : 0U);
    return head;
}

/// -1, 0 or 1.
template<typename Value>
int compare(const Value &left, const Value &right)
{
    return left < right ? -1 : right < left ? 1 : 0;
}

/// Of rows whose heads are equal; most often their texts are too, and the rows are in order.
void sortEqualHeads(std::span<int> rows, const std::vector<SortKey> &keys, Qt::SortOrder order)
{
    const auto textOf = [&keys](int row) -> const QByteArray & {
        return keys[static_cast<std::size_t>(row)].text;
    };
    const QByteArray &first = textOf(rows.front());
    if (!std::ranges::all_of(rows, [&](int row) { return textOf(row) == first; }))
        std::ranges::sort(rows, KeyOrder(keys, order));
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Without leading zeros; their count before them, so that fewer digits come first.
void appendNumber(QByteArray &key, QStringView digits)
{
    while (digits.size() > 1 && digits.front() == u'0')
        digits = digits.mid(1);
    key += '0';
    key += static_cast<char>(std::min<qsizetype>(digits.size(), 127));
    key += digits.toLatin1();
}

} // namespace

SortKey sortKeyOf(const QVariant &value)
{
    if (!value.isValid())
        return {};
    if (value.typeId() == QMetaType::QString)
        return {true, 0, naturalKey(value.toString())};
    return {true, value.toDouble(), {}};
}

QByteArray naturalKey(const QString &text)
{
    const QString folded = text.toCaseFolded();
    QByteArray key;
    key.reserve(folded.size() + 8);
    for (qsizetype i = 0; i < folded.size();) {
        qsizetype end = i + 1;
        const bool isNumber = isDigit(folded[i]);
        while (end < folded.size() && isDigit(folded[end]) == isNumber)
            ++end;
        const QStringView part = QStringView(folded).mid(i, end - i);
        if (isNumber)
            appendNumber(key, part);
        else
            key += part.toUtf8();
        i = end;
    }
    return key;
}

bool KeyOrder::operator()(int left, int right) const
{
    const SortKey &a = m_keys[static_cast<std::size_t>(left)];
    const SortKey &b = m_keys[static_cast<std::size_t>(right)];
    if (a.isKnown != b.isKnown)
        return a.isKnown;
    int sign = compare(a.number, b.number);
    if (sign == 0)
        sign = compare(a.text, b.text);
    if (sign == 0)
        return left < right;
    return (sign < 0) == (m_order == Qt::AscendingOrder);
}

void sortRows(std::vector<int> &rows, const std::vector<SortKey> &keys, Qt::SortOrder order)
{
    const qsizetype common = commonLength(rows, keys);
    std::vector<Item> items;
    items.reserve(rows.size());
    for (const int row : rows) {
        const SortKey &key = keys[static_cast<std::size_t>(row)];
        items.push_back({key.isKnown, key.number, headOf(key.text, common), row});
    }
    const bool ascending = order == Qt::AscendingOrder;
    std::ranges::sort(items, [ascending](const Item &a, const Item &b) {
        if (a.isKnown != b.isKnown)
            return a.isKnown;
        if (a.number != b.number)
            return (a.number < b.number) == ascending;
        return a.head != b.head ? (a.head < b.head) == ascending : a.row < b.row;
    });
    std::ranges::transform(items, rows.begin(), &Item::row);
    for (std::size_t first = 0, next = 0; first < items.size(); first = next) {
        while (next < items.size() && items[next].head == items[first].head)
            ++next;
        sortEqualHeads(std::span(rows).subspan(first, next - first), keys, order);
    }
}

} // namespace lapwing::ui
