// SPDX-License-Identifier: MIT
#include "report/picture/picture.h"
#include "text/captions.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>

namespace lapwing::report {
namespace {

using text::Caption;

using Drawn = tl::expected<QByteArray, QString>;

constexpr int patience = 120'000; ///< milliseconds; a machine that is that slow is stuck

/// Empty: it is not there. Beside the program, as it is built; or installed, where a package that has the
/// command line alone brings one of its own.
QString painter()
{
    const QString here = QCoreApplication::applicationDirPath();
    return QStandardPaths::findExecutable(QStringLiteral("lapwing-picture"),
                                          {here, here + QStringLiteral("/" LAPWING_LIBEXEC),
                                           here + QStringLiteral("/" LAPWING_LIBEXEC "-cli")});
}

Drawn draw(const QString &format, const QByteArray &svg)
{
    const QString program = painter();
    if (program.isEmpty())
        return tl::unexpected(text::caption(Caption::LapwingPictureWhichDrawsPNGAnd));
    QProcess process;
    process.start(program, {format});
    process.write(svg);
    process.closeWriteChannel();
    const bool isWhole = process.waitForFinished(patience)
        && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    if (!isWhole)
        return tl::unexpected(
            text::caption(Caption::LapwingPictureFailed)
                .arg(QString::fromLocal8Bit(process.readAllStandardError()).trimmed()));
    return process.readAllStandardOutput();
}

} // namespace

Drawn toPng(const QByteArray &svg)
{
    return draw(QStringLiteral("png"), svg);
}

Drawn toPdf(const QByteArray &svg)
{
    return draw(QStringLiteral("pdf"), svg);
}

} // namespace lapwing::report
