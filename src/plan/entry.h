// SPDX-License-Identifier: MIT
#pragma once

#include "plan/checksum.h"
#include "plan/extras.h"

#include <QString>
#include <QUrl>

#include <memory>
#include <optional>

namespace lapwing::plan {

/// One line of a list: something to fetch. Immutable once it is in a plan.
struct Entry {
    int id = 0; ///< 1, 2, 3 … in the order given; one that was removed leaves a gap; 0 is no entry
    QUrl url;   ///< http or https with a host; no user information, no fragment
    QString
        userInfo; ///< "name:password" of the link, percent-encoded; sent to its origin, never shown
    QString name; ///< a safe file name (see safename.h); two entries may share one
    bool isNamed = false; ///< the list gave the name: it counts before what the server offers
    std::optional<Checksum> checksum{};     ///< proves the file, or refuses it
    std::shared_ptr<const Extras> extras{}; ///< null: the list says no more
};

} // namespace lapwing::plan
