// SPDX-License-Identifier: MIT
#pragma once

#include "plan/access/header.h"
#include "plan/checksum.h"

#include <QString>
#include <QUrl>

#include <optional>
#include <vector>

namespace lapwing::plan {

/// Another place where a list says that the same file lies.
struct Mirror {
    QUrl url;           ///< as Links::urls has them
    QString location{}; ///< two letters of ISO 3166-1; empty: not said

    friend bool operator==(const Mirror &, const Mirror &) = default;
};

/// The checksums of a file's pieces.
struct Pieces {
    QCryptographicHash::Algorithm algorithm = QCryptographicHash::Sha256;
    qint64 length = 0;  ///< bytes of each but the last
    QByteArray digests; ///< one after the other

    friend bool operator==(const Pieces &, const Pieces &) = default;
};

/// A setting of one file, by the name that aria2 has for it.
struct ListedOption {
    QString name;
    QString value; ///< as written; of "http-proxy" and the like a secret

    friend bool operator==(const ListedOption &, const ListedOption &) = default;
};

/// What a list says of a file besides its link, its name and the checksum that proves it. Few lists say
/// any of it, so it is kept apart, and shared by whoever holds the entry.
struct Extras {
    QString folder;        ///< as written: nobody has made it safe
    bool mayLeave = false; ///< the user lets that be outside the chosen one
    /// No list says it: where a part of it was left, as the chosen folder of an earlier run. It goes on there, if it
    /// still is there.
    QString begunIn;
    QString location;                ///< of the link itself, as a mirror's
    std::vector<Mirror> mirrors;     ///< in the order in which they are to be tried
    std::optional<qint64> size;      ///< bytes
    std::vector<Checksum> checksums; ///< weaker ones than that of the entry, the strongest first
    std::optional<Pieces> pieces;
    std::vector<Header> headers;       ///< sent to the origin of the link alone; secrets
    std::vector<ListedOption> options; ///< in the order of the list

    friend bool operator==(const Extras &, const Extras &) = default;
};

} // namespace lapwing::plan
