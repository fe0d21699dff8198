// SPDX-License-Identifier: MIT
#include "usage/page.h"

#include <QRegularExpression>

#include <algorithm>

namespace lapwing::usage {

bool Page::knowsEndings() const
{
    return std::ranges::any_of(options, &PageOption::hasEndings)
        || std::ranges::any_of(commands, &Page::knowsEndings);
}

QString brief(const QString &text)
{
    static const QRegularExpression pause(QStringLiteral("[.;:,](?:\\s|$)| \\(|\n"));
    return text.left(pause.match(text + u'\n').capturedStart()).trimmed();
}

} // namespace lapwing::usage
