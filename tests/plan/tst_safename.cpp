// SPDX-License-Identifier: MIT
#include "plan/safename.h"
#include "support/testmain.h"

#include <QRandomGenerator>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing::plan;

namespace {

void row(const QString &name, const QString &expected)
{
    QTest::addRow("%s", name.toUtf8().toPercentEncoding(" /\\:*?\"<>|~").constData())
        << name << expected;
}

void same(const QString &name)
{
    row(name, name);
}

} // namespace

class NamingSafely : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesNamesSafe_data();
    void makesNamesSafe();
    void makesLoadedNamesSafe_data();
    void makesLoadedNamesSafe() { makesNamesSafe(); }
    void cutsLongNames_data();
    void cutsLongNames();
    void holdsForAnything();
    void namesALink_data();
    void namesALink();
    void numbersNames_data();
    void numbersNames();
};

void NamingSafely::makesNamesSafe_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");

    same(u"a.zip"_s);
    same(u"Grüße 2024 (final).tar.gz"_s);
    same(u"100%.txt"_s);
    same(u"\U0001F426.png"_s);
    same(u"a..b"_s);
    row({}, u"_"_s);
    row(u"."_s, u"_"_s);
    row(u".."_s, u"_"_s);
    row(u"../../etc/passwd"_s, u"_._.._etc_passwd"_s);
    row(u"..\\..\\x"_s, u"_._.._x"_s);
    row(u"/abs"_s, u"_abs"_s);
    row(u"C:\\x"_s, u"C__x"_s);
    row(u"\\\\host\\x"_s, u"__host_x"_s);
    row(u"~/.profile"_s, u"__.profile"_s);
    row(u"~root"_s, u"_root"_s);
    row(u".bashrc"_s, u"_bashrc"_s);
    row(u"-rf"_s, u"_rf"_s);
    row(u" .x"_s, u"_x"_s);
    row(u"x. . "_s, u"x"_s);
    row(u" \u00A0x\u3000"_s, u"x"_s);
    row(u"a:b*c?d\"e<f>g|h"_s, u"a_b_c_d_e_f_g_h"_s);
    row(u"a"_s + QChar(u'\0') + u"b\n\x1B\x7F\u0085"_s, u"a_b____"_s);
    row(u"a\u202Egpj.exe"_s, u"a_gpj.exe"_s);
    row(u"\u200B\u200F\u202A\u2066\u2069\uFEFF"_s, u"______"_s);
    row(u"a\u2028b\uFFFEc\uFFFD"_s, u"a_b_c_"_s);
    row(u"a"_s + QChar(u'\xD800') + u"b"_s + QChar(u'\xDC00'), u"a_b_"_s);
    row(u"Gru\u0308n"_s, u"Gr\u00FCn"_s);
    row(u"\u212Bngstr\u00F6m"_s, u"\u00C5ngstr\u00F6m"_s);
    row(u"a\u037Eb"_s, u"a;b"_s);
    row(u"a\u00AD\u061C\u2060\u180Eb"_s, u"a____b"_s);
    row(u"a\u3164\uFFA0\u115F\u1160b"_s, u"a____b"_s);
}

void NamingSafely::makesLoadedNamesSafe_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");

    row(u"con"_s, u"_con"_s);
    same(u"com10.txt"_s);
    same(u"console.txt"_s);
    row(u"NUL.tar.gz"_s, u"_NUL.tar.gz"_s);
    row(u"Com1.txt"_s, u"_Com1.txt"_s);
    row(u"lpt\u00B9"_s, u"_lpt\u00B9"_s);
    row(u"aux .h"_s, u"_aux .h"_s);
    row(u"clock$.x"_s, u"_clock$.x"_s);
    row(u"a.zip.part"_s, u"a.zip.part_"_s);
    row(u"a.PART"_s, u"a.PART_"_s);
    row(u"a.part. "_s, u"a.part_"_s);
    row(u"x.desktop"_s, u"x.desktop_"_s);
    row(u"desktop.ini"_s, u"desktop.ini_"_s);
    row(u"Thumbs.db"_s, u"Thumbs.db_"_s);
    same(u"my desktop.ini"_s);
    for (const QString &ending : {u"lnk"_s, u"LNK"_s, u"url"_s, u"local"_s, u"scf"_s,
                                  u"{645FF040-5081-101B-9F08-00AA002F954E}"_s})
        row(u"x."_s + ending, u"x."_s + ending + u'_');
    row(u"x.lnk . ."_s, u"x.lnk_"_s);
    row(u"lpt1"_s, u"_lpt1"_s);
    row(u"COM0"_s, u"_COM0"_s);
    row(u"nul."_s, u"_nul"_s);
    row(u"CONIN$"_s, u"_CONIN$"_s);
    row(u"prn:x"_s, u"prn_x"_s);
    row(u"a.txt:evil:$DATA"_s, u"a.txt_evil_$DATA"_s);
}

void NamingSafely::makesNamesSafe()
{
    QFETCH(QString, name);
    QTEST(safeName(name), "expected");
    QCOMPARE(safeName(safeName(name)), safeName(name));
}

