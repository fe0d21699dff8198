// SPDX-License-Identifier: MIT
#include "plan/lists/read/beginning.h"

#include <algorithm>

namespace lapwing::plan {

QStringList firstLines(QByteArrayView text, qsizetype count)
{
    constexpr qsizetype farEnough = 256 * 1024; // bytes
    QByteArrayView rest = text.first(std::min(text.size(), farEnough));
    const bool isCut = rest.size() < text.size();
    QStringList lines;
    while (!rest.isEmpty() && lines.size() < count) {
        const auto end =
            std::find_if(rest.begin(), rest.end(), [](char c) { return c == '\n' || c == '\r'; });
        if (end == rest.end() && isCut && !lines.isEmpty())
            break; // not whole
        const QByteArrayView line(rest.begin(), end);
        rest = rest.sliced(std::min(rest.size(), line.size() + 1));
        if (!line.trimmed().isEmpty() && !line.trimmed().startsWith('#'))
            lines << QString::fromUtf8(line);
    }
    return lines;
}

QString firstLine(QByteArrayView text)
{
    const QStringList lines = firstLines(text, 1);
    return lines.isEmpty() ? QString() : lines.constFirst().trimmed();
}

} // namespace lapwing::plan
