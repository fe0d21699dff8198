// SPDX-License-Identifier: MIT
#include "plan/contenttype.h"

#include "plan/safename.h"

#include <QMimeDatabase>

namespace lapwing::plan {

QString nameFromType(const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').constFirst().trimmed().toLower();
    if (type == "text/html")
        return u"index.html"_qs;
    const QMimeType known = QMimeDatabase().mimeTypeForName(QString::fromLatin1(type));
    const bool saysNothing = known.isDefault(); // application/octet-stream: mere bytes
    if (saysNothing || known.preferredSuffix().isEmpty())
        return u"download"_qs;
    return safeName(u"download."_qs + known.preferredSuffix());
}

} // namespace lapwing::plan