void NamingSafely::cutsLongNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");

    const QString x300(300, u'x');
    QTest::newRow("just fits") << QString(240, u'x') << QString(240, u'x');
    QTest::newRow("no ending") << x300 << QString(240, u'x');
    QTest::newRow("ending") << x300 + u".zip"_s << QString(236, u'x') + u".zip"_s;
    QTest::newRow("double ending") << x300 + u".tar.gz"_s << QString(233, u'x') + u".tar.gz"_s;
    QTest::newRow("endless ending") << u"a."_s + x300 << u"a."_s + QString(238, u'x');
    QTest::newRow("2 bytes each") << QString(200, u'ä') + u".z"_s << QString(119, u'ä') + u".z"_s;
    QTest::newRow("not inside a code point")
        << QString(200, u'ä') + u".gz"_s << QString(118, u'ä') + u".gz"_s;
    QTest::newRow("4 bytes each") << u"x"_s + u"\U0001F426"_s.repeated(100)
                                  << u"x"_s + u"\U0001F426"_s.repeated(59);
    QTest::newRow("becomes .part")
        << QString(235, u'x') + u".part"_s + x300 << QString(234, u'x') + u".part_"_s;
    QTest::newRow("a device, then a blank at the cut")
        << u"con."_s + QString(234, u'x') + u" yz"_s << u"_con."_s + QString(234, u'x');
    const QString guid = u".{645FF040-5081-101B-9F08-00AA002F954E"_s;
    QTest::newRow("no room behind a GUID")
        << QString(201, u'x') + guid + u'}' << QString(201, u'x') + guid + u'_';
    QTest::newRow("ends in a dot") << QString(239, u'x') + u"."_s + x300 << QString(239, u'x');
}

void NamingSafely::cutsLongNames()
{
    QFETCH(QString, name);
    QTEST(safeName(name), "expected");
    QVERIFY(safeName(name).toUtf8().size() <= maxNameLength);
    QCOMPARE(safeName(safeName(name)), safeName(name));
}

void NamingSafely::holdsForAnything()
{
    QRandomGenerator random(20240229);
    const QString spice = u"./\\~- :\0.part.tar.gzconüa\u0308\u202E\xD83D\xDC26\n"_s;
    for (int round = 0; round < 20'000; ++round) {
        QString name;
        for (int length = random.bounded(round % 100 == 0 ? 600 : 12); length > 0; --length)
            name += spice.at(random.bounded(spice.size()));
        const QString safe = safeName(name);
        const QByteArray bytes = safe.toUtf8();
        QVERIFY(!safe.isEmpty() && bytes.size() <= maxNameLength
                && QString::fromUtf8(bytes) == safe);
        QVERIFY(!safe.contains(u'/') && !safe.contains(u'\\') && !safe.contains(QChar(u'\0')));
        QVERIFY(!safe.startsWith(u'.') && !safe.startsWith(u'-') && !safe.startsWith(u'~'));
        QVERIFY(!safe.endsWith(u'.') && !safe.endsWith(u' ') && !safe.endsWith(u".part"_s));
        QCOMPARE(safeName(safe), safe);
    }
}

void NamingSafely::namesALink_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("expected");

    QTest::newRow("plain") << u"http://h/d/a.zip?x=y.exe#z"_s << u"a.zip"_s;
    QTest::newRow("no path") << u"http://h"_s << u"index.html"_s;
    QTest::newRow("root") << u"http://h/"_s << u"index.html"_s;
    QTest::newRow("folder") << u"http://h/d/"_s << u"index.html"_s;
    QTest::newRow("decoded") << u"http://h/Gr%C3%BC%C3%9Fe%20b.txt"_s << u"Grüße b.txt"_s;
    QTest::newRow("encoded slash") << u"http://h/a%2Fb%5Cc"_s << u"a_b_c"_s;
    QTest::newRow("encoded way up")
        << u"http://h/..%2f..%2Fetc%2Fpasswd"_s << u"_._.._etc_passwd"_s;
    QTest::newRow("encoded dots") << u"http://h/%2e%2e"_s << u"_"_s;
    QTest::newRow("twice encoded") << u"http://h/%252e%252e%252f"_s << u"%2e%2e%2f"_s;
    QTest::newRow("NUL") << u"http://h/a%00b"_s << u"a_b"_s;
    QTest::newRow("no UTF-8") << u"http://h/caf%E9"_s << u"caf_"_s;
    QTest::newRow("plus") << u"http://h/a+b.c%2B%2B"_s << u"a+b.c++"_s;
}

void NamingSafely::namesALink()
{
    QFETCH(QString, link);
    QTEST(nameFromUrl(QUrl(link)), "expected");
}

void NamingSafely::numbersNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");

    QTest::newRow("ending") << u"a.zip"_s << u"a (2).zip"_s;
    QTest::newRow("double ending") << u"name.tar.gz"_s << u"name (2).tar.gz"_s;
    QTest::newRow("no double ending") << u"v1.2.zip"_s << u"v1.2 (2).zip"_s;
    QTest::newRow("no ending") << u"README"_s << u"README (2)"_s;
    QTest::newRow("a dot in a sentence") << u"Version 1.2 of it"_s << u"Version 1.2 of it (2)"_s;
    QTest::newRow("only tar.gz") << u"tar.gz"_s << u"tar (2).gz"_s;
    QTest::newRow("no room") << QString(236, u'x') + u".zip"_s
                             << QString(232, u'x') + u" (2).zip"_s;
    QTest::newRow("no room, 2 bytes each") << QString(120, u'ä') << QString(118, u'ä') + u" (2)"_s;
    QTest::newRow("place markers") << u"%1 %2.%3"_s << u"%1 %2 (2).%3"_s;
}

void NamingSafely::numbersNames()
{
    QFETCH(QString, name);
    QTEST(numbered(name, 2), "expected");
    QVERIFY(numbered(name, 2).toUtf8().size() <= maxNameLength);
    QCOMPARE(numbered(name, 0), name);
}

LAPWING_TEST(NamingSafely)
#include "tst_safename.moc"
