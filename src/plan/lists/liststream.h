// SPDX-License-Identifier: MIT
#pragma once

#include "plan/lists/links.h"

#include <optional>

namespace lapwing::plan {

/// What comes behind an address that may be that of checksums.
enum class AfterAddress {
    MayBeChecksums,
    Nothing, ///< for now: somebody types
};

/// Whether each line of a list that begins so can be read when it comes: of a text, also with names, an aria2 input
/// file, JSON Lines and what apt-get prints. Absent: that is not clear before its first link, or what follows it.
[[nodiscard]] std::optional<bool> isReadByLine(const QByteArray &beginning,
                                               AfterAddress after = AfterAddress::MayBeChecksums);

/// Such a list, which comes bit by bit and may never end. It has no clock and no device: whoever feeds it says when
/// nothing comes for a while.
class ListStream {
public:
    explicit ListStream(Reading reading) : m_reading(std::move(reading)) { }

    /// The links of the lines that are whole now. A link that stands last is held back: its options may follow.
    Links take(const QByteArray &bytes);
    /// Nothing came for a while: what was held back. Options that follow now are refused.
    Links takeHeld();
    /// Nothing comes any more: what is left, also of a line without an end.
    Links finish();

    [[nodiscard]] bool isHolding() const { return !m_lines.isEmpty(); }

private:
    void takeBytes(QByteArray bytes);
    void endLine();
    Links read(qsizetype size);
    int refuseLateOptions(Links &links, QByteArray &lines) const;

    Reading m_reading;
    QByteArray m_lines; ///< whole ones, each with a line feed, that were not read yet
    QByteArray
        m_unended;  ///< the beginning of the next; of one that is too long no more than shows it
    int m_read = 0; ///< lines
    bool m_wasCr =
        false; ///< the last byte ended a line, and so does a line feed that follows: the same one
    bool m_isLate = false; ///< options that come now are those of a link that was given already
};

} // namespace lapwing::plan
