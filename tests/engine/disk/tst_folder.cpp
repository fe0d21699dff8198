// SPDX-License-Identifier: MIT
#include "async/gather.h"
#include "async/run.h"
#include "engine/disk/checkedrecord.h"
#include "engine/disk/folder.h"
#include "support/content.h"
#include "support/testmain.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <atomic>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace lapwing;
using engine::Folder;
using engine::MaybeCommitted;
using test::contentOf;

namespace {

std::atomic<int> failingSyncs = 0;

} // namespace

/// In place of the system's: a disk whose lack of room shows only when it is synced, as on NFS or with a quota.
extern "C" int fdatasync(int file)
{
    if (failingSyncs > 0 && failingSyncs-- > 0) {
        errno = ENOSPC;
        return -1;
    }
    return static_cast<int>(::syscall(SYS_fdatasync, file));
}

namespace {

engine::Target targetOf(const QString &name)
{
    return {name, engine::digestOf(QUrl(QStringLiteral("http://a/") + name)), {}, true};
}

plan::Destination destinationOf(const QString &path, bool keepFiles = true)
{
    plan::Destination destination;
    destination.folder = path;
    destination.keepFiles = keepFiles;
    return destination;
}

[[nodiscard]] QCoro::Task<MaybeCommitted> put(Folder *folder, QString name, QByteArray bytes,
                                              int times)
{
    const std::unique_ptr<engine::Sink> sink = folder->sinkFor(targetOf(name));
    for (int i = 0; i < times; ++i)
        co_await sink->write(bytes);
    MaybeCommitted committed = co_await sink->commit(engine::Proof::Proven, QString());
    co_return committed;
}

constexpr qint64 large = 2'000'000; ///< of which a part is kept

/// As write() after begin() leaves it.
[[nodiscard]] QCoro::Task<MaybeCommitted> putWhole(engine::Sink *sink)
{
    engine::IncomingBody coming{0, large, "sender", {"\"1\"", {}}};
    co_await sink->begin(std::move(coming));
    co_await sink->write(QByteArray(large, 'x'));
    MaybeCommitted committed = co_await sink->commit(engine::Proof::Proven, QString());
    co_return committed;
}

[[nodiscard]] QCoro::Task<> putAndDiscard(Folder *folder, QString name, QByteArray bytes)
{
    const std::unique_ptr<engine::Sink> sink = folder->sinkFor(targetOf(name));
    co_await sink->write(bytes);
    co_await sink->discard();
}

[[nodiscard]] QCoro::Task<> closeEagerly(Folder *folder)
{
    folder->setCommitImmediately(true);
    co_await folder->close();
}

} // namespace

class TestFolder : public QObject {
    Q_OBJECT

    QTemporaryDir m_home;
    engine::DiskThreads m_disk;

    std::unique_ptr<Folder> open(bool keep = true)
    {
        auto folder = async::run(Folder::open(&m_disk, destinationOf(m_home.path(), keep)));
        Q_ASSERT(folder);
        return std::move(*folder);
    }

