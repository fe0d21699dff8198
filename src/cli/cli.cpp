// SPDX-License-Identifier: MIT
#include "cli/cli.h"

#include "cli/commands.h"

#include <algorithm>

namespace lapwing::cli {
namespace {

#define TEXT(words) QT_TRANSLATE_NOOP("lapwing::cli::Text", words)

constexpr Option getOptions[] = {
    {"i", "input", "FILE",
     TEXT("Links, one a line, or an HTML file; - is standard input. May be given more than once.")},
    {"d", "directory", "DIR",
     TEXT("Where the files go; made when missing. Without it: where you are.")},
    {"j", "at-once", "N", TEXT("How many at once, 1 to 256. Without it: 6.")},
    {nullptr, "per-host", "N",
     TEXT("At most so many at once from one scheme, name and port, 1 to 256. Without it: as many "
          "as --at-once.")},
    {nullptr, "null", nullptr, TEXT("Counts the bytes and forgets them: no files.")},
    {nullptr, "conflict", "HOW",
     TEXT("When a name is taken by another file: number makes it 'name (1)', skip leaves what is "
          "there and says so, replace puts the new file in its place when it is whole. Without "
          "it: number.")},
    {nullptr, "checksum", "TYPE=HEX",
     TEXT("What the file must hash to: md5, sha-1, sha-224, sha-256, sha-384 or sha-512. With one "
          "link only.")},
    {nullptr, "require-proof", nullptr,
     TEXT("A file has failed when nothing proves that it is whole.")},
    {nullptr, "max-size", "BYTES",
     TEXT("A larger file has failed. k, M, G and T are thousands, millions and so on: 10M.")},
    {nullptr, "retries", "N",
     TEXT("So many tries after the first, 0 to 100, where another one may help. Without it: 4.")},
    {nullptr, "connect-timeout", "S",
     TEXT("Seconds until a connection is there; 0.5 is half a second. Without it: 30.")},
    {nullptr, "first-byte-timeout", "S",
     TEXT("Seconds from the request to the answer. Without it: 60.")},
    {nullptr, "stall-timeout", "S", TEXT("Seconds without a byte of the file. Without it: 30.")},
    {nullptr, "min-rate", "BYTES",
     TEXT("Bytes a second; slower for half a minute has failed; 0: nothing is too slow. Without "
          "it: 100.")},
    {nullptr, "baseline", "HOW",
     TEXT("What it would have been one at a time: none estimates a range from this run; measure "
          "fetches "
          "everything again, one at a time, afterwards, when all went well. Without it: none.")},
    {nullptr, "export", "FILE",
     TEXT("Writes the run as JSON or CSV, by the ending .json or .csv; - is the run document "
          "(JSON) on standard "
          "output. May be given more than once.")},
    {nullptr, "json", nullptr, TEXT("The same as --export -")},
    {nullptr, "progress", "KIND",
     TEXT("On standard error: bar, plain, json (one object a line), none, or auto: a bar on a "
          "terminal, else "
          "plain. Without it: auto.")},
    {nullptr, "header", "'NAME: VALUE'",
     TEXT("Sent to the scheme, name and port of each link, and to no other that it redirects to. "
          "May be given more than once.")},
    {nullptr, "netrc", nullptr,
     TEXT("Reads user names and passwords from the file that NETRC names, else from ~/.netrc. It "
          "has to be yours alone (chmod 600). A user name in a link goes before it.")},
    {nullptr, "load-cookies", "FILE",
     TEXT("Cookies in the format of Netscape, as browsers' add-ons write them; each is sent where "
          "it belongs.")},
    {nullptr, "proxy", "URL",
     TEXT("Asks through http://[NAME:PASSWORD@]HOST:PORT or socks5://...; without it directly.")},
    {nullptr, "ca-certificate", "FILE", TEXT("PEM certificates to trust besides the system's.")},
    {nullptr, "full-urls", nullptr,
     TEXT("Shows and writes the values of query strings, which are hidden otherwise. Passwords "
          "stay hidden.")},
};

constexpr Option demoOptions[] = {
    {nullptr, "mode", "MODE", TEXT("one-at-a-time, tasks, gather or all. Without it: all.")},
    {nullptr, "scale", "X",
     TEXT("How long the meals are: 0.1 makes 5 s 0.5 s; above 0, up to 10. Without it: 1.")},
};

constexpr Option serveOptions[] = {
    {nullptr, "port", "N", TEXT("0 to 65535; 0 is any free one. Without it: 0.")},
};

constexpr Command table[] = {
    {"get", "[URL...]",
     TEXT("Downloads links, many at once.\n"
          "First the links of the lists, in the order of the lists, then those given here; a link "
          "that comes "
          "twice is fetched once."),
     getOptions,
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
          "some failed; 2 wrong usage; 3 nothing succeeded; 4 this machine could not write; 130 "
          "interrupted, "
          "143 told to end. The first that holds of 130 and 143, 2, 4, 3, 1. A measured baseline "
          "that fails "
          "is said and does not count."),
     runGet},
    {"demo", nullptr,
     TEXT("Shows three deliveries one at a time, as tasks and gathered, and what that was worth.\n"
          "They are fetched from a server inside this program: no network is needed."),
     demoOptions,
     TEXT("Exit status: 0 all done; 2 wrong usage; 1 or 3 a delivery failed; 130 interrupted, 143 "
          "told to end."),
     runDemo},
    {"serve", nullptr,
     TEXT("Runs the demo server alone and prints its address.\n"
          "Only this machine can reach it."),
     serveOptions,
     TEXT("It runs until it is interrupted. Exit status: 130 interrupted, 143 told to end; 2 wrong "
          "usage; 3 the "
          "port is taken."),
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
        return 0;
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
        return 0;
    }
    if (first == u"--version") {
        say(streams.out, QStringLiteral("lapwing-cli " LAPWING_VERSION));
        return 0;
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
