// SPDX-License-Identifier: MIT
#include "plan/lists/write/writers.h"

#include <algorithm>
#include <array>

namespace lapwing::plan {
namespace {

/// Empty: it is not said.
struct Column {
    QByteArrayView title;
    QByteArray (*value)(const Entry &);
};

constexpr auto columns = std::to_array<Column>({
    {"url", linkOf},
    {"name", [](const Entry &entry) { return entry.isNamed ? entry.name.toUtf8() : QByteArray(); }},
    {"checksum",
     [](const Entry &entry) { return entry.checksum ? textOf(*entry.checksum) : QByteArray(); }},
    {"size",
     [](const Entry &entry) {
         const auto &size = extrasOf(entry).size;
         return size ? QByteArray::number(*size) : QByteArray();
     }},
    {"folder", [](const Entry &entry) { return extrasOf(entry).folder.toUtf8(); }},
});

QByteArray quotedCell(QByteArray cell)
{
    const auto needsQuotes = [](char c) { return QByteArrayView(",\";\r\n\t ").contains(c); };
    if (std::ranges::none_of(cell, needsQuotes))
        return cell;
    return '"' + cell.replace("\"", "\"\"") + '"';
}

} // namespace

QByteArray csvOf(const std::vector<Entry> &entries)
{
    std::vector<const Column *> used;
    for (const Column &column : columns) {
        const auto isSaid = [&](const Entry &entry) { return !column.value(entry).isEmpty(); };
        if (&column == &columns.front() || std::ranges::any_of(entries, isSaid))
            used.push_back(&column);
    }
    QByteArray text;
    const auto putRow = [&](auto cell) {
        for (const Column *column : used)
            text += (column == used.front() ? "" : ",") + quotedCell(cell(*column));
        text += "\r\n";
    };
    putRow([](const Column &column) { return column.title.toByteArray(); });
    for (const Entry &entry : entries)
        putRow([&entry](const Column &column) { return column.value(entry); });
    return text;
}

} // namespace lapwing::plan
