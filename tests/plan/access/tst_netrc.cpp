// SPDX-License-Identifier: MIT
#include "plan/access/netrc.h"
#include "support/testmain.h"

using namespace Qt::Literals::StringLiterals;

using namespace lapwing::plan;

namespace {

/// "machine user password" for each login, "default" for the one of every other machine.
QString told(const std::vector<Login> &logins)
{
    QStringList lines;
    for (const Login &login : logins)
        lines << (login.machine.isEmpty() ? u"default"_s : login.machine) + u' ' + login.user + u' '
                + login.password;
    return lines.join(u'|');
}

} // namespace

class ReadingNetrc : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void findsTheLogin_data();
    void findsTheLogin();
};

void ReadingNetrc::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("logins");

    const auto row = [](const char *name, const QByteArray &text, const QString &logins) {
        QTest::newRow(name) << text << logins;
    };
    row("nothing", "", {});
    row("blanks", " \n\t\r\n", {});
    row("one line", "machine h login me password pw", u"h me pw"_s);
    row("many lines", "machine h\r\n\tlogin me\r\n\tpassword pw\r\n", u"h me pw"_s);
    row("another order", "machine h password pw login me\n", u"h me pw"_s);
    row("several", "machine h login a password b\nmachine i login c password d\n",
        u"h a b|i c d"_s);
    row("default", "machine h login a password b\ndefault login c password d\n",
        u"h a b|default c d"_s);
    row("account", "machine h login a account x password b", u"h a b"_s);
    row("case of the machine", "machine Example.ORG login Me password Pw", u"example.org Me Pw"_s);
    row("comment", "# machine x\nmachine h # login no\nlogin a password b # end", u"h a b"_s);
    row("number sign in a password", "machine h login a password #b#", u"h a #b#"_s);
    row("quoted", "machine h login \"a b\" password \"c\\\"d\\\\e\\tf\"", u"h a b c\"d\\e\tf"_s);
    row("backslash outside quotation marks", "machine h login a\\b password \\c", u"h a\\b \\c"_s);
    row("quotation mark inside", "machine h login a\"b password c", u"h a\"b c"_s);
    row("words as values", "machine h login machine password default", u"h machine default"_s);
    row("UTF-8", "machine h login \xC3\xA4 password \xE2\x82\xAC", u"h ä €"_s);
    row("macro",
        "machine h login a password b\nmacdef init\ncd /x\nmachine no\n\nmachine i login c",
        u"h a b|i c "_s);
    row("macro to the end", "machine h login a\nmacdef init\nmachine no", u"h a "_s);
    row("without a login", "machine h\nmachine i login a", u"h  |i a "_s);
}

void ReadingNetrc::reads()
{
    QFETCH(QByteArray, text);
    const auto logins = netrcFrom(text);
    QVERIFY(logins);
    QTEST(told(*logins), "logins");
}

void ReadingNetrc::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<NetrcFault>("fault");

    const auto row = [](const char *name, const QByteArray &text, int line, NetrcFault fault) {
        QTest::newRow(name) << text << line << fault;
    };
    row("something else", "machine h login me password s3cret s3cret\n", 1,
        NetrcFault::UnknownWord);
    row("blank in a password", "machine h\nlogin me\npassword s3cret s3cret\n", 3,
        NetrcFault::UnknownWord);
    row("no machine", "\nlogin s3cret", 2, NetrcFault::NoMachine);
    row("no value", "machine h login s3cret\npassword", 2, NetrcFault::NoValue);
    row("machine without a name", "\n\nmachine", 3, NetrcFault::MachineName);
    row("machine that is no host", "machine s3cret/s3cret login a", 1, NetrcFault::MachineName);
    row("open quotation mark", "machine h\nlogin \"s3cret\npassword b\"", 2,
        NetrcFault::OpenQuotationMark);
    row("open at the end", "machine h login \"s3cret", 1, NetrcFault::OpenQuotationMark);
    row("backslash at the end", "machine h login \"s3cret\\", 1, NetrcFault::OpenQuotationMark);
    row("not UTF-8", "machine h\n\npassword s3cret\xE4", 3, NetrcFault::NotUtf8);
    row("upper case", "MACHINE s3cret", 1, NetrcFault::UnknownWord);
}

void ReadingNetrc::refuses()
{
    QFETCH(QByteArray, text);
    const auto logins = netrcFrom(text);
    QVERIFY(!logins);
    QTEST(logins.error().line, "line");
    QTEST(logins.error().fault, "fault");
}

void ReadingNetrc::findsTheLogin_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("user");

    QTest::newRow("named") << u"h"_s << u"a"_s;
    QTest::newRow("case") << u"H"_s << u"a"_s;
    QTest::newRow("below") << u"x.h"_s << u"other"_s;
    QTest::newRow("other letters") << u"bücher.example"_s << u"b"_s;
    QTest::newRow("without a login") << u"bare"_s << QString();
    QTest::newRow("another") << u"i"_s << u"other"_s;
}

void ReadingNetrc::findsTheLogin()
{
    QFETCH(QString, host);
    const auto logins = netrcFrom("machine h login a\nmachine h login second\nmachine bare\n"
                                  "machine xn--bcher-kva.example login b\ndefault login other");
    QVERIFY(logins);
    const Login *login = loginFor(*logins, host);
    QVERIFY(login != nullptr);
    QTEST(login->user, "user");
    QVERIFY(loginFor({logins->begin(), logins->end() - 1}, u"i"_s) == nullptr);
}

LAPWING_TEST(ReadingNetrc)
#include "tst_netrc.moc"
