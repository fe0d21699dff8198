// SPDX-License-Identifier: MIT
#include "report/export.h"

#include "report/data/csv.h"
#include "report/data/har.h"
#include "report/data/prometheus.h"
#include "report/json/json.h"
#include "report/page/html.h"
#include "report/picture/picture.h"
#include "report/picture/svg.h"
#include "report/text/markdown.h"
#include "text/captions.h"

#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>

namespace lapwing::report {
namespace {

using text::Caption;

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

using MaybeBytes = tl::expected<QByteArray, QString>;

template<QByteArray (*Write)(const Document &)>
MaybeBytes written(const Document &document)
{
    return Write(document);
}

template<MaybeBytes (*Draw)(const QByteArray &)>
MaybeBytes drawn(const Document &document)
{
    return Draw(toSvg(document, Theme::Light));
}

QByteArray inLight(const Document &document)
{
    return toSvg(document, Theme::Light);
}

/// Where one ending is the end of another, the longer one stands first.
// clang-format off
constexpr Format formats[] = {
    {".json", written<toJson>},
    {".html", written<toHtml>},
    {".sweep.csv", written<toSweepCsv>},
    {".csv", written<toCsv>},
    {".md", written<toMarkdown>},
    {".har", written<toHar>},
    {".svg", written<inLight>},
    {".png", drawn<toPng>},
    {".pdf", drawn<toPdf>},
    {".prom", written<toPrometheus>},
};
// clang-format on

struct Written {
    bool isWhole = false;
    QFileDevice::FileError error = QFileDevice::NoError;
    QString said; ///< of what went wrong
    int systemError = 0;
};

Written outcomeOf(const QFileDevice &file, bool isWhole)
{
    const int systemError = errno;
    return {isWhole, file.error(),
            systemError != 0 ? qt_error_string(systemError) : file.errorString(), systemError};
}

Written replace(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool isThere =
        file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
    return outcomeOf(file, isThere && file.commit());
}

/// A pipe or a device has a reader, whom a file in its place would never reach.
Written pour(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    const bool isWhole = file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)
        && file.write(bytes) == bytes.size();
    return outcomeOf(file, isWhole);
}

bool isPipeOrDevice(const QString &path)
{
    const QFileInfo there(path);
    return there.exists() && !there.isFile() && !there.isDir();
}

} // namespace

const Format *formatOf(const QString &path)
{
    const auto *const found = std::ranges::find_if(formats, [&path](const Format &format) {
        return path.endsWith(QLatin1String(format.ending), Qt::CaseInsensitive);
    });
    return found == std::end(formats) ? nullptr : found;
}

QStringList endings()
{
    QStringList all;
    for (const Format &format : formats)
        all << QLatin1String(format.ending);
    return all;
}

QString knownEndings()
{
    QStringList known = endings();
    const QString last = known.takeLast();
    return text::caption(Caption::Either).arg(known.join(QStringLiteral(", ")), last);
}

std::optional<record::Failure> save(const Document &document, const QString &path)
{
    const Format *format = formatOf(path);
    if (format == nullptr)
        return record::make(record::Cause::Internal, path);
    const MaybeBytes bytes = format->bytesOf(document);
    if (!bytes)
        return record::make(record::Cause::WriteFailed,
                            path + QStringLiteral(": ") + bytes.error());
    return saveBytes(*bytes, path);
}

std::optional<record::Failure> saveBytes(const QByteArray &bytes, const QString &path)
{
    errno = 0;
    const Written written = isPipeOrDevice(path) ? pour(path, bytes) : replace(path, bytes);
    if (written.isWhole)
        return std::nullopt;
    return record::make(causeOf(written.error, written.systemError),
                        path + QStringLiteral(": ") + written.said);
}

} // namespace lapwing::report
