// SPDX-License-Identifier: MIT
#include "cli/cli.h"
#include "cli/config/defaults.h"
#include "cli/config/setting.h"
#include "console.h"
#include "process.h"
#include "requests.h"
#include "support/korean.h"
#include "support/testmain.h"
#include "text/displaywidth.h"

#include <QDir>
#include <QTemporaryDir>

#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace lapwing;
using namespace Qt::Literals::StringLiterals;

using test::Console;

namespace {

const QString dead = u"http://localhost:1/"_s; ///< nothing listens there

/// The words of the line of `config` that begins with `name`.
QStringList lineOf(const QString &name, const Console &console)
{
    for (const QString &line : QString::fromUtf8(console.out()).split(u'\n')) {
        const QStringList words = line.simplified().split(u' ');
        if (words.constFirst() == name)
            return words;
    }
    return {};
}

} // namespace

/// Defaults of options: an option takes precedence over a variable, that over the file, that over what is built in.
class ConfigTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void everyOptionHasADefaultOrAReason();
    void builtInValuesAreThoseOfTheHelp();
    void optionBeforeVariableBeforeFile();
    void whereEachComesFrom();
    void columnsStandInKoreanToo();
    void aWordIsShownAsItIsGiven();
    void theFileIsBelowTheFolderOfConfigurations();
    void setKeepsTheOtherLines();
    void whatIsNoRegularFileStaysWhatItIs();
    void setTakesWhatTheOptionTakes_data();
    void setTakesWhatTheOptionTakes();
    void whatIsSetIsReadAgain_data();
    void whatIsSetIsReadAgain();
    void aFaultNamesFileAndLine_data();
    void aFaultNamesFileAndLine();
    void aWrongValueNamesItsPlace();
    void aFlagCanBeTurnedOffForOneCall();
    void whatIsGivenForOneCallIsNotContradicted();
    void noDefaultForbidsToDiscard_data();
    void noDefaultForbidsToDiscard();
    void secretsAreNeitherKeptNorShown();
    void aMistypedVariableIsTold();
    void helpNeedsNoFile();
    void commandsAreToldApart();
    void completionsKnowNamesAndValues();
    void theProgramReadsIt();

private:
    void write(const QByteArray &contents);
    /// Of a command line that is understood; null: it was not, and `m_wrong` says why.
    QStringList settled(const QStringList &arguments);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void ConfigTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"my.conf"_s);
    qputenv("LAPWING_CONFIG", m_file.toUtf8());
}

void ConfigTest::cleanup()
{
    qputenv("LAPWING_CONFIG", "/dev/null");
    for (const cli::Setting &setting : cli::settings())
        qunsetenv(cli::variableOf(setting).toLatin1().constData());
}

void ConfigTest::write(const QByteArray &contents)
{
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(contents);
}

QStringList ConfigTest::settled(const QStringList &arguments)
{
    const cli::Command &get = cli::commands().front();
    QCommandLineParser given;
    if (!cli::parse(get, QStringList{u"get"_s} + arguments, given).isEmpty())
        return {u"not understood"_s};
    return cli::defaultsFor(get, given).value_or(QStringList{u"wrong"_s});
}

void ConfigTest::everyOptionHasADefaultOrAReason()
{
    for (const cli::Command &command : cli::commands()) {
        for (const cli::Option &option : command.options) {
            const auto setting = cli::settingCalled(QLatin1String(option.longName));
            if (!setting)
                QVERIFY2(setting.error().contains(u"has no default: "),
                         qPrintable(setting.error()));
        }
    }
    QCOMPARE(cli::settingCalled(u"at-onec"_s).error(),
             u"There is no option 'at-onec'. Did you mean 'at-once'?"_s);
}

void ConfigTest::builtInValuesAreThoseOfTheHelp()
{
    for (const cli::Setting &setting : cli::settings()) {
        const QString help = cli::textOf(cli::optionOf(setting));
        if (cli::optionOf(setting).value == nullptr)
            QVERIFY2(setting.builtIn == nullptr, setting.name);
        else if (help.contains(u"(default: "))
            QVERIFY2(
                help.contains(u"(default: "_s + cli::builtInText(setting).section(u"; "_s, 0, 0)),
                setting.name);
        else
            QVERIFY2(setting.builtIn == nullptr
                         || QLatin1String(setting.name) == QLatin1String("seed"),
                     setting.name);
    }
}

