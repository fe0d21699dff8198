// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

namespace lapwing::ui {

/// One word of a search expression: `-host:one.example` is negated, with a key and a value.
struct FilterWord {
    bool isNegated = false;
    QString key; ///< in lower case; empty: free text
    QString value;

    friend bool operator==(const FilterWord &, const FilterWord &) = default;
};

/// Quotes hold blanks together and keep a colon from ending a key; one that is not closed holds all that follows.
/// A lone "-" is not a word yet.
[[nodiscard]] QList<FilterWord> filterWords(const QString &expression);

} // namespace lapwing::ui
