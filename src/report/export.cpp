// SPDX-License-Identifier: MIT
#include "report/export.h"

#include "report/csv.h"
#include "report/json.h"

#include <QSaveFile>

#include <cerrno>

namespace lapwing::report {
namespace {

/// The system's error says more than QFileDevice's, which has one word for every write that failed
/// (qfsfileengine_unix.cpp) and one for every open that did; a full disk it calls "Unknown error".
record::Cause causeOf(QFileDevice::FileError error, int systemError)
{
    if (systemError == ENOSPC || systemError == EDQUOT)
        return record::Cause::DiskFull;
    if (error == QFileDevice::PermissionsError || systemError == EACCES || systemError == EPERM
        || systemError == EROFS)
        return record::Cause::NoPermission;
    return record::Cause::WriteFailed;
}

} // namespace

std::optional<Format> formatOf(const QString &path)
{
    if (path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive))
        return Format::Json;
    if (path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
        return Format::Csv;
    return std::nullopt;
}

std::optional<record::Failure> save(const Document &document, const QString &path)
{
    const std::optional<Format> format = formatOf(path);
    if (!format)
        return record::make(record::Cause::Internal, path);
    const QByteArray bytes = *format == Format::Json ? toJson(document) : toCsv(document);
    QSaveFile file(path);
    errno = 0;
    const bool written =
        file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
    if (written && file.commit())
        return std::nullopt;
    const int systemError = errno;
    const QString said = systemError != 0 ? qt_error_string(systemError) : file.errorString();
    return record::make(causeOf(file.error(), systemError), path + QStringLiteral(": ") + said);
}

} // namespace lapwing::report