void ConfigTest::optionBeforeVariableBeforeFile()
{
    QCOMPARE(settled({dead}), QStringList());
    write("at-once = 3\nretries=7\n");
    QCOMPARE(settled({dead}), (QStringList{u"--at-once=3"_s, u"--retries=7"_s}));
    qputenv("LAPWING_AT_ONCE", "4");
    QCOMPARE(settled({dead}), (QStringList{u"--at-once=4"_s, u"--retries=7"_s}));
    QCOMPARE(settled({u"-j"_s, u"5"_s, dead}), QStringList{u"--retries=7"_s});
    qputenv("LAPWING_DIRECTORY", "~/x");
    QCOMPARE(settled({dead}).value(1), u"--directory="_s + QDir::homePath() + u"/x"_s);
    qunsetenv("LAPWING_DIRECTORY");
    qputenv("LAPWING_AT_ONCE", ""); // is as good as none
    QCOMPARE(settled({dead}), (QStringList{u"--at-once=3"_s, u"--retries=7"_s}));
}

void ConfigTest::whereEachComesFrom()
{
    write("# mine\n\nat-once = 3\n");
    qputenv("LAPWING_RETRIES", "7");
    Console console;
    QCOMPARE(console.run({u"config"_s}), 0);
    QCOMPARE(console.err(), QByteArray());
    QVERIFY(console.out().startsWith("Configuration file: " + m_file.toUtf8() + '\n'));
    QCOMPARE(lineOf(u"at-once"_s, console), (QStringList{u"at-once"_s, u"3"_s, u"line"_s, u"3"_s}));
    QCOMPARE(lineOf(u"retries"_s, console),
             (QStringList{u"retries"_s, u"7"_s, u"LAPWING_RETRIES"_s}));
    QCOMPARE(lineOf(u"baseline"_s, console),
             (QStringList{u"baseline"_s, u"none"_s, u"built"_s, u"in"_s}));
    for (const cli::Setting &setting : cli::settings())
        QVERIFY2(!lineOf(QLatin1String(setting.name), console).isEmpty(), setting.name);
    Console one;
    QCOMPARE(one.run({u"config"_s, u"get"_s, u"at-once"_s}), 0);
    QCOMPARE(one.out(), QByteArray("3\n"));
}

/// A character of Korean is as wide as two others.
void ConfigTest::columnsStandInKoreanToo()
{
    const test::Korean korean;
    const QString source = cli::Text::tr("built in");
    Console console;
    QCOMPARE(console.run({u"config"_s}), 0);
    QSet<qsizetype> places;
    for (const QString &line : QString::fromUtf8(console.out()).split(u'\n')) {
        if (line.endsWith(u"  "_s + source))
            places << text::displayWidth(line.chopped(source.size()));
    }
    QCOMPARE(places.size(), 1);
}

/// It is typed after the option, in whatever language.
void ConfigTest::aWordIsShownAsItIsGiven()
{
    const test::Korean korean;
    for (const cli::Setting &setting : cli::settings()) {
        const QString builtIn = QString::fromLatin1(setting.builtIn);
        if (cli::wordsOf(setting).contains(builtIn))
            QCOMPARE(cli::builtInText(setting), builtIn);
    }
    Console console;
    QCOMPARE(console.run({u"config"_s, u"get"_s, u"baseline"_s}), 0);
    QCOMPARE(console.out(), QByteArray("none\n"));
}

void ConfigTest::theFileIsBelowTheFolderOfConfigurations()
{
    qunsetenv("LAPWING_CONFIG");
    const QByteArray before = qgetenv("XDG_CONFIG_HOME");
    qputenv("XDG_CONFIG_HOME", m_folder->path().toUtf8());
    Console console;
    QCOMPARE(console.run({u"config"_s, u"path"_s}), 0);
    Console set;
    QCOMPARE(set.run({u"config"_s, u"set"_s, u"at-once"_s, u"9"_s}), 0);
    if (before.isNull())
        qunsetenv("XDG_CONFIG_HOME");
    else
        qputenv("XDG_CONFIG_HOME", before);
    const QString path = m_folder->filePath(u"lapwing/lapwing-cli.conf"_s);
    QCOMPARE(console.out(), path.toUtf8() + '\n');
    QCOMPARE(test::contentsOf(path), QByteArray("at-once = 9\n"));
}

