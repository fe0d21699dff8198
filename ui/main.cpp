// SPDX-License-Identifier: MIT
#include "commandline.h"
#include "engine/system/busytime.h"
#include "engine/system/memory.h"
#include "icons.h"
#include "mainwindow.h"
#include "text/catalogue.h"

#include <QApplication>

int main(int argc, char *argv[])
{
    lapwing::engine::keepFreedMemory();
    QCoreApplication::setOrganizationName(QStringLiteral("Lapwing"));
    QCoreApplication::setApplicationName(QStringLiteral("lapwing"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LAPWING_VERSION));
    const lapwing::ui::CommandLineRequest request = lapwing::ui::readCommandLine(argc, argv);
    if (request.exitStatus)
        return *request.exitStatus;

    const lapwing::engine::BusyMeteredApplication<QApplication> application(argc, argv);
    lapwing::text::installCatalogue();
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Lapwing"));
    QGuiApplication::setWindowIcon(lapwing::ui::programIcon());
    lapwing::ui::MainWindow window;
    window.show();
    window.addInputs(request.inputs);
    return QApplication::exec();
}
