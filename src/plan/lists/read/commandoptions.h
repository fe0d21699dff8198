// SPDX-License-Identifier: MIT
#pragma once

#include <QStringView>

#include <span>

/// Inside this folder only: what the options of other programs mean.
namespace lapwing::plan {

/// What an option of curl or wget means here.
enum class Meaning {
    Nothing, ///< asked for in any case, or only how the program talks
    Valued,  ///< the same, with a value
    Unused,  ///< said once
    UnusedValue,
    Header,
    UserAgent,
    Referer,
    Cookie,
    Login, ///< NAME:PASSWORD
    User,
    Password,
    Output,
    OwnName,  ///< of curl: in place of an output, for one link
    OwnNames, ///< the same for all that have no output
    Folder,
    Link,
    AsWritten, ///< brackets in the links are no ranges
    Data,      ///< sends something to the server
    Method,
    Proxy,
    Setting,   ///< see CommandOption::settings
    SettingOn, ///< the same, without a value
    Retries,   ///< how often after the first time
};

struct CommandOption {
    QStringView name; ///< with its dashes
    Meaning meaning;
    QStringView settings{}; ///< of an aria2 input file that mean the same, with blanks between them
    QStringView usual{};    ///< the value that asks for what is done here without it
};

[[nodiscard]] std::span<const CommandOption> optionsOfCurl();
[[nodiscard]] std::span<const CommandOption> optionsOfWget();

[[nodiscard]] bool takesValue(Meaning meaning);

} // namespace lapwing::plan
