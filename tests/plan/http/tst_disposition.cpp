// SPDX-License-Identifier: MIT
#include "plan/http/disposition.h"
#include "plan/safename.h"
#include "support/testmain.h"

#include <QElapsedTimer>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing::plan;

namespace {

QTestData &row(const QByteArray &value)
{
    return QTest::addRow("%s", value.toPercentEncoding(" ;=*'\"%?").constData()) << value;
}

void row(const QByteArray &value, const QString &expected)
{
    row(value) << expected;
}

} // namespace

class NamedByTheServer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsWritten_data();
    void readsWhatIsWritten();
    void readsAsBrowsersDo_data();
    void readsAsBrowsersDo() { readsWhatIsWritten(); }
    void findsNone_data();
    void findsNone();
    void becomesSafe_data();
    void becomesSafe();
    void isNotSlow_data();
    void isNotSlow();
};

void NamedByTheServer::readsWhatIsWritten_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("expected");

    row("attachment; filename=\"a b.txt\"", u"a b.txt"_s);
    row("attachment; filename=a.txt", u"a.txt"_s);
    row("inline; filename=\"a.txt\"", u"a.txt"_s);
    row("ATTACHMENT; FILENAME=\"A.txt\"", u"A.txt"_s);
    row("attachment;filename=\"a.txt\";size=5", u"a.txt"_s);
    row("attachment ; filename = \"a.txt\" ; x=y", u"a.txt"_s);
    row("attachment; filename=\"a;b=c.txt\"", u"a;b=c.txt"_s);
    row("attachment; filename=\"a\\\"b\\c.txt\"", u"a\"bc.txt"_s);
    row("attachment; filename*=UTF-8''%e2%82%ac%20rates", u"€ rates"_s);
    row("attachment; filename*=utf-8'en'%E2%82%AC", u"€"_s);
    row("attachment; filename*=ISO-8859-1''foo-%E4.html", u"foo-ä.html"_s);
    row("attachment; filename*=UTF-8''a'b.txt", u"a'b.txt"_s);
    row("attachment; filename=\"EURO.txt\"; filename*=UTF-8''%E2%82%AC.txt", u"€.txt"_s);
    row("attachment; filename*=UTF-8''%E2%82%AC.txt; filename=\"EURO.txt\"", u"€.txt"_s);
    row("future-type; filename=a.txt", u"a.txt"_s);
    row("attachment; filename*=UTF-8''%E4.txt; filename=a.txt", u"a.txt"_s);
    row("attachment; filename*=KOI8-R''%C1.txt; filename=a.txt", u"a.txt"_s);
    row("attachment; filename*=''%C1.txt; filename=a.txt", u"a.txt"_s);
    row("attachment; filename*=b.txt; filename=a.txt", u"a.txt"_s);
    row("attachment; filename*=UTF-8'b.txt; filename=a.txt", u"a.txt"_s);
    row("attachment; filename*=UTF-8''; filename=a.txt", u"a.txt"_s);
}

