// SPDX-License-Identifier: MIT
#include "plan/safefolder.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace Qt::Literals::StringLiterals;
using plan::FolderFault;

class SafeFolderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leadsDownAlone_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("way");
        QTest::newRow("none") << QString() << QString();
        QTest::newRow("here") << u"./"_s << QString();
        QTest::newRow("below") << u"a/b c"_s << u"a/b c"_s;
        QTest::newRow("of Windows") << u"a\\b"_s << u"a/b"_s;
        QTest::newRow("empty parts") << u"a//./b/"_s << u"a/b"_s;
        QTest::newRow("hidden") << u"a/.ssh"_s << u"a/_ssh"_s;
        QTest::newRow("dots") << u"a/.../b"_s << u"a/_/b"_s;
        QTest::newRow("a device") << u"con/x"_s << u"_con/x"_s;
        QTest::newRow("of the chosen one") << u"/home/me/files/a"_s << u"a"_s;
        QTest::newRow("the chosen one") << u"/home/me/files/"_s << QString();
    }
    void leadsDownAlone()
    {
        QFETCH(QString, folder);
        QFETCH(QString, way);
        const auto safe = plan::safeFolder(folder, u"/home/me/files"_s);
        QVERIFY(safe);
        QCOMPARE(*safe, way);
    }

    void whatLeadsElsewhereIsRefused_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<FolderFault>("fault");
        QTest::newRow("up") << u".."_s << FolderFault::Above;
        QTest::newRow("up and down") << u"a/../b"_s << FolderFault::Above;
        QTest::newRow("up by a backslash") << u"a\\..\\.."_s << FolderFault::Above;
        QTest::newRow("up from the chosen one")
            << u"/home/me/files/../other"_s << FolderFault::Above;
        QTest::newRow("a root") << u"/"_s << FolderFault::Elsewhere;
        QTest::newRow("above") << u"/home/me"_s << FolderFault::Elsewhere;
        QTest::newRow("beside") << u"/home/me/files2"_s << FolderFault::Elsewhere;
        QTest::newRow("a home") << u"~/x"_s << FolderFault::Elsewhere;
        QTest::newRow("a drive") << u"d:x"_s << FolderFault::Elsewhere;
        QTest::newRow("a share") << u"\\\\server\\x"_s << FolderFault::Elsewhere;
    }
    void whatLeadsElsewhereIsRefused()
    {
        QFETCH(QString, folder);
        QFETCH(FolderFault, fault);
        const auto safe = plan::safeFolder(folder, u"/home/me/files"_s);
        QVERIFY(!safe);
        QCOMPARE(safe.error(), fault);
    }
};

LAPWING_TEST(SafeFolderTest)
#include "tst_safefolder.moc"
