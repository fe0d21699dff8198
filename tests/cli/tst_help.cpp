// SPDX-License-Identifier: MIT
#include "cli/cli.h"
#include "cli/commands/commands.h"
#include "cli/helppage.h"
#include "console.h"
#include "support/korean.h"
#include "support/testmain.h"
#include "text/displaywidth.h"

#include <QDir>

using namespace lapwing;
using namespace Qt::Literals::StringLiterals;

using test::Console;

/// What is said at greater length: of a command, an error, a subject.
class HelpTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsEveryTopic();
    void eachCommandIsToldByAWholeSentence_data();
    void eachCommandIsToldByAWholeSentence();
    void everyWordOfTheCompletionIsATopic();
    void anErrorIsExplained();
    void everyPageCanBeRead();
    void aPageIsForATerminal();
    void anUnknownTopicSuggestsTheNearest();
};

void HelpTest::listsEveryTopic()
{
    Console console;
    QCOMPARE(console.run({u"help"_s}), 0);
    for (const cli::Command &command : cli::commands())
        QVERIFY2(console.out().contains(QByteArray("\n  ") + command.name + ' '), command.name);
    const QDir pages(qEnvironmentVariable("LAPWING_SOURCE_DIR") + u"/resources/help"_s);
    for (const QString &page : pages.entryList({u"*.md"_s}, QDir::Files))
        QVERIFY2(console.out().contains("\n  " + page.chopped(3).toUtf8() + ' '), qPrintable(page));
}

void HelpTest::eachCommandIsToldByAWholeSentence_data()
{
    QTest::addColumn<bool>("isKorean");
    QTest::newRow("English") << false;
    QTest::newRow("Korean") << true;
}

void HelpTest::eachCommandIsToldByAWholeSentence()
{
    QFETCH(bool, isKorean);
    std::optional<test::Korean> korean;
    if (isKorean)
        korean.emplace();
    Console console;
    QCOMPARE(console.run({u"help"_s}), 0);
    const QString list = QString::fromUtf8(console.out());
    for (const QString &line : list.split(u'\n'))
        QVERIFY2(text::displayWidth(line) <= 80, qPrintable(line));
    for (const cli::Command &command : cli::commands()) {
        const QString sentence = cli::Text::tr(command.summary).section(u'\n', 0, 0);
        QVERIFY2(list.simplified().contains(sentence.simplified()), qPrintable(sentence));
    }
}

void HelpTest::everyWordOfTheCompletionIsATopic()
{
    const usage::Following words = cli::helpWords();
    for (const QString &word : words.value(u"help"_s)) {
        Console console;
        QCOMPARE(console.run({u"help"_s, word.endsWith(u'-') ? word + u"404"_s : word}), 0);
        QVERIFY2(console.out().size() > 40, qPrintable(word));
    }
}

void HelpTest::anErrorIsExplained()
{
    Console console;
    QCOMPARE(console.run({u"help"_s, u"http-401"_s}), 0);
    QVERIFY2(console.out().contains("(HTTP 401).") && console.out().contains("--netrc"),
             console.out().constData());
    QVERIFY2(console.out().contains("lapwing-cli help errors"), console.out().constData());
}

/// Also the one that has the name of a command.
void HelpTest::everyPageCanBeRead()
{
    for (const QString &name : cli::helpPageNames()) {
        Console console;
        QCOMPARE(console.run({u"help"_s, name}), 0);
        QVERIFY2(QString::fromUtf8(console.out()).contains(cli::helpPageText(name, 80)),
                 qPrintable(name));
    }
    Console both;
    QCOMPARE(both.run({u"help"_s, u"primer"_s}), 0);
    QVERIFY2(both.out().contains("--scale"), "the command");
}

void HelpTest::aPageIsForATerminal()
{
    const QString page = cli::helpPageText(u"errors"_s, 80);
    QVERIFY(page.startsWith(u"When a download fails\n"));
    QVERIFY(!page.contains(u"SPDX") && !page.contains(u'`') && !page.contains(u" | "));
    for (const QString &line : page.split(u'\n'))
        QVERIFY2(line.size() <= 80, qPrintable(line));
    QVERIFY(page.contains(u"  host-not-found\n      The server's name could not be found.\n"));
    QVERIFY2(cli::helpPageText(u"start"_s, 80).contains(u"1. Drop links"),
             "a list keeps its lines");
}

void HelpTest::anUnknownTopicSuggestsTheNearest()
{
    Console console;
    QCOMPARE(console.run({u"help"_s, u"glosary"_s}), 2);
    QVERIFY2(console.err().contains("Did you mean 'glossary'?"), console.err().constData());
}

LAPWING_TEST(HelpTest)
#include "tst_help.moc"
