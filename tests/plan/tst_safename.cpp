// SPDX-License-Identifier: MIT
#include "plan/safename.h"
#include "support/testmain.h"

#include <QRandomGenerator>

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

    same(u"a.zip"_qs);
    same(u"Grüße 2024 (final).tar.gz"_qs);
    same(u"100%.txt"_qs);
    same(u"\U0001F426.png"_qs);
    same(u"a..b"_qs);
    row({}, u"_"_qs);
    row(u"."_qs, u"_"_qs);
    row(u".."_qs, u"_"_qs);
    row(u"../../etc/passwd"_qs, u"_._.._etc_passwd"_qs);
    row(u"..\\..\\x"_qs, u"_._.._x"_qs);
    row(u"/abs"_qs, u"_abs"_qs);
    row(u"C:\\x"_qs, u"C__x"_qs);
    row(u"\\\\host\\x"_qs, u"__host_x"_qs);
    row(u"~/.profile"_qs, u"__.profile"_qs);
    row(u"~root"_qs, u"_root"_qs);
    row(u".bashrc"_qs, u"_bashrc"_qs);
    row(u"-rf"_qs, u"_rf"_qs);
    row(u" .x"_qs, u"_x"_qs);
    row(u"x. . "_qs, u"x"_qs);
    row(u" \u00A0x\u3000"_qs, u"x"_qs);
    row(u"a:b*c?d\"e<f>g|h"_qs, u"a_b_c_d_e_f_g_h"_qs);
    row(u"a"_qs + QChar(u'\0') + u"b\n\x1B\x7F\u0085"_qs, u"a_b____"_qs);
    row(u"a\u202Egpj.exe"_qs, u"a_gpj.exe"_qs);
    row(u"\u200B\u200F\u202A\u2066\u2069\uFEFF"_qs, u"______"_qs);
    row(u"a\u2028b\uFFFEc\uFFFD"_qs, u"a_b_c_"_qs);
    row(u"a"_qs + QChar(u'\xD800') + u"b"_qs + QChar(u'\xDC00'), u"a_b_"_qs);
    row(u"Gru\u0308n"_qs, u"Gr\u00FCn"_qs);
    row(u"\u212Bngstr\u00F6m"_qs, u"\u00C5ngstr\u00F6m"_qs);
    row(u"a\u037Eb"_qs, u"a;b"_qs);
    row(u"a\u00AD\u061C\u2060\u180Eb"_qs, u"a____b"_qs);
    row(u"a\u3164\uFFA0\u115F\u1160b"_qs, u"a____b"_qs);
}

void NamingSafely::makesLoadedNamesSafe_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");

    row(u"con"_qs, u"_con"_qs);
    same(u"com10.txt"_qs);
    same(u"console.txt"_qs);
    row(u"NUL.tar.gz"_qs, u"_NUL.tar.gz"_qs);
    row(u"Com1.txt"_qs, u"_Com1.txt"_qs);
    row(u"lpt\u00B9"_qs, u"_lpt\u00B9"_qs);
    row(u"aux .h"_qs, u"_aux .h"_qs);
    row(u"clock$.x"_qs, u"_clock$.x"_qs);
    row(u"a.zip.part"_qs, u"a.zip.part_"_qs);
    row(u"a.PART"_qs, u"a.PART_"_qs);
    row(u"a.part. "_qs, u"a.part_"_qs);
    row(u"x.desktop"_qs, u"x.desktop_"_qs);
    row(u"desktop.ini"_qs, u"desktop.ini_"_qs);
    row(u"Thumbs.db"_qs, u"Thumbs.db_"_qs);
    same(u"my desktop.ini"_qs);
    for (const QString &ending : {u"lnk"_qs, u"LNK"_qs, u"url"_qs, u"local"_qs, u"scf"_qs,
                                  u"{645FF040-5081-101B-9F08-00AA002F954E}"_qs})
        row(u"x."_qs + ending, u"x."_qs + ending + u'_');
    row(u"x.lnk . ."_qs, u"x.lnk_"_qs);
    row(u"lpt1"_qs, u"_lpt1"_qs);
    row(u"COM0"_qs, u"_COM0"_qs);
    row(u"nul."_qs, u"_nul"_qs);
    row(u"CONIN$"_qs, u"_CONIN$"_qs);
    row(u"prn:x"_qs, u"prn_x"_qs);
    row(u"a.txt:evil:$DATA"_qs, u"a.txt_evil_$DATA"_qs);
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
    QTest::newRow("ending") << x300 + u".zip"_qs << QString(236, u'x') + u".zip"_qs;
    QTest::newRow("double ending") << x300 + u".tar.gz"_qs << QString(233, u'x') + u".tar.gz"_qs;
    QTest::newRow("endless ending") << u"a."_qs + x300 << u"a."_qs + QString(238, u'x');
    QTest::newRow("2 bytes each") << QString(200, u'ä') + u".z"_qs << QString(119, u'ä') + u".z"_qs;
    QTest::newRow("not inside a code point")
        << QString(200, u'ä') + u".gz"_qs << QString(118, u'ä') + u".gz"_qs;
    QTest::newRow("4 bytes each") << u"x"_qs + u"\U0001F426"_qs.repeated(100)
                                  << u"x"_qs + u"\U0001F426"_qs.repeated(59);
    QTest::newRow("becomes .part")
        << QString(235, u'x') + u".part"_qs + x300 << QString(234, u'x') + u".part_"_qs;
    QTest::newRow("a device, then a blank at the cut")
        << u"con."_qs + QString(234, u'x') + u" yz"_qs << u"_con."_qs + QString(234, u'x');
    const QString guid = u".{645FF040-5081-101B-9F08-00AA002F954E"_qs;
    QTest::newRow("no room behind a GUID")
        << QString(201, u'x') + guid + u'}' << QString(201, u'x') + guid + u'_';
    QTest::newRow("ends in a dot") << QString(239, u'x') + u"."_qs + x300 << QString(239, u'x');
}

