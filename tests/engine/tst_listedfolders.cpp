// SPDX-License-Identifier: MIT
#include "engine/disk/checkedrecord.h"
#include "engine/disk/leftparts.h"
#include "engine/disk/partfile.h"
#include "engine/listed.h"
#include "plan/safefolder.h"
#include "support/rawserver.h"
#include "support/testmain.h"
#include "support/versioned.h"

#include <QTemporaryDir>

#include <atomic>
#include <fcntl.h>
#include <unistd.h>

using namespace lapwing;
using namespace lapwing::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using record::TaskState;

namespace {

plan::Plan inFolders(const RawServer &server, const QString &home, const QStringList &folders)
{
    QList<QUrl> links;
    for (qsizetype number = 0; number < folders.size(); ++number)
        links << server.url("/" + QByteArray::number(number) + "/same");
    plan::Plan plan = planFor(links, home);
    for (plan::Entry &entry : plan.entries) {
        auto extras = std::make_shared<plan::Extras>();
        extras->folder = folders.at(entry.id - 1);
        entry.extras = extras;
    }
    return plan;
}

void allowFolders(plan::Plan &plan)
{
    for (plan::Entry &entry : plan.entries) {
        auto extras = std::make_shared<plan::Extras>(*entry.extras);
        extras->mayLeave = true;
        entry.extras = extras;
    }
}

/// Of all of them a part is there.
void beginIn(plan::Plan &plan, const QString &folder)
{
    for (plan::Entry &entry : plan.entries) {
        auto extras = std::make_shared<plan::Extras>(*entry.extras);
        extras->begunIn = folder;
        entry.extras = extras;
    }
}

/// 3 MB, of which a request for all of it gets two.
Script cutUntilResumed(const Request &request)
{
    Versioned file{filler(3'000'000)};
    file.cutAfter = request.header("Range").isEmpty() ? 2'000'000 : -1;
    file.resets = false;
    return answerFor(file, request);
}

/// One file for the folder "a", of whose 3 MB two come: each run leaves a part of it there.
struct CutFile {
    CutFile()
    {
        server.route("/0/same",
                     withLength(3'000'000, filler(2'000'000)).header("ETag", "\"1\"").close());
    }

    [[nodiscard]] record::TaskRecord run() const { return runPlan(plan).tasks.front(); }

    /// That goes on in the part.
    [[nodiscard]] engine::Target target() const
    {
        engine::Target target{u"same"_s, engine::digestOf(link), std::nullopt};
        target.parts = {"same.part"};
        return target;
    }

    RawServer server;
    QTemporaryDir home;
    plan::Plan plan = inFolders(server, home.path(), {u"a"_s});
    QUrl link = plan.entries.front().url;
    QString a = home.filePath(u"a"_s);
    QString b = home.filePath(u"b"_s);
};

[[nodiscard]] bool putNotes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write("notes") == 5;
}

} // namespace

class ListedFoldersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theyAreMadeBelowTheChosenOne();
    void eachHasNamesOfItsOwn();
    void whatLeadsOutIsRefused_data();
    void whatLeadsOutIsRefused();
    void whatIsElsewhereIsSavedInTheChosenOne_data();
    void whatIsElsewhereIsSavedInTheChosenOne();
    void elsewhereIsAllowedByTheUserAlone();
    void linksAreNotFollowedElsewhere();
    void ofABaselineNothingIsElsewhere();
    void thoseThatNothingCameIntoGo();
    void aLinkInTheWayIsRefused();
    void aFileInTheWayIsNamed();
    void whatIsThereIsFound();
    void aPartIsResumedAndRemovedThere();
    void aPartIsMovedAndReplacesNothing();
    void ofSeveralPartsTheOneWithMostIsMoved();
    void aPartIsMovedBesideSomebodysFile();
    void aPartThatIsMovedTooLateIsWhereItWas();
    void thoseOfABaselineGoToo();
    void aPartGoesOnInTheFolderThatWasChosenThen();
    void aPartOfTheNextNumberGoesOnThereToo();
    void aPartThatIsGoneIsNotMissed();
};

void ListedFoldersTest::theyAreMadeBelowTheChosenOne()
{
    RawServer server;
    server.route("/*", ok("bytes"));
    const QTemporaryDir home;
    const record::Run run =
        runPlan(inFolders(server, home.path(), {u"a/b"_s, u"a"_s, u"."_s, u"a//b/"_s}));
    QCOMPARE(run.tasks[0]->path, home.filePath(u"a/b/same"_s));
    QCOMPARE(run.tasks[1]->path, home.filePath(u"a/same"_s));
    QCOMPARE(run.tasks[2]->path, home.filePath(u"same"_s));
    QCOMPARE(run.tasks[3]->path, home.filePath(u"a/b/same (1)"_s));
    for (const record::TaskRecord &task : run.tasks)
        QCOMPARE(contentOf(task.path), QByteArray("bytes"));
}

