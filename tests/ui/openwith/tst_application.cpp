// SPDX-License-Identifier: MIT
#include "openwith/application.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace Qt::Literals::StringLiterals;
using ui::Application;
using ui::LaunchCommand;

namespace {

const QByteArray viewer = "# a comment\n"
                          "[Desktop Entry]\n"
                          "Type=Application\n"
                          "Name=Viewer\n"
                          "Name[de]=Betrachter\n"
                          "Name[de_CH]=Aaluege\n"
                          "Exec=viewer --new\\\\sone %f\n"
                          "TryExec=/usr/bin/viewer\n"
                          "Icon=image-viewer\n"
                          "Name=Another\n"
                          "[Desktop Action new]\n"
                          "Name=New window\n";

Application withExec(const QString &exec)
{
    return {u"viewer.desktop"_s, u"/apps/viewer.desktop"_s, u"Viewer"_s, exec, {}, u"eye"_s};
}

std::vector<LaunchCommand> commands(const QString &exec, const QStringList &paths = {u"/a b.txt"_s})
{
    return ui::commandsFor(withExec(exec), paths);
}

QStringList onlyCommand(const QString &exec, const QStringList &paths = {u"/a b.txt"_s})
{
    const std::vector<LaunchCommand> all = commands(exec, paths);
    return all.size() == 1 ? QStringList{all[0].program} + all[0].arguments : QStringList();
}

} // namespace

/// What desktop entries say, and what is started for them.
class ApplicationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEntryIsRead()
    {
        const auto read = ui::readApplication(viewer, {u"en"_s});
        QVERIFY(read);
        QCOMPARE(read->name, u"Viewer");
        QCOMPARE(read->exec, u"viewer --new\\sone %f");
        QCOMPARE(read->tryExec, u"/usr/bin/viewer");
        QCOMPARE(read->icon, u"image-viewer");
    }

    void theNameIsInTheLanguageOfTheUser()
    {
        const auto name = [](const QStringList &languages) {
            return ui::readApplication(viewer, languages)->name;
        };
        QCOMPARE(name({u"de-CH"_s, u"en"_s}), u"Aaluege");
        QCOMPARE(name({u"de-AT"_s, u"en"_s}), u"Betrachter");
        QCOMPARE(name({u"fr"_s, u"de"_s}), u"Betrachter");
        QCOMPARE(name({u"en-GB"_s, u"de"_s}), u"Viewer");
        QCOMPARE(name({}), u"Viewer");
    }

    void whatIsNoProgramWithAWindowIsNotOffered()
    {
        const auto isOffered = [](const QByteArray &text) {
            return ui::readApplication(text, {}).has_value();
        };
        const QByteArray good = "[Desktop Entry]\nType=Application\nName=V\nExec=v %f\n";
        QVERIFY(isOffered(good));
        QVERIFY(isOffered(good + "NoDisplay=true\n")); // it is in no menu, and opens files
        QVERIFY(!isOffered(good + "Hidden=true\n"));
        QVERIFY(!isOffered(good + "Terminal=true\n"));
        QVERIFY(!isOffered("[Desktop Entry]\nType=Link\nName=V\nExec=v\n"));
        QVERIFY(!isOffered("[Desktop Entry]\nType=Application\nName=V\n"));
        QVERIFY(!isOffered("Type=Application\nName=V\nExec=v\n"));
        QVERIFY(!isOffered({}));
    }

    void codesBecomeArguments_data()
    {
        QTest::addColumn<QString>("exec");
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char *name, const QString &exec, const QStringList &words) {
            QTest::newRow(name) << exec << words;
        };
        row("a file", u"v %f"_s, {u"v"_s, u"/a b.txt"_s});
        row("a link", u"v %u"_s, {u"v"_s, u"file:///a%20b.txt"_s});
        row("files", u"v -x %F"_s, {u"v"_s, u"-x"_s, u"/a b.txt"_s});
        row("links", u"v %U end"_s, {u"v"_s, u"file:///a%20b.txt"_s, u"end"_s});
        row("within a word", u"v --file=%f"_s, {u"v"_s, u"--file=/a b.txt"_s});
        row("none", u"v -x"_s, {u"v"_s, u"-x"_s, u"/a b.txt"_s});
        row("a percent sign", u"v 100%% %f"_s, {u"v"_s, u"100%"_s, u"/a b.txt"_s});
        row("not a code", u"v %%f"_s, {u"v"_s, u"%f"_s, u"/a b.txt"_s});
        row("icon, name and entry", u"v %i -c %c %k %f"_s,
            {u"v"_s, u"--icon"_s, u"eye"_s, u"-c"_s, u"Viewer"_s, u"/apps/viewer.desktop"_s,
             u"/a b.txt"_s});
        row("deprecated", u"v %d %m %f"_s, {u"v"_s, u"/a b.txt"_s});
        row("quotes", u"v \"a b\" \"c\\\"d\\\\e\\$\" %f"_s,
            {u"v"_s, u"a b"_s, u"c\"d\\e$"_s, u"/a b.txt"_s});
        row("an empty word", u"v \"\" %f"_s, {u"v"_s, u""_s, u"/a b.txt"_s});
        row("what a shell would do", u"sh -c $HOME;`id` %f"_s,
            {u"sh"_s, u"-c"_s, u"$HOME;`id`"_s, u"/a b.txt"_s});
    }
    void codesBecomeArguments()
    {
        QFETCH(QString, exec);
        QFETCH(QStringList, words);
        QCOMPARE(onlyCommand(exec), words);
    }

    void severalFilesAreOneCommandOrSeveral()
    {
        const QStringList paths{u"/1"_s, u"/2"_s};
        QCOMPARE(onlyCommand(u"v %F"_s, paths), (QStringList{u"v"_s, u"/1"_s, u"/2"_s}));
        QCOMPARE(onlyCommand(u"v %U"_s, paths),
                 (QStringList{u"v"_s, u"file:///1"_s, u"file:///2"_s}));
        QCOMPARE(commands(u"v %f"_s, paths),
                 (std::vector<LaunchCommand>{{u"v"_s, {u"/1"_s}}, {u"v"_s, {u"/2"_s}}}));
    }

    /// A name is one argument, whatever is in it.
    void aNameIsNeverReadAsAnythingElse()
    {
        for (const QString &path : {u"/x; rm -rf %f"_s, u"/\"quoted\""_s, u"/$(id)"_s, u"/%U"_s})
            QCOMPARE(onlyCommand(u"v %f"_s, {path}), (QStringList{u"v"_s, path}));
    }

    void whatCannotBeReadStartsNothing()
    {
        QVERIFY(commands({}).empty());
        QVERIFY(commands(u"v \"open %f"_s).empty());
        QVERIFY(commands(u"%f"_s).empty()); // the file itself is no program
    }
};

LAPWING_TEST(ApplicationTest)
#include "tst_application.moc"
