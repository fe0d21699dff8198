// SPDX-License-Identifier: MIT
#include "cli/streams.h"
#include "console.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

#include <unistd.h>

using namespace lapwing;
using cli::Colour;
using test::Console;

class StreamsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void harmless_data();
    void harmless();
    void ordinaryTextStays();
    void jsonLosesNothing();
    void aLineIsAlwaysHarmless();
    void coloursOnlyWhereAllowed();
    void aFailedWriteIsRemembered();
    void aReaderThatLeftIsNoFailure();
};

void StreamsTest::harmless_data()
{
    QTest::addColumn<QString>("text");
    for (const char16_t c : u"\x01\x07\b\t\n\r\x1b\x1f\x7f\u0080\u009b\u009f\u061c\u200e\u200f"
                            u"\u2028\u202a\u202e\u2066\u2069") {
        if (c != 0)
            QTest::addRow("U+%04X", uint(c)) << QString(QChar(c));
    }
}

void StreamsTest::harmless()
{
    QFETCH(QString, text);
    QCOMPARE(cli::harmless(u'a' + text + u'b'), QStringLiteral("a\uFFFDb"));
    const QByteArray json = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    QVERIFY(!QString::fromUtf8(cli::harmlessJson(json)).contains(text));
}

void StreamsTest::ordinaryTextStays()
{
    const QString text = QStringLiteral("ab \u00a0\u00e9\uac00 ~\u2027\u202f\u2065\u206a");
    QCOMPARE(cli::harmless(text), text);
}

void StreamsTest::jsonLosesNothing()
{
    const QJsonDocument document(
        QJsonArray{QStringLiteral("\u009b31m \u202e x \\ \" \x1b \uac00")});
    const QByteArray json = cli::harmlessJson(document.toJson());
    QCOMPARE(QJsonDocument::fromJson(json), document);
}

void StreamsTest::aLineIsAlwaysHarmless()
{
    Console console;
    cli::say(console.streams().out, QStringLiteral("name\x1b[2J\rfake\u202etxt"));
    QCOMPARE(console.out(),
             QByteArray("name\xEF\xBF\xBD[2J\xEF\xBF\xBD"
                        "fake\xEF\xBF\xBDtxt\n"));
}

void StreamsTest::coloursOnlyWhereAllowed()
{
    Console plain({}, true, false);
    cli::say(plain.streams().out, Colour::Red, QStringLiteral("failed"), QStringLiteral(" x"));
    QCOMPARE(plain.out(), QByteArray("failed x\n"));

    Console coloured({}, true, true);
    cli::say(coloured.streams().out, Colour::Red, QStringLiteral("failed"),
             QStringLiteral(" \x1b[2Jx"));
    QCOMPARE(coloured.out(), QByteArray("\x1b[31mfailed\x1b[0m \xEF\xBF\xBD[2Jx\n"));
}

void StreamsTest::aFailedWriteIsRemembered()
{
    QFile full(QStringLiteral("/dev/full"));
    QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    cli::Outlet outlet{full};
    cli::say(outlet, QStringLiteral("lost"));
    QVERIFY(outlet.broken);
}

void StreamsTest::aReaderThatLeftIsNoFailure()
{
    cli::prepareProcess(); // no death by SIGPIPE
    std::array<int, 2> ends{};
    QCOMPARE(::pipe(ends.data()), 0);
    ::close(ends[0]);
    QFile pipe;
    QVERIFY(pipe.open(ends[1], QIODevice::WriteOnly | QIODevice::Unbuffered,
                      QFileDevice::AutoCloseHandle));
    cli::Outlet outlet{pipe};
    cli::say(outlet, QStringLiteral("for nobody"));
    QVERIFY(outlet.unread);
    QVERIFY(!outlet.broken);
}

LAPWING_TEST(StreamsTest)
#include "tst_streams.moc"
