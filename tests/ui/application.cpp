// SPDX-License-Identifier: MIT
#include "support/testmain.h"
#include "text/catalogue.h"

#include <QApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace lapwing::test {
namespace {

/// The user's own settings and downloads are out of reach.
int runInApplication(int argc, char **argv, int (*body)())
{
    QStandardPaths::setTestModeEnabled(true);
    const QTemporaryDir settings;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    QCoreApplication::setOrganizationName(QStringLiteral("Lapwing"));
    QCoreApplication::setApplicationName(QStringLiteral("lapwing-tests"));
    const QApplication application(argc, argv);
    text::speak(QStringLiteral("en"));
    return body();
}

[[maybe_unused]] const bool chosen = [] {
    setRunner(runInApplication);
    return true;
}();

} // namespace
} // namespace lapwing::test
