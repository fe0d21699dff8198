// SPDX-License-Identifier: MIT
#include "support/testmain.h"
#include "ui/desktop/windowonbus.h"

using namespace lapwing;
using namespace std::chrono_literals;

class LauncherProgressTest : public QObject {
    Q_OBJECT

public Q_SLOTS:
    void takeUpdate(const QString &address, const QVariantMap &shown)
    {
        m_address = address;
        m_shown.push_back(shown);
    }

private Q_SLOTS:
    void init()
    {
        if (!test::PrivateBus::canBe())
            QSKIP("there is no dbus-daemon");
        m_bus = std::make_unique<test::PrivateBus>();
        QVERIFY(m_bus->isUp());
        m_shown.clear();
        QVERIFY(m_bus->other().connect({}, {}, QStringLiteral("com.canonical.Unity.LauncherEntry"),
                                       QStringLiteral("Update"), this,
                                       SLOT(takeUpdate(QString, QVariantMap))));
        m_at = std::make_unique<test::WindowOnBus>();
        QTRY_VERIFY(m_bus->isOwned(test::programId));
    }

    void cleanup()
    {
        m_at.reset();
        m_bus.reset();
    }

    void itGrowsAndIsClearedAtTheEnd()
    {
        m_at->controller().setAtOnce(2);
        QElapsedTimer time;
        time.start();
        m_at->runToTheEnd(10, 300ms);
        QTRY_VERIFY(!m_shown.empty() && !isVisible(m_shown.back()));
        QCOMPARE(m_address, u"application://org.lapwing.Lapwing.desktop");
        QVERIFY(m_shown.size() >= 4);
        QVERIFY2(m_shown.size() <= 3 + static_cast<std::size_t>(time.elapsed() / 300),
                 "more than some in a second");
        for (std::size_t at = 0; at + 1 < m_shown.size(); ++at) {
            QVERIFY(isVisible(m_shown[at]));
            QVERIFY(at == 0 || progress(m_shown[at]) >= progress(m_shown[at - 1]));
            const QVariant count = m_shown[at].value(QStringLiteral("count"));
            QCOMPARE(count.typeId(), int(QMetaType::LongLong));
            QVERIFY(count.toInt() <= 2);
        }
        QVERIFY(progress(m_shown[m_shown.size() - 2]) > 0.3);
        QVERIFY(!m_shown.back().value(QStringLiteral("count-visible")).toBool());
    }

    void itIsClearedWhenTheProgramEnds()
    {
        m_at->add(1, 60s);
        m_at->start();
        QTRY_VERIFY(!m_shown.empty() && isVisible(m_shown.back()));
        m_at->quit();
        QTRY_VERIFY(!isVisible(m_shown.back()));
    }

private:
    static bool isVisible(const QVariantMap &shown)
    {
        return shown.value(QStringLiteral("progress-visible")).toBool();
    }
    static double progress(const QVariantMap &shown)
    {
        return shown.value(QStringLiteral("progress")).toDouble();
    }

    std::unique_ptr<test::PrivateBus> m_bus;
    std::unique_ptr<test::WindowOnBus> m_at;
    QString m_address;
    std::vector<QVariantMap> m_shown;
};

LAPWING_TEST(LauncherProgressTest)
#include "tst_launcherprogress.moc"
