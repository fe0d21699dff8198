// SPDX-License-Identifier: MIT
#include "plan/http/plainnumber.h"
#include "support/testmain.h"

using namespace lapwing::plan;

class ReadingPlainNumbers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
};

void ReadingPlainNumbers::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("digits");
    QTest::addColumn<qint64>("number"); // -1: absent

    const auto row = [](const QByteArray &text, bool digits, qint64 number) {
        QTest::addRow("%s", text.toPercentEncoding().constData()) << text << digits << number;
    };
    row("0", true, 0);
    row("007", true, 7);
    row("9223372036854775807", true, std::numeric_limits<qint64>::max());
    row("9223372036854775808", true, -1);
    row(QByteArray(25, '9'), true, -1);
    for (const QByteArray text : {"", "-5", "+5", " 5", "5 ", "5 5", "0x5", "5a", "1e3", "5.0",
                                  "1,000", "5\n", "\xD9\xA3", "\xB3"})
        row(text, false, -1);
    row(QByteArray("5\0", 2), false, -1);
}

void ReadingPlainNumbers::reads()
{
    QFETCH(QByteArray, text);
    QTEST(isDigits(text), "digits");
    QTEST(plainNumber(text).value_or(-1), "number");
}

LAPWING_TEST(ReadingPlainNumbers)
#include "tst_plainnumber.moc"
