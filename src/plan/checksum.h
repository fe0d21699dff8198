// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QString>

#include <tl/expected.hpp>

#include <optional>

namespace lapwing::plan {

/// What the contents of a file must hash to.
struct Checksum {
    QCryptographicHash::Algorithm algorithm = QCryptographicHash::Sha256;
    QByteArray digest; ///< as many bytes as the algorithm makes

    friend bool operator==(const Checksum &, const Checksum &) = default;
};

enum class ChecksumFault {
    NotTypeAndHex, ///< no "=" between the two
    UnknownType,
    DigitCount,
    NotHex,
};

/// What is wrong with a checksum; text/accesserror.h has the sentences.
struct ChecksumError {
    ChecksumFault fault = ChecksumFault::NotTypeAndHex;
    QString type{};       ///< its name; for DigitCount, as the two below
    qsizetype wanted = 0; ///< hexadecimal digits
    qsizetype given = 0;  ///< the same

    friend bool operator==(const ChecksumError &, const ChecksumError &) = default;
};

/// "sha-256=HEX" read, in any case: md5, sha-1, sha-224, sha-256, sha-384 or sha-512 (the names of RFC 9530
/// and of aria2), also without the dash.
[[nodiscard]] tl::expected<Checksum, ChecksumError> checksumFrom(const QString &text);

/// A checksum as lists write it: "sha-256=HEX", "SHA256:HEX", or digits whose number tells the type.
[[nodiscard]] std::optional<Checksum> checksumIn(const QString &text, const QString &type = {});

/// The same as a user types it, or what is wrong with it.
[[nodiscard]] tl::expected<Checksum, ChecksumError> typedChecksum(const QString &text);

/// "sha-256": the name of its algorithm, with its dash.
[[nodiscard]] QString nameOf(const Checksum &checksum);

/// "sha-256=HEX": as checksumFrom() reads it, in lower case.
[[nodiscard]] QByteArray textOf(const Checksum &checksum);

} // namespace lapwing::plan
