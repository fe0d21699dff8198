// SPDX-License-Identifier: MIT
#include "engine/disk/checkedrecord.h"
#include "engine/disk/existingfiles.h"
#include "engine/disk/recheck.h"
#include "engine/sessionrun.h"
#include "support/rawserver.h"
#include "support/testmain.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <fcntl.h>
#include <unistd.h>

using namespace lapwing;
using namespace Qt::Literals::StringLiterals;
using engine::KnownFile;
using Result = engine::Recheck::Result;

namespace {

plan::Checksum checksumOf(const QByteArray &bytes)
{
    return {QCryptographicHash::Sha256,
            QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)};
}

bool always()
{
    return true;
}

} // namespace

/// A second look at files that were finished.
class RecheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aChecksumProvesOrRefuses()
    {
        write("abcdef");
        KnownFile known = file();
        known.checksum = checksumOf("abcdef");
        QCOMPARE(look(known), Result::SameChecksum);
        write("abcdeX");
        const engine::Recheck found = engine::recheck(known, always);
        QCOMPARE(found.result, Result::Different);
        QVERIFY2(found.detail.startsWith(u"sha-256 is "), qPrintable(found.detail));
    }

    void withoutAChecksumTheSizeIsCompared()
    {
        write("abcdef");
        KnownFile known = file();
        QCOMPARE(look(known), Result::Unknown);
        known.size = 6;
        QCOMPARE(look(known), Result::SameSize);
        known.size = 7;
        QCOMPARE(engine::recheck(known, always),
                 (engine::Recheck{Result::Different, u"6 bytes, not 7"_s}));
    }

    void whatIsGoneOrNoFileIsMissing()
    {
        QCOMPARE(look(file()), Result::Missing);
        QVERIFY(QDir().mkpath(file().path));
        QCOMPARE(look(file()), Result::Missing);
    }

    void whatCannotBeReadIsSaid()
    {
        write("abc");
        QFile::setPermissions(file().path, QFile::Permissions());
        if (::access(QFile::encodeName(file().path).constData(), R_OK) == 0)
            QSKIP("this user may read everything");
        QCOMPARE(look(file()), Result::Unreadable);
    }

    void itEndsWhenItIsNotWantedAnyMore()
    {
        write(QByteArray(5'000'000, 'x'));
        KnownFile known = file();
        known.checksum = checksumOf("never read");
        int pieces = 0;
        const auto few = [&pieces] { return ++pieces <= 2; };
        QCOMPARE(engine::recheck(known, few).result, Result::Stopped);
        QCOMPARE(pieces, 3);
    }

    /// What a run wrote remembers its own size and time, where the disk can do that.
    void aFinishedFileKnowsItself()
    {
        download(test::filler(2000));
        if (!isRemembered())
            QSKIP("no extended attributes here");
        QCOMPARE(look(file()), Result::SameSize);
        QFile written(file().path);
        QVERIFY(written.open(QIODevice::ReadWrite));
        QVERIFY(written.setFileTime(QDateTime::currentDateTime().addDays(-1),
                                    QFile::FileModificationTime));
        written.close();
        QCOMPARE(look(file()), Result::Modified);
        QVERIFY(written.open(QIODevice::Append));
        written.write("more");
        written.close();
        QCOMPARE(look(file()), Result::Different);
    }

    /// Else a later run would take it for the file that it had finished.
    void whatIsDifferentIsNoLongerTakenForFinished()
    {
        download(test::filler(2000));
        if (!isRemembered())
            QSKIP("no extended attributes here");
        KnownFile known = file();
        known.checksum = checksumOf("another");
        QCOMPARE(look(known), Result::Different);
        QVERIFY(!isRemembered());
    }

private:
    [[nodiscard]] KnownFile file() const { return {m_folder->filePath(u"file"_s), {}, {}}; }
    [[nodiscard]] static Result look(const KnownFile &known)
    {
        return engine::recheck(known, always).result;
    }

    void write(const QByteArray &bytes)
    {
        QFile written(file().path);
        QVERIFY(written.open(QIODevice::WriteOnly));
        QCOMPARE(written.write(bytes), bytes.size());
    }

    void download(const QByteArray &bytes)
    {
        test::RawServer server;
        server.route("/file", test::ok(bytes));
        m_link = server.url("/file");
        const record::Run run = test::runPlan(test::planFor({m_link}, m_folder->path()));
        QCOMPARE(run.tasks.front()->state, record::TaskState::Done);
    }

    [[nodiscard]] bool isRemembered() const
    {
        const int folder = ::open(QFile::encodeName(m_folder->path()).constData(),
                                  O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        const engine::ExistingFiles files = engine::ExistingFiles::of(folder);
        ::close(folder);
        return files.finished(engine::digestOf(m_link)).has_value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QUrl m_link;
};

LAPWING_TEST(RecheckTest)
#include "tst_recheck.moc"
