// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace lapwing::record {

/// Each cause there is; `make` gives it its code, sentence and advice.
enum class Cause {
    HostNotFound,      ///< host-not-found
    ConnectionRefused, ///< connection-refused
    Unreachable,       ///< unreachable
    ConnectionCut,     ///< connection-cut: closed or reset before the end was proven
    ConnectTimeout,    ///< connect-timeout
    FirstByteTimeout,  ///< first-byte-timeout
    Stalled,           ///< stalled
    TlsFailed,         ///< tls-failed
    HttpStatus,        ///< http-404 and so on
    NoContent,         ///< no-content: 204, 205 or 304 to a plain request
    MalformedResponse, ///< malformed-response
    NotHttp,           ///< not-http: another protocol is spoken at that port
    UnexpectedRange,   ///< unexpected-range: 206 that nobody asked for, or not the part asked for
    EncodedBody,       ///< encoded-body: a Content-Encoding although identity was asked
    LengthMismatch,    ///< length-mismatch
    TooManyRedirects,  ///< too-many-redirects
    BadRedirect,       ///< bad-redirect: no Location, or one that cannot be followed
    UnsafeRedirect,    ///< unsafe-redirect: to another scheme than http(s), or from https to http
    ProxyFailed,       ///< proxy-failed: it refused, was not found, or wants a password
    TooSlow,           ///< too-slow: below the minimum rate for as long as that is watched
    TooLarge,          ///< too-large: over the size that was allowed
    ChecksumMismatch,  ///< checksum-mismatch
    NotProven,         ///< not-proven: whole as far as one can tell, where proof was required
    DiskFull,          ///< disk-full: no space, or too little until some is freed
    LargerThanDisk,    ///< larger-than-disk: it would not fit on an empty one
    NoPermission,      ///< no-permission
    WriteFailed,       ///< write-failed
    Cancelled,         ///< cancelled
    Internal,          ///< internal: a bug of ours, said rather than hidden
};

/// Why something did not work. An error is a value.
struct Failure {
    QString code;   ///< stable, for programs: "http-404", "stalled", "disk-full"
    QString text;   ///< one translated sentence that a person understands
    QString advice; ///< translated: what to do about it
    QString detail; ///< raw: what the library, the system or the server said; redacted
    Cause cause = Cause::Internal;
    int status = 0; ///< with Cause::HttpStatus

    /// The machine could not write (disk full, no permission): exit status 4, not the server's fault.
    [[nodiscard]] bool isLocal() const;

    friend bool operator==(const Failure &, const Failure &) = default;
};

/// `detail` is shown as it is: redact it first. `number` fills the sentence where one is needed (the HTTP status).
[[nodiscard]] Failure make(Cause cause, QString detail = {}, int number = 0);

/// LargerThanDisk, with both figures (bytes) in its sentence and its detail.
[[nodiscard]] Failure makeLargerThanDisk(qint64 needed, qint64 capacity);

} // namespace lapwing::record
