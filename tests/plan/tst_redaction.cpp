// SPDX-License-Identifier: MIT
#include "plan/redaction.h"
#include "support/testmain.h"

#include <QElapsedTimer>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing::plan;

class Disclosing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsALink_data();
    void showsALink();
    void showsText_data();
    void showsText();
    void fullTextKeepsTheQueryButNoPassword();
    void oneLongWordIsNotSlow();
};

void Disclosing::showsALink_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("redacted");
    QTest::addColumn<QString>("full");

    QTest::newRow("plain") << u"http://h/a.zip"_s << u"http://h/a.zip"_s << u"http://h/a.zip"_s;
    QTest::newRow("user information")
        << u"https://me:pw@h:8443/a"_s << u"https://h:8443/a"_s << u"https://h:8443/a"_s;
    QTest::newRow("user name only") << u"https://me@h/a"_s << u"https://h/a"_s << u"https://h/a"_s;
    QTest::newRow("fragment") << u"http://h/a#secret"_s << u"http://h/a"_s << u"http://h/a"_s;
    QTest::newRow("encoded") << u"http://h/ä b"_s << u"http://h/%C3%A4%20b"_s
                             << u"http://h/%C3%A4%20b"_s;
    QTest::newRow("values") << u"http://h/a?a=1&b=2"_s << u"http://h/a?a=redacted&b=redacted"_s
                            << u"http://h/a?a=1&b=2"_s;
    QTest::newRow("no names") << u"http://h/a?token"_s << u"http://h/a?redacted"_s
                              << u"http://h/a?token"_s;
    QTest::newRow("base64") << u"http://h/a?dG9rZQ=="_s << u"http://h/a?redacted"_s
                            << u"http://h/a?dG9rZQ=="_s;
    QTest::newRow("= in a value") << u"http://h/a?k=dG9rZQ=="_s << u"http://h/a?k=redacted"_s
                                  << u"http://h/a?k=dG9rZQ=="_s;
    QTest::newRow("mixed") << u"http://h/a?x=1&&tok"_s << u"http://h/a?x=redacted&&redacted"_s
                           << u"http://h/a?x=1&&tok"_s;
    QTest::newRow("encoded &") << u"http://h/a?x=1%26y"_s << u"http://h/a?x=redacted"_s
                               << u"http://h/a?x=1%26y"_s;
    QTest::newRow("empty query") << u"http://h/a?"_s << u"http://h/a?"_s << u"http://h/a?"_s;
}

void Disclosing::showsALink()
{
    QFETCH(QString, link);
    QTEST(displayUrl(QUrl(link)), "redacted");
    QTEST(displayUrl(QUrl(link), Redaction::Full), "full");
}

void Disclosing::showsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");

    const auto same = [](const char *name, const QString &text) {
        QTest::newRow(name) << text << text;
    };
    same("empty", {});
    same("prose", u"Connection refused?  Try again\n\tlater, me@example.org."_s);
    same("mail", u"mailto:me@example.org"_s);
    same("time", u"at 12:30 @ home"_s);
    QTest::newRow("in prose") << u"GET http://me:pw@h/a?t=1 failed"_s
                              << u"GET http://h/a?t=redacted failed"_s;
    QTest::newRow("two") << u"http://a:b@h/1 https://c:d@h/2"_s << u"http://h/1 https://h/2"_s;
    QTest::newRow("joined") << u"http://h/1,https://c:d@h/2"_s << u"http://h/2"_s;
    QTest::newRow("upper case") << u"HTTP://me:pw@H/a"_s << u"HTTP://H/a"_s;
    same("as written", u"http://h/a%20b/100%/ä|{}/@x"_s);
    QTest::newRow("punctuation") << u"(see \"http://me:pw@h/a?k=v\")."_s
                                 << u"(see \"http://h/a?k=redacted\")."_s;
    QTest::newRow("other scheme") << u"ftp://me:pw@h/a"_s << u"ftp://h/a"_s;
    QTest::newRow("port too large")
        << u"http://me:pw@h:99999/a?k=v"_s << u"http://h:99999/a?k=redacted"_s;
    QTest::newRow("/ in a password") << u"http://me:p/w@h/a"_s << u"http://h/a"_s;
    QTest::newRow("? in a password") << u"http://me:p?w@h/a"_s << u"http://h/a"_s;
    QTest::newRow("@ in a password") << u"http://me:p@w@h/a"_s << u"http://h/a"_s;
    QTest::newRow("backslashes") << u"http:\\\\me:pw@h\\a"_s << u"http:\\\\h\\a"_s;
    QTest::newRow("one slash") << u"http:/me:pw@h/a"_s << u"http:/h/a"_s;
    QTest::newRow("no scheme, password") << u"me:pw@h/a"_s << u"h/a"_s;
    QTest::newRow("no scheme, query") << u"h/a?k=v#f"_s << u"h/a?k=redacted"_s;
}

void Disclosing::showsText()
{
    QFETCH(QString, text);
    QTEST(redactText(text), "expected");
}

void Disclosing::fullTextKeepsTheQueryButNoPassword()
{
    QCOMPARE(redactText(u"x http://me:pw@h/a?k=v http://me:pw@h:99999/?k=v"_s, Redaction::Full),
             u"x http://h/a?k=v http://h:99999/?k=v"_s);
}

void Disclosing::oneLongWordIsNotSlow()
{
    const QString word(1'000'000,
                       u'a'); // a pattern that looks again from each letter would take minutes
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(redactText(word), word);
    QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
}

LAPWING_TEST(Disclosing)
#include "tst_redaction.moc"
