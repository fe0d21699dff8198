// SPDX-License-Identifier: MIT
#pragma once

#include "plan/listing.h"
#include "plan/lists/gathered.h"

#include <array>

namespace lapwing::ui {

/// What becomes of a line of a list when it is added.
enum class PreviewState {
    New,
    SameName,     ///< as another file, and gets another one therefore
    AlreadyThere, ///< in the window's list
    Repeated,     ///< the same link stands further up
    Refused,
};

struct PreviewRow {
    PreviewState state = PreviewState::New;
    int list = 0;          ///< which of the lists
    std::size_t place = 0; ///< among its links; of what is refused among its rejects
    QString name{};        ///< of the file; of what is refused the line as written
    QString note{};        ///< the other name; where the link stands first
    bool isTicked = false; ///< to begin with
};

/// What a window's list holds already.
struct KnownEntries {
    QHash<QUrl, int> links{}; ///< normalised
    std::vector<QString> names{};
};

/// Lists as they would be added, line by line; made once, by any thread, and not changed any more.
struct LinkPreview {
    std::vector<std::shared_ptr<const plan::Links>> lists{};
    std::vector<PreviewRow> rows{}; ///< in the order of the lists
    std::vector<plan::Gathered> rejects{};
    std::map<QString, int> unused{};
    std::array<int, 5> counts{}; ///< by state

    [[nodiscard]] int count(PreviewState state) const
    {
        return counts[static_cast<std::size_t>(state)];
    }
    [[nodiscard]] const plan::Links &listOf(const PreviewRow &row) const
    {
        return *lists[static_cast<std::size_t>(row.list)];
    }
    [[nodiscard]] const QUrl &urlOf(const PreviewRow &row) const ///< not of what is refused
    {
        return listOf(row).urls[row.place];
    }
    [[nodiscard]] const plan::Reject &rejectOf(const PreviewRow &row) const ///< of what is refused
    {
        return listOf(row).rejects[row.place];
    }
    /// Null: the list says no more than the link.
    [[nodiscard]] const plan::Details *detailsOf(const PreviewRow &row) const;
};

[[nodiscard]] LinkPreview previewOf(std::vector<std::shared_ptr<const plan::Links>> lists,
                                    const KnownEntries &known);

/// Those of its rows, by number, that have each word of `needle` in their name, host, folder or state.
[[nodiscard]] std::vector<int> rowsWith(const LinkPreview &preview, const QString &needle);

/// The links of the rows that `ticked` has, with what is said of them and with all rejects. Of what is there
/// already those that bring a user name.
[[nodiscard]] plan::Links chosenLinks(const LinkPreview &preview, const std::vector<bool> &ticked);

} // namespace lapwing::ui
