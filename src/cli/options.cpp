// SPDX-License-Identifier: MIT
#include "cli/options.h"

#include "cli/words.h"
#include "report/export.h"

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
     TEXT("List of links: text with one link per line, an aria2 input file, Metalink, CSV, JSON, "
          "an HTML page, a run document, curl commands and others (see 'list --help'); also "
          "compressed. - is standard input. May be repeated.")},
    {nullptr, "base", "URL",
     TEXT("Address of relative links and of the files in a checksum list.")},
    {nullptr, "expand", nullptr,
     TEXT("Expand ranges in links: [01-20], [01:20:2], {a,b}; at most 100,000 links.")},
};

constexpr Option limitOptions[] = {
    {"j", "at-once", "N", TEXT("Number of simultaneous downloads, 1 to 256 (default: 6).")},
    {nullptr, "per-host", "N",
     TEXT("Maximum at a time from one host (scheme, name and port), 1 to 256 (default: the value "
          "of --at-once).")},
};

constexpr Option fileOptions[] = {
    {"d", "directory", "DIR",
     TEXT("Output directory, created if missing (default: the current directory).")},
    {nullptr, "null", nullptr, TEXT("Discard the data and write no files.")},
};

constexpr Option keepOptions[] = {
    {nullptr, "conflict", "HOW",
     TEXT("When a file of that name exists: number saves as 'name (1)', skip keeps the existing "
          "file, replace replaces it once the download is complete (default: number)."),
     conflictWords},
    {nullptr, "allow-folders", nullptr,
     TEXT("Save files where a list says, also outside the output directory; only for lists that "
          "you trust. By default such files are saved in the output directory.")},
};

constexpr Option proofOptions[] = {
    {nullptr, "checksum", "TYPE=HEX",
     TEXT("Expected checksum of the file: md5, sha-1, sha-224, sha-256, sha-384 or sha-512. Its "
          "digits alone are enough. With one link only."),
     checksumWords},
    {nullptr, "require-proof", nullptr, TEXT("Treat files that cannot be verified as failed.")},
    {nullptr, "max-size", "BYTES",
     TEXT("Maximum file size; larger downloads fail. k, M, G and T are thousands, millions and so "
          "on: 10M.")},
    {nullptr, "retries", "N",
     TEXT("Number of retries after a temporary error, 0 to 100 (default: 4).")},
    {nullptr, "connect-timeout", "S",
     TEXT("Connection timeout in seconds, for example 0.5 (default: 30).")},
    {nullptr, "first-byte-timeout", "S",
     TEXT("Response timeout in seconds, from request to response (default: 60).")},
    {nullptr, "stall-timeout", "S",
     TEXT("Stall timeout: seconds without receiving any data (default: 30).")},
    {nullptr, "min-rate", "BYTES",
     TEXT("Minimum speed in bytes per second; a download slower than this for 30 s fails; 0 is no "
          "minimum (default: 100).")},
};

constexpr Option baselineOptions[] = {
    {nullptr, "baseline", "HOW",
     TEXT("Time of the same list one at a time: none estimates it from this run; measure downloads "
          "everything again afterwards, one at a time (default: none)."),
     baselineWords},
};

constexpr Option tellingOptions[] = {
    {nullptr, "export", "FILE",
     TEXT("Export the run in the format of the file name's ending: {endings}; - is the run "
          "document (JSON) on standard output. May be repeated."),
     report::endings},
    {nullptr, "json", nullptr, TEXT("Same as --export -")},
    {nullptr, "progress", "KIND",
     TEXT("Progress on standard error: bar, plain, json (one object per line), none, or auto: bar "
          "on a terminal, otherwise plain (default: auto)."),
     progressWords},
};

constexpr Option accessOptions[] = {
    {nullptr, "header", "'NAME: VALUE'",
     TEXT("Request header, sent to the host of each link and never to another host it redirects "
          "to. May be repeated.")},
    {nullptr, "netrc", nullptr,
     TEXT("Read user names and passwords from the file named by the variable NETRC, or from "
          "~/.netrc. Only you may have access to it (chmod 600). A user name in a link takes "
          "precedence.")},
    {nullptr, "load-cookies", "FILE",
     TEXT("Load cookies from a Netscape cookies.txt file; each is sent only where it belongs.")},
    {nullptr, "no-cookies", nullptr,
     TEXT("Ignore cookies that servers set. By default they are kept in memory until the run "
          "ends and sent where they belong. Cookies of --load-cookies are sent in either case.")},
    {nullptr, "proxy", "URL",
     TEXT("Proxy: http://[NAME:PASSWORD@]HOST:PORT, socks5://..., or none to connect directly "
          "(default: the environment variables http_proxy, https_proxy and all_proxy). Hosts in "
          "no_proxy are always connected to directly."),
     proxyWords},
    {nullptr, "ca-certificate", "FILE", TEXT("Additional trusted certificates (PEM).")},
    {nullptr, "full-urls", nullptr,
     TEXT("Show query values of links, which are otherwise hidden. Passwords stay hidden.")},
};

