// SPDX-License-Identifier: MIT
#pragma once

#include "support/rawserver.h"

namespace lapwing::test {

/// A resource that a server may change, and how it answers for it.
struct Versioned {
    QByteArray content;
    QByteArray etag = "\"1\"";
    qint64 cutAfter = -1;        ///< the connection is cut after so many bytes of a body; -1: never
    bool resets = true;          ///< when it is cut; what is under way is lost then. false: closes
    bool takesRanges = true;     ///< false: everything is a 200
    bool mindsIfRange = true;    ///< false: a 206 of whatever is there now
    qint64 rangeShift = 0;       ///< the 206 begins so many bytes too late
    bool takesConditions = true; ///< false: 200 where 304 would do
};

/// What a careful server answers, as far as `resource` allows.
[[nodiscard]] Script answerFor(const Versioned &resource, const Request &request);

} // namespace lapwing::test
