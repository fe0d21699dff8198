// SPDX-License-Identifier: MIT
#include "commandline.h"
#include "support/testmain.h"
#include "usage/page.h"

#include <QProcess>

class CommandLineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void helpAndVersionNeedNoDisplay_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("said");
        QTest::newRow("--help") << "--help"
                                << "Usage:";
        QTest::newRow("-h") << "-h"
                            << "Usage:";
        QTest::newRow("--version") << "--version"
                                   << "lapwing " LAPWING_VERSION;
    }

    void helpAndVersionNeedNoDisplay()
    {
        QFETCH(QString, option);
        QFETCH(QString, said);
        run({option});
        QCOMPARE(m_status, 0);
        QVERIFY2(m_output.contains(said), qPrintable(m_output));
        QVERIFY(m_errors.isEmpty());
    }

    void helpAndManualTellTheSame()
    {
        run({QStringLiteral("--help")});
        for (const lapwing::usage::PageOption &option : lapwing::ui::manual().options)
            QVERIFY2(m_output.contains(QStringLiteral("--") + option.longName)
                         && m_output.contains(option.text),
                     qPrintable(option.longName));
    }

    void anArgumentGoesToAnOpenWindowAsItIs()
    {
        lapwing::ui::CommandLineRequest request;
        request.startsDemo = true;
        request.inputs = QStringList{QStringLiteral("/tmp/a list.txt"), QStringLiteral("--odd")};
        const auto again = lapwing::ui::requestFrom(request.arguments());
        QVERIFY(again.startsDemo && !again.pastes && !again.exitStatus);
        QCOMPARE(again.inputs, request.inputs);
        request = {};
        request.pastes = true;
        QVERIFY(lapwing::ui::requestFrom(request.arguments()).pastes);
        request = {};
        request.activationToken = QStringLiteral("--let it rise");
        QCOMPARE(lapwing::ui::requestFrom(request.arguments()).activationToken,
                 request.activationToken);
        QVERIFY(lapwing::ui::requestFrom({}).arguments().isEmpty());
    }

    /// A desktop opens a file by its address.
    void anAddressOfAFileIsThatFile()
    {
        const auto request = lapwing::ui::requestFrom(
            {QStringLiteral("file:///tmp/a%20list.meta4"), QStringLiteral("http://h/a")});
        QCOMPARE(request.inputs,
                 (QStringList{QStringLiteral("/tmp/a list.meta4"), QStringLiteral("http://h/a")}));
    }

    void aMistypedOptionIsNamed()
    {
        run({QStringLiteral("--dmeo")});
        QCOMPARE(m_status, 2);
        QVERIFY2(m_errors.contains(u"Did you mean '--demo'?"), qPrintable(m_errors));
    }

    void anUnknownOptionIsWrongUsage()
    {
        run({QStringLiteral("--frobnicate")});
        QCOMPARE(m_status, 2);
        QVERIFY2(m_errors.contains(u"frobnicate"), qPrintable(m_errors));
        QVERIFY(m_output.isEmpty());
    }

private:
    void run(const QStringList &arguments)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(QLatin1String(name));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(LAPWING_WINDOW), arguments);
        QVERIFY(process.waitForFinished());
        m_status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        m_output = QString::fromUtf8(process.readAllStandardOutput());
        m_errors = QString::fromUtf8(process.readAllStandardError());
    }

    int m_status = -1;
    QString m_output;
    QString m_errors;
};

LAPWING_TEST(CommandLineTest)
#include "tst_commandline.moc"
