// SPDX-License-Identifier: MIT
#include "cli/options.h"

#include <array>

namespace lapwing::cli {
namespace {

#define TEXT(words) QT_TRANSLATE_NOOP("lapwing::cli::Text", words)

/// One table after another.
template<std::size_t... Sizes>
constexpr auto join(const Option (&...tables)[Sizes])
{
    std::array<Option, (Sizes + ...)> all{};
    std::size_t place = 0;
    const auto add = [&](const auto &table) {
        for (const Option &option : table)
            all[place++] = option;
    };
    (add(tables), ...);
    return all;
}

constexpr Option listOptions[] = {
    {"i", "input", "FILE",
     TEXT(
         "Links, one a line, with a tab and a file name after it or without, or an HTML page; - is "
         "standard input. May be given more than once.")},
};

constexpr Option limitOptions[] = {
    {"j", "at-once", "N", TEXT("How many at once, 1 to 256. Without it: 6.")},
    {nullptr, "per-host", "N",
     TEXT("At most so many at once from one scheme, name and port, 1 to 256. Without it: as many "
          "as --at-once.")},
};

constexpr Option fileOptions[] = {
    {"d", "directory", "DIR",
     TEXT("Where the files go; made when missing. Without it: where you are.")},
    {nullptr, "null", nullptr, TEXT("Counts the bytes and forgets them: no files.")},
};

constexpr Option keepOptions[] = {
    {nullptr, "conflict", "HOW",
     TEXT("When a name is taken by another file: number makes it 'name (1)', skip leaves what is "
          "there and says so, replace puts the new file in its place when it is whole. Without "
          "it: number.")},
};

constexpr Option proofOptions[] = {
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
};

constexpr Option baselineOptions[] = {
    {nullptr, "baseline", "HOW",
     TEXT("What it would have been one at a time: none estimates a range from this run; measure "
          "fetches "
          "everything again, one at a time, afterwards, when all went well. Without it: none.")},
};

constexpr Option tellingOptions[] = {
    {nullptr, "export", "FILE",
     TEXT("Writes the run in the format of the ending: {endings}; - is the run document (JSON) on "
          "standard output. May be given more than once.")},
    {nullptr, "json", nullptr, TEXT("The same as --export -")},
    {nullptr, "progress", "KIND",
     TEXT("On standard error: bar, plain, json (one object a line), none, or auto: a bar on a "
          "terminal, else "
          "plain. Without it: auto.")},
};

constexpr Option accessOptions[] = {
    {nullptr, "header", "'NAME: VALUE'",
     TEXT("Sent to the scheme, name and port of each link, and to no other that it redirects to. "
          "May be given more than once.")},
    {nullptr, "netrc", nullptr,
     TEXT("Reads user names and passwords from the file that NETRC names, else from ~/.netrc. It "
          "has to be yours alone (chmod 600). A user name in a link goes before it.")},
    {nullptr, "load-cookies", "FILE",
     TEXT("Cookies in the format of Netscape, as browsers' add-ons write them; each is sent where "
          "it belongs.")},
    {nullptr, "no-cookies", nullptr,
     TEXT("Takes no cookies that servers set. Without it they are kept in memory until the run "
          "ends, and sent where they belong; those of --load-cookies are sent either way.")},
    {nullptr, "proxy", "URL",
     TEXT("Asks through http://[NAME:PASSWORD@]HOST:PORT or socks5://...; none: directly. Without "
          "it as the environment says: http_proxy, https_proxy, all_proxy. Servers in no_proxy are "
          "asked directly either way.")},
    {nullptr, "ca-certificate", "FILE", TEXT("PEM certificates to trust besides the system's.")},
    {nullptr, "full-urls", nullptr,
     TEXT("Shows and writes the values of query strings, which are hidden otherwise. Passwords "
          "stay hidden.")},
};

constexpr Option budgetOptions[] = {
    {nullptr, "require", "CLAUSES",
     TEXT("What has to hold, else the exit status is 5: 'elapsed<=60,p95<=5,speedup>=2,failed==0'. "
          "Names: elapsed, p50, p90, p95, p99 and max of the downloads' own times (seconds), "
          "speedup, done, unverified, failed, bytes, rate (bytes a second).")},
};

constexpr Option roundOptions[] = {
    {nullptr, "warm", nullptr,
     TEXT("A run of each kind goes first and is not counted, so that names, tickets and caches are "
          "warm. Without it: cold. Connections are new in every run.")},
    {nullptr, "seed", "N",
     TEXT("Of the order within the rounds; the same number, the same order.")},
};

constexpr Option compareRounds[] = {
    {nullptr, "rounds", "N",
     TEXT("How often each way, 1 to 100. Without it: 6, the least that allows a 95 % interval.")},
};

constexpr Option sweepRounds[] = {
    {nullptr, "levels", "N,N,...",
     TEXT("The numbers at once to try, 1 to 256 each. Without it: 1,2,4,8,16,32. More than "
          "the list has entries are not tried.")},
    {nullptr, "rounds", "N",
     TEXT("How often each, 1 to 100. Without it: 3. An interval of 95 % needs 6.")},
};

constexpr auto allOfGet = join(listOptions, fileOptions, limitOptions, keepOptions, proofOptions,
                               baselineOptions, budgetOptions, tellingOptions, accessOptions);
constexpr auto allOfCompare =
    join(listOptions, fileOptions, limitOptions, compareRounds, roundOptions, proofOptions,
         budgetOptions, tellingOptions, accessOptions);
constexpr auto allOfSweep = join(listOptions, fileOptions, sweepRounds, roundOptions, proofOptions,
                                 tellingOptions, accessOptions);

constexpr Option reportOptions[] = {
    {nullptr, "export", "FILE",
     TEXT("Writes it in the format of the ending: {endings}; - is the run document (JSON) on "
          "standard output. May be given more than once.")},
    {nullptr, "json", nullptr, TEXT("The same as --export -")},
    {nullptr, "full-urls", nullptr,
     TEXT("Leaves the values of query strings as they stand in the document. What was hidden when "
          "it was written cannot be brought back.")},
};

constexpr Option diffOptions[] = {
    {nullptr, "full-urls", nullptr,
     TEXT("Shows the values of query strings, where the documents have them.")},
};

constexpr Option demoOptions[] = {
    {nullptr, "mode", "MODE",
     TEXT("one-at-a-time, tasks or gather; all is these three; blocking: a call that blocks the "
          "loop; cpu: work that burns it, both also moved to a thread. Without it: all.")},
    {nullptr, "scale", "X",
     TEXT("How long the meals are: 0.1 makes 5 s 0.5 s; above 0, up to 10. Without it: 1.")},
    {nullptr, "export", "FILE",
     TEXT("Writes the downloads in the format of the ending: {endings}; - is the run document "
          "(JSON) on standard output, and what is told goes to standard error. May be given more "
          "than once.")},
    {nullptr, "json", nullptr, TEXT("The same as --export -")},
};

constexpr Option serveOptions[] = {
    {nullptr, "port", "N", TEXT("0 to 65535; 0 is any free one. Without it: 0.")},
};

#undef TEXT

} // namespace

std::span<const Option> optionsOfGet()
{
    return allOfGet;
}

std::span<const Option> optionsOfCompare()
{
    return allOfCompare;
}

std::span<const Option> optionsOfSweep()
{
    return allOfSweep;
}

std::span<const Option> optionsOfReport()
{
    return reportOptions;
}

std::span<const Option> optionsOfDiff()
{
    return diffOptions;
}

std::span<const Option> optionsOfDemo()
{
    return demoOptions;
}

std::span<const Option> optionsOfServe()
{
    return serveOptions;
}

} // namespace lapwing::cli
