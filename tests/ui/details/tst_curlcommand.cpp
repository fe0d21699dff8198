// SPDX-License-Identifier: MIT
#include "details/curlcommand.h"
#include "support/testmain.h"
#include "ui/rows.h"

#include <QProcess>

using namespace lapwing;
using namespace Qt::Literals::StringLiterals;

class CurlCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itFetchesTheSameFile()
    {
        QCOMPARE(ui::curlCommand(test::queuedTask(1)),
                 u"curl --fail --location --globoff --output './1.bin' 'http://one.example/1.bin'");
    }

    void aShellReadsItAsItIs()
    {
        record::TaskRecord task = test::queuedTask(1);
        task.name = u"it's $HOME; `id` \"x\" \\.iso"_s;
        task.url = QUrl(u"http://one.example/a%20b[1]?x=$(id)&y='z'"_s);
        QProcess shell;
        shell.start(u"/bin/sh"_s,
                    {u"-c"_s,
                     u"curl() { for word; do printf '%s\\n' \"$word\"; done; }\n"_s
                         + ui::curlCommand(task)});
        QVERIFY(shell.waitForFinished());
        const QStringList words =
            QString::fromUtf8(shell.readAllStandardOutput()).trimmed().split(u'\n');
        QCOMPARE(words.size(), 6);
        QCOMPARE(words[4], u"./it's $HOME; `id` \"x\" \\.iso");
        QCOMPARE(words[5], task.url.toString(QUrl::FullyEncoded));
    }

    void noCredentialsAreInIt()
    {
        record::TaskRecord task = test::queuedTask(1);
        task.url = QUrl(u"http://anna:hunter2@one.example/a#part"_s);
        const QString command = ui::curlCommand(task);
        QVERIFY2(!command.contains(u"hunter2") && !command.contains(u"anna"), qPrintable(command));
        QVERIFY2(command.endsWith(u"'http://one.example/a'"), qPrintable(command));
    }
};

LAPWING_TEST(CurlCommandTest)
#include "tst_curlcommand.moc"
