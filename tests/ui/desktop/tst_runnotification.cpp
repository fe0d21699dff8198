// SPDX-License-Identifier: MIT
#include "support/testmain.h"
#include "ui/desktop/windowonbus.h"

#include <QApplication>
#include <QDBusArgument>
#include <QRegularExpression>

using namespace lapwing;
using namespace std::chrono_literals;
using test::Service;

namespace {

constexpr uint number = 7;
const auto notifications = QStringLiteral("org.freedesktop.Notifications");
const auto notificationsPath = QStringLiteral("/org/freedesktop/Notifications");
const auto portal = QStringLiteral("org.freedesktop.portal.Desktop");
const auto portalPath = QStringLiteral("/org/freedesktop/portal/desktop");

/// Of a call of Notify.
enum Argument { Replaced = 1, Icon, Title, Text, Actions, Hints };

QString text(const QDBusMessage &call, int argument)
{
    return call.arguments().value(argument).toString();
}

} // namespace

class RunNotificationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (!test::PrivateBus::canBe())
            QSKIP("there is no dbus-daemon");
        m_bus = std::make_unique<test::PrivateBus>();
        QVERIFY(m_bus->isUp());
    }

    void cleanup()
    {
        m_at.reset();
        m_server.reset();
        m_sandbox.reset();
        m_bus.reset();
    }

    void aRunThatEndsUnseenIsToldWithWhatItSaved()
    {
        open();
        m_at->runToTheEnd(10, 700ms);
        QTRY_COMPARE(m_server->count(QStringLiteral("Notify")), 1);
        const QDBusMessage call = m_server->calls(QStringLiteral("Notify")).front();
        QCOMPARE(text(call, Title), u"Downloads finished");
        const QRegularExpression wanted(
            QStringLiteral("^10 files, 1\\.0 MB in \\d.* s; \\d.*× as fast, estimated$"));
        QVERIFY2(wanted.match(text(call, Text)).hasMatch(), qPrintable(text(call, Text)));
        QCOMPARE(call.arguments().value(Actions).toStringList().mid(2),
                 (QStringList{QStringLiteral("button"), QStringLiteral("Open folder")}));
        QCOMPARE(text(call, Icon), test::programId);
        const auto hints = qdbus_cast<QVariantMap>(call.arguments().value(Hints));
        QCOMPARE(hints.value(QStringLiteral("desktop-entry")).toString(), test::programId);
        QCOMPARE(hints.value(QStringLiteral("category")).toString(), u"transfer.complete");
    }

    void itTellsNoLinkAndNoSecret()
    {
        open();
        m_at->add(1, 0ms);
        m_at->server().route("/file-1.bin", test::status(404));
        m_at->start();
        QTRY_COMPARE(m_server->count(QStringLiteral("Notify")), 1);
        const QDBusMessage call = m_server->calls(QStringLiteral("Notify")).front();
        QCOMPARE(text(call, Title), u"Downloads failed");
        QString all;
        QDebug(&all) << call;
        for (const char *secret : {"hunter2", "user", "127.0.0.1", "file-1"})
            QVERIFY2(!all.contains(QLatin1String(secret)), qPrintable(all));
        QVERIFY2(!all.contains(u"Open folder"), "there is nothing in it");
    }

    void itIsToldOnlyWhereNobodyLooks()
    {
        open();
        m_at->window().show();
        m_at->window().activateWindow();
        QTRY_VERIFY(QApplication::activeWindow() != nullptr);
        m_at->runToTheEnd(1, 0ms);
        onlyTheNextIsTold();
    }

    void itIsNotToldWhereTheUserDoesNotWantIt()
    {
        open();
        m_at->change([](ui::Settings &settings) { settings.notifies = false; });
        m_at->runToTheEnd(1, 0ms);
        onlyTheNextIsTold();
    }

    void whatTheUserStoppedIsNotTold()
    {
        open();
        m_at->add(1, 60s);
        m_at->start();
        m_at->controller().stop();
        QTRY_VERIFY(!m_at->isRunning());
        m_at->controller().clear();
        onlyTheNextIsTold();
    }

    void aSecondMeasurementThatWasStoppedIsNotTold()
    {
        open();
        auto &controller = m_at->controller();
        m_at->runToTheEnd(2, 0ms);
        QTRY_COMPARE(m_server->count(QStringLiteral("Notify")), 1);
        controller.measure();
        QTRY_COMPARE(m_server->count(QStringLiteral("Notify")), 2);
        controller.measure();
        controller.stop();
        QTRY_COMPARE(controller.activity(), ui::DownloadController::Activity::Idle);
        controller.clear();
        m_at->runToTheEnd(1, 0ms);
        QTRY_COMPARE(m_server->count(QStringLiteral("Notify")), 3);
        QCOMPARE(text(m_server->calls(QStringLiteral("Notify")).back(), Title),
                 u"Downloads finished");
    }

    void aClickShowsTheWindowAndTheButtonTheFolder()
    {
        open();
        m_at->runToTheEnd(1, 0ms);
        QTRY_COMPARE(m_server->count(QStringLiteral("Notify")), 1);
        QCoreApplication::processEvents();
        const test::Openings openings;
        tell(QStringLiteral("ActionInvoked"), number + 1, QStringLiteral("button")); // another's
        tell(QStringLiteral("ActionInvoked"), number, QStringLiteral("button"));
        QTRY_COMPARE(openings.paths(), QStringList{m_at->folder()});
        const test::Variable token("XDG_ACTIVATION_TOKEN", "");
        tell(QStringLiteral("ActivationToken"), number, QStringLiteral("let-it-rise"));
        tell(QStringLiteral("ActionInvoked"), number, QStringLiteral("default"));
        QTRY_VERIFY(m_at->window().isVisible());
        QCOMPARE(qgetenv("XDG_ACTIVATION_TOKEN"), QByteArray("let-it-rise"));
        // Once the window is looked at there is nothing left to be told.
        QTRY_COMPARE(m_server->count(QStringLiteral("CloseNotification")), 1);
    }

    void inASandboxThePortalShowsIt()
    {
        m_sandbox = std::make_unique<test::Variable>("FLATPAK_ID", "org.lapwing.Lapwing");
        open(portal, portalPath);
        m_at->runToTheEnd(1, 0ms);
        QTRY_COMPARE(m_server->count(QStringLiteral("AddNotification")), 1);
        const QDBusMessage call = m_server->calls(QStringLiteral("AddNotification")).front();
        QCOMPARE(call.interface(), u"org.freedesktop.portal.Notification");
        const auto told = qdbus_cast<QVariantMap>(call.arguments().value(1));
        QCOMPARE(told.value(QStringLiteral("title")).toString(), u"Downloads finished");
        QVERIFY(told.value(QStringLiteral("body")).toString().startsWith(u"1 file, "));
        const auto buttons = qdbus_cast<QList<QVariantMap>>(told.value(QStringLiteral("buttons")));
        QCOMPARE(buttons.size(), 1);
        const test::Openings openings;
        QDBusMessage pressed = QDBusMessage::createSignal(portalPath, call.interface(),
                                                          QStringLiteral("ActionInvoked"));
        pressed << call.arguments().front() << buttons.front().value(QStringLiteral("action"))
                << QVariantList{};
        m_bus->other().send(pressed);
        QTRY_COMPARE(openings.paths(), QStringList{m_at->folder()});
    }

