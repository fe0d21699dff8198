// SPDX-License-Identifier: MIT
#include "support/testmain.h"
#include "text/displaywidth.h"

using namespace Qt::Literals::StringLiterals;

using namespace lapwing;

class DisplayWidthTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void width_data();
    void width();
    void alignedTextsEndTogether();
    void whatIsLongerStays();
    void cut_data();
    void cut();
};

void DisplayWidthTest::width_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("width");
    QTest::newRow("nothing") << QString() << 0;
    QTest::newRow("English") << u"done"_s << 4;
    QTest::newRow("Korean") << u"완료"_s << 4;
    QTest::newRow("both") << u"3.0초 후"_s << 8;
    QTest::newRow("the first and last syllable") << u"\uAC00\uD7A3"_s << 4;
    QTest::newRow("a syllable of three letters") << u"\u1112\u1161\u11ab"_s << 2;
    QTest::newRow("Chinese, Japanese") << u"下載ダウン"_s << 10;
    QTest::newRow("full width, half width") << u"\uFF21\uFF71"_s << 3;
    QTest::newRow("beyond the first plane") << u"\U00020000\U0001F600"_s << 4;
    QTest::newRow("a mark that combines") << u"e\u0301"_s << 1;
    QTest::newRow("an invisible character") << u"a\u200Bb"_s << 2;
    QTest::newRow("signs of Lapwing's own") << u"–×…~→"_s << 5;
}

void DisplayWidthTest::width()
{
    QFETCH(const QString, text);
    QTEST(static_cast<int>(text::displayWidth(text)), "width");
}

void DisplayWidthTest::alignedTextsEndTogether()
{
    QCOMPARE(text::leftAligned(u"done"_s, 10), u"done      "_s);
    QCOMPARE(text::leftAligned(u"검증 안 됨"_s, 10), u"검증 안 됨"_s);
    QCOMPARE(text::leftAligned(u"완료"_s, 10), u"완료      "_s);
    QCOMPARE(text::rightAligned(u"0.5 s"_s, 9), u"    0.5 s"_s);
    QCOMPARE(text::rightAligned(u"0.5초"_s, 9), u"    0.5초"_s);
}

void DisplayWidthTest::whatIsLongerStays()
{
    QCOMPARE(text::leftAligned(u"경과 시간"_s, 8), u"경과 시간"_s);
    QCOMPARE(text::rightAligned(u"경과 시간"_s, 8), u"경과 시간"_s);
}

void DisplayWidthTest::cut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("columns");
    QTest::addColumn<QString>("kept");
    QTest::newRow("fits") << u"1/2"_s << 3 << u"1/2"_s;
    QTest::newRow("none") << u"1/2"_s << 0 << QString();
    QTest::newRow("Korean") << u"실패 1"_s << 5 << u"실패 "_s;
    QTest::newRow("no half of a character") << u"실패 1"_s << 3 << u"실"_s;
    QTest::newRow("no half of a pair") << u"\U0001F600\U0001F600"_s << 3 << u"\U0001F600"_s;
    QTest::newRow("with its marks") << u"e\u0301e"_s << 1 << u"e\u0301"_s;
}

void DisplayWidthTest::cut()
{
    QFETCH(const QString, text);
    QFETCH(const int, columns);
    QTEST(text::cutToWidth(text, columns), "kept");
}

LAPWING_TEST(DisplayWidthTest)
#include "tst_displaywidth.moc"
