// SPDX-License-Identifier: MIT
#include "usage/page.h"

#include <QRegularExpression>

namespace lapwing::usage {

QString brief(const QString &text)
{
    static const QRegularExpression pause(QStringLiteral("[.;:,](?:\\s|$)| \\(|\n"));
    return text.left(pause.match(text + u'\n').capturedStart()).trimmed();
}

} // namespace lapwing::usage
