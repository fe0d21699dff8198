// SPDX-License-Identifier: MIT
#include "sample.h"
#include "support/testmain.h"
#include "usage/completion.h"
#include "usage/files.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace lapwing;

/// What bash offers, by asking it; what the others do is in tests/install, where they are there.
class CompletionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void bashOffers_data();
    void bashOffers();
    void everyShellKnowsOptionsAndWords();
    void writesOneFileForEachReader();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void CompletionTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    for (const char *name : {"kitchen/a run.json", "kitchen/notes.txt", "kitchen/rack/x"}) {
        const QString path = m_folder->filePath(QLatin1String(name));
        QDir().mkpath(QFileInfo(path).path());
        QVERIFY(QFile(path).open(QIODevice::WriteOnly));
    }
}

void CompletionTest::bashOffers_data()
{
    QTest::addColumn<QString>("line"); ///< words, the last of which is completed
    QTest::addColumn<QStringList>("offered");
    const auto row = [](const char *line, const QStringList &offered) {
        QTest::newRow(line) << QString::fromLatin1(line) << offered;
    };
    using namespace Qt::Literals::StringLiterals;
    row("oven ", {u"bake"_s, u"show"_s, u"time"_s});
    row("oven b", {u"bake"_s});
    row("oven --", {u"--help"_s});
    row("oven bake --d", {u"--digest"_s, u"--dry"_s});
    row("oven bake --mode ", {u"bottom"_s, u"top"_s});
    row("oven bake -m t", {u"top"_s});
    row("oven bake --mode = b", {u"bottom"_s}); // --mode=b
    row("oven bake --mode =", {u"bottom"_s, u"top"_s});
    row("oven bake --digest s", {u"sha="_s});
    row("oven bake --heat ", {});
    row("oven bake --into ", {u"rack"_s});
    row("oven bake --list n", {u"notes.txt"_s});
    row("oven bake --dry r", {u"rack"_s});
    row("oven bake --export cake", {u"cake.csv"_s, u"cake.png"_s, u"cake.s.csv"_s});
    row("oven bake --export cake.p", {u"cake.png"_s});
    row("oven bake --export ../c", {u"../c.csv"_s, u"../c.png"_s, u"../c.s.csv"_s});
    row("oven bake --export x/", {u"x/run.csv"_s, u"x/run.png"_s, u"x/run.s.csv"_s});
    row("oven show ", {u"a run.json"_s, u"rack"_s});
    row("oven show --mode ", {u"a run.json"_s, u"rack"_s}); // of another command
    row("oven time ", {u"get"_s, u"set"_s});
    row("oven time set ", {u"hours"_s, u"minutes"_s});
    row("oven time get ", {});
    row("oven boil ", {});
}

void CompletionTest::bashOffers()
{
    QFETCH(QString, line);
    QFETCH(QStringList, offered);
    QFile script(m_folder->filePath(QStringLiteral(".oven")));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write(usage::bashCompletion(test::samplePage()));
    script.write(
        "COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _oven; printf '%s\\n' \"${COMPREPLY[@]}\"\n");
    script.close();
    QProcess bash;
    bash.setWorkingDirectory(m_folder->filePath(QStringLiteral("kitchen")));
    bash.start(QStringLiteral("bash"), QStringList{script.fileName()} + line.split(u' '));
    QVERIFY(bash.waitForFinished());
    QCOMPARE(bash.readAllStandardError(), QByteArray());
    QStringList lines =
        QString::fromUtf8(bash.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    lines.sort();
    QCOMPARE(lines, offered);
}

void CompletionTest::everyShellKnowsOptionsAndWords()
{
    const usage::Page program = test::samplePage();
    for (const QByteArray &script : {usage::bashCompletion(program), usage::zshCompletion(program),
                                     usage::fishCompletion(program)}) {
        for (const char *part : {"bake", "show", "mode", "top bottom",
                                 "md5= sha=", ".png .s.csv .csv", "get set", "minutes hours"})
            QVERIFY2(script.contains(part), part);
    }
    usage::Page plain = program;
    plain.commands.clear();
    QVERIFY(!usage::bashCompletion(plain).contains("_names"));
    QVERIFY(!usage::zshCompletion(plain).contains("_names"));
    QVERIFY(!usage::fishCompletion(plain).contains("_names"));
}

void CompletionTest::writesOneFileForEachReader()
{
    const QString share = m_folder->filePath(QStringLiteral("share"));
    QVERIFY(usage::writeFiles(test::samplePage(), share));
    for (const char *name : {"man/man1/oven.1", "man/man1/oven-bake.1", "man/man1/oven-show.1",
                             "man/man1/oven-time.1", "bash-completion/completions/oven",
                             "zsh/site-functions/_oven", "fish/vendor_completions.d/oven.fish"})
        QVERIFY2(QFileInfo(share + u'/' + QLatin1String(name)).size() > 0, name);
    QVERIFY(!usage::writeFiles(test::samplePage(), QStringLiteral("/dev/null/x")));
}

LAPWING_TEST(CompletionTest)
#include "tst_completion.moc"