void ConfigTest::setKeepsTheOtherLines()
{
    write("# mine\nretries = 2\n\n  at-once=3\r\n# end\n");
    Console set;
    QCOMPARE(set.run({u"config"_s, u"set"_s, u"at-once"_s, u"12"_s}), 0);
    QCOMPARE(set.out() + set.err(), QByteArray());
    QCOMPARE(test::contentsOf(m_file), QByteArray("# mine\nretries = 2\n\nat-once = 12\n# end\n"));
    Console unset;
    QCOMPARE(unset.run({u"config"_s, u"unset"_s, u"retries"_s}), 0);
    QCOMPARE(test::contentsOf(m_file), QByteArray("# mine\n\nat-once = 12\n# end\n"));
    Console again;
    QCOMPARE(again.run({u"config"_s, u"unset"_s, u"retries"_s}), 0);
    QVERIFY(again.err().contains("does not set retries"));
}

/// Nobody gets a device back whose place a file has taken.
void ConfigTest::whatIsNoRegularFileStaysWhatItIs()
{
    QCOMPARE(::mkfifo(m_file.toUtf8().constData(), 0600), 0);
    std::thread writer([path = m_file.toUtf8()] {
        ::close(::open(path.constData(), O_WRONLY)); // waits for who reads it
    });
    Console set;
    const int status = set.run({u"config"_s, u"set"_s, u"at-once"_s, u"9"_s});
    writer.join();
    QCOMPARE(status, 4);
    QVERIFY2(set.err().contains(m_file.toUtf8() + ": it is not a regular file"),
             set.err().constData());
    struct stat there { };
    QCOMPARE(::lstat(m_file.toUtf8().constData(), &there), 0);
    QVERIFY(S_ISFIFO(there.st_mode));
}

void ConfigTest::setTakesWhatTheOptionTakes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char *name, const char *value, const char *reason) {
        QTest::newRow(qPrintable(QLatin1String(name) + u' ' + QLatin1String(value)))
            << QString::fromLatin1(name) << QString::fromLatin1(value) << QByteArray(reason);
    };
    row("at-once", "0", "1 to 256");
    row("per-host", "many", "'many'");
    row("retries", "101", "0 to 100");
    row("stall-timeout", "0", "--stall-timeout");
    row("max-size", "big", "--max-size");
    row("conflict", "ask", "number, skip, replace");
    row("baseline", "maybe", "none, measure");
    row("progress", "loud", "json");
    row("require", "elapsed~5", "--require");
    row("levels", "1,x", "1 to 256");
    row("rounds", "0", "1 to 100");
    row("seed", "-1", "'-1'");
    row("to", "xml", "metalink");
    row("mode", "slow", "gather");
    row("scale", "11", "up to 10");
    row("port", "65536", "65535");
    row("netrc", "maybe", "yes or no");
    row("load-cookies", "/no/such", "/no/such");
    row("ca-certificate", "/dev/null", "PEM");
    row("proxy", "ftp://h", "socks5://host:port");
    row("at-once", "", "needs a value");
    row("at-onec", "3", "Did you mean 'at-once'?");
    row("export", "run.json", "a single call");
    row("header", "X: y", "secret");
}

void ConfigTest::setTakesWhatTheOptionTakes()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(QByteArray, reason);
    Console console;
    QCOMPARE(console.run({u"config"_s, u"set"_s, u"--"_s, name, value}), 2);
    QVERIFY2(console.err().contains(reason), console.err().constData());
    QVERIFY2(!QFile::exists(m_file), "nothing is written");
}

void ConfigTest::whatIsSetIsReadAgain_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("written");
    QTest::newRow("number") << u"at-once"_s << u"12"_s << u"12"_s;
    QTest::newRow("spaces inside")
        << u"require"_s << u"elapsed<=60, failed==0"_s << u"elapsed<=60, failed==0"_s;
    QTest::newRow("flag") << u"expand"_s << u"yes"_s << u"yes"_s;
    QTest::newRow("folder") << u"directory"_s << u"sub folder"_s
                            << QDir::currentPath() + u"/sub folder"_s;
    QTest::newRow("home") << u"directory"_s << u"~/x"_s << QDir::homePath() + u"/x"_s;
    QTest::newRow("no home") << u"directory"_s << u"~x"_s << QDir::currentPath() + u"/~x"_s;
    QTest::newRow("quotes and a number sign")
        << u"directory"_s << u"/a \"b\" #c "_s << u"/a \"b\" #c "_s;
    QTest::newRow("quoted") << u"directory"_s << u"/\"q\""_s << u"/\"q\""_s;
}

