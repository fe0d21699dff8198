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
    QVERIFY2(header, qPrintable(header ? QString() : header.error()));
    QTEST(header->name, "name");
    QTEST(header->value, "value");
}

void ReadingHeaders::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part"); // of the sentence that a person reads

    const auto row = [](const char *name, const QString &text, const QString &part) {
        QTest::newRow(name) << text << part;
    };
    row("empty", {}, u"Name: value"_s);
    row("no colon", u"Bearer s3cret"_s, u"Name: value"_s);
    row("no name", u": s3cret"_s, u"Name: value"_s);
    row("blank in the name", u"X Y: s3cret"_s, u"Name: value"_s);
    row("blank before the colon", u"X : s3cret"_s, u"Name: value"_s);
    row("blank before the name", u" X: s3cret"_s, u"Name: value"_s);
    row("line break in the name", u"X\r\nY: s3cret"_s, u"Name: value"_s);
    row("accent in the name", u"Ä: s3cret"_s, u"Name: value"_s);
    row("NUL in the name", u"X"_s + QChar() + u": s3cret"_s, u"Name: value"_s);
    row("separator in the name", u"X/Y: s3cret"_s, u"Name: value"_s);
    row("quotation mark in the name", u"\"X\": s3cret"_s, u"Name: value"_s);
    row("no value", u"X:"_s, u"header X has no value"_s);
    row("blank value", u"X: \t "_s, u"header X has no value"_s);
    row("CR LF", u"X: s3cret\r\nY: z"_s, u"header X holds"_s);
    row("LF", u"X: s3cret\nY: z"_s, u"header X holds"_s);
    row("CR", u"X: s3cret\rY: z"_s, u"header X holds"_s);
    row("LF at the end", u"X: s3cret\n"_s, u"header X holds"_s);
    row("NUL", u"X: s3cret"_s + QChar(), u"header X holds"_s);
    row("escape", u"X: s3cret\x1B[2J"_s, u"header X holds"_s);
    row("DEL", u"X: s3cret\x7F"_s, u"header X holds"_s);
    row("broken surrogate", u"X: s3cret"_s + QChar(u'\xD800'), u"header X holds"_s);
}

void ReadingHeaders::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, part);
    const auto header = headerFrom(text);
    QVERIFY(!header);
    QVERIFY2(header.error().contains(part), qPrintable(header.error()));
    QVERIFY2(!header.error().contains(u"s3cret"), qPrintable(header.error()));
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
    QVERIFY(header.error().contains(name, Qt::CaseInsensitive));
    QVERIFY(header.error().contains(u"Lapwing itself"));
    QVERIFY(!header.error().contains(u"s3cret"));
}

LAPWING_TEST(ReadingHeaders)
#include "tst_header.moc"
