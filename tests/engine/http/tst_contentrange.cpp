// SPDX-License-Identifier: MIT
#include "engine/http/contentrange.h"
#include "support/testmain.h"

using lapwing::engine::contentRange;
using lapwing::engine::ContentRange;

Q_DECLARE_METATYPE(ContentRange)

class ReadingContentRanges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
};

void ReadingContentRanges::reads_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<ContentRange>("expected");

    const auto row = [](const QByteArray &value, const ContentRange &expected) {
        QTest::newRow(value.constData()) << value << expected;
    };
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    row("bytes 0-499/1234", {0, 499, 1234});
    row("bytes 734-1233/1234", {734, 1233, 1234});
    row("bytes 0-499/*", {0, 499, {}});
    row("bytes */1234", {{}, {}, 1234});
    row("bytes */0", {{}, {}, 0});
    row("bytes 0-0/1", {0, 0, 1});
    row("Bytes 0-0/1", {0, 0, 1});
    row(" bytes 0-0/1\t", {0, 0, 1});
    row("bytes 4294967296-4294967296/8589934592", {4294967296, 4294967296, 8589934592});
    row("bytes 0-9223372036854775806/9223372036854775807", {0, most - 1, most});
    row("bytes 0-9223372036854775806/*", {0, most - 1, {}});
}

void ReadingContentRanges::reads()
{
    QFETCH(QByteArray, value);
    QFETCH(ContentRange, expected);
    const auto range = contentRange(value);
    QVERIFY(range);
    QCOMPARE(range->first, expected.first);
    QCOMPARE(range->last, expected.last);
    QCOMPARE(range->total, expected.total);
}

void ReadingContentRanges::refuses_data()
{
    QTest::addColumn<QByteArray>("value");

    const auto row = [](const QByteArray &value) {
        QTest::addRow("%s", value.toPercentEncoding(" /*=-").left(60).constData()) << value;
    };
    for (const QByteArray value : {"",
                                   " ",
                                   "bytes",
                                   "bytes ",
                                   "bytes /",
                                   "bytes -/",
                                   "bytes */*",
                                   "bytes *",
                                   "bytes 0-499",
                                   "bytes 0-499/",
                                   "bytes /1234",
                                   "bytes 0-/1234",
                                   "bytes -499/1234",
                                   "bytes 499/1234",
                                   "bytes=0-499/1234",
                                   "bytes: 0-499/1234",
                                   "bytes0-499/1234",
                                   "0-499/1234",
                                   "items 0-499/1234",
                                   "bytes  0-499/1234",
                                   "bytes\t0-499/1234",
                                   "bytes 0 - 499/1234",
                                   "bytes 0-499 /1234",
                                   "bytes 0-499/ 1234",
                                   "bytes 0-499/1234 x",
                                   "bytes 0-499/1234/5",
                                   "bytes 0-4-9/1234",
                                   "bytes -0-499/1234",
                                   "bytes 0--499/1234",
                                   "bytes +0-499/1234",
                                   "bytes 0-499/+1234",
                                   "bytes 0-499/-1",
                                   "bytes 0x0-499/1234",
                                   "bytes 0-499/1e4",
                                   "bytes 500-499/1234",
                                   "bytes 0-1234/1234",
                                   "bytes 0-0/0",
                                   "bytes 5-9/5",
                                   "bytes 0-9223372036854775807/*",
                                   "bytes 0-9223372036854775808/*",
                                   "bytes 9223372036854775807-9223372036854775807/*",
                                   "bytes 0-1/9223372036854775808",
                                   "bytes */9223372036854775808",
                                   "bytes *-*/5",
                                   "bytes 0-*/5",
                                   "bytes 0-499/1234, bytes 0-499/1234",
                                   "bytes \xB2-\xB3/4"})
        row(value);
    row(QByteArray("bytes 0-4\0/9", 12));
    row("bytes 0-" + QByteArray(1'000'000, '9') + "/*");
}

void ReadingContentRanges::refuses()
{
    QFETCH(QByteArray, value);
    QVERIFY(!contentRange(value));
}

LAPWING_TEST(ReadingContentRanges)
#include "tst_contentrange.moc"