void NamedByTheServer::readsAsBrowsersDo_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("expected");

    row("filename=a.txt", u"a.txt"_s);
    row("filename=\"a.txt\"", u"a.txt"_s);
    row("; filename=a.txt", u"a.txt"_s);
    row("attachment; filename=a b.txt", u"a b.txt"_s);
    row("attachment; filename=a b.txt ; x=y", u"a b.txt"_s);
    row("attachment; filename=\"a.txt", u"a.txt"_s);
    row("attachment; filename=\"a.txt\"x; y=z", u"a.txt"_s);
    row("attachment; filename=\"a\\.txt", u"a.txt"_s);
    row("attachment; filename=\"  a.txt \"", u"a.txt"_s);
    row("attachment; filename='a.txt'", u"'a.txt'"_s);
    row("attachment; filename==a.txt", u"=a.txt"_s);
    row("attachment; filename=\"\"; filename=a.txt", u"a.txt"_s);
    row("attachment; filename=a.txt; filename=b.txt", u"a.txt"_s);
    row("attachment; filename*=UTF-8''a.txt; filename*=UTF-8''b.txt", u"a.txt"_s);
    row("attachment; filename=\"a.txt\", attachment; filename=\"b.txt\"", u"a.txt"_s);
    row("attachment; xfilename=b.txt; name=c.txt; filename=a.txt", u"a.txt"_s);
    row("attachment; x=\"filename=b.txt\"; filename=a.txt", u"a.txt"_s);
    row("attachment; filename*=\"UTF-8''%E2%82%AC.txt\"", u"€.txt"_s);
    row("attachment; filename*=UTF-8''a%ZZ.png; filename=b.png", u"b.png"_s);
    row("attachment; filename=b.png; filename*=UTF-8''100%", u"b.png"_s);
    row("attachment; filename=\"../../etc/x\"", u"x"_s);
    row("attachment; filename=\"..\"; filename=a.txt", u"a.txt"_s);
    row("attachment; filename*=UTF-8''..; filename=a.txt", u"a.txt"_s);
    row("attachment; filename*=UTF-8''\xE2\x82\xAC.txt", u"€.txt"_s);
    row("attachment; filename=\"\xC3\xA4.txt\"", u"ä.txt"_s);
    row("attachment; filename=\"\xE4.txt\"", u"ä.txt"_s);
    row("attachment; filename=foo-%41.html", u"foo-A.html"_s);
    row("attachment; filename=\"%E2%82%AC%20x.txt\"", u"€ x.txt"_s);
    row("attachment; filename=\"%E4.txt\"", u"%E4.txt"_s);
    row("attachment; filename=\"100% of 5%.txt\"", u"100% of 5%.txt"_s);
    row("attachment; filename=\"%252e.txt\"", u"%2e.txt"_s);
    row("attachment; filename=\"=?UTF-8?B?4oKsLnR4dA==?=\"", u"€.txt"_s);
    row("attachment; filename==?utf-8?q?=E2=82=AC_x.txt?=", u"€ x.txt"_s);
    row("attachment; filename=\"=?ISO-8859-1?Q?foo-=E4.html?=\"", u"foo-ä.html"_s);
    row("attachment; filename=\"=?utf-8*en?Q?a?= =?utf-8?Q?b?= c.txt\"", u"ab c.txt"_s);
    row("attachment; filename=\"\xC3\xA4=?utf-8?Q?b?=.txt\"", u"äb.txt"_s);
    row("attachment; filename=\"=?KOI8-R?Q?=C1?=.txt\"", u"а.txt"_s);
    row("attachment; filename=\"=?EUC-JP?B?xvzL3Ljs?=.txt\"", u"日本語.txt"_s);
    row("attachment; filename=\"=?ISO-2022-JP?B?GyRCRnxLXBsoQg==?=\"", u"日本"_s);
    row("attachment; filename=\"=?windows-1252?Q?=80?=\"", u"€"_s);
    row("attachment; filename=\"=?GB18030?B?1tDOxA==?=\"", u"中文"_s);
    row("attachment; filename=\"=?EUC-JP?Q?=FF?=\"", u"=?EUC-JP?Q?=FF?="_s);
    row("attachment; filename=\"=?no-such?Q?=C1?=\"", u"=?no-such?Q?=C1?="_s);
    row("attachment; filename=\"=?utf-8?B?####?=\"", u"=?utf-8?B?####?="_s);
    row("attachment; filename=\"=?utf-8?Q?=E4?=\"", u"=?utf-8?Q?=E4?="_s);
    row("attachment; filename=\"=?utf-8?Q?\"", u"=?utf-8?Q?"_s);
}

void NamedByTheServer::readsWhatIsWritten()
{
    QFETCH(QByteArray, value);
    const auto name = nameFromDisposition(value);
    QVERIFY(name);
    QTEST(*name, "expected");
}

void NamedByTheServer::findsNone_data()
{
    QTest::addColumn<QByteArray>("value");

    for (const QByteArray value : {"",
                                   " ",
                                   ";",
                                   "=",
                                   ";;;=;\"",
                                   "attachment",
                                   "inline;",
                                   "a.txt",
                                   "\"a.txt\"",
                                   "attachment; filename",
                                   "attachment; filename=",
                                   "attachment; filename=;",
                                   "attachment; filename=\"\"",
                                   "attachment; filename=\"  \"",
                                   "attachment; filename=\"",
                                   "attachment; filename*=",
                                   "attachment; filename*=UTF-8''",
                                   "attachment; filename*=a.txt",
                                   "attachment; filename*=UTF-8''%20",
                                   "attachment; filename*=UTF-8''100%.txt",
                                   "attachment; filename*=UTF-8''a%ZZ.png",
                                   "attachment; filename=..",
                                   "attachment; filename=\" . . \"",
                                   "attachment; filename=\"a/..\"",
                                   "attachment; filename=\"a/\"",
                                   "attachment; filename*0=a.txt",
                                   "attachment filename=a.txt",
                                   "attachment; name=a.txt",
                                   "attachment; x=\"filename=a.txt\"",
                                   "attachment; filename==?utf-8?Q?\?=",
                                   "attachment; filename=%20"})
        row(value);
}

