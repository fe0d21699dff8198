// SPDX-License-Identifier: MIT
#include "fuzz/mutate.h"

#include <array>

namespace lapwing::fuzz {
namespace {

/// What separates, ends, quotes or overflows in one of the formats.
const std::array<QByteArray, 28> spice{
    QByteArray("\0", 1),
    "\r\n",
    "\n",
    "\t",
    " ",
    "\"",
    "'",
    "\\",
    ":",
    ";",
    "=",
    ",",
    "/",
    "..",
    "%",
    "%00",
    "<",
    "&#0;",
    "-1",
    "*",
    "9223372036854775807",
    "18446744073709551616",
    "#",
    "\xFF",
    "\xED\xA0\x80",
    "\u202E",
    "\u0308",
    "\U000E0041",
};

QByteArray anyOf(const auto &list, QRandomGenerator &random)
{
    return list.at(random.bounded(quint32(list.size())));
}

void change(QByteArray &text, const QList<QByteArray> &seeds, QRandomGenerator &random)
{
    const qsizetype at = random.bounded(text.size() + 1);
    const qsizetype size = random.bounded(std::min<qsizetype>(text.size() - at, 32) + 1);
    switch (random.bounded(6)) {
    case 0:
        text.insert(at, anyOf(spice, random));
        break;
    case 1:
        text.replace(at, size, anyOf(spice, random));
        break;
    case 2:
        text.remove(at, size);
        break;
    case 3:
        text.insert(at, text.mid(at, size).repeated(random.bounded(1, 40)));
        break;
    case 4:
        text.insert(at, static_cast<char>(random.bounded(256)));
        break;
    default:
        text = text.first(at) + anyOf(seeds, random);
        break;
    }
}

} // namespace

QByteArray mutated(const QList<QByteArray> &seeds, QRandomGenerator &random)
{
    QByteArray text = anyOf(seeds, random);
    for (int changes = random.bounded(1, 8); changes > 0; --changes)
        change(text, seeds, random);
    return text;
}

} // namespace lapwing::fuzz
