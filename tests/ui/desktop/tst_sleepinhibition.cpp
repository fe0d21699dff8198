// SPDX-License-Identifier: MIT
#include "support/testmain.h"
#include "ui/desktop/windowonbus.h"

#include <QDBusArgument>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>

#include <poll.h>
#include <unistd.h>

using namespace lapwing;
using namespace std::chrono_literals;
using test::Service;
using ui::TaskAction;

namespace {

const auto request = QStringLiteral("/org/freedesktop/portal/desktop/request/1/lapwing");

class Portal {
public:
    explicit Portal(test::PrivateBus &bus)
        : m_service(bus, QStringLiteral("org.freedesktop.portal.Desktop"),
                    QStringLiteral("/org/freedesktop/portal/desktop"),
                    [](const QDBusMessage &call) {
                        return call.member() == u"Inhibit"
                            ? QVariantList{QVariant::fromValue(QDBusObjectPath(request))}
                            : QVariantList{};
                    })
    {
    }

    void checkThatItHeld() const
    {
        QTRY_COMPARE(m_service.count(QStringLiteral("Inhibit")), 1);
        const QDBusMessage call = m_service.calls(QStringLiteral("Inhibit")).front();
        QCOMPARE(call.interface(), u"org.freedesktop.portal.Inhibit");
        QCOMPARE(call.arguments().value(1).toUInt(), 4U); // to suspend
        QTRY_COMPARE(m_service.count(QStringLiteral("Close")), 1);
        QCOMPARE(m_service.calls(QStringLiteral("Close")).front().path(), request);
    }

private:
    Service m_service;
};

} // namespace

class SleepInhibitionTest : public QObject {
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
        m_service.reset();
        m_sandbox.reset();
        m_bus.reset();
        if (m_pipe >= 0)
            ::close(std::exchange(m_pipe, -1));
    }

    void itIsHeldWhileARunGoesOn()
    {
        openLogin();
        m_at->add(1, 1s);
        QCOMPARE(inhibits(), 0);
        m_at->start();
        QTRY_COMPARE(inhibits(), 1);
        QCOMPARE(
            m_service->calls(QStringLiteral("Inhibit")).front().arguments(),
            (QVariantList{QStringLiteral("sleep:idle"), QStringLiteral("Lapwing"),
                          QStringLiteral("Downloads are in progress"), QStringLiteral("block")}));
        QVERIFY(!isReleased());
        QTRY_VERIFY(!m_at->isRunning());
        QTRY_VERIFY(isReleased());
    }

    void itIsNotHeldWhileAllIsPaused()
    {
        openLogin();
        m_at->add(2, 60s);
        m_at->start();
        QTRY_COMPARE(inhibits(), 1);
        QTRY_COMPARE(m_at->controller().tasks().ledger().totals().running(), 2);
        m_at->controller().perform(TaskAction::Pause, m_at->controller().ids());
        QTRY_VERIFY(isReleased());
        m_at->controller().perform(TaskAction::Resume, m_at->controller().ids());
        QTRY_COMPARE(inhibits(), 2);
        QVERIFY(!isReleased());
    }

    void whatDoesNotStartByItselfHoldsNothing()
    {
        openLogin();
        const QTemporaryDir elsewhere;
        m_at->add(2, 60s);
        m_at->start();
        QTRY_COMPARE(inhibits(), 1);
        QTRY_COMPARE(m_at->controller().tasks().ledger().totals().running(), 2);
        const std::vector<int> begun = m_at->controller().ids();
        m_at->controller().setFolder(elsewhere.path());
        m_at->add(1, 60s); // of the next run
        m_at->controller().perform(TaskAction::Pause, begun);
        QTRY_VERIFY(isReleased());
        QVERIFY(m_at->isRunning());
    }

    void itEndsWithTheProgram()
    {
        openLogin();
        m_at->add(1, 60s);
        m_at->start();
        QTRY_COMPARE(inhibits(), 1);
        QTRY_VERIFY(!isReleased());
        m_at->quit();
        QTRY_VERIFY(isReleased());
    }

    void whoDoesNotWantItIsNotKeptAwake()
    {
        openLogin();
        m_at->change([](ui::Settings &settings) { settings.keepsAwake = false; });
        m_at->runToTheEnd(1, 500ms);
        QCOMPARE(inhibits(), 0);
        m_at->change([](ui::Settings &settings) { settings.keepsAwake = true; });
        m_at->runToTheEnd(1, 0ms);
        QTRY_COMPARE(inhibits(), 1);
    }

    void inASandboxThePortalHoldsIt()
    {
        m_sandbox = std::make_unique<test::Variable>("FLATPAK_ID", "org.lapwing.Lapwing");
        openLogin();
        const Portal portal(*m_bus);
        m_at->add(1, 500ms);
        m_at->start();
        portal.checkThatItHeld();
        QVERIFY(!m_at->isRunning());
        QCOMPARE(inhibits(), 0);
    }

    /// A lock of the login service alone does not keep a desktop from it before systemd 257.
    void theDesktopIsAskedTooOutsideASandbox()
    {
        openLogin();
        const Portal portal(*m_bus);
        m_at->add(1, 500ms);
        m_at->start();
        portal.checkThatItHeld();
        QCOMPARE(inhibits(), 1);
        QTRY_VERIFY(isReleased());
    }

private:
    void open(const QString &name, const QString &path, Service::Answer answer)
    {
        m_service = std::make_unique<Service>(*m_bus, name, path, std::move(answer));
        m_at = std::make_unique<test::WindowOnBus>();
        QTRY_VERIFY(m_bus->isOwned(test::programId));
    }

    /// The login service gives one end of a pipe away, and sees when that is closed.
    void openLogin()
    {
        open(QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"),
             [this](const QDBusMessage &) {
                 if (m_pipe >= 0)
                     ::close(m_pipe);
                 int ends[2] = {-1, -1};
                 if (::pipe(ends) != 0)
                     return QVariantList{};
                 m_pipe = ends[0];
                 QDBusUnixFileDescriptor given;
                 given.giveFileDescriptor(ends[1]);
                 return QVariantList{QVariant::fromValue(given)};
             });
    }

    int inhibits() const { return m_service->count(QStringLiteral("Inhibit")); }

    bool isReleased() const
    {
        pollfd end{m_pipe, POLLIN, 0};
        return ::poll(&end, 1, 0) == 1 && (end.revents & POLLHUP) != 0;
    }

    std::unique_ptr<test::PrivateBus> m_bus;
    std::unique_ptr<test::Variable> m_sandbox;
    std::unique_ptr<Service> m_service;
    std::unique_ptr<test::WindowOnBus> m_at;
    int m_pipe = -1;
};

LAPWING_TEST(SleepInhibitionTest)
#include "tst_sleepinhibition.moc"
