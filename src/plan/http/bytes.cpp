// SPDX-License-Identifier: MIT
#include "plan/http/bytes.h"

#include <algorithm>

namespace lapwing::plan {

bool isEscape(QByteArrayView text, qsizetype at)
{
    return at + 2 < text.size() && isHex(text.at(at + 1)) && isHex(text.at(at + 2));
}

QByteArrayView takeUntil(QByteArrayView &rest, QByteArrayView ends)
{
    const auto end =
        std::find_if(rest.begin(), rest.end(), [ends](char c) { return ends.contains(c); });
    const QByteArrayView taken(rest.begin(), end);
    rest = rest.sliced(taken.size());
    return taken;
}

} // namespace lapwing::plan