void ConfigTest::whatIsSetIsReadAgain()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(QString, written);
    Console set;
    QCOMPARE(set.run({u"config"_s, u"set"_s, name, value}), 0);
    Console get;
    QCOMPARE(get.run({u"config"_s, u"get"_s, name}), 0);
    QCOMPARE(get.out(), written.toUtf8() + '\n');
}

void ConfigTest::aFaultNamesFileAndLine_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("unknown") << QByteArray("at-onec = 3") << QByteArray("Did you mean 'at-once'?");
    QTest::newRow("no value") << QByteArray("at-once =") << QByteArray("needs a value");
    QTest::newRow("no sign") << QByteArray("at-once 3") << QByteArray("'option = value'");
    QTest::newRow("of one call") << QByteArray("input = x") << QByteArray("a single call");
    QTest::newRow("password") << QByteArray("proxy = http://me:hush@h:1")
                              << QByteArray("LAPWING_PROXY");
    QTest::newRow("a link") << QByteArray("http://me:hush@h/?a=b")
                            << QByteArray("'option = value'");
}

void ConfigTest::aFaultNamesFileAndLine()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, reason);
    write("# mine\n" + line + '\n');
    Console get;
    QCOMPARE(get.run({u"get"_s, dead}), 2);
    QVERIFY2(get.err().contains(m_file.toUtf8() + ", line 2: "), get.err().constData());
    QVERIFY2(get.err().contains(reason), get.err().constData());
    QVERIFY2(get.err().contains("lapwing-cli config --help"), get.err().constData());
    QVERIFY2(!get.err().contains("hush"), get.err().constData());
    Console all;
    QCOMPARE(all.run({u"config"_s}), 2);
    QVERIFY2(all.err().contains(reason), all.err().constData());
    QVERIFY(!lineOf(u"at-once"_s, all).isEmpty());
    Console mend;
    QCOMPARE(mend.run({u"config"_s, u"set"_s, u"retries"_s, u"1"_s}), 0);
    QCOMPARE(test::contentsOf(m_file), "# mine\n" + line + "\nretries = 1\n");
}

void ConfigTest::aWrongValueNamesItsPlace()
{
    write("\nretries = many\n");
    Console file;
    QCOMPARE(file.run({u"get"_s, dead}), 2);
    QVERIFY2(file.err().contains(m_file.toUtf8() + ", line 2: --retries takes"),
             file.err().constData());
    Console other;
    QCOMPARE(other.run({u"list"_s, u"--check"_s, u"-"_s}), 3); // which has no such option
    qputenv("LAPWING_RETRIES", "1000");
    Console variable;
    QCOMPARE(variable.run({u"get"_s, dead}), 2);
    QVERIFY2(variable.err().contains("LAPWING_RETRIES: --retries takes"),
             variable.err().constData());
}

void ConfigTest::aFlagCanBeTurnedOffForOneCall()
{
    write("full-urls = on\n");
    QCOMPARE(settled({dead}), QStringList{u"--full-urls"_s});
    qputenv("LAPWING_FULL_URLS", "no");
    QCOMPARE(settled({dead}), QStringList());
}

void ConfigTest::whatIsGivenForOneCallIsNotContradicted()
{
    write("directory = /tmp\nconflict = skip\nto = csv\n");
    QCOMPARE(settled({u"--null"_s, dead}), QStringList());
    QCOMPARE(settled({dead}), (QStringList{u"--directory=/tmp"_s, u"--conflict=skip"_s}));
    Console check("http://h/\n");
    QCOMPARE(check.run({u"list"_s, u"--check"_s, u"-"_s}), 0);
    Console list("http://h/\n");
    QCOMPARE(list.run({u"list"_s, u"-"_s}), 0);
    QVERIFY2(list.out().startsWith("url"), list.out().constData());
}

