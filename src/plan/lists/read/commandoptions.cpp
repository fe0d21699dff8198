// SPDX-License-Identifier: MIT
#include "plan/lists/read/commandoptions.h"

#include <algorithm>
#include <array>

namespace lapwing::plan {
namespace {

constexpr auto curlOptions = std::to_array<CommandOption>({
    {u"-H", Meaning::Header},
    {u"--header", Meaning::Header},
    {u"-A", Meaning::UserAgent},
    {u"--user-agent", Meaning::UserAgent},
    {u"-e", Meaning::Referer},
    {u"--referer", Meaning::Referer},
    {u"-b", Meaning::Cookie},
    {u"--cookie", Meaning::Cookie},
    {u"-u", Meaning::Login},
    {u"--user", Meaning::Login},
    {u"-o", Meaning::Output},
    {u"--output", Meaning::Output},
    {u"--output-dir", Meaning::Folder},
    {u"--url", Meaning::Link},
    {u"-X", Meaning::Method},
    {u"--request", Meaning::Method},
    {u"-x", Meaning::Proxy},
    {u"--proxy", Meaning::Proxy},
    {u"-d", Meaning::Data},
    {u"--data", Meaning::Data},
    {u"--data-raw", Meaning::Data},
    {u"--data-binary", Meaning::Data},
    {u"--data-ascii", Meaning::Data},
    {u"--data-urlencode", Meaning::Data},
    {u"--json", Meaning::Data},
    {u"-F", Meaning::Data},
    {u"--form", Meaning::Data},
    {u"-T", Meaning::Data},
    {u"--upload-file", Meaning::Data},
    {u"-I", Meaning::Unused},
    {u"--head", Meaning::Unused},
    {u"-k", Meaning::Unused},
    {u"--insecure", Meaning::Unused},
    {u"-r", Meaning::UnusedValue},
    {u"--range", Meaning::UnusedValue},
    {u"-m", Meaning::UnusedValue},
    {u"--max-time", Meaning::UnusedValue},
    {u"--connect-timeout", Meaning::Setting, u"connect-timeout"},
    {u"--retry", Meaning::Retries},
    {u"--retry-delay", Meaning::Setting, u"retry-wait", u"0"}, // each wait longer than the last
    {u"--limit-rate", Meaning::Setting, u"max-download-limit"},
    {u"-R", Meaning::SettingOn, u"remote-time"},
    {u"--remote-time", Meaning::SettingOn, u"remote-time"},
    {u"--proto", Meaning::UnusedValue},
    {u"--proto-redir", Meaning::UnusedValue},
    {u"--retry-max-time", Meaning::UnusedValue},
    {u"--max-redirs", Meaning::UnusedValue},
    {u"--retry-all-errors", Meaning::Unused},
    {u"--retry-connrefused", Meaning::Unused},
    {u"-4", Meaning::Unused},
    {u"-6", Meaning::Unused},
    {u"--cacert", Meaning::UnusedValue},
    {u"-E", Meaning::UnusedValue},
    {u"--cert", Meaning::UnusedValue},
    {u"--key", Meaning::UnusedValue},
    {u"--resolve", Meaning::UnusedValue},
    {u"-w", Meaning::Valued},
    {u"--write-out", Meaning::Valued},
    {u"-C", Meaning::Valued},
    {u"--continue-at", Meaning::Valued},
    {u"--compressed", Meaning::Nothing},
    {u"-L", Meaning::Nothing},
    {u"--location", Meaning::Nothing},
    {u"-O", Meaning::OwnName},
    {u"--remote-name", Meaning::OwnName},
    {u"--remote-name-all", Meaning::OwnNames},
    {u"-J", Meaning::Nothing},
    {u"--remote-header-name", Meaning::Nothing},
    {u"-s", Meaning::Nothing},
    {u"--silent", Meaning::Nothing},
    {u"-S", Meaning::Nothing},
    {u"--show-error", Meaning::Nothing},
    {u"-f", Meaning::Nothing},
    {u"--fail", Meaning::Nothing},
    {u"--fail-with-body", Meaning::Nothing},
    {u"--fail-early", Meaning::Nothing},
    {u"-Z", Meaning::Nothing},
    {u"--parallel", Meaning::Nothing},
    {u"--parallel-max", Meaning::Valued},
    {u"--tlsv1.2", Meaning::Nothing},
    {u"--no-progress-meter", Meaning::Nothing},
    {u"-v", Meaning::Nothing},
    {u"--verbose", Meaning::Nothing},
    {u"-i", Meaning::Nothing},
    {u"--include", Meaning::Nothing},
    {u"-#", Meaning::Nothing},
    {u"--progress-bar", Meaning::Nothing},
    {u"-g", Meaning::AsWritten},
    {u"--globoff", Meaning::AsWritten},
    {u"--create-dirs", Meaning::Nothing},
    {u"--http1.1", Meaning::Nothing},
    {u"--http2", Meaning::Nothing},
    {u"--get", Meaning::Nothing},
    {u"-G", Meaning::Nothing},
    {u"-N", Meaning::Nothing},
});

constexpr auto wgetOptions = std::to_array<CommandOption>({
    {u"--header", Meaning::Header},
    {u"-U", Meaning::UserAgent},
    {u"--user-agent", Meaning::UserAgent},
    {u"--referer", Meaning::Referer},
    {u"--user", Meaning::User},
    {u"--http-user", Meaning::User},
    {u"--password", Meaning::Password},
    {u"--http-password", Meaning::Password},
    {u"-O", Meaning::Output},
    {u"--output-document", Meaning::Output},
    {u"-P", Meaning::Folder},
    {u"--directory-prefix", Meaning::Folder},
    {u"--post-data", Meaning::Data},
    {u"--post-file", Meaning::Data},
    {u"--body-data", Meaning::Data},
    {u"--body-file", Meaning::Data},
    {u"--method", Meaning::Method},
    {u"--no-check-certificate", Meaning::Unused},
    {u"-t", Meaning::Setting, u"max-tries"},
    {u"--tries", Meaning::Setting, u"max-tries"},
    {u"-T", Meaning::Setting, u"timeout connect-timeout"},
    {u"--timeout", Meaning::Setting, u"timeout connect-timeout"},
    {u"--connect-timeout", Meaning::Setting, u"connect-timeout"},
    {u"--read-timeout", Meaning::Setting, u"timeout"},
    {u"--limit-rate", Meaning::Setting, u"max-download-limit"},
    {u"--no-proxy", Meaning::Unused},
    {u"--no-cache", Meaning::SettingOn, u"http-no-cache"},
    {u"-w", Meaning::UnusedValue},
    {u"--wait", Meaning::UnusedValue},
    {u"--waitretry", Meaning::UnusedValue},
    {u"-o", Meaning::Valued},
    {u"--output-file", Meaning::Valued},
    {u"-a", Meaning::Valued},
    {u"--append-output", Meaning::Valued},
    {u"--load-cookies", Meaning::UnusedValue},
    {u"-c", Meaning::Nothing},
    {u"--continue", Meaning::Nothing},
    {u"-q", Meaning::Nothing},
    {u"--quiet", Meaning::Nothing},
    {u"-nv", Meaning::Nothing},
    {u"--no-verbose", Meaning::Nothing},
    {u"-nc", Meaning::Nothing},
    {u"--no-clobber", Meaning::Nothing},
    {u"-N", Meaning::Nothing},
    {u"--timestamping", Meaning::Nothing},
    {u"--content-disposition", Meaning::Nothing},
    {u"--show-progress", Meaning::Nothing},
    {u"--trust-server-names", Meaning::Nothing},
    {u"--no-cookies", Meaning::Nothing},
});

} // namespace

std::span<const CommandOption> optionsOfCurl()
{
    return curlOptions;
}

std::span<const CommandOption> optionsOfWget()
{
    return wgetOptions;
}

bool takesValue(Meaning meaning)
{
    constexpr std::array flags{Meaning::Nothing, Meaning::Unused,   Meaning::SettingOn,
                               Meaning::OwnName, Meaning::OwnNames, Meaning::AsWritten};
    return std::ranges::find(flags, meaning) == flags.end();
}

} // namespace lapwing::plan
