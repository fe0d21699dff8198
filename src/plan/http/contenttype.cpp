// SPDX-License-Identifier: MIT
#include "plan/http/contenttype.h"

#include "plan/safename.h"

#include <QMimeDatabase>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {

QString nameFromType(const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').constFirst().trimmed().toLower();
    if (type == "text/html")
        return u"index.html"_s;
    const QMimeType known = QMimeDatabase().mimeTypeForName(QString::fromLatin1(type));
    const bool saysNothing = known.isDefault(); // application/octet-stream: mere bytes
    if (saysNothing || known.preferredSuffix().isEmpty())
        return u"download"_s;
    return safeName(u"download."_s + known.preferredSuffix());
}

} // namespace lapwing::plan