void ConfigTest::noDefaultForbidsToDiscard_data()
{
    QTest::addColumn<QString>("value");
    const QHash<QString, QString> values{{u"per-host"_s, u"2"_s},
                                         {u"directory"_s, u"/tmp"_s},
                                         {u"max-size"_s, u"1M"_s},
                                         {u"proxy"_s, u"none"_s},
                                         {u"require"_s, u"failed==0"_s}};
    for (const cli::Setting &setting : cli::settings()) {
        const QString builtIn = cli::wordsOf(setting).value(0, cli::builtInText(setting));
        QTest::newRow(setting.name) << values.value(QLatin1String(setting.name), builtIn);
    }
}

/// --null is said of one call, and goes before what is said for all.
void ConfigTest::noDefaultForbidsToDiscard()
{
    QFETCH(QString, value);
    write(QByteArray(QTest::currentDataTag()) + " = " + value.toUtf8() + '\n');
    const QStringList discard{u"--null"_s, dead};
    if (!test::requestFor(settled({dead}) + QStringList{dead}))
        return; // it takes a file, or another value
    const auto request = test::requestFor(settled(discard) + discard);
    QVERIFY2(request.has_value(), request ? "" : qPrintable(request.error()));
}

void ConfigTest::secretsAreNeitherKeptNorShown()
{
    const QString proxy = u"http://me:hush@h:3128"_s;
    Console set;
    QCOMPARE(set.run({u"config"_s, u"set"_s, u"proxy"_s, proxy}), 2);
    QVERIFY2(set.err().contains("LAPWING_PROXY"), set.err().constData());
    QVERIFY(!set.err().contains("hush") && !QFile::exists(m_file));
    qputenv("LAPWING_PROXY", proxy.toUtf8());
    Console all;
    QCOMPARE(all.run({u"config"_s}), 0);
    QVERIFY2(all.out().contains("http://h:3128 (with a password)"), all.out().constData());
    Console one;
    QCOMPARE(one.run({u"config"_s, u"get"_s, u"proxy"_s}), 0);
    QVERIFY(!all.out().contains("hush") && !one.out().contains("hush"));
    QCOMPARE(settled({dead}), QStringList{u"--proxy="_s + proxy}); // and it counts
}

void ConfigTest::aMistypedVariableIsTold()
{
    qputenv("LAPWING_AT_ONEC", "3");
    Console console;
    const int status = console.run({u"config"_s});
    qunsetenv("LAPWING_AT_ONEC");
    QCOMPARE(status, 0);
    QVERIFY2(console.err().contains("Did you mean 'LAPWING_AT_ONCE'?"), console.err().constData());
}

void ConfigTest::helpNeedsNoFile()
{
    write("nonsense\n");
    Console console;
    QCOMPARE(console.run({u"get"_s, u"--help"_s}), 0);
    Console path;
    QCOMPARE(path.run({u"config"_s, u"path"_s}), 0);
}

void ConfigTest::commandsAreToldApart()
{
    Console unknown;
    QCOMPARE(unknown.run({u"config"_s, u"sett"_s}), 2);
    QVERIFY2(unknown.err().contains("Did you mean 'set'?"), unknown.err().constData());
    Console few;
    QCOMPARE(few.run({u"config"_s, u"set"_s, u"at-once"_s}), 2);
    QVERIFY2(few.err().contains("'lapwing-cli config set NAME VALUE'"), few.err().constData());
}

void ConfigTest::completionsKnowNamesAndValues()
{
    const auto config = std::ranges::find_if(cli::commands(), [](const cli::Command &command) {
        return QLatin1String(command.name) == QLatin1String("config");
    });
    const usage::Following words = config->following();
    QCOMPARE(words.value(u"config"_s), (QStringList{u"get"_s, u"set"_s, u"unset"_s, u"path"_s}));
    QCOMPARE(words.value(u"set"_s), cli::settingNames());
    QCOMPARE(words.value(u"conflict"_s), (QStringList{u"number"_s, u"skip"_s, u"replace"_s}));
    QCOMPARE(words.value(u"netrc"_s), (QStringList{u"yes"_s, u"no"_s}));
}

void ConfigTest::theProgramReadsIt()
{
    write("conflict = nonsense\n");
    test::CliProcess process;
    process.setEnvironment(u"LAPWING_CONFIG"_s, m_file);
    const test::Ran ran = process.run({u"get"_s, dead});
    QCOMPARE(ran.status, 2);
    QVERIFY2(ran.err.contains("my.conf, line 1: --conflict is one of"), ran.err.constData());
}

LAPWING_TEST(ConfigTest)
#include "tst_config.moc"
