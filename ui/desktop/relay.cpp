// SPDX-License-Identifier: MIT
#include "desktop/relay.h"

#include "desktop/applicationservice.h"
#include "desktop/messagebus.h"
#include "session/instance.h"

#include <QCoreApplication>

namespace lapwing::ui {
namespace {

using namespace std::chrono_literals;

/// The call waits for the name.
constexpr auto patienceForCall = 5s;
/// For its answer to leave, and for others.
constexpr auto rest = 500ms;

} // namespace

bool isStartedByBus()
{
    return qEnvironmentVariableIsSet("DBUS_STARTER_BUS_TYPE");
}

void relayCalls(const Instance &first, const QString &id)
{
    MessageBus session(BusKind::Session);
    ApplicationService service(session, id, ApplicationService::WhenTaken::GiveUp);
    QTimer end;
    end.setSingleShot(true);
    end.start(patienceForCall);
    QObject::connect(&end, &QTimer::timeout, qApp, &QCoreApplication::quit);
    QObject::connect(&service, &ApplicationService::asked, &end,
                     [&first, &end](const QStringList &arguments) {
                         if (first.handOver(arguments))
                             end.start(rest);
                     });
    QObject::connect(&service, &ApplicationService::claimed, &end, [&end](bool isOurs) {
        if (!isOurs)
            end.start(0ms);
    });
    session.open();
    QCoreApplication::exec();
}

} // namespace lapwing::ui
