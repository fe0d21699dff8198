// SPDX-License-Identifier: MIT
#pragma once

#include "plan/entry.h"

#include <QStringList>

#include <tl/expected.hpp>

namespace lapwing::ui {

/// What the user may change of one download, as it is written in fields. Values of secret headers are hidden in it.
struct EntryEdit {
    QString name{};
    QString folder{};
    QString checksum{};     ///< TYPE=HEX, or digits alone whose number tells the type
    QString headers{};      ///< "Name: value", one on each line
    QStringList settings{}; ///< values, in the order of fileSettings()

    friend bool operator==(const EntryEdit &, const EntryEdit &) = default;
};

/// The fields, in this order; those of the settings follow.
enum EditField { NameField, FolderField, ChecksumField, HeadersField, FirstSettingField };

/// A field that cannot be used as it is, and the sentence that says why; empty: none.
struct WrongField {
    QString sentence{};
    int field = NameField; ///< see EditField
};

[[nodiscard]] EntryEdit editOf(const plan::Entry &entry);

/// The entry with what was changed; what was not stays as the list has it. Else the first field that cannot be used.
[[nodiscard]] tl::expected<plan::Entry, WrongField> edited(const plan::Entry &entry,
                                                           const EntryEdit &edit);

} // namespace lapwing::ui
