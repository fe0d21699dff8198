// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QRandomGenerator>

namespace lapwing::fuzz {

/// One of `seeds` with a few changes that a parser may trip over; the same for the same random numbers.
[[nodiscard]] QByteArray mutated(const QList<QByteArray> &seeds, QRandomGenerator &random);

} // namespace lapwing::fuzz
