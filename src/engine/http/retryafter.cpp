// SPDX-License-Identifier: MIT
#include "engine/http/retryafter.h"

#include "plan/http/httpdate.h"
#include "plan/http/plainnumber.h"

#include <algorithm>

namespace lapwing::engine {

using std::chrono::ceil;
using std::chrono::milliseconds;
using std::chrono::seconds;

std::optional<seconds> retryAfter(QByteArrayView value, const QDateTime &now)
{
    const QByteArrayView text = value.trimmed();
    if (plan::isDigits(text)) // overflowing numbers are valid but clamped
        return std::min(seconds(plan::plainNumber(text).value_or(farthestRetryAfter.count())),
                        farthestRetryAfter);
    const std::optional<QDateTime> date = plan::httpDate(text, now);
    if (!date || *date < now)
        return std::nullopt;
    return std::min(ceil<seconds>(milliseconds(now.msecsTo(*date))), farthestRetryAfter);
}

} // namespace lapwing::engine
