// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QString>

#include <tl/expected.hpp>

namespace lapwing::plan {

/// What the contents of a file must hash to.
struct Checksum {
    QCryptographicHash::Algorithm algorithm = QCryptographicHash::Sha256;
    QByteArray digest; ///< as many bytes as the algorithm makes

    friend bool operator==(const Checksum &, const Checksum &) = default;
};

/// "sha-256=HEX" read, in any case: md5, sha-1, sha-224, sha-256, sha-384 or sha-512 (the names of RFC 9530
/// and of aria2), also without the dash. The error is a sentence that says what is wrong with it.
[[nodiscard]] tl::expected<Checksum, QString> checksumFrom(const QString &text);

/// "sha-256": the name of its algorithm, with its dash.
[[nodiscard]] QString nameOf(const Checksum &checksum);

/// "sha-256=HEX": as checksumFrom() reads it, in lower case.
[[nodiscard]] QByteArray textOf(const Checksum &checksum);

} // namespace lapwing::plan
