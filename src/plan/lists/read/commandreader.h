// SPDX-License-Identifier: MIT
#pragma once

#include "plan/lists/fields.h"
#include "plan/lists/read/commandoptions.h"
#include "plan/lists/read/shellwords.h"

#include <optional>
#include <span>

namespace lapwing::plan {

/// Reads the commands of curl and wget, one after the other: what the options of one say is said of each of its links.
class CommandReader {
public:
    CommandReader(Links &links, bool isInText) : m_links(links), m_isInText(isInText) { }
    void read(const ShellCommand &command);

private:
    using Error = std::optional<ListError>;

    [[nodiscard]] Error readWords(const ShellCommand &command);
    [[nodiscard]] Error readOption(const QStringList &words, qsizetype &place);
    [[nodiscard]] Error readShort(const QStringList &words, qsizetype &place);
    [[nodiscard]] Error apply(const CommandOption &option, const QString &value);
    [[nodiscard]] Error applyHeader(const QString &value);
    [[nodiscard]] Error applyCookie(const CommandOption &option, const QString &value);
    void applySettings(const CommandOption &option, const QString &value);
    void applyOutput(const QString &name);
    [[nodiscard]] const CommandOption *find(QStringView name) const;
    [[nodiscard]] QString outputFor(qsizetype place) const;
    [[nodiscard]] QString shownFor(const QString &program) const;
    void takeLinks(const ShellCommand &command);

    Links &m_links;
    const bool m_isInText; ///< where a word without a scheme may be one of a sentence
    bool m_isCurl = false;
    bool m_hasOwnNames = false; ///< no link of it goes to standard output by itself
    bool m_hasRanges = false;   ///< in links, where they have brackets
    std::span<const CommandOption> m_options;
    Found m_common;
    QStringList m_urls;
    QStringList m_outputs; ///< by link; empty: its own name; "-": standard output
};

} // namespace lapwing::plan
