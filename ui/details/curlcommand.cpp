// SPDX-License-Identifier: MIT
#include "details/curlcommand.h"

namespace lapwing::ui {
namespace {

/// Nothing is special between single quotes but their end (POSIX.1, Shell Command Language, 2.2.2).
QString quoted(QString text)
{
    text.replace(u'\'', QStringLiteral("'\\''"));
    return u'\'' + text + u'\'';
}

} // namespace

QString curlCommand(const record::TaskRecord &task)
{
    const QString link =
        task.url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    // --globoff: brackets in a link are not patterns. "./": a name may be "-".
    QStringList words{QStringLiteral("curl --fail --location --globoff")};
    if (!task.name.isEmpty())
        words << QStringLiteral("--output") << quoted(QStringLiteral("./") + task.name);
    else
        words << QStringLiteral("--remote-name");
    words << quoted(link);
    return words.join(u' ');
}

} // namespace lapwing::ui
