// SPDX-License-Identifier: MIT
#include "cli/cli.h"

#include "cli/commands.h"
#include "cli/options.h"

#include <algorithm>

namespace lapwing::cli {
namespace {

#define TEXT(words) QT_TRANSLATE_NOOP("lapwing::cli::Text", words)

const Command table[] = {
    {"get", "[URL...]",
     TEXT("Downloads links, many at once.\n"
          "First the links of the lists, in the order of the lists, then those given here; a link "
          "that comes "
          "twice is fetched once."),
     optionsOfGet(),
     TEXT("Results go to standard output, one line for each link, then the summary. With --json "
          "only the run "
          "document goes there.\n"
          "\n"
          "A line of a list that is no link is named with its reason, the rest is fetched, and the "
          "exit status "
          "is 1 at least. An argument that is no link is wrong usage.\n"
          "\n"
          "Ctrl+C stops, and keeps what can be gone on from; once more ends at once. The same "
          "command again goes on where it stopped. A file that an earlier run finished is asked "
          "for with a condition: where the server still has the same, it is already there and is "
          "not fetched again.\n"
          "\n"
          "What is given on a command line can be seen by everybody on this machine while it "
          "runs: a netrc keeps a password from them.\n"
          "\n"
          "Exit status: 0 all done or already there (also those of which nothing proves that they "
          "are whole: that "
          "is said); 1 "
          "some failed; 2 wrong usage; 3 nothing succeeded; 4 this machine could not write, "
          "standard "
          "output and --export too; 5 a clause of --require does not hold; 130 interrupted, 143 "
          "told to end. The first that holds of 130 and 143, 2, 4, 3, 1, 5. A measured baseline "
          "that fails is said and does not count; nor does it count when whoever reads standard "
          "output has seen enough ('| head')."),
     runGet},
    {"compare", "[URL...]",
     TEXT("Measures what running a list together is worth: rounds of both ways, in random order.\n"
          "No files are kept. What it costs in bytes is said before it starts."),
     optionsOfCompare(),
     TEXT("Each round fetches the whole list twice: together and one at a time, each with "
          "connections of its own. The result is the median of the rounds' ratios, with the "
          "interval that holds the true one with 95 % or more, from six rounds on. Rounds that did "
          "not bring the same files and bytes are not comparable, and no figure is given.\n"
          "\n"
          "Exit status: as get; 3 also when the result is not comparable."),
     runCompare},
    {"sweep", "[URL...]",
     TEXT("Finds how many at once these servers reward: rounds of several numbers.\n"
          "No files are kept. What it costs in bytes is said before it starts."),
     optionsOfSweep(),
     TEXT(
         "The first round goes up, the others come in random order. A number that a server says "
         "is too many (429, 503) ends the way up. The number to use is the smallest one within 5 % "
         "of the best.\n"
         "\n"
         "Exit status: as get; 3 also when no number can be recommended."),
     runSweep},
    {"report", "RUN.json",
     TEXT("Writes a run document in other formats, and tells what is in it.\n"
          "RUN.json is what --export RUN.json wrote; - is standard input."),
     optionsOfReport(),
     TEXT("Comparison, phases and verdicts are worked out anew from the times in the document.\n"
          "\n"
          "Exit status: 0 everything was written, however the downloads had ended; 2 wrong usage, "
          "or the file could not be read or is no run document; 4 this machine could not write."),
     runReport},
    {"diff", "A.json B.json",
     TEXT("Compares two runs: what got slower, by how much, in which phase, at which server.\n"
          "Files are the same by their links. - is standard input, for one of the two."),
     optionsOfDiff(),
     TEXT("Of a document with several runs the one in the middle counts: of those together with "
          "the number at once of its plan, the one whose elapsed time is the median.\n"
          "\n"
          "Exit status: 0 it was told, whatever the difference is; 2 wrong usage, or a file could "
          "not be read or is no run document; 4 standard output could not be written."),
     runDiff},
    {"demo", nullptr,
     TEXT("Shows three deliveries one at a time, as tasks and gathered, and what that was worth.\n"
          "They are fetched from a server inside this program: no network is needed."),
     optionsOfDemo(),
     TEXT("Exit status: 0 all done; 2 wrong usage; 1 or 3 a delivery failed; 4 this machine could "
          "not write; 130 interrupted, 143 told to end."),
     runDemo},
    {"serve", nullptr,
     TEXT("Runs the demo server alone and prints its address.\n"
          "Only this machine can reach it."),
     optionsOfServe(),
     TEXT("It runs until it is interrupted. Exit status: 130 interrupted, 143 told to end; 2 wrong "
          "usage; 3 the port is taken; 4 standard output could not be written."),
     runServe},
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
    return command.run(given, streams);
}

} // namespace

std::span<const Command> commands()
{
    return table;
}

int run(const QStringList &arguments, Streams &streams)
{
    if (arguments.isEmpty())
        return wrongUsage(streams, QString(), Text::tr("A command is missing."));
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
        table, [&first](const Command &each) { return first == QLatin1String(each.name); });
    if (command != std::end(table))
        return runCommand(*command, arguments, streams);
    return wrongUsage(streams, QString(),
                      first.startsWith(u'-') ? Text::tr("There is no option '%1'.").arg(first)
                                             : Text::tr("There is no command '%1'.").arg(first));
}

} // namespace lapwing::cli
