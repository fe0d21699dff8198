// SPDX-License-Identifier: MIT
#include "plan/access/header.h"
#include "support/testmain.h"

using namespace Qt::Literals::StringLiterals;

using namespace lapwing::plan;

class ReadingHeaders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void refusesItsOwn_data();
    void refusesItsOwn();
};

void ReadingHeaders::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");

    const auto row = [](const QString &text, const QByteArray &name, const QByteArray &value) {
        QTest::newRow(text.toUtf8().toPercentEncoding(" :").constData()) << text << name << value;
    };
    row(u"X-Api-Key: s3cret"_s, "X-Api-Key", "s3cret");
    row(u"X-Api-Key:s3cret"_s, "X-Api-Key", "s3cret");
    row(u"x:  a b\tc \t"_s, "x", "a b\tc");
    row(u"Referer: http://h/a:b"_s, "Referer", "http://h/a:b");
    row(u"Authorization: Bearer a=="_s, "Authorization", "Bearer a==");
    row(u"Cookie: a=b; c=d"_s, "Cookie", "a=b; c=d");
    row(u"User-Agent: ä"_s, "User-Agent", "\xC3\xA4");
    row(u"!#$%&'*+-.^_`|~09azAZ: x"_s, "!#$%&'*+-.^_`|~09azAZ", "x");
    row(u"Ranges: x"_s, "Ranges", "x");
    row(u"X-Host: x"_s, "X-Host", "x");
}

void ReadingHeaders::reads()
{
    QFETCH(QString, text);
    const auto header = headerFrom(text);
    QVERIFY(header);
    QTEST(header->name, "name");
    QTEST(header->value, "value");
}

void ReadingHeaders::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<HeaderFault>("fault");

    const auto row = [](const char *name, const QString &text, HeaderFault fault) {
        QTest::newRow(name) << text << fault;
    };
    row("empty", {}, HeaderFault::NotNameAndValue);
    row("no colon", u"Bearer s3cret"_s, HeaderFault::NotNameAndValue);
    row("no name", u": s3cret"_s, HeaderFault::NotNameAndValue);
    row("blank in the name", u"X Y: s3cret"_s, HeaderFault::NotNameAndValue);
    row("blank before the colon", u"X : s3cret"_s, HeaderFault::NotNameAndValue);
    row("blank before the name", u" X: s3cret"_s, HeaderFault::NotNameAndValue);
    row("line break in the name", u"X\r\nY: s3cret"_s, HeaderFault::NotNameAndValue);
    row("accent in the name", u"Ä: s3cret"_s, HeaderFault::NotNameAndValue);
    row("NUL in the name", u"X"_s + QChar() + u": s3cret"_s, HeaderFault::NotNameAndValue);
    row("separator in the name", u"X/Y: s3cret"_s, HeaderFault::NotNameAndValue);
    row("quotation mark in the name", u"\"X\": s3cret"_s, HeaderFault::NotNameAndValue);
    row("no value", u"X:"_s, HeaderFault::NoValue);
    row("blank value", u"X: \t "_s, HeaderFault::NoValue);
    row("CR LF", u"X: s3cret\r\nY: z"_s, HeaderFault::Control);
    row("LF", u"X: s3cret\nY: z"_s, HeaderFault::Control);
    row("CR", u"X: s3cret\rY: z"_s, HeaderFault::Control);
    row("LF at the end", u"X: s3cret\n"_s, HeaderFault::Control);
    row("NUL", u"X: s3cret"_s + QChar(), HeaderFault::Control);
    row("escape", u"X: s3cret\x1B[2J"_s, HeaderFault::Control);
    row("DEL", u"X: s3cret\x7F"_s, HeaderFault::Control);
    row("broken surrogate", u"X: s3cret"_s + QChar(u'\xD800'), HeaderFault::Control);
}

void ReadingHeaders::refuses()
{
    QFETCH(QString, text);
    QFETCH(HeaderFault, fault);
    const auto header = headerFrom(text);
    QVERIFY(!header);
    const bool isNamed = fault != HeaderFault::NotNameAndValue; // else it may be a part of a secret
    QVERIFY(header.error() == (HeaderError{fault, isNamed ? u"X"_s : QString()}));
}

void ReadingHeaders::refusesItsOwn_data()
{
    QTest::addColumn<QString>("name");

    for (const char *name : {"Range",
                             "RANGE",
                             "If-Range",
                             "Accept-Encoding",
                             "accept-encoding",
                             "Host",
                             "Content-Length",
                             "Transfer-Encoding",
                             "TE",
                             "Trailer",
                             "Connection",
                             "Keep-Alive",
                             "Upgrade",
                             "Expect",
                             "If-Match",
                             "If-None-Match",
                             "If-Modified-Since",
                             "If-Unmodified-Since",
                             "Proxy-Authorization",
                             "Proxy-Connection"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void ReadingHeaders::refusesItsOwn()
{
    QFETCH(QString, name);
    const auto header = headerFrom(name + u": s3cret"_s);
    QVERIFY(!header);
    QCOMPARE(header.error().fault, HeaderFault::Reserved);
    QCOMPARE(header.error().name.toLower(), name.toLower());
}

LAPWING_TEST(ReadingHeaders)
#include "tst_header.moc"