constexpr Option budgetOptions[] = {
    {nullptr, "require", "CLAUSES",
     TEXT("Requirements; exit with status 5 if one is not met: "
          "'elapsed<=60,p95<=5,speedup>=2,failed==0'. Names: elapsed, p50, p90, p95, p99 and max "
          "of the downloads' own times (seconds), speedup, done, unverified, failed, bytes, rate "
          "(bytes per second).")},
};

constexpr Option roundOptions[] = {
    {nullptr, "warm", nullptr,
     TEXT("Do one uncounted run of each kind first, so that DNS, TLS tickets and caches are warm "
          "(default: cold). Every run opens new connections.")},
    {nullptr, "seed", "N", TEXT("Random seed for the order within the rounds.")},
};

constexpr Option compareRounds[] = {
    {nullptr, "rounds", "N",
     TEXT("Number of rounds, 1 to 100 (default: 6, the minimum for a 95 % interval).")},
};

constexpr Option sweepRounds[] = {
    {nullptr, "levels", "N,N,...",
     TEXT("Numbers of simultaneous downloads to try, 1 to 256 each (default: 1,2,4,8,16,32). "
          "Numbers above the number of links are not tried."),
     levelWords},
    {nullptr, "rounds", "N",
     TEXT("Number of rounds, 1 to 100 (default: 3; a 95 % interval needs 6).")},
};

constexpr auto allOfGet = join(listOptions, fileOptions, limitOptions, keepOptions, proofOptions,
                               baselineOptions, budgetOptions, tellingOptions, accessOptions);
constexpr auto allOfCompare =
    join(listOptions, fileOptions, limitOptions, compareRounds, roundOptions, proofOptions,
         budgetOptions, tellingOptions, accessOptions);
constexpr auto allOfSweep = join(listOptions, fileOptions, sweepRounds, roundOptions, proofOptions,
                                 tellingOptions, accessOptions);

constexpr Option toOptions[] = {
    {nullptr, "to", "FORMAT",
     TEXT("Format to write: aria2, csv, curl (commands), jsonl (JSON Lines), metalink or text "
          "(default: text)."),
     formatWords},
    {nullptr, "check", nullptr, TEXT("Write no list; only report what would be refused.")},
    {nullptr, "failed", nullptr, TEXT("Of a run document, only the downloads that are not done.")},
    {nullptr, "base", "URL",
     TEXT("Address of relative links and of the files in a checksum list.")},
    {nullptr, "expand", nullptr,
     TEXT("Expand ranges in links: [01-20], [01:20:2], {a,b}; at most 100,000 links.")},
};

constexpr Option reportOptions[] = {
    {nullptr, "export", "FILE",
     TEXT("Export it in the format of the file name's ending: {endings}; - is the run document "
          "(JSON) on standard output. May be repeated."),
     report::endings},
    {nullptr, "json", nullptr, TEXT("Same as --export -")},
    {nullptr, "full-urls", nullptr,
     TEXT("Keep the query values of links as they are in the document. Redacted values cannot be "
          "recovered.")},
};

constexpr Option diffOptions[] = {
    {nullptr, "full-urls", nullptr,
     TEXT("Show the links of files too, with query values where the documents have them.")},
};

constexpr Option primerOptions[] = {
    {nullptr, "scale", "X",
     TEXT("Scale factor for the seconds of the lesson: 0.1 turns 5 s into 0.5 s; above 0, up to 10 "
          "(default: 0.1; 1 for the lesson that asks for a number).")},
};

constexpr Option demoOptions[] = {
    {nullptr, "mode", "MODE",
     TEXT("one-at-a-time, tasks or gather; all: these three; blocking: a call that blocks the "
          "event loop; cpu: CPU-bound work on it; these two also on threads (default: all)."),
     demoModeWords},
    {nullptr, "scale", "X",
     TEXT("Scale factor for the meals: 0.1 turns 5 s into 0.5 s; above 0, up to 10 (default: "
          "1).")},
    {nullptr, "export", "FILE",
     TEXT("Export the downloads in the format of the file name's ending: {endings}; - is the "
          "run document (JSON) on standard output; messages then go to standard error. May be "
          "repeated."),
     report::endings},
    {nullptr, "json", nullptr, TEXT("Same as --export -")},
};

constexpr Option serveOptions[] = {
    {nullptr, "port", "N", TEXT("Port, 0 to 65535; 0 chooses a free one (default: 0).")},
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

std::span<const Option> optionsOfList()
{
    return toOptions;
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

std::span<const Option> optionsOfPrimer()
{
    return primerOptions;
}

std::span<const Option> optionsOfServe()
{
    return serveOptions;
}

} // namespace lapwing::cli
