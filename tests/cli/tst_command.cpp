// SPDX-License-Identifier: MIT
#include "cli/cli.h"
#include "console.h"
#include "support/otherwords.h"
#include "support/testmain.h"
#include "text/displaywidth.h"

using namespace lapwing;
using cli::Command;
using test::Console;

namespace {

constexpr cli::Option options[] = {
    {"n", "number", "N", "A number."},
    {nullptr, "flag", nullptr, "A flag."},
    {nullptr, "a-name-that-is-rather-long", "VALUE",
     "Something with a text that does not fit into one line of the page."},
};

int runNothing(const QCommandLineParser &, cli::Streams &)
{
    return 0;
}

constexpr Command with{"with", "[X...]", "Takes operands.", options, "A note.", runNothing};
constexpr Command without{"without", nullptr, "Takes none.", options, "A note.", runNothing};

QString parsed(const Command &command, const QStringList &arguments, QCommandLineParser &into)
{
    return cli::parse(command, QStringList{QLatin1String(command.name)} + arguments, into);
}

} // namespace

class CommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesValues_data();
    void givesValues();
    void isWrong_data();
    void isWrong();
    void operandsStay();
    void helpIsMadeFromTheTable();
    void helpOfEveryCommand_data();
    void helpOfEveryCommand();
    void helpFitsInEveryLanguage();
    void helpAndVersion();
};

void CommandTest::givesValues_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("apart") << QStringList{QStringLiteral("-n"), QStringLiteral("8")};
    QTest::newRow("together") << QStringList{QStringLiteral("-n8")};
    QTest::newRow("long") << QStringList{QStringLiteral("--number"), QStringLiteral("8")};
    QTest::newRow("long with =") << QStringList{QStringLiteral("--number=8")};
    QTest::newRow("the last counts") << QStringList{QStringLiteral("-n4"), QStringLiteral("-n8")};
    QTest::newRow("after an operand") << QStringList{QStringLiteral("x"), QStringLiteral("-n8")};
}

void CommandTest::givesValues()
{
    QFETCH(QStringList, arguments);
    QCommandLineParser given;
    QCOMPARE(parsed(with, arguments, given), QString());
    QCOMPARE(given.value(QStringLiteral("number")), QStringLiteral("8"));
    QVERIFY(!given.isSet(QStringLiteral("flag")));
}

void CommandTest::isWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named"); ///< in the reason
    QTest::newRow("unknown") << QStringList{QStringLiteral("--bogus")} << QStringLiteral("bogus");
    QTest::newRow("abbreviated") << QStringList{QStringLiteral("--numb"), QStringLiteral("8")}
                                 << QStringLiteral("numb");
    QTest::newRow("value missing") << QStringList{QStringLiteral("-n")} << QStringLiteral("-n");
    QTest::newRow("value empty") << QStringList{QStringLiteral("--number=")}
                                 << QStringLiteral("number");
    QTest::newRow("flag with a value")
        << QStringList{QStringLiteral("--flag=1")} << QStringLiteral("flag");
    QTest::newRow("operand") << QStringList{QStringLiteral("extra")} << QStringLiteral("extra");
}

void CommandTest::isWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    QCommandLineParser given;
    const QString reason = parsed(without, arguments, given);
    QVERIFY2(reason.contains(named), qUtf8Printable(reason));
}

void CommandTest::operandsStay()
{
    QCommandLineParser given;
    QCOMPARE(parsed(with,
                    {QStringLiteral("a"), QStringLiteral("--flag"), QStringLiteral("--"),
                     QStringLiteral("-n")},
                    given),
             QString());
    QCOMPARE(given.positionalArguments(), (QStringList{QStringLiteral("a"), QStringLiteral("-n")}));
}

void CommandTest::helpIsMadeFromTheTable()
{
    QCOMPARE(cli::helpOf(with),
             QStringLiteral(
                 "Usage: lapwing-cli with [options] [X...]\n"
                 "\n"
                 "Takes operands.\n"
                 "\n"
                 "Options:\n"
                 "  -n, --number N              A number.\n"
                 "      --flag                  A flag.\n"
                 "      --a-name-that-is-rather-long VALUE\n"
                 "                              Something with a text that does not fit into one\n"
                 "                              line of the page.\n"
                 "  -h, --help                  Show this help and exit.\n"
                 "\n"
                 "A note.\n"));
    QVERIFY(!cli::helpOf(without).contains(u"[X...]"));
}

void CommandTest::helpOfEveryCommand_data()
{
    QTest::addColumn<QString>("name");
    for (const Command &command : cli::commands())
        QTest::newRow(command.name) << QString::fromLatin1(command.name);
}

void CommandTest::helpOfEveryCommand()
{
    QFETCH(QString, name);
    Console console;
    QCOMPARE(console.run({name, QStringLiteral("--help")}), 0);
    QCOMPARE(console.err(), QByteArray());
    const QString help = QString::fromUtf8(console.out());
    const auto command = std::ranges::find(
        cli::commands(), name, [](const Command &each) { return QLatin1String(each.name); });
    for (const cli::Option &option : command->options)
        QVERIFY2(help.contains(QStringLiteral(" --") + QLatin1String(option.longName)),
                 option.longName);
    for (const QString &line : help.split(u'\n'))
        QVERIFY2(line.size() <= 80, qUtf8Printable(line));
}

/// A character of Korean is as wide as two others.
void CommandTest::helpFitsInEveryLanguage()
{
    const QString words = QStringLiteral("이름이 같은 파일이 있을 때 ").repeated(8).trimmed();
    const test::OtherWords korean(
        {{QStringLiteral("A flag."), words}, {QStringLiteral("A note."), words}});
    const QString help = cli::helpOf(with);
    QCOMPARE(help.count(QStringLiteral("이름이")), 16);
    qsizetype widest = 0;
    for (const QString &line : help.split(u'\n'))
        widest = std::max(widest, text::displayWidth(line));
    QVERIFY2(widest <= 80 && widest > 70, qUtf8Printable(help));
}

void CommandTest::helpAndVersion()
{
    for (const QString &argument : {QStringLiteral("--help"), QStringLiteral("-h")}) {
        Console console;
        QCOMPARE(console.run({argument}), 0);
        QCOMPARE(console.err(), QByteArray());
        for (const Command &command : cli::commands())
            QVERIFY2(console.out().contains(QByteArray("\n  ") + command.name + ' '), command.name);
    }
    Console console;
    QCOMPARE(console.run({QStringLiteral("--version")}), 0);
    QCOMPARE(console.out(), QByteArray("lapwing-cli " LAPWING_VERSION "\n"));
}

LAPWING_TEST(CommandTest)
#include "tst_command.moc"
