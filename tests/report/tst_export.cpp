// SPDX-License-Identifier: MIT
#include "report/data/csv.h"
#include "report/export.h"
#include "report/fullsample.h"
#include "report/json/json.h"
#include "report/sample.h"
#include "support/content.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cerrno>
#include <csignal>
#include <thread>

#include <sys/resource.h>
#include <sys/stat.h>

using namespace lapwing;
using namespace lapwing::test;

namespace {

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

/// Makes every write beyond the first bytes of a file fail, as a disk does that fills up on the way.
class SmallFiles {
public:
    SmallFiles()
    {
        m_signal = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_limit);
        const rlimit small{100, m_limit.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallFiles()
    {
        setrlimit(RLIMIT_FSIZE, &m_limit);
        std::signal(SIGXFSZ, m_signal);
    }
    Q_DISABLE_COPY_MOVE(SmallFiles)

private:
    void (*m_signal)(int) = nullptr;
    rlimit m_limit{};
};

} // namespace

class ExportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void formatByEnding_data();
    void formatByEnding();
    void everyEndingIsReached();
    void savesTheFormat();
    void replacesWhole();
    void theOldFileStandsWhenTheNewOneFails();
    void aPipeIsWrittenInto();
    void aDeviceIsWrittenInto();
    void failures_data();
    void failures();

private:
    const report::Document m_document = sampleDocument({sampleRun()});
};

void ExportTest::formatByEnding_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("ending");
    const auto row = [](const char *path, const char *ending) {
        QTest::newRow(path) << QString::fromLatin1(path) << QString::fromLatin1(ending);
    };
    row("/a/b.json", ".json");
    row("b.csv", ".csv");
    row("B.JSON", ".json");
    row("b.json.Csv", ".csv");
    row("b.sweep.csv", ".sweep.csv");
    row("bsweep.csv", ".csv");
    row("json", "");
    row("b.txt", "");
    row("a.json/b", "");
    row("", "");
}

void ExportTest::formatByEnding()
{
    QFETCH(QString, path);
    const report::Format *format = report::formatOf(path);
    QTEST(QString::fromLatin1(format == nullptr ? "" : format->ending), "ending");
}

/// An ending that is hidden by another would never be written.
void ExportTest::everyEndingIsReached()
{
    QVERIFY(report::endings().size() >= 3);
    for (const QString &ending : report::endings())
        QCOMPARE(QString::fromLatin1(report::formatOf(QStringLiteral("a") + ending)->ending),
                 ending);
}

void ExportTest::savesTheFormat()
{
    const QTemporaryDir folder;
    QVERIFY(!report::save(m_document, folder.filePath(QStringLiteral("a.json"))));
    QCOMPARE(contentOf(folder.filePath(QStringLiteral("a.json"))), report::toJson(m_document));
    QVERIFY(!report::save(m_document, folder.filePath(QStringLiteral("a.csv"))));
    QCOMPARE(contentOf(folder.filePath(QStringLiteral("a.csv"))), report::toCsv(m_document));
    const report::Document swept = sweptDocument();
    QVERIFY(!report::save(swept, folder.filePath(QStringLiteral("a.sweep.csv"))));
    QCOMPARE(contentOf(folder.filePath(QStringLiteral("a.sweep.csv"))), report::toSweepCsv(swept));
}

void ExportTest::replacesWhole()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.csv"));
    write(path, QByteArray(1'000'000, 'x'));
    QVERIFY(!report::save(m_document, path));
    QCOMPARE(contentOf(path), report::toCsv(m_document));
}

void ExportTest::theOldFileStandsWhenTheNewOneFails()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.json"));
    write(path, "old");
    std::optional<record::Failure> failure;
    {
        const SmallFiles small;
        failure = report::save(m_document, path);
    }
    QVERIFY(failure);
    QCOMPARE(failure->code, QStringLiteral("write-failed"));
    QCOMPARE(failure->detail, path + QStringLiteral(": ") + qt_error_string(EFBIG));
    QCOMPARE(contentOf(path), QByteArray("old"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden),
             QStringList{QStringLiteral("a.json")});
}

/// What is read at the other end is the run, and the pipe is there afterwards.
void ExportTest::aPipeIsWrittenInto()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.json"));
    QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    QByteArray came;
    std::thread reader([&] { came = contentOf(path); });
    const auto failure = report::save(m_document, path);
    reader.join();
    QVERIFY(!failure);
    QCOMPARE(came, report::toJson(m_document));
    QVERIFY(!QFileInfo(path).isFile());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::System | QDir::Hidden),
             QStringList{QStringLiteral("a.json")});
}

void ExportTest::aDeviceIsWrittenInto()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.json"));
    QVERIFY(QFile::link(QStringLiteral("/dev/full"), path));
    const auto failure = report::save(m_document, path);
    QVERIFY(failure);
    QCOMPARE(failure->code, QStringLiteral("disk-full"));
    QCOMPARE(QFile::symLinkTarget(path), QStringLiteral("/dev/full"));
}

void ExportTest::failures_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("code");
    QTest::newRow("no such folder")
        << QStringLiteral("/no/such/folder/a.json") << QStringLiteral("write-failed");
    // The kernel lets nobody make files there, whoever runs the tests.
    QTest::newRow("no permission")
        << QStringLiteral("/sys/a.json") << QStringLiteral("no-permission");
    QTest::newRow("no format") << QStringLiteral("/tmp/a.txt") << QStringLiteral("internal");
}

void ExportTest::failures()
{
    QFETCH(QString, path);
    const std::optional<record::Failure> failure = report::save(m_document, path);
    QVERIFY(failure);
    QTEST(failure->code, "code");
    QVERIFY(!QFile::exists(path));
}

LAPWING_TEST(ExportTest)
#include "tst_export.moc"
