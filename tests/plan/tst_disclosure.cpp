// SPDX-License-Identifier: MIT
#include "plan/disclosure.h"
#include "support/testmain.h"

#include <QElapsedTimer>

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

    QTest::newRow("plain") << u"http://h/a.zip"_qs << u"http://h/a.zip"_qs << u"http://h/a.zip"_qs;
    QTest::newRow("user information")
        << u"https://me:pw@h:8443/a"_qs << u"https://h:8443/a"_qs << u"https://h:8443/a"_qs;
    QTest::newRow("user name only")
        << u"https://me@h/a"_qs << u"https://h/a"_qs << u"https://h/a"_qs;
    QTest::newRow("fragment") << u"http://h/a#secret"_qs << u"http://h/a"_qs << u"http://h/a"_qs;
    QTest::newRow("encoded") << u"http://h/ä b"_qs << u"http://h/%C3%A4%20b"_qs
                             << u"http://h/%C3%A4%20b"_qs;
    QTest::newRow("values") << u"http://h/a?a=1&b=2"_qs << u"http://h/a?a=redacted&b=redacted"_qs
                            << u"http://h/a?a=1&b=2"_qs;
    QTest::newRow("no names") << u"http://h/a?token"_qs << u"http://h/a?redacted"_qs
                              << u"http://h/a?token"_qs;
    QTest::newRow("base64") << u"http://h/a?dG9rZQ=="_qs << u"http://h/a?redacted"_qs
                            << u"http://h/a?dG9rZQ=="_qs;
    QTest::newRow("= in a value") << u"http://h/a?k=dG9rZQ=="_qs << u"http://h/a?k=redacted"_qs
                                  << u"http://h/a?k=dG9rZQ=="_qs;
    QTest::newRow("mixed") << u"http://h/a?x=1&&tok"_qs << u"http://h/a?x=redacted&&redacted"_qs
                           << u"http://h/a?x=1&&tok"_qs;
    QTest::newRow("encoded &") << u"http://h/a?x=1%26y"_qs << u"http://h/a?x=redacted"_qs
                               << u"http://h/a?x=1%26y"_qs;
    QTest::newRow("empty query") << u"http://h/a?"_qs << u"http://h/a?"_qs << u"http://h/a?"_qs;
}

void Disclosing::showsALink()
{
    QFETCH(QString, link);
    QTEST(shown(QUrl(link)), "redacted");
    QTEST(shown(QUrl(link), Disclosure::Full), "full");
}

void Disclosing::showsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");

    const auto same = [](const char *name, const QString &text) {
        QTest::newRow(name) << text << text;
    };
    same("empty", {});
    same("prose", u"Connection refused?  Try again\n\tlater, me@example.org."_qs);
    same("mail", u"mailto:me@example.org"_qs);
    same("time", u"at 12:30 @ home"_qs);
    QTest::newRow("in prose") << u"GET http://me:pw@h/a?t=1 failed"_qs
                              << u"GET http://h/a?t=redacted failed"_qs;
    QTest::newRow("two") << u"http://a:b@h/1 https://c:d@h/2"_qs << u"http://h/1 https://h/2"_qs;
    QTest::newRow("joined") << u"http://h/1,https://c:d@h/2"_qs << u"http://h/2"_qs;
    QTest::newRow("upper case") << u"HTTP://me:pw@H/a"_qs << u"http://h/a"_qs;
    QTest::newRow("punctuation") << u"(see \"http://me:pw@h/a?k=v\")."_qs
                                 << u"(see \"http://h/a?k=redacted\")."_qs;
    QTest::newRow("other scheme") << u"ftp://me:pw@h/a"_qs << u"ftp://h/a"_qs;
    QTest::newRow("port too large")
        << u"http://me:pw@h:99999/a?k=v"_qs << u"http://h:99999/a?k=redacted"_qs;
    QTest::newRow("/ in a password") << u"http://me:p/w@h/a"_qs << u"http://h/a"_qs;
    QTest::newRow("? in a password") << u"http://me:p?w@h/a"_qs << u"http://h/a"_qs;
    QTest::newRow("@ in a password") << u"http://me:p@w@h/a"_qs << u"http://h/a"_qs;
    QTest::newRow("backslashes") << u"http:\\\\me:pw@h\\a"_qs << u"http:\\\\h\\a"_qs;
    QTest::newRow("one slash") << u"http:/me:pw@h/a"_qs << u"http:/h/a"_qs;
    QTest::newRow("no scheme, password") << u"me:pw@h/a"_qs << u"h/a"_qs;
    QTest::newRow("no scheme, query") << u"h/a?k=v#f"_qs << u"h/a?k=redacted"_qs;
}

void Disclosing::showsText()
{
    QFETCH(QString, text);
    QTEST(shownText(text), "expected");
}

void Disclosing::fullTextKeepsTheQueryButNoPassword()
{
    QCOMPARE(shownText(u"x http://me:pw@h/a?k=v http://me:pw@h:99999/?k=v"_qs, Disclosure::Full),
             u"x http://h/a?k=v http://h:99999/?k=v"_qs);
}

void Disclosing::oneLongWordIsNotSlow()
{
    const QString word(1'000'000,
                       u'a'); // a pattern that looks again from each letter would take minutes
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(shownText(word), word);
    QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
}

LAPWING_TEST(Disclosing)
#include "tst_disclosure.moc"
