// SPDX-License-Identifier: MIT
#include "commandline.h"
#include "desktop/desktop.h"
#include "desktop/relay.h"
#include "engine/http/buffersizes.h"
#include "engine/system/busytime.h"
#include "engine/system/memory.h"
#include "icons.h"
#include "mainwindow.h"
#include "run/backgroundqueue.h"
#include "session/instance.h"
#include "text/catalogue.h"

#include <QApplication>
#include <QStandardPaths>

#include <cstdio>
#include <cstdlib>
#include <optional>

namespace {

using lapwing::ui::Instance;

/// To the window that is open already; the exit status. Absent: it has gone meanwhile, and this one takes its place.
std::optional<int> handOver(Instance &instance, const QStringList &arguments)
{
    switch (instance.handOverOrClaim(arguments)) {
    case Instance::Handover::Claimed:
        return std::nullopt;
    case Instance::Handover::Taken:
        if (lapwing::ui::isStartedByBus())
            lapwing::ui::relayCalls(instance, QStringLiteral(LAPWING_ID));
        return 0;
    case Instance::Handover::Unanswered:
        break;
    }
    const QString sentence = QCoreApplication::translate(
        "lapwing::ui::Instance", "Lapwing is already running but does not respond.");
    std::fprintf(stderr, "lapwing: %s\n", qPrintable(sentence));
    return 1;
}

void ignore(QtMsgType, const QMessageLogContext &, const QString &) { }

/// What --help needs is there without a display.
lapwing::ui::CommandLineRequest readCommandLine(int argc, char **argv)
{
    // In a locale that this machine does not have Qt switches to another one, and warns of that at length.
    const QtMessageHandler usual = qInstallMessageHandler(ignore);
    const QCoreApplication application(argc, argv);
    qInstallMessageHandler(usual);
    lapwing::text::speak(lapwing::text::chosenLanguage());
    return lapwing::ui::readCommandLine(QCoreApplication::arguments());
}

/// Until it is closed; the exit status.
int runWindow(int argc, char **argv, const lapwing::ui::CommandLineRequest &request)
{
    const lapwing::engine::BusyMeteredApplication<QApplication> application(argc, argv);
    lapwing::text::speak(lapwing::text::chosenLanguage());
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Lapwing"));
    QGuiApplication::setDesktopFileName(QStringLiteral(LAPWING_ID));
    QGuiApplication::setWindowIcon(lapwing::ui::programIcon());
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    Instance instance(data);
    if (!instance.claim() && instance.isTaken()) {
        if (const std::optional<int> status = handOver(instance, request.arguments()))
            return *status;
    }
    lapwing::ui::MainWindow window({1.0, {}, {}, data});
    QObject::connect(&instance, &Instance::handedOver, &window,
                     [&window](const QStringList &arguments) {
                         window.takeOver(lapwing::ui::requestFrom(arguments));
                     });
    QObject::connect(&window, &lapwing::ui::MainWindow::quitting, &instance,
                     [&instance](bool isQuitting) { instance.setTaking(!isQuitting); });
    const lapwing::ui::Desktop desktop(window, QStringLiteral(LAPWING_ID));
    window.show();
    window.carryOut(request);
    const int status = QApplication::exec();
    instance.setTaking(false); // while the window writes what it leaves
    return status;
}

} // namespace

int main(int argc, char *argv[])
{
    lapwing::engine::keepFreedMemory(lapwing::engine::bytesInFlight);
    QCoreApplication::setOrganizationName(QStringLiteral("Lapwing"));
    QCoreApplication::setApplicationName(QStringLiteral("lapwing"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LAPWING_VERSION));
    const lapwing::ui::CommandLineRequest request = readCommandLine(argc, argv);
    if (request.exitStatus)
        return *request.exitStatus;
    const int status = runWindow(argc, argv, request);
    if (!lapwing::ui::BackgroundQueue::isAnyLeftBehind())
        return status;
    // A thread may still read a long list, with regular expressions that exit() would destroy.
    std::fflush(nullptr);
    std::_Exit(status);
}
