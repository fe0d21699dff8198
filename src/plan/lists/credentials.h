// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

/// Inside this folder only: what is hidden in the messages about a list, by what lists call it.
namespace lapwing::plan {

/// Whether a title or a key seems to mean a login or what proves one: "API key", "Passwort", "비밀번호". A message that
/// hides too much is better than one that shows a password.
[[nodiscard]] bool namesCredential(const QString &title);

/// What parts the titles of a line that has no link, but such a title beside others: in what stands below, the same column
/// has the secrets. Empty: it has none.
[[nodiscard]] QString partingsOfCredential(const QString &line);

/// Without what stands behind such a name and ":" or "=", since a line that nobody understood may be of anything. The
/// values of a query are hidden already.
[[nodiscard]] QString withoutCredentials(QString text);

} // namespace lapwing::plan