    QStringList names() const
    {
        return QDir(m_home.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

    /// As a crash does, of a server without validators.
    void leavePartWithoutSidecar()
    {
        const auto folder = open();
        {
            const auto sink = folder->sinkFor(targetOf(QStringLiteral("f.bin")));
            QVERIFY(!async::run(sink->begin({0, large, "sender", {}})));
            QVERIFY(!async::run(sink->write(QByteArray(large / 2, 'x'))));
            async::run(sink->kept()); // once it is written
        }
        async::run(closeEagerly(folder.get()));
        QCOMPARE(names(), QStringList{QStringLiteral("f.bin.part")});
    }

    /// Somebody's file, with the name of a sidecar.
    [[nodiscard]] QString notes() const
    {
        return m_home.filePath(QStringLiteral("f.bin.part.lapwing"));
    }

    [[nodiscard]] bool putNotes() const
    {
        QFile file(notes());
        return file.open(QIODevice::WriteOnly) && file.write("notes") == 5;
    }

private Q_SLOTS:
    void cleanup() // each test begins with an empty folder
    {
        for (const QString &name : names())
            QFile::remove(m_home.filePath(name));
    }

    void bytesArriveWhole_data()
    {
        QTest::addColumn<int>("chunk");
        QTest::addColumn<int>("times");
        QTest::newRow("nothing") << 0 << 0;
        QTest::newRow("small, held for its group") << 100 << 3;
        QTest::newRow("small and then large") << 20'000 << 5;
        QTest::newRow("large") << 256 * 1024 << 8;
    }
    void bytesArriveWhole()
    {
        QFETCH(int, chunk);
        QFETCH(int, times);
        const auto folder = open();
        const QByteArray bytes(chunk, 'x');
        const MaybeCommitted committed =
            async::run(put(folder.get(), QStringLiteral("a.bin"), bytes, times));
        async::run(closeEagerly(folder.get()));
        QVERIFY(committed);
        QCOMPARE(committed->path, m_home.filePath(QStringLiteral("a.bin")));
        QCOMPARE(contentOf(committed->path), bytes.repeated(times));
        QCOMPARE(names(), QStringList{QStringLiteral("a.bin")});
    }

    void aTakenNameIsNeverReplaced()
    {
        QFile mine(m_home.filePath(QStringLiteral("a.bin")));
        QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
        mine.close();
        QFile part(m_home.filePath(QStringLiteral("a.bin.part")));
        QVERIFY(part.open(QIODevice::WriteOnly) && part.write("also mine") == 9);
        part.close();
        const auto folder = open();
        std::vector<QCoro::Task<MaybeCommitted>> puts;
        for (int i = 0; i < 3; ++i)
            puts.push_back(put(folder.get(), QStringLiteral("a.bin"), QByteArray::number(i), 1));
        const std::vector<MaybeCommitted> ends = async::run(async::gather(std::move(puts)));
        async::run(closeEagerly(folder.get()));
        QCOMPARE(contentOf(mine.fileName()), QByteArray("mine"));
        QCOMPARE(contentOf(part.fileName()), QByteArray("also mine"));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(contentOf(m_home.filePath(QStringLiteral("a (%1).bin").arg(i + 1))),
                     QByteArray::number(i));
        QCOMPARE(names().size(), 5);
    }

    void aHundredAndFiftyGoInGroups()
    {
        const auto folder = open();
        std::vector<QCoro::Task<MaybeCommitted>> puts;
        for (int i = 0; i < 150; ++i)
            puts.push_back(put(folder.get(), QString::number(i), QByteArray::number(i * 7), 1));
        QVERIFY(folder->isBacklogged());
        const std::vector<MaybeCommitted> ends = async::run(async::gather(std::move(puts)));
        QVERIFY(!folder->isBacklogged());
        async::run(closeEagerly(folder.get()));
        for (int i = 0; i < 150; ++i)
            QCOMPARE(contentOf(ends[static_cast<std::size_t>(i)]->path), QByteArray::number(i * 7));
    }

    void aLonelyFileDoesNotWaitForCompanyForEver()
    {
        const auto folder = open(); // not eager: the timer has to end the wait
        QVERIFY(async::run(put(folder.get(), QStringLiteral("lonely"), "x", 1)));
        async::run(closeEagerly(folder.get()));
    }

    void whatIsDiscardedLeavesNothing()
    {
        const auto folder = open();
        async::run(putAndDiscard(folder.get(), QStringLiteral("small"), "x"));
        async::run(putAndDiscard(folder.get(), QStringLiteral("large"), QByteArray(300'000, 'x')));
        async::run(closeEagerly(folder.get()));
        QCOMPARE(names(), QStringList());
    }

    void aBaselinesFilesGoAsTheyAreCommitted()
    {
        const auto folder = open(false);
        const MaybeCommitted committed = async::run(put(folder.get(), QStringLiteral("a"), "x", 1));
        async::run(closeEagerly(folder.get()));
        QVERIFY(committed);
        QCOMPARE(names(), QStringList());
    }

    void aMissingFolderIsMade()
    {
        const QString path = m_home.filePath(QStringLiteral("new/deeper"));
        const auto folder = async::run(Folder::open(&m_disk, destinationOf(path, true)));
        QVERIFY(folder);
        async::run(closeEagerly(folder->get()));
        QVERIFY(QDir(path).exists());
    }

    void aFolderThatCannotBeUsedIsSaid()
    {
        QFile file(m_home.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto folder = async::run(Folder::open(&m_disk, destinationOf(file.fileName(), true)));
        QVERIFY(!folder);
        QVERIFY(folder.error().isLocal());
    }

    void aFolderThatVanishesFailsAndLeavesNothing()
    {
        const QString path = m_home.filePath(QStringLiteral("vanishing"));
        const auto folder = async::run(Folder::open(&m_disk, destinationOf(path, true)));
        QVERIFY(folder);
        QVERIFY(QDir(path).removeRecursively());
        const MaybeCommitted committed =
            async::run(put(folder->get(), QStringLiteral("a"), "x", 1));
        async::run(closeEagerly(folder->get()));
        QVERIFY(!committed);
        QVERIFY(committed.error().isLocal());
        QVERIFY(!QDir(path).exists());
    }

    void whatAnotherRunEnteredStays_data();
    void whatAnotherRunEnteredStays();
    void aLockOfAnotherProgramHoldsNothingUp();
    void whatIsWholeStaysWhenItGetsNoName();
    void aDiskThatWasFullAtTheLastMomentIsWrittenAnew();
    void aFileOfSomebodyElseInPlaceOfTheSidecarStays_data();
    void aFileOfSomebodyElseInPlaceOfTheSidecarStays();
    void itStaysAlsoAfterACrash();
    void aPartOfTheNextNumberIsGoneOnWith_data();
    void aPartOfTheNextNumberIsGoneOnWith();
    void ofSeveralPartsTheOneWithMostIsGoneOnWith_data();
    void ofSeveralPartsTheOneWithMostIsGoneOnWith();
    void aCopyOfAPartStaysAsItIs();
    void aPartOfAMovedFolderIsGoneOnWith_data();
    void aPartOfAMovedFolderIsGoneOnWith();
    void aPartWithAnOlderMarkIsOurs();
    void itStaysBesideAPartThatNeverHadASidecar();
    void aTornSidecarGoesWithItsPart_data();
    void aTornSidecarGoesWithItsPart();
};

void TestFolder::whatAnotherRunEnteredStays_data()
{
    QTest::addColumn<bool>("isChosen");
    QTest::newRow("its list names the folder too") << false;
    QTest::newRow("it was chosen there") << true;
}

/// The one that made it ends without a file in it.
void TestFolder::whatAnotherRunEnteredStays()
{
    QFETCH(bool, isChosen);
    const QTemporaryDir home;
    const QString way = QStringLiteral("a/b");
    const QString path = home.filePath(way);
    const auto first = async::run(Folder::open(&m_disk, destinationOf(home.path())));
    QVERIFY(first && async::run((*first)->below(way)));
    const auto second =
        async::run(Folder::open(&m_disk, destinationOf(isChosen ? path : home.path())));
    QVERIFY(second);
    const auto entered = async::run((*second)->below(isChosen ? QString() : way));
    QVERIFY(entered);
    async::run(closeEagerly(first->get()));
    QVERIFY(QDir(path).exists());
    const MaybeCommitted committed = async::run(put(*entered, QStringLiteral("f"), "x", 1));
    async::run(closeEagerly(second->get()));
    QVERIFY2(committed, qPrintable(committed ? QString() : committed.error().detail));
    QCOMPARE(contentOf(path + QStringLiteral("/f")), QByteArray("x"));
}

/// As of `flock FOLDER lapwing-cli get ...`.
void TestFolder::aLockOfAnotherProgramHoldsNothingUp()
{
    const int locked = ::open(QFile::encodeName(m_home.path()).constData(), O_RDONLY | O_CLOEXEC);
    QCOMPARE(::flock(locked, LOCK_EX | LOCK_NB), 0);
    const auto folder = open();
    QVERIFY(async::run(put(folder.get(), QStringLiteral("a"), "x", 1)));
    async::run(closeEagerly(folder.get()));
    ::close(locked);
}

/// The folder was moved meanwhile.
void TestFolder::whatIsWholeStaysWhenItGetsNoName()
{
    const QTemporaryDir home;
    const auto folder =
        async::run(Folder::open(&m_disk, destinationOf(home.filePath(QStringLiteral("a")), true)));
    QVERIFY(folder);
    QVERIFY(QDir(home.path()).rename(QStringLiteral("a"), QStringLiteral("b")));
    const auto sink = (*folder)->sinkFor(targetOf(QStringLiteral("f.bin")));
    const MaybeCommitted committed = async::run(putWhole(sink.get()));
    QVERIFY(!committed);
    QCOMPARE(async::run(sink->suspend()), large);
    QCOMPARE(QFileInfo(home.filePath(QStringLiteral("b/f.bin.part"))).size(), large);
    const auto again = (*folder)->sinkFor(targetOf(QStringLiteral("f.bin")));
    const std::optional<engine::ResumePoint> kept = async::run(again->kept());
    QVERIFY(kept && kept->bytes == large);
    async::run(again->suspend());
    async::run(closeEagerly(folder->get()));
}

void TestFolder::aDiskThatWasFullAtTheLastMomentIsWrittenAnew()
{
    const auto folder = open();
    const auto sink = folder->sinkFor(targetOf(QStringLiteral("f.bin")));
    failingSyncs = 2; // of the whole file, and of what is to be kept of it
    MaybeCommitted committed = async::run(putWhole(sink.get()));
    QVERIFY(!committed);
    QCOMPARE(committed.error().cause, record::Cause::DiskFull);
    async::run(sink->suspend());
    failingSyncs = 0; // room was made
    committed = async::run(putWhole(sink.get()));
    QVERIFY2(committed, qPrintable(committed ? QString() : committed.error().detail));
    async::run(closeEagerly(folder.get()));
    QCOMPARE(contentOf(committed->path), QByteArray(large, 'x'));
    QCOMPARE(names(), QStringList{QStringLiteral("f.bin")});
}

void TestFolder::aFileOfSomebodyElseInPlaceOfTheSidecarStays_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("isOurs");
    QTest::newRow("notes") << QByteArray("precious notes\n") << false;
    QTest::newRow("ours, of a part that is gone, cut by a crash")
        << QByteArray("answerer 12\nent") << true;
    QTest::newRow("empty, as a crash leaves ours") << QByteArray() << true;
}

void TestFolder::aFileOfSomebodyElseInPlaceOfTheSidecarStays()
{
    QFETCH(QByteArray, content);
    QFETCH(bool, isOurs);
    const QString name = QStringLiteral("f.bin.part.lapwing");
    QFile file(m_home.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    const auto folder = open();
    const auto sink = folder->sinkFor(targetOf(QStringLiteral("f.bin")));
    QVERIFY(!async::run(sink->begin({0, large, "sender", {"\"1\"", {}}})));
    QVERIFY(!async::run(sink->write(QByteArray(large / 2, 'x'))));
    QCOMPARE(async::run(sink->suspend()), large / 2);
    if (!isOurs) {
        QCOMPARE(names(),
                 (QStringList{QStringLiteral("f (1).bin.part"),
                              QStringLiteral("f (1).bin.part.lapwing"), name}));
        QCOMPARE(contentOf(file.fileName()), content);
    }
    const MaybeCommitted committed = async::run(putWhole(sink.get()));
    async::run(closeEagerly(folder.get()));
    QVERIFY(committed);
    QCOMPARE(contentOf(committed->path), QByteArray(large, 'x'));
    QCOMPARE(contentOf(file.fileName()), isOurs ? QByteArray() : content);
    QCOMPARE(file.exists(), !isOurs);
}

/// The part has the next number then, and is found there; of a later run, with what was synced of it.
void TestFolder::itStaysAlsoAfterACrash()
{
    QVERIFY(putNotes());
    auto folder = open();
    {
        const auto sink = folder->sinkFor(targetOf(QStringLiteral("f.bin")));
        QVERIFY(!async::run(sink->begin({0, large, "sender", {"\"1\"", {}}})));
        QVERIFY(!async::run(sink->write(QByteArray(large / 2, 'x'))));
        async::run(sink->kept()); // once it is written
    }
    async::run(closeEagerly(folder.get()));
    QCOMPARE(
        names(),
        (QStringList{QStringLiteral("f (1).bin.part"), QStringLiteral("f (1).bin.part.lapwing"),
                     QStringLiteral("f.bin.part.lapwing")}));
    folder = open();
    const auto sink = folder->sinkFor(targetOf(QStringLiteral("f.bin")));
    const MaybeCommitted committed = async::run(putWhole(sink.get()));
    async::run(closeEagerly(folder.get()));
    QVERIFY(committed);
    QCOMPARE(contentOf(committed->path), QByteArray(large, 'x'));
    QCOMPARE(contentOf(notes()), QByteArray("notes"));
    QCOMPARE(names(), (QStringList{QStringLiteral("f.bin"), QStringLiteral("f.bin.part.lapwing")}));
}

void TestFolder::aPartOfTheNextNumberIsGoneOnWith_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<bool>("isGone");
    const QString sidecar = QStringLiteral("f.bin.part.lapwing");
    QTest::newRow("what took the first sidecar's name is there") << sidecar << false;
    QTest::newRow("that is gone") << sidecar << true;
    QTest::newRow("what took the first part's name is gone")
        << QStringLiteral("f.bin.part") << true;
}

void TestFolder::aPartOfTheNextNumberIsGoneOnWith()
{
    QFETCH(QString, first);
    QFETCH(bool, isGone);
    QFile file(m_home.filePath(first));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("notes") == 5);
    file.close();
    auto folder = open();
    {
        const auto sink = folder->sinkFor(targetOf(QStringLiteral("f.bin")));
        QVERIFY(!async::run(sink->begin({0, large, "sender", {"\"1\"", {}}})));
        QVERIFY(!async::run(sink->write(QByteArray(large / 2, 'x'))));
        QCOMPARE(async::run(sink->suspend()), large / 2);
    }
    QVERIFY(!isGone || file.remove());
    for (const bool isSameRun : {true, false}) {
        if (!isSameRun) {
            async::run(closeEagerly(folder.get()));
            folder = open();
            async::run(folder->survey());
        }
        const auto sink = folder->sinkFor(targetOf(QStringLiteral("f.bin")));
        const std::optional<engine::ResumePoint> kept = async::run(sink->kept());
        QVERIFY(kept && kept->bytes == large / 2);
        async::run(sink->suspend());
    }
    const auto sink = folder->sinkFor(targetOf(QStringLiteral("f.bin")));
    QVERIFY(async::run(sink->kept()));
    QVERIFY(async::run(putWhole(sink.get())));
    async::run(closeEagerly(folder.get()));
    QCOMPARE(names().size(), isGone ? 1 : 2);
}

void TestFolder::ofSeveralPartsTheOneWithMostIsGoneOnWith_data()
{
    QTest::addColumn<QList<qint64>>("sizes");
    QTest::newRow("the first") << QList<qint64>{large / 2, large / 4};
    QTest::newRow("the second") << QList<qint64>{large / 4, large / 2};
}

/// As two processes leave them that got one link at once.
void TestFolder::ofSeveralPartsTheOneWithMostIsGoneOnWith()
{
    QFETCH(QList<qint64>, sizes);
    auto folder = open();
    {
        std::vector<std::unique_ptr<engine::Sink>> sinks;
        for (const qint64 size : sizes) {
            sinks.push_back(folder->sinkFor(targetOf(QStringLiteral("f.bin"))));
            QVERIFY(!async::run(sinks.back()->begin({0, large, "sender", {"\"1\"", {}}})));
            QVERIFY(!async::run(sinks.back()->write(QByteArray(size, 'x'))));
        }
        for (const auto &sink : sinks)
            QVERIFY(async::run(sink->suspend()) > 0);
    }
    async::run(closeEagerly(folder.get()));
    folder = open();
    async::run(folder->survey());
    const auto sink = folder->sinkFor(targetOf(QStringLiteral("f.bin")));
    const std::optional<engine::ResumePoint> kept = async::run(sink->kept());
    async::run(sink->suspend());
    async::run(closeEagerly(folder.get()));
    QVERIFY(kept);
    QCOMPARE(kept->bytes, large / 2);
}

/// Also where the part that it was made of is gone.
void TestFolder::aCopyOfAPartStaysAsItIs()
{
    leavePartWithoutSidecar();
    const QString part = m_home.filePath(QStringLiteral("f.bin.part"));
    const QString copy = m_home.filePath(QStringLiteral("f.bin (copy).part"));
    QCOMPARE(QProcess::execute(QStringLiteral("cp"), {QStringLiteral("-a"), part, copy}), 0);
    QVERIFY(QFile::remove(part));
    const auto folder = open();
    async::run(folder->survey());
    const auto sink = folder->sinkFor(targetOf(QStringLiteral("f.bin")));
    QVERIFY(!async::run(sink->kept()));
    QVERIFY(async::run(putWhole(sink.get())));
    async::run(closeEagerly(folder.get()));
    QCOMPARE(names(), (QStringList{QStringLiteral("f.bin"), QStringLiteral("f.bin (copy).part")}));
    QCOMPARE(contentOf(copy), QByteArray(large / 2, 'x'));
}

void TestFolder::aPartOfAMovedFolderIsGoneOnWith_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isOurs");
    QTest::newRow("as it was") << QStringLiteral("f.bin.part") << true;
    QTest::newRow("a copy with a copy of its sidecar") << QStringLiteral("g.bin.part") << false;
}

/// To another disk, with all that it has but the inode.
void TestFolder::aPartOfAMovedFolderIsGoneOnWith()
{
    QFETCH(QString, name);
    QFETCH(bool, isOurs);
    const auto before = open();
    const auto begun = before->sinkFor(targetOf(QStringLiteral("f.bin")));
    QVERIFY(!async::run(begun->begin({0, large, "sender", {"\"1\"", {}}})));
    QVERIFY(!async::run(begun->write(QByteArray(large / 2, 'x'))));
    QCOMPARE(async::run(begun->suspend()), large / 2);
    async::run(closeEagerly(before.get()));
    const QTemporaryDir other;
    for (const QString &ending : {QString(), QStringLiteral(".lapwing")})
        QCOMPARE(QProcess::execute(QStringLiteral("cp"),
                                   {QStringLiteral("-a"),
                                    m_home.filePath(QStringLiteral("f.bin.part") + ending),
                                    other.filePath(name + ending)}),
                 0);

    const auto after = async::run(Folder::open(&m_disk, destinationOf(other.path())));
    QVERIFY(after);
    async::run((*after)->survey());
    for (int time = 0; time < 2; ++time) { // it can be let go of again
        const auto sink = (*after)->sinkFor(targetOf(QStringLiteral("f.bin")));
        const std::optional<engine::ResumePoint> kept = async::run(sink->kept());
        QCOMPARE(kept ? kept->bytes : 0, isOurs ? large / 2 : 0);
        async::run(sink->suspend());
    }
    const auto sink = (*after)->sinkFor(targetOf(QStringLiteral("f.bin")));
    static_cast<void>(async::run(sink->kept()));
    QVERIFY(async::run(putWhole(sink.get())));
    async::run(closeEagerly(after->get()));
    QStringList left{QStringLiteral("f.bin")};
    if (!isOurs)
        left << name << name + QStringLiteral(".lapwing");
    QCOMPARE(QDir(other.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name), left);
}

void TestFolder::aPartWithAnOlderMarkIsOurs()
{
    leavePartWithoutSidecar();
    const QByteArray part = QFile::encodeName(m_home.filePath(QStringLiteral("f.bin.part")));
    const QByteArray mark = "part " + targetOf(QStringLiteral("f.bin")).entry;
    QCOMPARE(::setxattr(part.constData(), engine::Provenance::stateAttribute, mark.constData(),
                        static_cast<std::size_t>(mark.size()), 0),
             0);
    const auto folder = open();
    const auto sink = folder->sinkFor(targetOf(QStringLiteral("f.bin")));
    QVERIFY(async::run(putWhole(sink.get())));
    async::run(closeEagerly(folder.get()));
    QCOMPARE(names(), QStringList{QStringLiteral("f.bin")});
}

/// A crash left that part, and the file came later.
void TestFolder::itStaysBesideAPartThatNeverHadASidecar()
{
    leavePartWithoutSidecar();
    QVERIFY(putNotes());
    const auto folder = open();
    const auto sink = folder->sinkFor(targetOf(QStringLiteral("f.bin")));
    const MaybeCommitted committed = async::run(putWhole(sink.get()));
    async::run(closeEagerly(folder.get()));
    QVERIFY(committed);
    QCOMPARE(contentOf(committed->path), QByteArray(large, 'x'));
    QCOMPARE(contentOf(notes()), QByteArray("notes"));
    QCOMPARE(names(), (QStringList{QStringLiteral("f.bin"), QStringLiteral("f.bin.part.lapwing")}));
}

void TestFolder::aTornSidecarGoesWithItsPart_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("its size alone is on the disk") << QByteArray(300, '\0');
    QTest::newRow("cut within its first word") << QByteArray("answ");
}

void TestFolder::aTornSidecarGoesWithItsPart()
{
    QFETCH(QByteArray, content);
    leavePartWithoutSidecar();
    QFile torn(m_home.filePath(QStringLiteral("f.bin.part.lapwing")));
    QVERIFY(torn.open(QIODevice::WriteOnly) && torn.write(content) == content.size());
    torn.close();
    const auto folder = open();
    const auto sink = folder->sinkFor(targetOf(QStringLiteral("f.bin")));
    QVERIFY(async::run(putWhole(sink.get())));
    async::run(closeEagerly(folder.get()));
    QCOMPARE(names(), QStringList{QStringLiteral("f.bin")});
}

LAPWING_TEST(TestFolder)
#include "tst_folder.moc"
