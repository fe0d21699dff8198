// SPDX-License-Identifier: MIT
#include "support/rawserver.h"
#include "support/testmain.h"
#include "ui/desktop/privatebus.h"

#include <QDBusConnectionInterface>
#include <QDBusPendingCall>
#include <QDir>

#include <csignal>

using namespace lapwing;

namespace {

const auto programId = QStringLiteral("org.lapwing.Lapwing");
/// The real window starts, with sanitizers, on a busy machine.
constexpr int activationPatience = 60'000;

} // namespace

/// The bus starts the program, as a desktop does that opens a link with it.
class ActivationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (!test::PrivateBus::canBe())
            QSKIP("there is no dbus-daemon");
        m_home = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<test::RawServer>();
        m_server->route("/*", test::ok("hello"));
        const QString config = m_home->filePath(QStringLiteral(".config/Lapwing"));
        QVERIFY(QDir().mkpath(config) && QDir(m_home->path()).mkdir(QStringLiteral("services")));
        QVERIFY(
            write(config + QStringLiteral("/lapwing.conf"), "[settings]\nstartAfterAdding=true\n"));
        QVERIFY(write(m_home->filePath(QStringLiteral("services/lapwing.service")),
                      "[D-BUS Service]\nName=org.lapwing.Lapwing\nExec=" LAPWING_WINDOW "\n"));
        m_bus = std::make_unique<test::PrivateBus>(m_home->filePath(QStringLiteral("services")),
                                                   environment());
        QVERIFY(m_bus->isUp());
    }

    void cleanup()
    {
        if (const auto process = owner(); process > 0)
            ::kill(process, SIGTERM);
        m_window.terminate();
        m_window.waitForFinished();
        m_bus.reset();
        m_server.reset();
    }

    void theBusStartsTheProgramThatOpensALink()
    {
        QVERIFY(!m_bus->isOwned(programId));
        open("/started");
        QTRY_COMPARE_WITH_TIMEOUT(asked(), QStringList{QStringLiteral("/started")},
                                  activationPatience);
        const auto process = owner();
        QVERIFY(process > 0);
        open("/again");
        QTRY_COMPARE_WITH_TIMEOUT(asked().size(), 2, activationPatience);
        QCOMPARE(owner(), process);
    }

    /// There is one window for a folder of data, also where the bus does not know it.
    void aWindowThatIsOnNoBusGetsTheLink()
    {
        QProcessEnvironment alone = environment();
        alone.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"),
                     QStringLiteral("unix:path=/no/such/bus"));
        m_window.setProcessEnvironment(alone);
        m_window.start(QStringLiteral(LAPWING_WINDOW), {m_server->url("/first").toString()});
        QTRY_COMPARE_WITH_TIMEOUT(asked().size(), 1, activationPatience);
        open("/relayed");
        QTRY_COMPARE_WITH_TIMEOUT(
            asked(), (QStringList{QStringLiteral("/first"), QStringLiteral("/relayed")}),
            activationPatience);
        QTRY_COMPARE_WITH_TIMEOUT(m_bus->isOwned(programId), false, activationPatience);
        QCOMPARE(m_window.state(), QProcess::Running);
    }

private:
    QProcessEnvironment environment() const
    {
        QProcessEnvironment made = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "FLATPAK_ID",
                                 "DBUS_STARTER_BUS_TYPE", "DBUS_STARTER_ADDRESS"})
            made.remove(QLatin1String(name));
        made.insert(QStringLiteral("HOME"), m_home->path());
        made.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_home->path());
        made.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        return made;
    }

    static bool write(const QString &path, const QByteArray &contents)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(contents) == contents.size();
    }

    void open(const QByteArray &target)
    {
        QDBusMessage message = QDBusMessage::createMethodCall(
            programId, QStringLiteral("/org/lapwing/Lapwing"),
            QStringLiteral("org.freedesktop.Application"), QStringLiteral("Open"));
        message << QStringList{m_server->url(target).toString()} << QVariantMap();
        m_bus->other().asyncCall(message, activationPatience);
    }

    /// By the links.
    QStringList asked() const
    {
        QStringList targets;
        for (const test::Request &request : m_server->log())
            targets << QString::fromLatin1(request.target);
        return targets;
    }

    pid_t owner() const
    {
        return m_bus && m_bus->isUp() && m_bus->isOwned(programId)
            ? static_cast<pid_t>(m_bus->other().interface()->servicePid(programId))
            : 0;
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<test::RawServer> m_server;
    std::unique_ptr<test::PrivateBus> m_bus;
    QProcess m_window;
};

LAPWING_TEST(ActivationTest)
#include "tst_activation.moc"
