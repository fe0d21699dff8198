// SPDX-License-Identifier: MIT
#include "cli/cli.h"
#include "cli/examples.h"
#include "cli/manual.h"
#include "console.h"
#include "support/testmain.h"
#include "usage/completion.h"
#include "usage/manpage.h"

using namespace lapwing;

namespace {

QByteArray nameInManual(const usage::PageOption &option)
{
    return "\\-\\-" + QByteArray(option.longName.toUtf8()).replace('-', "\\-");
}

QStringList linesOf(const QByteArray &text)
{
    return QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

/// What --help tells is told by the manuals and completed by the shells, and examples are no mere talk.
class ManualTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasEveryOptionOfHelp_data();
    void hasEveryOptionOfHelp();
    void tellsOfEveryCommand();
    void knowsWhatMayFollow_data() { hasEveryOptionOfHelp_data(); }
    void knowsWhatMayFollow();
    void wordsAreInTheHelp_data() { hasEveryOptionOfHelp_data(); }
    void wordsAreInTheHelp();
    void examplesBeginTheHelpAndAreUnderstood_data() { hasEveryOptionOfHelp_data(); }
    void examplesBeginTheHelpAndAreUnderstood();
    void everyExampleHasACommand();
    void aloneItSaysWhatOneCanDo();
};

void ManualTest::hasEveryOptionOfHelp_data()
{
    QTest::addColumn<int>("place");
    for (std::size_t i = 0; i < cli::commands().size(); ++i)
        QTest::newRow(cli::commands()[i].name) << static_cast<int>(i);
}

void ManualTest::hasEveryOptionOfHelp()
{
    QFETCH(int, place);
    const cli::Command &command = cli::commands()[static_cast<std::size_t>(place)];
    const usage::Page program = cli::manual();
    const usage::Page &page = program.commands.at(place);
    QCOMPARE(page.command(), QLatin1String(command.name));
    QCOMPARE(page.options.size(), static_cast<qsizetype>(command.options.size() + 1)); // and --help
    const QByteArray man = usage::manPage(page);
    const QString help = cli::helpOf(command);
    for (const usage::PageOption &option : page.options) {
        const QByteArray name = option.longName.toUtf8();
        QVERIFY2(help.contains(QStringLiteral("--") + option.longName), name.constData());
        QVERIFY2(man.contains(nameInManual(option)), name.constData());
        QVERIFY2(usage::bashCompletion(program).contains("--" + name), name.constData());
        QVERIFY2(usage::zshCompletion(program).contains("--" + name), name.constData());
        QVERIFY2(usage::fishCompletion(program).contains(" -l " + name + ' '), name.constData());
    }
    QVERIFY(man.contains(".SH EXIT STATUS\n"));
    QVERIFY(!page.exitStatus.isEmpty() && !page.description.contains(page.exitStatus));
}

void ManualTest::tellsOfEveryCommand()
{
    const usage::Page program = cli::manual();
    const QByteArray man = usage::manPage(program);
    for (const cli::Command &command : cli::commands())
        QVERIFY2(man.contains(QByteArray("lapwing\\-cli\\-") + command.name + " (1)"),
                 command.name);
    for (const char *option : {"\\-\\-help", "\\-\\-version"})
        QVERIFY(man.contains(option));
    for (const char *variable : {"http_proxy", "no_proxy", "NETRC", "NO_COLOR"})
        QVERIFY(man.contains(variable));
}

/// Shells offer it: the words that a command takes are not only there to be looked up.
void ManualTest::knowsWhatMayFollow()
{
    QFETCH(int, place);
    const cli::Command &command = cli::commands()[static_cast<std::size_t>(place)];
    const usage::Page program = cli::manual();
    const usage::Following &following = program.commands.at(place).following;
    QCOMPARE(following, command.following ? command.following() : usage::Following());
    if (following.isEmpty())
        return;
    const QByteArray first = following.value(QLatin1String(command.name)).join(u' ').toUtf8();
    QVERIFY(!first.isEmpty());
    for (const QByteArray &script : {usage::bashCompletion(program), usage::zshCompletion(program),
                                     usage::fishCompletion(program)})
        QVERIFY2(script.contains(first), command.name);
}

/// Prose and data say the same: a word that can be given is explained.
void ManualTest::wordsAreInTheHelp()
{
    QFETCH(int, place);
    for (const cli::Option &option : cli::commands()[static_cast<std::size_t>(place)].options) {
        if (option.words == nullptr)
            continue;
        QVERIFY2(option.value != nullptr && !option.words().isEmpty(), option.longName);
        for (QString word : option.words()) {
            if (word.endsWith(u'='))
                word.chop(1);
            QVERIFY2(cli::textOf(option).contains(word), qPrintable(word));
        }
    }
}

void ManualTest::examplesBeginTheHelpAndAreUnderstood()
{
    QFETCH(int, place);
    const cli::Command &command = cli::commands()[static_cast<std::size_t>(place)];
    const cli::Examples *const examples = cli::examplesOf(command);
    QVERIFY(examples != nullptr);
    const QStringList help = cli::helpOf(command).split(u'\n');
    QCOMPARE(help.at(0), QStringLiteral("Examples:"));
    for (std::size_t i = 0; i < examples->lines.size(); ++i) {
        const QString line = QString::fromLatin1(examples->lines[i]);
        QCOMPARE(help.at(static_cast<qsizetype>(i) + 1), QStringLiteral("  ") + line);
        const QStringList words = line.split(u' ');
        QCOMPARE(words.at(0), QStringLiteral("lapwing-cli"));
        QCommandLineParser given;
        QCOMPARE(cli::parse(command, words.mid(1), given), QString());
    }
}

void ManualTest::everyExampleHasACommand()
{
    for (const cli::Examples &examples : cli::everyExample()) {
        const bool isCommand =
            std::ranges::any_of(cli::commands(), [&](const cli::Command &command) {
                return QLatin1String(command.name) == QLatin1String(examples.command);
            });
        QVERIFY2(isCommand, examples.command);
    }
}

void ManualTest::aloneItSaysWhatOneCanDo()
{
    test::Console console;
    QCOMPARE(console.run({}), 2);
    QCOMPARE(console.out(), QByteArray());
    const QStringList lines = linesOf(console.err());
    QVERIFY2(lines.size() <= 10, console.err().constData());
    for (const QString &line : lines)
        QVERIFY2(line.size() <= 80, qUtf8Printable(line));
    for (const cli::Command &command : cli::commands())
        QVERIFY2(console.err().contains(QByteArray("  lapwing-cli ") + command.name), command.name);
    QVERIFY(console.err().contains("--help"));
}

LAPWING_TEST(ManualTest)
#include "tst_manual.moc"
