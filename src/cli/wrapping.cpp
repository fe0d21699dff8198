// SPDX-License-Identifier: MIT
#include "cli/wrapping.h"

#include "text/displaywidth.h"

#include <QStringList>

namespace lapwing::cli {

QString wrapped(const QString &paragraph, qsizetype column, qsizetype width)
{
    const QString nextLine = u'\n' + QString(column, u' ');
    QString lines;
    qsizetype end = column;
    for (const QString &word : paragraph.split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype size = text::displayWidth(word);
        if (end > column && end + 1 + size > width) {
            lines += nextLine;
            end = column;
        } else if (end > column) {
            lines += u' ';
            ++end;
        }
        lines += word;
        end += size;
    }
    return lines;
}

} // namespace lapwing::cli
