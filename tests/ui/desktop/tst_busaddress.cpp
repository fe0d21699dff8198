// SPDX-License-Identifier: MIT
#include "desktop/busaddress.h"
#include "support/testmain.h"
#include "ui/desktop/privatebus.h"

using namespace lapwing;
using test::Variable;
using ui::busAddress;
using ui::BusKind;

class BusAddressTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSocketOfAnAddressIsFound_data()
    {
        QTest::addColumn<QByteArray>("named");
        QTest::addColumn<QString>("socket");
        QTest::addColumn<bool>("isAbstract");
        QTest::newRow("path") << QByteArray("unix:path=/run/user/1000/bus") << "/run/user/1000/bus"
                              << false;
        QTest::newRow("guid") << QByteArray("unix:guid=1a,path=/a/bus") << "/a/bus" << false;
        QTest::newRow("abstract") << QByteArray("unix:abstract=/tmp/dbus-x,guid=1a")
                                  << "/tmp/dbus-x" << true;
        QTest::newRow("escaped") << QByteArray("unix:path=/a%20b/bus") << "/a b/bus" << false;
        QTest::newRow("the second")
            << QByteArray("tcp:host=h,port=1;unix:path=/b") << "/b" << false;
        QTest::newRow("another transport") << QByteArray("tcp:host=h,port=1") << "" << false;
        QTest::newRow("nonsense") << QByteArray("unix:,=,path") << "" << false;
    }

    void theSocketOfAnAddressIsFound()
    {
        QFETCH(QByteArray, named);
        QFETCH(QString, socket);
        QFETCH(bool, isAbstract);
        const Variable session("DBUS_SESSION_BUS_ADDRESS", named);
        const ui::BusAddress found = busAddress(BusKind::Session);
        QCOMPARE(found.socket, socket);
        QCOMPARE(found.isAbstract, isAbstract);
        QCOMPARE(found.address.isEmpty(), socket.isEmpty());
    }

    void withoutAnAddressTheCustomaryOneCounts()
    {
        const QTemporaryDir runtime;
        const Variable none("DBUS_SESSION_BUS_ADDRESS", "");
        const Variable here("XDG_RUNTIME_DIR", runtime.path().toLocal8Bit());
        QVERIFY2(busAddress(BusKind::Session).address.isEmpty(), "none is started");
        QFile bus(runtime.filePath(QStringLiteral("bus")));
        QVERIFY(bus.open(QIODevice::WriteOnly));
        QCOMPARE(busAddress(BusKind::Session).socket, bus.fileName());
        QVERIFY(busAddress(BusKind::Session).address.startsWith(u"unix:path=/"));
    }
};

LAPWING_TEST(BusAddressTest)
#include "tst_busaddress.moc"
