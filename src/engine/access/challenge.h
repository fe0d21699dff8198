// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <map>
#include <vector>

namespace lapwing::engine {

/// How a server wants to be told who asks (RFC 9110 section 11.6.1).
struct Challenge {
    QByteArray scheme;                           ///< in lower case: "basic", "digest"
    std::map<QByteArray, QByteArray> parameters; ///< by name in lower case, without quotation marks

    [[nodiscard]] QByteArray parameter(const char *name) const; ///< empty: there is none
};

/// Every challenge of a WWW-Authenticate field, also of several that were joined with commas. What breaks
/// the rules in one is left out.
[[nodiscard]] std::vector<Challenge> challengesFrom(const QByteArray &field);

} // namespace lapwing::engine
