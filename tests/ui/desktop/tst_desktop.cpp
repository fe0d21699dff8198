// SPDX-License-Identifier: MIT
#include "support/testmain.h"
#include "ui/desktop/windowonbus.h"

#include <QAction>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTableView>

using namespace lapwing;
using namespace std::chrono_literals;
using test::Service;
using test::Variable;

namespace {

/// Qt waits so long for a bus that does not answer.
constexpr qint64 asLongAsQtWaits = 25'000;
const auto fileManager = QStringLiteral("org.freedesktop.FileManager1");
const auto fileManagerPath = QStringLiteral("/org/freedesktop/FileManager1");

} // namespace

class DesktopTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (!test::PrivateBus::canBe())
            QSKIP("there is no dbus-daemon");
    }

    void theFileManagerIsAskedForTheVeryFile()
    {
        openBus();
        Service files(*m_bus, fileManager, fileManagerPath,
                      [](const QDBusMessage &) { return QVariantList{}; });
        test::WindowOnBus at;
        QTRY_VERIFY(m_bus->isOwned(test::programId));
        const test::Openings openings;
        showTheFirstFile(at);
        QTRY_COMPARE(files.count(QStringLiteral("ShowItems")), 1);
        const QDBusMessage call = files.calls(QStringLiteral("ShowItems")).front();
        QCOMPARE(
            call.arguments().front().toStringList(),
            QStringList{QStringLiteral("file://") + at.folder() + QStringLiteral("/file-1.bin")});
        QVERIFY(openings.paths().isEmpty());
    }

    void withoutAFileManagerOnTheBusTheFolderIsOpened()
    {
        openBus();
        test::WindowOnBus at;
        QTRY_VERIFY(m_bus->isOwned(test::programId));
        const test::Openings openings;
        showTheFirstFile(at);
        QTRY_COMPARE(openings.paths(), QStringList{at.folder()});
    }

    void aBusWithoutAFileIsFoundToo()
    {
        const test::PrivateBus bus({}, QProcessEnvironment::systemEnvironment(),
                                   QStringLiteral("abstract"));
        QVERIFY(qgetenv("DBUS_SESSION_BUS_ADDRESS").startsWith("unix:abstract="));
        const test::WindowOnBus at;
        QTRY_VERIFY(bus.isOwned(test::programId));
    }

    void withoutABusNothingIsMissing_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("a dead one") << QByteArray("unix:path=/no/such/bus");
        QTest::newRow("nonsense") << QByteArray("unix:=,;");
    }

    void withoutABusNothingIsMissing()
    {
        QFETCH(QByteArray, address);
        const Variable session("DBUS_SESSION_BUS_ADDRESS", address);
        const Variable system("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/no/such/bus");
        const Variable runtime("XDG_RUNTIME_DIR", "/no/such/folder");
        test::WindowOnBus at;
        const test::Openings openings;
        showTheFirstFile(at);
        QCOMPARE(openings.paths(), QStringList{at.folder()});
    }

    /// It accepts, as the system does for every program that is stopped, and says nothing.
    void aBusThatNeverAnswersHoldsNothing()
    {
        const QTemporaryDir folder;
        QLocalServer silent;
        QVERIFY(silent.listen(folder.filePath(QStringLiteral("bus"))));
        const QByteArray address = "unix:path=" + silent.fullServerName().toLocal8Bit();
        const Variable session("DBUS_SESSION_BUS_ADDRESS", address);
        const Variable system("DBUS_SYSTEM_BUS_ADDRESS", address);
        QElapsedTimer time;
        time.start();
        {
            test::WindowOnBus at;
            const test::Openings openings;
            showTheFirstFile(at);
            QCOMPARE(openings.paths(), QStringList{at.folder()});
            QTRY_VERIFY(silent.hasPendingConnections());
            const QLocalSocket *greeted = silent.nextPendingConnection();
            QTRY_VERIFY(greeted->bytesAvailable() > 0);
        }
        QVERIFY2(time.elapsed() < asLongAsQtWaits, "something waited for the bus");
    }

    void servicesThatNeverAnswerHoldNothing()
    {
        openBus();
        const Service mute(*m_bus, QStringLiteral("org.freedesktop.Notifications"),
                           QStringLiteral("/org"), {});
        for (const char *other : {"org.freedesktop.login1", "org.freedesktop.FileManager1"})
            QVERIFY(m_bus->other().registerService(QLatin1String(other)));
        QElapsedTimer time;
        time.start();
        {
            test::WindowOnBus at;
            QTRY_VERIFY(m_bus->isOwned(test::programId));
            showTheFirstFile(at);
            for (const char *member : {"Inhibit", "Notify", "ShowItems"})
                QTRY_COMPARE(mute.count(QLatin1String(member)), 1);
        }
        QVERIFY2(time.elapsed() < asLongAsQtWaits, "something waited for an answer");
    }

    void cleanup() { m_bus.reset(); }

private:
    void openBus()
    {
        m_bus = std::make_unique<test::PrivateBus>();
        QVERIFY(m_bus->isUp());
    }

    /// Downloads one, and asks where it is as a person does.
    static void showTheFirstFile(test::WindowOnBus &at)
    {
        at.runToTheEnd(1, 0ms);
        auto *table = at.window().findChild<QTableView *>(QStringLiteral("table"));
        table->selectRow(0);
        auto *show = at.window().findChild<QAction *>(QStringLiteral("actionShowInFolder"));
        QTRY_VERIFY(show->isEnabled());
        show->trigger();
    }

    std::unique_ptr<test::PrivateBus> m_bus;
};

LAPWING_TEST(DesktopTest)
#include "tst_desktop.moc"