void ListedFoldersTest::eachHasNamesOfItsOwn()
{
    RawServer server;
    server.route("/*", ok("bytes"));
    const QTemporaryDir home;
    QStringList folders;
    for (int number = 0; number < 40; ++number)
        folders << QString::number(number / 2);
    const record::Run run = runPlan(inFolders(server, home.path(), folders));
    for (const record::TaskRecord &task : run.tasks)
        QCOMPARE(task.state, TaskState::Done);
    QCOMPARE(namesIn(home.filePath(u"7"_s)), (QStringList{u"same"_s, u"same (1)"_s}));
}

void ListedFoldersTest::whatLeadsOutIsRefused_data()
{
    QTest::addColumn<QString>("folder");
    for (const char *folder : {"..", "../x", "a/../../x", "..\\x", "/../etc"})
        QTest::newRow(folder) << QString::fromLatin1(folder);
}

void ListedFoldersTest::whatLeadsOutIsRefused()
{
    QFETCH(QString, folder);
    RawServer server;
    server.route("/*", ok("bytes"));
    const QTemporaryDir outer;
    const QString home = outer.filePath(u"home"_s);
    const record::TaskRecord task = runPlan(inFolders(server, home, {folder})).tasks.front();
    QCOMPARE(task.state, TaskState::Failed);
    QCOMPARE(task.failure->code, u"folder-outside"_s);
    QCOMPARE(task.failure->detail, folder);
    QVERIFY(task.failure->isLocal());
    QCOMPARE(server.connections(), 0);
    QCOMPARE(QDir(outer.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{u"home"_s});
    QVERIFY(QDir(home).isEmpty());
}

void ListedFoldersTest::whatIsElsewhereIsSavedInTheChosenOne_data()
{
    QTest::addColumn<QString>("folder");
    for (const char *folder : {"/etc", "/", "~/x", "C:\\x", "//x/y", "\\\\server\\share"})
        QTest::newRow(folder) << QString::fromLatin1(folder);
}

void ListedFoldersTest::whatIsElsewhereIsSavedInTheChosenOne()
{
    QFETCH(QString, folder);
    RawServer server;
    server.route("/0/*", ok("one"));
    server.route("/1/*", ok("other"));
    const QTemporaryDir home;
    const plan::Plan plan = inFolders(server, home.path(), {folder, folder + u"/more"_s});
    QCOMPARE(plan::countKeptInside(plan.entries, home.path()), 2);
    const record::Run run = runPlan(plan);
    QCOMPARE(namesIn(home.path()), (QStringList{u"same"_s, u"same (1)"_s}));
    QCOMPARE(contentOf(run.tasks[0]->path), QByteArray("one"));
    QCOMPARE(contentOf(run.tasks[1]->path), QByteArray("other"));
}

void ListedFoldersTest::elsewhereIsAllowedByTheUserAlone()
{
    RawServer server;
    server.route("/*", ok("bytes"));
    const QTemporaryDir home;
    const QTemporaryDir elsewhere;
    const QString folder = elsewhere.filePath(u"a/.b"_s);
    plan::Plan plan = inFolders(server, home.path(), {folder, folder + u"/../c"_s});
    allowFolders(plan);
    QCOMPARE(plan::countKeptInside(plan.entries, home.path()), 0);
    const record::Run run = runPlan(plan);
    QCOMPARE(run.tasks[0]->path, folder + u"/same"_s);
    QCOMPARE(contentOf(folder + u"/same"_s), QByteArray("bytes"));
    QCOMPARE(run.tasks[1]->failure->code, u"folder-outside"_s);
    QVERIFY(QDir(home.path()).isEmpty());
}

void ListedFoldersTest::linksAreNotFollowedElsewhere()
{
    RawServer server;
    server.route("/*", ok("bytes"));
    const QTemporaryDir home;
    const QTemporaryDir elsewhere;
    const QTemporaryDir target;
    QVERIFY(QFile::link(target.path(), elsewhere.filePath(u"a"_s)));
    plan::Plan plan = inFolders(server, home.path(), {elsewhere.filePath(u"a/b"_s)});
    allowFolders(plan);
    const record::TaskRecord task = runPlan(plan).tasks.front();
    QCOMPARE(task.failure->code, u"folder-outside"_s);
    QVERIFY(task.failure->detail.contains(u"symbolic link"));
    QVERIFY(QDir(target.path()).isEmpty());
}

/// It would be removed there, and something else may have its name.
void ListedFoldersTest::ofABaselineNothingIsElsewhere()
{
    RawServer server;
    server.route("/*", ok("bytes"));
    const QTemporaryDir home;
    const QTemporaryDir elsewhere;
    plan::Plan plan = inFolders(server, home.path(), {elsewhere.path()});
    allowFolders(plan);
    plan.destination.keepFiles = false;
    plan.destination.conflict = plan::Conflict::Replace;
    QFile file(elsewhere.filePath(u"same"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();
    QCOMPARE(runPlan(plan).tasks.front()->state, TaskState::Done);
    QCOMPARE(contentOf(file.fileName()), QByteArray("mine"));
    QCOMPARE(namesIn(elsewhere.path()), QStringList{u"same"_s});
}

void ListedFoldersTest::thoseThatNothingCameIntoGo()
{
    RawServer server;
    server.route("/*", ok("bytes"));
    server.route("/0/same", status(404));
    const QTemporaryDir home;
    const QTemporaryDir other;
    QVERIFY(QDir(home.path()).mkpath(u"there/before"_s));
    plan::Plan plan = inFolders(
        server, home.path(),
        {u"a/b"_s, u"a/c/d"_s, u"e/f"_s, u"there/before/g"_s, other.filePath(u"h/i"_s), u"e/k"_s});
    allowFolders(plan);
    for (const std::size_t place : {1U, 3U, 4U, 5U})
        plan.entries[place].checksum = sha256Of("other bytes");
    const record::Run run = runPlan(plan);
    QCOMPARE(run.tasks[1]->failure->code, u"checksum-mismatch"_s);
    QCOMPARE(run.tasks[2]->path, home.filePath(u"e/f/same"_s));
    const auto foldersIn = [](const QString &folder) {
        return QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    };
    QCOMPARE(foldersIn(home.path()), (QStringList{u"e"_s, u"there"_s}));
    QCOMPARE(foldersIn(home.filePath(u"e"_s)), QStringList{u"f"_s});
    QVERIFY(foldersIn(other.path()).isEmpty());
    QCOMPARE(foldersIn(home.filePath(u"there"_s)), QStringList{u"before"_s});
    QVERIFY2(foldersIn(home.filePath(u"there/before"_s)).isEmpty(), "it was there before");
}

void ListedFoldersTest::aLinkInTheWayIsRefused()
{
    RawServer server;
    server.route("/*", ok("bytes"));
    const QTemporaryDir home;
    const QTemporaryDir elsewhere;
    QVERIFY(QFile::link(elsewhere.path(), home.filePath(u"a"_s)));
    for (const QString &folder : {u"a"_s, u"a/b"_s}) {
        const record::TaskRecord task =
            runPlan(inFolders(server, home.path(), {folder})).tasks.front();
        QCOMPARE(task.failure->code, u"folder-outside"_s);
        QVERIFY(task.failure->detail.contains(u"symbolic link"));
    }
    QVERIFY(QDir(elsewhere.path()).isEmpty());
}

void ListedFoldersTest::aFileInTheWayIsNamed()
{
    RawServer server;
    server.route("/*", ok("bytes"));
    const QTemporaryDir home;
    QFile file(home.filePath(u"a"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const record::TaskRecord task =
        runPlan(inFolders(server, home.path(), {u"a/b"_s})).tasks.front();
    QCOMPARE(task.failure->code, u"folder-below-file"_s);
    QCOMPARE(task.failure->detail, file.fileName());
}

void ListedFoldersTest::whatIsThereIsFound()
{
    RawServer server;
    server.route("/*", ok("bytes").header("ETag", "\"1\""));
    const QTemporaryDir home;
    const plan::Plan plan = inFolders(server, home.path(), {u"a"_s});
    QCOMPARE(runPlan(plan).tasks.front()->state, TaskState::Done);
    const record::TaskRecord again = runPlan(plan).tasks.front();
    if (!again.alreadyThere)
        QSKIP("this file system keeps no extended attributes");
    QCOMPARE(again.path, home.filePath(u"a/same"_s));
    QCOMPARE(namesIn(home.filePath(u"a"_s)), QStringList{u"same"_s});
}

void ListedFoldersTest::aPartIsResumedAndRemovedThere()
{
    const CutFile file;
    QCOMPARE(file.run().state, TaskState::Failed);
    QCOMPARE(namesIn(file.a), (QStringList{u"same.part"_s, u"same.part.lapwing"_s}));
    QCOMPARE(file.run().state, TaskState::Failed);
    QVERIFY(file.server.log().back().header("Range").startsWith("bytes="));
    QCOMPARE(plan::folderFor(file.plan.entries.front(), file.home.path()), u"a"_s);
    engine::removeParts(file.a, {file.link});
    QVERIFY(namesIn(file.a).isEmpty());
}

void ListedFoldersTest::aPartIsMovedAndReplacesNothing()
{
    const CutFile file;
    QCOMPARE(file.run().state, TaskState::Failed);
    QVERIFY(QDir().mkdir(file.b) && QFile::link(file.b, file.home.filePath(u"link"_s)));
    QFile foreign(file.b + u"/other.part"_s);
    QVERIFY(foreign.open(QIODevice::WriteOnly) && foreign.write("mine") == 4);
    foreign.close();

    const auto move = [&](const QString &from, const QString &way) {
        std::atomic<bool> isDecided = false;
        return engine::movePart(from, file.link, {file.home.path(), way, u"other"_s}, isDecided);
    };
    QCOMPARE(move(file.a, u"link"_s), engine::PartMove::Failed);
    QCOMPARE(namesIn(file.a), (QStringList{u"same.part"_s, u"same.part.lapwing"_s}));
    QCOMPARE(move(file.a, u"b"_s), engine::PartMove::Moved);
    QVERIFY(namesIn(file.a).isEmpty());
    QCOMPARE(namesIn(file.b),
             (QStringList{u"other (1).part"_s, u"other (1).part.lapwing"_s, u"other.part"_s}));
    QCOMPARE(move(file.b, u"b"_s), engine::PartMove::Moved); // it is there
    QVERIFY(namesIn(file.b).contains(u"other (1).part"_s));
    QCOMPARE(foreign.size(), 4);
    QCOMPARE(move(file.a, u"b"_s), engine::PartMove::NotThere);
    QCOMPARE(move(file.b, u"c/d"_s), engine::PartMove::Moved);
    QCOMPARE(namesIn(file.home.filePath(u"c/d"_s)),
             (QStringList{u"other.part"_s, u"other.part.lapwing"_s}));
}

void ListedFoldersTest::ofSeveralPartsTheOneWithMostIsMoved()
{
    const CutFile file;
    QCOMPARE(file.run().state, TaskState::Failed);
    const int from =
        ::open(QFile::encodeName(file.a).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    {
        engine::PartFile first(from, file.target());
        QVERIFY(first.kept());
        engine::PartFile second(from, file.target());
        QVERIFY(!second.begin({0, 3'000'000, "sender", {"\"1\"", {}}}));
        QVERIFY(!second.write(filler(1'000)));
        QCOMPARE(second.suspend(), 1'000);
    }
    ::close(from);
    QVERIFY(namesIn(file.a).contains(u"same (1).part"_s));
    std::atomic<bool> isDecided = false;
    QCOMPARE(engine::movePart(file.a, file.link, {file.home.path(), u"b"_s, u"other"_s}, isDecided),
             engine::PartMove::Moved);
    QVERIFY(QFileInfo(file.home.filePath(u"b/other.part"_s)).size() > 1'000);
}

/// Which has the name of its sidecar there.
void ListedFoldersTest::aPartIsMovedBesideSomebodysFile()
{
    const CutFile file;
    QCOMPARE(file.run().state, TaskState::Failed);
    QVERIFY(QDir().mkdir(file.b) && putNotes(file.b + u"/other.part.lapwing"_s));
    std::atomic<bool> isDecided = false;
    const engine::PartPlace to{file.home.path(), u"b"_s, u"other"_s};
    QCOMPARE(engine::movePart(file.a, file.link, to, isDecided), engine::PartMove::Moved);
    QVERIFY(namesIn(file.a).isEmpty());
    QCOMPARE(
        namesIn(file.b),
        (QStringList{u"other (1).part"_s, u"other (1).part.lapwing"_s, u"other.part.lapwing"_s}));
    QCOMPARE(contentOf(file.b + u"/other.part.lapwing"_s), QByteArray("notes"));
}

/// The run begins without it, and is not to find it under its name, or beside it, later.
void ListedFoldersTest::aPartThatIsMovedTooLateIsWhereItWas()
{
    const CutFile file;
    QCOMPARE(file.run().state, TaskState::Failed);
    const QStringList whole{u"same.part"_s, u"same.part.lapwing"_s};
    std::atomic<bool> isDecided = true;
    QCOMPARE(engine::movePart(file.a, file.link, {file.home.path(), u"b"_s, u"other"_s}, isDecided),
             engine::PartMove::Failed);
    QCOMPARE(namesIn(file.a), whole);
    QVERIFY(!QFile::exists(file.b));

    QVERIFY(QDir().mkdir(file.b)); // while it is renamed
    const int from =
        ::open(QFile::encodeName(file.a).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const int to =
        ::open(QFile::encodeName(file.b).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    {
        engine::PartFile left(from, file.target());
        QVERIFY(left.kept());
        QVERIFY(!left.moveTo(to, u"other"_s, isDecided));
    }
    ::close(from);
    ::close(to);
    QCOMPARE(namesIn(file.a), whole);
    QVERIFY(namesIn(file.b).isEmpty());
    QCOMPARE(file.run().state, TaskState::Failed);
    QVERIFY(file.server.log().back().header("Range").startsWith("bytes="));
}

void ListedFoldersTest::thoseOfABaselineGoToo()
{
    RawServer server;
    server.route("/*", ok("bytes"));
    const QTemporaryDir home;
    plan::Plan plan = inFolders(server, home.path(), {u"a"_s});
    plan.destination.keepFiles = false;
    QCOMPARE(runPlan(plan).tasks.front()->state, TaskState::Done);
    QVERIFY(!QFile::exists(home.filePath(u"a"_s)));
}

void ListedFoldersTest::aPartGoesOnInTheFolderThatWasChosenThen()
{
    RawServer server;
    server.route("/0/same", RawServer::Handler(cutUntilResumed));
    const QTemporaryDir before;
    const QTemporaryDir now;
    const record::TaskRecord left =
        runPlan(inFolders(server, before.path(), {u"a"_s})).tasks.front();
    QCOMPARE(left.state, TaskState::Failed);
    QCOMPARE(left.begunIn, before.path());
    plan::Plan plan = inFolders(server, now.path(), {u"a"_s});
    beginIn(plan, before.path());
    plan.destination.keepFiles = false;
    QVERIFY(runPlan(plan).tasks.front()->begunIn.isEmpty());
    QCOMPARE(namesIn(before.filePath(u"a"_s)),
             (QStringList{u"same.part"_s, u"same.part.lapwing"_s}));
    QVERIFY2(!QFile::exists(now.filePath(u"a"_s)), "nothing is left of a baseline");
    plan.destination.keepFiles = true;
    const record::TaskRecord task = runPlan(plan).tasks.front();
    QCOMPARE(task.state, TaskState::Done);
    QVERIFY(task.kept > 0);
    QVERIFY(task.begunIn.isEmpty());
    QCOMPARE(task.path, before.filePath(u"a/same"_s));
    QCOMPARE(contentOf(task.path), filler(3'000'000));
    QVERIFY(QDir(now.path()).isEmpty());
}

/// Somebody's file has the name of its sidecar.
void ListedFoldersTest::aPartOfTheNextNumberGoesOnThereToo()
{
    RawServer server;
    server.route("/0/same", RawServer::Handler(cutUntilResumed));
    const QTemporaryDir before;
    const QTemporaryDir now;
    QVERIFY(putNotes(before.filePath(u"same.part.lapwing"_s)));
    QCOMPARE(runPlan(inFolders(server, before.path(), {QString()})).tasks.front()->state,
             TaskState::Failed);
    QVERIFY(namesIn(before.path()).contains(u"same (1).part"_s));
    plan::Plan plan = inFolders(server, now.path(), {QString()});
    beginIn(plan, before.path());
    const record::TaskRecord task = runPlan(plan).tasks.front();
    QCOMPARE(task.state, TaskState::Done);
    QVERIFY(task.kept > 0);
    QCOMPARE(task.path, before.filePath(u"same"_s));
    QCOMPARE(namesIn(before.path()), (QStringList{u"same"_s, u"same.part.lapwing"_s}));
    QVERIFY(QDir(now.path()).isEmpty());
}

void ListedFoldersTest::aPartThatIsGoneIsNotMissed()
{
    RawServer server;
    server.route("/*", ok("bytes"));
    const QTemporaryDir before;
    for (const QString &folder : {before.path(), before.filePath(u"gone"_s)}) {
        const QTemporaryDir now;
        plan::Plan plan = inFolders(server, now.path(), {QString()});
        beginIn(plan, folder);
        QCOMPARE(runPlan(plan).tasks.front()->path, now.filePath(u"same"_s));
    }
    QVERIFY(QDir(before.path()).isEmpty());
}

LAPWING_TEST(ListedFoldersTest)
#include "tst_listedfolders.moc"