private:
    void open(const QString &name = notifications, const QString &path = notificationsPath)
    {
        m_server = std::make_unique<Service>(*m_bus, name, path, [](const QDBusMessage &call) {
            return call.member() == u"Notify" ? QVariantList{number} : QVariantList{};
        });
        m_at = std::make_unique<test::WindowOnBus>();
        QTRY_VERIFY(m_bus->isOwned(test::programId));
    }

    void onlyTheNextIsTold()
    {
        m_at->window().hide();
        QTRY_VERIFY(QApplication::activeWindow() == nullptr);
        m_at->change([](ui::Settings &settings) { settings.notifies = true; });
        m_at->controller().clear();
        m_at->runToTheEnd(2, 0ms);
        QTRY_COMPARE(m_server->count(QStringLiteral("Notify")), 1);
        const QString told = text(m_server->calls(QStringLiteral("Notify")).front(), Text);
        QVERIFY2(told.startsWith(u"2 files, "), qPrintable(told));
    }

    void tell(const QString &signal, uint id, const QString &what)
    {
        QDBusMessage message = QDBusMessage::createSignal(notificationsPath, notifications, signal);
        message << id << what;
        m_bus->other().send(message);
    }

    std::unique_ptr<test::PrivateBus> m_bus;
    std::unique_ptr<test::Variable> m_sandbox;
    std::unique_ptr<Service> m_server;
    std::unique_ptr<test::WindowOnBus> m_at;
};

LAPWING_TEST(RunNotificationTest)
#include "tst_runnotification.moc"