void NamingSafely::cutsLongNames()
{
    QFETCH(QString, name);
    QTEST(safeName(name), "expected");
    QVERIFY(safeName(name).toUtf8().size() <= longestName);
    QCOMPARE(safeName(safeName(name)), safeName(name));
}

void NamingSafely::holdsForAnything()
{
    QRandomGenerator random(20240229);
    const QString spice = u"./\\~- :\0.part.tar.gzconüa\u0308\u202E\xD83D\xDC26\n"_qs;
    for (int round = 0; round < 20'000; ++round) {
        QString name;
        for (int length = random.bounded(round % 100 == 0 ? 600 : 12); length > 0; --length)
            name += spice.at(random.bounded(spice.size()));
        const QString safe = safeName(name);
        const QByteArray bytes = safe.toUtf8();
        QVERIFY(!safe.isEmpty() && bytes.size() <= longestName && QString::fromUtf8(bytes) == safe);
        QVERIFY(!safe.contains(u'/') && !safe.contains(u'\\') && !safe.contains(QChar(u'\0')));
        QVERIFY(!safe.startsWith(u'.') && !safe.startsWith(u'-') && !safe.startsWith(u'~'));
        QVERIFY(!safe.endsWith(u'.') && !safe.endsWith(u' ') && !safe.endsWith(u".part"_qs));
        QCOMPARE(safeName(safe), safe);
    }
}

void NamingSafely::namesALink_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("expected");

    QTest::newRow("plain") << u"http://h/d/a.zip?x=y.exe#z"_qs << u"a.zip"_qs;
    QTest::newRow("no path") << u"http://h"_qs << u"index.html"_qs;
    QTest::newRow("root") << u"http://h/"_qs << u"index.html"_qs;
    QTest::newRow("folder") << u"http://h/d/"_qs << u"index.html"_qs;
    QTest::newRow("decoded") << u"http://h/Gr%C3%BC%C3%9Fe%20b.txt"_qs << u"Grüße b.txt"_qs;
    QTest::newRow("encoded slash") << u"http://h/a%2Fb%5Cc"_qs << u"a_b_c"_qs;
    QTest::newRow("encoded way up")
        << u"http://h/..%2f..%2Fetc%2Fpasswd"_qs << u"_._.._etc_passwd"_qs;
    QTest::newRow("encoded dots") << u"http://h/%2e%2e"_qs << u"_"_qs;
    QTest::newRow("twice encoded") << u"http://h/%252e%252e%252f"_qs << u"%2e%2e%2f"_qs;
    QTest::newRow("NUL") << u"http://h/a%00b"_qs << u"a_b"_qs;
    QTest::newRow("no UTF-8") << u"http://h/caf%E9"_qs << u"caf_"_qs;
    QTest::newRow("plus") << u"http://h/a+b.c%2B%2B"_qs << u"a+b.c++"_qs;
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

    QTest::newRow("ending") << u"a.zip"_qs << u"a (2).zip"_qs;
    QTest::newRow("double ending") << u"name.tar.gz"_qs << u"name (2).tar.gz"_qs;
    QTest::newRow("no double ending") << u"v1.2.zip"_qs << u"v1.2 (2).zip"_qs;
    QTest::newRow("no ending") << u"README"_qs << u"README (2)"_qs;
    QTest::newRow("a dot in a sentence") << u"Version 1.2 of it"_qs << u"Version 1.2 of it (2)"_qs;
    QTest::newRow("only tar.gz") << u"tar.gz"_qs << u"tar (2).gz"_qs;
    QTest::newRow("place markers") << u"%1 %2.%3"_qs << u"%1 %2 (2).%3"_qs;
}

void NamingSafely::numbersNames()
{
    QFETCH(QString, name);
    QTEST(numbered(name, 2), "expected");
}

LAPWING_TEST(NamingSafely)
#include "tst_safename.moc"
