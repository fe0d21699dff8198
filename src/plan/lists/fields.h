// SPDX-License-Identifier: MIT
#pragma once

#include "plan/lists/linkcollector.h"

/// Inside this folder only: what the lists call what they say of a file, and what it means.
namespace lapwing::plan {

enum class Field {
    None,   ///< nothing that is known here
    Number, ///< of a row, or an amount that is no number of bytes: it says nothing of the file
    Link,
    Mirror,
    Name,
    Path, ///< a name behind folders
    Folder,
    Checksum,
    Size,
    Header, ///< "Name: value", or the value of the one that `detail` names
    User,
    Password,
    Option,
};

struct FieldName {
    Field field = Field::None;
    QString
        detail{}; ///< of a checksum its type, where the name tells it; of a header or an option its name
};

/// What a column or a key is called by: "URL", "file name", "sha256", in any case; or an option of aria2.
[[nodiscard]] FieldName fieldFor(const QString &title);

/// Of titles that mean the link, which one does where a list has several: the least. 0: "download URL", which is no
/// page about the file.
[[nodiscard]] qsizetype rankOfLink(const QString &title);

/// The option of aria2's input file.
[[nodiscard]] FieldName fieldForOption(const QString &name);

/// Whether what stands there may be a secret, which no message repeats.
[[nodiscard]] bool mayBeSecret(const FieldName &name);

/// Puts what stands there where it belongs; an empty value says nothing. What is wrong with it, if anything.
[[nodiscard]] std::optional<ListError> put(Found &found, const FieldName &name,
                                           const QString &value);

/// The same of an option whose value may be empty: of a proxy, that means none.
[[nodiscard]] std::optional<ListError> putOption(Found &found, const FieldName &name,
                                                 const QString &value);

/// Keeps the strongest of them as the one that proves the file.
void addChecksum(Found &found, Checksum checksum);

/// "dir/sub/name" in parts: the folder, when it is relative and without "..", and the name.
void setPath(Found &found, QString path);

} // namespace lapwing::plan
