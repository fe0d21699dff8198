// SPDX-License-Identifier: MIT
#include "plan/safefolder.h"

#include "plan/safename.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

/// Both kinds separate: what is harmless here may not be where the list comes from.
QStringList partsOf(const QString &folder)
{
    QStringList parts = QString(folder).replace(u'\\', u'/').split(u'/', Qt::SkipEmptyParts);
    parts.removeAll(u"."_s);
    return parts;
}

bool isAbsolute(const QString &folder)
{
    static const QRegularExpression begin(u"^(/|\\\\|~|[A-Za-z]:)"_s);
    return folder.contains(begin);
}

} // namespace

tl::expected<QString, FolderFault> safeFolder(const QString &folder, const QString &chosen)
{
    QStringList parts = partsOf(folder);
    if (parts.contains(u".."_s))
        return tl::unexpected(FolderFault::Above);
    if (isAbsolute(folder)) {
        const QStringList above = partsOf(chosen);
        if (!folder.startsWith(u'/') || parts.first(std::min(above.size(), parts.size())) != above)
            return tl::unexpected(FolderFault::Elsewhere);
        parts = parts.sliced(above.size());
    }
    for (QString &part : parts)
        part = safeName(part);
    return parts.join(u'/');
}

QString folderFor(const Entry &entry, const QString &chosen)
{
    return entry.extras ? safeFolder(entry.extras->folder, chosen).value_or(QString()) : QString();
}

} // namespace lapwing::plan
