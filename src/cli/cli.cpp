// SPDX-License-Identifier: MIT
#include "cli/cli.h"

#include "cli/commands/commands.h"
#include "cli/config/defaults.h"
#include "cli/examples.h"
#include "cli/exitstatus.h"
#include "cli/options.h"

#include <algorithm>

namespace lapwing::cli {
namespace {

#define TEXT(words) QT_TRANSLATE_NOOP("lapwing::cli::Text", words)

const Command allCommands[] = {
    {"get", "[URL...]",
     TEXT("Downloads links, many at once.\n"
          "Links of the lists come first, in the order of the lists, then those given here. A "
          "link that appears twice is downloaded once."),
     optionsOfGet(),
     TEXT("Results go to standard output: one line for each link, then the summary. With "
          "--json, only the run document goes there.\n"
          "\n"
          "With '-i -', links are started as they come, and the run ends when standard input "
          "does. This applies to text, aria2 input files, JSON Lines and the output of apt-get "
          "--print-uris; any other list is read to its end first, as is every list of compare, "
          "sweep and --checksum.\n"
          "\n"
          "Lines of a list that are not links are reported with the reason; the rest is "
          "downloaded, and the exit status is at least 1. An argument that is not a link is "
          "wrong usage.\n"
          "\n"
          "Ctrl+C stops and keeps resumable partial files; press it again to quit immediately. "
          "Run the same command again to resume. Files that an earlier run completed are "
          "requested with a condition and downloaded again only if they changed on the server.\n"
          "\n"
          "Other users of this machine can see the arguments of a running command: use a netrc "
          "file for passwords.\n"
          "\n"
          "Exit status: 0 everything is done or already on disk, including unverified files, "
          "which are reported; 1 some downloads failed; 2 wrong usage; 3 nothing succeeded; 4 "
          "this machine could not write, including standard output and --export; 5 a "
          "requirement of --require is not met; 130 interrupted; 143 terminated. If several "
          "apply, the first of 130 and 143, 2, 4, 3, 1, 5 is used. A failed baseline is "
          "reported but does not count; neither does a reader of standard output that stops "
          "early ('| head')."),
     runGet},
    {"compare", "[URL...]",
     TEXT("Measures what downloading a list in parallel gains: each round runs both ways, in "
          "random order.\n"
          "No files are kept. The amount of data is shown before it starts."),
     optionsOfCompare(),
     TEXT("Each round downloads the whole list twice, together and one at a time, each over "
          "connections of its own. The result is the median of the rounds' ratios, from six "
          "rounds on with a confidence interval of at least 95 %. Rounds that did not download "
          "the same files and bytes are not comparable, and no figure is given.\n"
          "\n"
          "Exit status: as for get; also 3 if the result is not comparable."),
     runCompare},
    {"sweep", "[URL...]",
     TEXT("Finds the best number of simultaneous downloads for these servers, in rounds of "
          "several numbers.\n"
          "No files are kept. The amount of data is shown before it starts."),
     optionsOfSweep(),
     TEXT("The first round tries the numbers in ascending order, later rounds in random order. "
          "If a server reports too many requests (429, 503), higher numbers are not tried. The "
          "recommended number is the smallest that is within 5 % of the best throughput, or that "
          "no other beats by more than chance.\n"
          "\n"
          "Exit status: as for get; also 3 if no number can be recommended."),
     runSweep},
    {"list", "FILE...",
     TEXT("Reads lists in any format and writes one list, without downloading anything.\n"
          "- is standard input."),
     optionsOfList(),
     TEXT("The format is recognized by the content, which may be compressed (gzip, xz, zstd): "
          "text with links in it, aria2 input files and sessions, Metalink 3 and 4, CSV and "
          "other tables, JSON and JSON Lines, the transfers of KGet, HTML pages and bookmarks, run "
          "documents, curl and wget commands, 'apt-get --print-uris', checksum lists below an "
          "address or with --base, and link files (.url, .desktop, .webloc).\n"
          "\n"
          "A link that appears twice is written once. Lines that are not links, columns and "
          "settings that are not used, and what the new format cannot contain are reported on "
          "standard error. User names, passwords and headers are written as they are.\n"
          "\n"
          "Exit status: 0 every line was understood; 1 some lines were refused; 2 wrong usage, "
          "or a file could not be read or is not a list; 3 there is no link; 4 standard output "
          "could not be written."),
     runList},
    {"report", "RUN.json",
     TEXT("Writes a run document in other formats, and prints a summary.\n"
          "RUN.json was written by --export RUN.json; - is standard input."),
     optionsOfReport(),
     TEXT("Comparison, phases and verdicts are calculated anew from the times in the document.\n"
          "\n"
          "Exit status: 0 everything was written, whatever the outcome of the downloads; 2 "
          "wrong usage, or the file could not be read or is not a run document; 4 this machine "
          "could not write."),
     runReport},
    {"diff", "A.json B.json",
     TEXT("Compares two runs: what got slower, by how much, in which phase, and at which "
          "server.\n"
          "Files are matched by their links. One of the two may be -, standard input."),
     optionsOfDiff(),
     TEXT(
         "If a document has several runs, the one that its report shows counts: of rounds, the one "
         "whose speed-up is nearest to the median; of a sweep, the one with the median time at the "
         "recommended number. The first lines say which.\n"
         "Times are of the files that both runs downloaded. Where the two did not do the same "
         "work, the first sentence says why, and nothing is called faster or slower.\n"
         "\n"
         "Exit status: 0 success, whatever the difference; 2 wrong usage, or a file could not "
         "be read or is not a run document; 4 standard output could not be written."),
     runDiff},
    {"demo", nullptr,
     TEXT("Shows three deliveries in three ways: one at a time, as tasks and gathered.\n"
          "It says how much faster that was. They are downloaded from a built-in server; no "
          "network is needed."),
     optionsOfDemo(),
     TEXT("Exit status: 0 all done; 1 or 3 a delivery failed; 2 wrong usage; 4 this machine "
          "could not write; 130 interrupted; 143 terminated."),
     runDemo},
    {"primer", "[LESSON]",
     TEXT("Explains asynchronous programs in short lessons, and runs the program of each.\n"
          "Without LESSON, it lists them. No network is needed."),
     optionsOfPrimer(),
     TEXT("A lesson is its text, its C++ program, and a timeline of each run: a row for each "
          "coroutine, and a lane for the event loop. What is shown is measured.\n"
          "\n"
          "The lesson 'number' reads a number from standard input, twice.\n"
          "\n"
          "Exit status: 0 success; 2 wrong usage, or what was typed is not a number; 3 nothing "
          "could be run; 4 standard output could not be written."),
     runPrimer, primerWords},
    {"serve", nullptr,
     TEXT("Runs the demo server alone and prints its address.\n"
          "It is reachable from this machine only."),
     optionsOfServe(),
     TEXT("It runs until it is interrupted. Exit status: 130 interrupted; 143 terminated; 2 "
          "wrong usage; 3 the port is in use; 4 standard output could not be written."),
     runServe},
    {"config",
     "[get|unset NAME | set NAME VALUE | path]",
     TEXT("Shows and sets the defaults of options, and says where each comes from.\n"
          "get shows one of them, set and unset change the configuration file, path tells where "
          "it is."),
     {},
     TEXT("An option on the command line takes precedence over the variable LAPWING_NAME "
          "(LAPWING_AT_ONCE for --at-once), which takes precedence over the configuration file, "
          "and the file over the built-in default. Flags are yes or no; a variable set to no "
          "(LAPWING_NETRC=no) turns off what the file turns on.\n"
          "\n"
          "The configuration file is $XDG_CONFIG_HOME/lapwing/lapwing-cli.conf (usually in "
          "~/.config), or the one that the variable LAPWING_CONFIG names; /dev/null is none. Each "
          "line is 'option = value', for example 'at-once = 12'; the names are those of the "
          "options, and apply to each command that has the option. Lines that begin with # are "
          "not read. ~/ at the start of a path is your home directory.\n"
          "\n"
          "Options that concern a single call (--input, --export and others) have no default, nor "
          "do headers. A proxy with a password belongs in LAPWING_PROXY: the file is plain "
          "text.\n"
          "\n"
          "Exit status: 0 success; 2 wrong usage, or something in a variable or in the file is "
          "wrong; 4 the file or standard output could not be written."),
     runConfig,
     configWords},
    {"help",
     "[TOPIC]",
     TEXT("Shows help on a topic: a command, an error or a subject.\n"
          "TOPIC is a command, the code of an error (http-404), or a page of the help; without "
          "it, the topics are listed."),
     {},
     TEXT("Codes of errors are in the run document, in CSV, and at the end of a run that had "
          "failures. The pages are those of the window (F1).\n"
          "\n"
          "Exit status: 0 success; 2 there is no such topic; 4 standard output could not be "
          "written."),
     runHelp,
     helpWords},
};

#undef TEXT

int runCommand(const Command &command, const QStringList &arguments, Streams &streams)
{
    QCommandLineParser given;
    const QString wrong = parse(command, arguments, given);
    if (!wrong.isEmpty())
        return wrongUsage(streams, QLatin1String(command.name), wrong);
    if (given.isSet(QStringLiteral("help"))) {
        write(streams.out, helpOf(command).toUtf8());
        return statusOfTelling(streams);
    }
    const Read<QStringList> defaults = defaultsFor(command, given);
    if (!defaults)
        return wrongUsage(streams, QStringLiteral("config"), defaults.error());
    if (defaults->isEmpty())
        return command.run(given, streams);
    QCommandLineParser settled;
    const QStringList all = arguments.mid(0, 1) + *defaults + arguments.mid(1);
    if (const QString clash = parse(command, all, settled); !clash.isEmpty())
        return wrongUsage(streams, QLatin1String(command.name), clash);
    return command.run(settled, streams);
}

/// Whoever calls the program without anything wants to know what it can do; a script has made a mistake.
int runNothing(Streams &streams)
{
    write(streams.err, overview().toUtf8());
    ExitFacts ending;
    ending.wrongUsage = true;
    return exitStatus(ending);
}

QString unknown(const QString &word)
{
    if (word.startsWith(u'-'))
        return suggesting(Text::tr("There is no option '%1'.").arg(word), word,
                          {QStringLiteral("--help"), QStringLiteral("--version")});
    QStringList known;
    for (const Command &command : allCommands)
        known << QLatin1String(command.name);
    return suggesting(Text::tr("There is no command '%1'.").arg(word), word, known);
}

} // namespace

std::span<const Command> commands()
{
    return allCommands;
}

int run(const QStringList &arguments, Streams &streams)
{
    if (arguments.isEmpty())
        return runNothing(streams);
    const QString &first = arguments.constFirst();
    if (first == u"--help" || first == u"-h") {
        write(streams.out, helpOf(commands()).toUtf8());
        return statusOfTelling(streams);
    }
    if (first == u"--version") {
        say(streams.out, QStringLiteral("lapwing-cli " LAPWING_VERSION));
        return statusOfTelling(streams);
    }
    const auto *const command = std::ranges::find_if(
        allCommands, [&first](const Command &each) { return first == QLatin1String(each.name); });
    if (command != std::end(allCommands))
        return runCommand(*command, arguments, streams);
    return wrongUsage(streams, QString(), unknown(first));
}

} // namespace lapwing::cli
