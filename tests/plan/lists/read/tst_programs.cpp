// SPDX-License-Identifier: MIT
#include "plan/lists/sources.h"
#include "support/testmain.h"
#include "told.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace lapwing;
using namespace lapwing::test;
using namespace Qt::Literals::StringLiterals;

/// Lists that other programs really write.
class ProgramsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void checksumsOfCoreutils_data();
    void checksumsOfCoreutils();
    void urisOfApt();
    void urisOfAptBehindMuch();
};

void ProgramsTest::checksumsOfCoreutils_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("type");
    QTest::newRow("md5sum") << u"md5sum"_s << QStringList() << u"md5"_s;
    QTest::newRow("md5sum -b") << u"md5sum"_s << QStringList{u"-b"_s} << u"md5"_s;
    QTest::newRow("sha1sum --tag") << u"sha1sum"_s << QStringList{u"--tag"_s} << u"sha-1"_s;
    QTest::newRow("sha256sum") << u"sha256sum"_s << QStringList() << u"sha-256"_s;
    QTest::newRow("sha256sum --tag") << u"sha256sum"_s << QStringList{u"--tag"_s} << u"sha-256"_s;
    QTest::newRow("sha512sum") << u"sha512sum"_s << QStringList() << u"sha-512"_s;
}

void ProgramsTest::checksumsOfCoreutils()
{
    QFETCH(QString, program);
    QFETCH(QStringList, options);
    QFETCH(QString, type);
    const QTemporaryDir folder;
    const QStringList names{u"a b.bin"_s, u"plain.iso"_s, u"back\\slash"_s, u"ü.txt"_s};
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(name.toUtf8()) > 0);
    }
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.start(program, options + names);
    QVERIFY(process.waitForFinished());
    plan::Reading reading;
    reading.base = QUrl(u"https://one.example/files/"_s);
    const plan::Links links = plan::linksFromContents(process.readAllStandardOutput(), reading);
    QVERIFY(links.rejects.empty());
    QCOMPARE(links.urls.size(), std::size_t(4));
    for (std::size_t place = 0; place < links.urls.size(); ++place) {
        const QString &name = names[static_cast<qsizetype>(place)];
        QCOMPARE(links.urls[place].fileName(), name);
        const std::optional<plan::Checksum> checksum = links.details.at(place).checksum;
        QVERIFY(checksum);
        QCOMPARE(plan::nameOf(*checksum), type);
        QCOMPARE(checksum->digest, QCryptographicHash::hash(name.toUtf8(), checksum->algorithm));
    }
}

/// With what apt-get says before, as of Debian 12.
void ProgramsTest::urisOfApt()
{
    const QByteArray said =
        "Reading package lists... Done\nBuilding dependency tree... Done\n"
        "The following NEW packages will be installed:\n  hello sl\n"
        "0 upgraded, 2 newly installed, 0 to remove and 120 not upgraded.\n"
        "Need to get 66.3 kB of archives.\n"
        "After this operation, 345 kB of additional disk space will be used.\n"
        "'http://deb.debian.org/debian/pool/main/h/hello/hello_2.10-3_amd64.deb' "
        "hello_2.10-3_amd64.deb 53080 MD5Sum:d04c2e9639dee67aa836d8232b1ca658\n"
        "'http://deb.debian.org/debian/pool/main/s/sl/sl_5.02-1%2bb1_amd64.deb' "
        "sl_5.02-1+b1_amd64.deb 13172 MD5Sum:8457ce61d144ab89e72a83c17cf74271\n";
    const plan::Links links = plan::linksFromContents(said);
    QCOMPARE(told(links),
             (QStringList{u"http://deb.debian.org/debian/pool/main/h/hello/hello_2.10-3_amd64.deb "
                          "name=hello_2.10-3_amd64.deb "
                          "checksum=md5=d04c2e9639dee67aa836d8232b1ca658 size=53080"_s,
                          u"http://deb.debian.org/debian/pool/main/s/sl/sl_5.02-1%2Bb1_amd64.deb "
                          "name=sl_5.02-1+b1_amd64.deb "
                          "checksum=md5=8457ce61d144ab89e72a83c17cf74271 size=13172"_s}));
    QVERIFY2(refusedLines(links) == (QList<int>{1, 2, 3, 4, 5, 6, 7}), "each is named");
}

/// "apt-get -y --print-uris install kde-standard" says 583 lines before the first.
void ProgramsTest::urisOfAptBehindMuch()
{
    QByteArray said("The following NEW packages will be installed:\n");
    for (int number = 0; number < 600; ++number)
        said += "  package" + QByteArray::number(number) + " libpackage"
            + QByteArray::number(number) + "-data\n";
    said += "'http://deb.debian.org/debian/pool/main/h/hello/hello_2.10-3_amd64.deb' "
            "hello_2.10-3_amd64.deb 53080 MD5Sum:d04c2e9639dee67aa836d8232b1ca658\n";
    QCOMPARE(told(plan::linksFromContents(said)),
             QStringList{u"http://deb.debian.org/debian/pool/main/h/hello/hello_2.10-3_amd64.deb "
                         "name=hello_2.10-3_amd64.deb "
                         "checksum=md5=d04c2e9639dee67aa836d8232b1ca658 size=53080"_s});
}

LAPWING_TEST(ProgramsTest)
#include "tst_programs.moc"
