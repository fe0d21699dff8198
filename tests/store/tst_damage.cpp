// SPDX-License-Identifier: MIT
#include "measure/recordbuilder.h"
#include "store/file.h"
#include "store/filing.h"
#include "store/setaside.h"
#include "store/writer.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>

#include <functional>

using namespace lapwing;
using namespace lapwing::test;
using namespace store;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int count = 300;

/// A list with records, so that there are pages to damage.
void makeList(const QString &folder)
{
    PutRecords records;
    for (int id = 1; id <= count; ++id) {
        records.records.push_back(simpleTask(id, 1, 20, 300, 1000));
        records.records.back().edit().name = u"a"_s;
    }
    write(folder, {PutEntries{entries(count)}, std::move(records)});
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void overwrite(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

using Harm = std::function<void(const QString &folder)>;

void truncated(const QString &folder)
{
    const QByteArray bytes = contentsOf(filePath(folder));
    overwrite(filePath(folder), bytes.first(bytes.size() / 2 + 100));
}

void zeros(const QString &folder)
{
    QByteArray bytes = contentsOf(filePath(folder));
    bytes.replace(bytes.size() / 2, 10'000, QByteArray(10'000, '\0'));
    overwrite(filePath(folder), bytes);
}

void text(const QString &folder)
{
    overwrite(filePath(folder), "Dear diary,\n");
}

void foreign(const QString &folder)
{
    overwrite(filePath(folder), {});
    meddle(folder, u"CREATE TABLE entries(id INTEGER PRIMARY KEY, url TEXT)"_s);
}

/// By a statement of SQL.
Harm by(const char *statement)
{
    return [statement](const QString &folder) { meddle(folder, QLatin1String(statement)); };
}

} // namespace

Q_DECLARE_METATYPE(Harm)

class DamageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isSetAside_data();
    void isSetAside();
    void nothingIsWrittenOver();
    void whatStandsBesideItGoesWithIt();
    void withoutItsLogItIsOlder();
    void anEmptyFileIsNew();
    void aRecordOfAnySizeComesBack();
};

void DamageTest::isSetAside_data()
{
    QTest::addColumn<Harm>("harm");
    QTest::addColumn<Trouble>("trouble");
    QTest::newRow("truncated") << Harm(truncated) << Trouble::Damaged;
    QTest::newRow("zeros in the middle") << Harm(zeros) << Trouble::Damaged;
    QTest::newRow("a text file") << Harm(text) << Trouble::Damaged;
    QTest::newRow("of another program") << Harm(foreign) << Trouble::Damaged;
    QTest::newRow("of a later version") << by("PRAGMA user_version = 99") << Trouble::NewerVersion;
    QTest::newRow("a row without a link")
        << by("UPDATE entries SET url = '' WHERE id = 7") << Trouble::Damaged;
    QTest::newRow("a record that is none")
        << by("UPDATE entries SET record = x'0001' WHERE id = 7") << Trouble::Damaged;
    QTest::newRow("a checksum that is none")
        << by("UPDATE entries SET checksum = 'md5=12' WHERE id = 7") << Trouble::Damaged;
    QTest::newRow("a table is missing") << by("DROP TABLE runs") << Trouble::Damaged;
    QTest::newRow("a column is missing")
        << by("ALTER TABLE entries DROP COLUMN is_named") << Trouble::Damaged;
    QTest::newRow("the history is missing") << by("DROP TABLE history") << Trouble::Damaged;
    QTest::newRow("a priority that is none")
        << by("UPDATE entries SET priority = 7 WHERE id = 7") << Trouble::Damaged;
}

void DamageTest::isSetAside()
{
    QFETCH(Harm, harm);
    QFETCH(Trouble, trouble);
    const QTemporaryDir folder;
    makeList(folder.path());
    harm(folder.path());
    const QByteArray harmed = contentsOf(filePath(folder.path()));
    const Loaded loaded = load(folder.path());
    QVERIFY(loaded.trouble == trouble);
    QVERIFY(loaded.state.entries.empty() && loaded.mayWrite);
    const QString kind = trouble == Trouble::NewerVersion ? u".newer-2"_s : u".damaged-2"_s;
    QVERIFY(loaded.asideAs.startsWith(filePath(folder.path()) + kind));
    QCOMPARE(contentsOf(loaded.asideAs), harmed);
    QVERIFY(!QFile::exists(filePath(folder.path())));
    write(folder.path(), {PutEntries{entries(2)}});
    const Loaded next = load(folder.path());
    QVERIFY(!next.trouble);
    QCOMPARE(next.state.entries.size(), std::size_t{2});
}

void DamageTest::nothingIsWrittenOver()
{
    const QTemporaryDir folder;
    const QDateTime now({2026, 11, 28}, {22, 20, 52});
    for (const char *contents : {"one", "two", "three"}) {
        overwrite(filePath(folder.path()), contents);
        const QString aside = setAside(folder.path(), Trouble::Damaged, now);
        QCOMPARE(contentsOf(aside), QByteArray(contents));
    }
    const QString first = filePath(folder.path()) + u".damaged-20261128-222052"_s;
    QCOMPARE(contentsOf(first), QByteArray("one"));
    QCOMPARE(contentsOf(first + u"-2"_s), QByteArray("two"));
    QCOMPARE(contentsOf(first + u"-3"_s), QByteArray("three"));
}

void DamageTest::whatStandsBesideItGoesWithIt()
{
    const QTemporaryDir folder;
    for (const char *ending : {"", "-wal", "-shm"})
        overwrite(filePath(folder.path()) + QLatin1String(ending), QByteArray("of") + ending);
    const QString aside = setAside(folder.path(), Trouble::Damaged, QDateTime::currentDateTime());
    for (const char *ending : {"", "-wal", "-shm"}) {
        QCOMPARE(contentsOf(aside + QLatin1String(ending)), QByteArray("of") + ending);
        QVERIFY(!QFile::exists(filePath(folder.path()) + QLatin1String(ending)));
    }
}

/// Somebody copied the file alone while it was open.
void DamageTest::withoutItsLogItIsOlder()
{
    const QTemporaryDir folder;
    const QTemporaryDir copy;
    write(folder.path(), {PutEntries{entries(3)}});
    Writer writer(folder.path());
    writer.write(PutEntries{entries(5)});
    QVERIFY(writer.flush());
    QVERIFY(QFile::copy(filePath(folder.path()), filePath(copy.path())));
    const Loaded loaded = load(copy.path());
    QVERIFY(!loaded.trouble);
    QCOMPARE(loaded.state.entries.size(), std::size_t{3});
}

/// The program was killed between making it and the first commit.
void DamageTest::anEmptyFileIsNew()
{
    const QTemporaryDir folder;
    overwrite(filePath(folder.path()), {});
    QVERIFY(!load(folder.path()).trouble);
    write(folder.path(), {PutEntries{entries(2)}});
    QCOMPARE(load(folder.path()).state.entries.size(), std::size_t{2});
}

/// A server may promise any size, and the row with its reason is there again.
void DamageTest::aRecordOfAnySizeComesBack()
{
    const QTemporaryDir folder;
    record::TaskRecord task = simpleTask(1, 1, 20, 300, 1000);
    task.size = std::numeric_limits<qint64>::max();
    write(folder.path(), {PutEntries{entries(1)}, PutRecords{{task}}});
    const Loaded loaded = load(folder.path());
    QVERIFY(!loaded.trouble);
    QCOMPARE(loaded.state.records.at(0)->state, task.state);
    QCOMPARE(loaded.state.records.at(0)->size, task.size);
}

LAPWING_TEST(DamageTest)
#include "tst_damage.moc"
