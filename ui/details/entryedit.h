// SPDX-License-Identifier: MIT
#pragma once

#include "plan/entry.h"

#include <QStringList>

#include <tl/expected.hpp>

#include <functional>

namespace lapwing::ui {

/// What the user may change of one download, as it is written in fields. Values of secret headers are hidden in it.
struct EntryEdit {
    QString link{}; ///< without its login
    QString name{};
    QString folder{};
    QString checksum{};     ///< TYPE=HEX, or digits alone whose number tells the type
    QString headers{};      ///< "Name: value", one on each line
    QStringList settings{}; ///< values, in the order of fileSettings()

    friend bool operator==(const EntryEdit &, const EntryEdit &) = default;
};

/// The fields, in this order; those of the settings follow.
enum EditField {
    LinkField,
    NameField,
    FolderField,
    ChecksumField,
    HeadersField,
    FirstSettingField
};

/// A field that cannot be used as it is, and the sentence that says why; empty: none.
struct WrongField {
    QString sentence{};
    int field = LinkField; ///< see EditField
};

/// Whether another download of the list has this link, as plan::normalised() has it.
using IsListed = std::function<bool(const QUrl &link)>;

[[nodiscard]] EntryEdit editOf(const plan::Entry &entry);

/// The entry with what was changed; what was not stays as the list has it, but for what was said of another file than the
/// one that it stands for now. Else the first field that cannot be used. With the link of another server, no secret goes
/// there that was given for the one before.
[[nodiscard]] tl::expected<plan::Entry, WrongField> edited(const plan::Entry &entry,
                                                           const EntryEdit &edit,
                                                           const IsListed &isListed = {});

} // namespace lapwing::ui
