// SPDX-License-Identifier: MIT
#pragma once

#include "engine/http/proof.h"
#include "engine/http/validator.h"
#include "plan/access/proxy.h"

#include <QByteArray>
#include <QUrl>

#include <optional>

namespace lapwing::engine {

/// Where the bytes of a file came from, as far as it decides whether more of them, or the same ones, can
/// be asked for. Addresses are digests: a file must not tell a secret that its link holds.
struct Source {
    /// In place of senderDigest, that of no URL: bytes of several servers, which only a checksum of the whole
    /// can prove to be one file.
    static constexpr const char *several = "several";

    QByteArray entry; ///< of the entry's URL
    QByteArray
        senderDigest; ///< of the URL that sent it, without its query, which many servers sign anew
    Validator validator; ///< strong; empty when there was none
    qint64 total = 0;    ///< bytes of the whole file

    friend bool operator==(const Source &, const Source &) = default;
};

/// The digest that Source::senderDigest holds. Through a proxy that a list names, which may say anything in the name of
/// a server, another one than that server's.
[[nodiscard]] QByteArray senderDigestOf(const QUrl &url, const plan::Proxy *proxy = nullptr);

/// A part that is kept: its first `synced` bytes are on the disk for certain.
struct Sidecar {
    Source source;
    qint64 file = 0;   ///< the part's inode: it speaks of no other file that has its name
    qint64 synced = 0; ///< at most source.total

    [[nodiscard]] QByteArray toBytes() const;
    /// Absent for everything that toBytes() does not give.
    [[nodiscard]] static std::optional<Sidecar> read(const QByteArray &bytes);
};

/// What a finished file remembers in an extended attribute.
struct Provenance {
    static constexpr const char *attribute = "user.lapwing.source";
    static constexpr const char *stateAttribute =
        "user.lapwing.state"; ///< "done" or "unverified", to be read by people

    Source source;
    Proof proof = Proof::Unverified;
    QByteArray checksum; ///< that was compared, as plan::textOf gives it; empty: none
    qint64 modified = 0; ///< nanoseconds of the file's own time when it was finished

    [[nodiscard]] QByteArray toBytes() const;
    [[nodiscard]] static std::optional<Provenance> read(const QByteArray &bytes);

    friend bool operator==(const Provenance &, const Provenance &) = default;
};

} // namespace lapwing::engine
