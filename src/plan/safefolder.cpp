// SPDX-License-Identifier: MIT
#include "plan/safefolder.h"

#include "plan/safename.h"

#include <QDir>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

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

/// Of a drive or a home of somewhere else nobody knows what it would be here.
bool leadsOut(const Extras &extras)
{
    return extras.mayLeave && extras.folder.startsWith(u'/');
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

tl::expected<QString, FolderFault> wayFor(const Entry &entry, const QString &chosen, bool mayLeave)
{
    if (!entry.extras)
        return QString();
    const QString &folder = entry.extras->folder;
    const auto way = safeFolder(folder, chosen);
    if (way || way.error() == FolderFault::Above)
        return way;
    if (mayLeave && leadsOut(*entry.extras))
        return QDir::cleanPath(folder);
    return QString();
}

QString folderFor(const Entry &entry, const QString &chosen, bool mayLeave)
{
    return wayFor(entry, chosen, mayLeave).value_or(QString());
}

QString pathFor(const Entry &entry, const QString &chosen)
{
    const QString way = folderFor(entry, chosen);
    return way.startsWith(u'/') ? way : chosen + u'/' + way;
}

bool isKeptInside(const Extras &extras, const QString &chosen)
{
    if (extras.folder.isEmpty() || leadsOut(extras))
        return false;
    const auto way = safeFolder(extras.folder, chosen);
    return !way && way.error() == FolderFault::Elsewhere;
}

int countKeptInside(const std::vector<Entry> &entries, const QString &chosen)
{
    const auto isOne = [&chosen](const Entry &entry) {
        return entry.extras && isKeptInside(*entry.extras, chosen);
    };
    return static_cast<int>(std::ranges::count_if(entries, isOne));
}

} // namespace lapwing::plan
