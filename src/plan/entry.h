// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QUrl>

namespace lapwing::plan {

/// One line of a list: something to fetch. Immutable once it is in a plan.
struct Entry {
    int id = 0; ///< 1, 2, 3 … in the order given; one that was removed leaves a gap; 0 is no entry
    QUrl url;   ///< http or https with a host; no user information, no fragment
    QString
        userInfo; ///< "name:password" of the link, percent-encoded; sent to its origin, never shown
    QString name; ///< a safe file name (see safename.h); two entries may share one
};

} // namespace lapwing::plan