void NamedByTheServer::findsNone()
{
    QFETCH(QByteArray, value);
    QCOMPARE(nameFromDisposition(value), std::nullopt);
}

void NamedByTheServer::becomesSafe_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("expected");

    const auto named = [](const char *name, const QByteArray &value, const QString &expected) {
        QTest::newRow(name) << value << expected;
    };
    named("way up", "attachment; filename=\"../../etc/passwd\"", u"passwd"_s);
    named("way up, encoded", "attachment; filename*=UTF-8''..%2f..%2Fx", u"x"_s);
    named("way up, encoded in filename", "attachment; filename=\"%2e%2e%2fx\"", u"x"_s);
    named("way up, in a word", "attachment; filename=\"=?utf-8?Q?=2E=2E=2Fx?=\"", u"x"_s);
    named("way up, Windows", "attachment; filename=\"..\\\\..\\\\x\"", u"x"_s);
    named("backslash, encoded", "attachment; filename*=UTF-8''a%5cb", u"b"_s);
    named("absolute", "attachment; filename=/etc/passwd", u"passwd"_s);
    named("drive", "attachment; filename=\"C:\\\\x.txt\"", u"x.txt"_s);
    named("share", "attachment; filename=\"\\\\\\\\host\\\\x\"", u"x"_s);
    named("stream", "attachment; filename=\"a.txt:evil\"", u"a.txt_evil"_s);
    named("home", "attachment; filename=~/.profile", u"_profile"_s);
    named("hidden", "attachment; filename=.bashrc", u"_bashrc"_s);
    named("option", "attachment; filename=-rf", u"_rf"_s);
    named("hidden below", "attachment; filename=a/.b", u"_b"_s);
    named("NUL", "attachment; filename*=UTF-8''a%00b.exe", u"a_b.exe"_s);
    named("line feed", "attachment; filename*=UTF-8''a%0D%0Ab", u"a__b"_s);
    named("raw C1", "attachment; filename=\"a\x85.txt\"", u"a_.txt"_s);
    named("bidi", "attachment; filename*=UTF-8''a%E2%80%AEgpj.exe", u"a_gpj.exe"_s);
    named("zero width", "attachment; filename*=UTF-8''a%E2%80%8Bb", u"a_b"_s);
    named("surrogates", "attachment; filename*=UTF-8''a%ED%A0%80b; filename=c", u"c"_s);
    named("overlong", "attachment; filename*=UTF-8''..%C0%AFx; filename=c", u"c"_s);
    named("NFD", "attachment; filename*=UTF-8''Gru%CC%88n", u"Gr\u00FCn"_s);
    named("device", "attachment; filename=NUL.txt", u"_NUL.txt"_s);
    named("link", "attachment; filename=\"x.lnk\"", u"x.lnk_"_s);
    named("link and a dot", "attachment; filename=\"x.lnk. \"", u"x.lnk_"_s);
    named("300 characters", "attachment; filename=" + QByteArray(300, 'x') + ".tar.gz",
          QString(233, u'x') + u".tar.gz"_s);
    named("300 of 2 bytes",
          "attachment; filename*=UTF-8''" + QByteArray("%C3%A4").repeated(300) + ".gz",
          QString(118, u'ä') + u".gz"_s);
}

void NamedByTheServer::becomesSafe()
{
    QFETCH(QByteArray, value);
    QTEST(safeName(nameFromDisposition(value).value_or(QString())), "expected");
}

void NamedByTheServer::isNotSlow_data()
{
    QTest::addColumn<QByteArray>("part");

    for (const char *part : {"=?", "=?a?q?", "=?a?b?=", "=?utf-8?Q?a?= ", "%", "\\", "\"", ";", "=",
                             ";filename=", "=?a*", " "})
        QTest::newRow(part) << QByteArray(part);
}

void NamedByTheServer::isNotSlow()
{
    QFETCH(QByteArray, part);
    const QByteArray many = part.repeated(100'000 / part.size()); // as long as Qt lets a field be
    QElapsedTimer timer;
    timer.start();
    for (const QByteArray start :
         {"", "attachment; filename=", "attachment; filename=\"", "attachment; filename*=UTF-8''"})
        static_cast<void>(nameFromDisposition(start + many));
    QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
}

LAPWING_TEST(NamedByTheServer)
#include "tst_disposition.moc"
