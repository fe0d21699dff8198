// SPDX-License-Identifier: MIT
#include "report/markup.h"
#include "report/picture/textmetrics.h"
#include "report/xmlread.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace lapwing::test;

class MarkupTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsHiddenIsMadeVisible_data();
    void whatIsHiddenIsMadeVisible();
    void textComesBack();
    void numbersHaveTwoDecimals();
    void namesAreClippedInTheMiddle();
    void clippingKeepsCharactersWhole();
    void linesAreBrokenBetweenWords();
};

void MarkupTest::whatIsHiddenIsMadeVisible_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << QStringLiteral("a ä 東 🐦") << QStringLiteral("a ä 東 🐦");
    QTest::newRow("bell") << QStringLiteral("a\x07") << QStringLiteral("a\u2407");
    QTest::newRow("null") << QString(QChar(u'\0')) << QStringLiteral("\u2400");
    QTest::newRow("line end") << QStringLiteral("a\nb") << QStringLiteral("a\u240ab");
    QTest::newRow("delete") << QStringLiteral("\x7f") << QStringLiteral("\u2421");
    QTest::newRow("C1") << QString(QChar(0x9b)) << QStringLiteral("\ufffd");
    QTest::newRow("right to left")
        << QStringLiteral("gpj.\u202eexe") << QStringLiteral("gpj.\ufffdexe");
    QTest::newRow("isolate") << QStringLiteral("\u2067a") << QStringLiteral("\ufffda");
    QTest::newRow("joiner") << QStringLiteral("👩\u200d🚀") << QStringLiteral("👩\u200d🚀");
    QTest::newRow("half a pair") << QString(QChar(0xd83d)) << QStringLiteral("\ufffd");
    QTest::newRow("the other half") << QString(QChar(0xdc26)) + u'a' << QStringLiteral("\ufffda");
    QTest::newRow("no character") << QString(QChar(0xffff)) << QStringLiteral("\ufffd");
}

void MarkupTest::whatIsHiddenIsMadeVisible()
{
    QFETCH(QString, text);
    QTEST(report::visible(text), "expected");
}

void MarkupTest::textComesBack()
{
    const QString text = QStringLiteral("<b> & \"x\" ' ]]> --> \x01");
    report::Markup markup;
    markup.open("root", {{"a", text}, {"left-out", QString()}, {"n", 1.5}});
    markup.element("child", {}, text);
    markup.empty("last");
    markup.close();
    const Xml xml = readXml(markup.bytes());
    QCOMPARE(xml.error, QString());
    QCOMPARE(xml.elements.size(), std::size_t(3));
    QCOMPARE(xml.elements.front().attributes.value(QStringLiteral("a")), report::visible(text));
    QCOMPARE(xml.elements.front().attributes.size(), 2);
    QCOMPARE(xml.elements.at(1).text, report::visible(text));
}

void MarkupTest::numbersHaveTwoDecimals()
{
    QCOMPARE(report::plainNumber(1), QStringLiteral("1"));
    QCOMPARE(report::plainNumber(100), QStringLiteral("100"));
    QCOMPARE(report::plainNumber(-0.001), QStringLiteral("0"));
    QCOMPARE(report::plainNumber(12.345), QStringLiteral("12.35"));
    QCOMPARE(report::plainNumber(0.5), QStringLiteral("0.5"));
}

void MarkupTest::namesAreClippedInTheMiddle()
{
    const QString name = QStringLiteral("a-very-long-name-of-a-file.tar.zst");
    QCOMPARE(report::clipped(name, 1000, 12), name);
    const QString clipped = report::clipped(name, 120, 12);
    QVERIFY(clipped.contains(QChar(0x2026)));
    QVERIFY(clipped.startsWith(QStringLiteral("a-very")));
    QVERIFY(clipped.endsWith(QStringLiteral("zst")));
    QVERIFY(report::widthOf(clipped, 12) <= 120);
}

void MarkupTest::clippingKeepsCharactersWhole()
{
    const QString name = QStringLiteral("👩\u200d🚀").repeated(40);
    for (int width = 20; width < 200; width += 7) {
        const QString clipped = report::clipped(name, width, 12);
        QCOMPARE(report::visible(clipped), clipped);
        QVERIFY(report::widthOf(clipped, 12) <= width);
    }
}

void MarkupTest::linesAreBrokenBetweenWords()
{
    const QString text = QStringLiteral("one two three four five six seven");
    const QStringList lines = report::wrapped(text, 80, 12);
    QVERIFY(lines.size() > 1);
    QCOMPARE(lines.join(u' '), text);
    for (const QString &line : lines)
        QVERIFY(report::widthOf(line, 12) <= 80);
}

LAPWING_TEST(MarkupTest)
#include "tst_markup.moc"
