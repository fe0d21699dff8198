// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace lapwing::record {

/// Each cause there is; `make` gives it its code, text/failure.h its sentence and advice.
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
    UnexpectedRange,   ///< unexpected-range: an unrequested 206, or not the requested part
    EncodedBody,       ///< encoded-body: a Content-Encoding although identity was asked
    LengthMismatch,    ///< length-mismatch
    TooManyRedirects,  ///< too-many-redirects
    BadRedirect,       ///< bad-redirect: no Location, or one that cannot be followed
    UnsafeRedirect,    ///< unsafe-redirect: to another scheme than http(s), or from https to http
    ProxyFailed,       ///< proxy-failed: it refused, or was not found
    ProxyLogin,        ///< proxy-login: it wants a password, before there is any answer of a server
    LoginUnknown,      ///< login-unknown: 401, and a way to log in that we have not
    TooSlow,           ///< too-slow: below the minimum rate for as long as that is watched
    TooLarge,          ///< too-large: over the size that was allowed
    ChecksumMismatch,  ///< checksum-mismatch
    SizeMismatch,      ///< size-mismatch: not as large as the list says
    NotProven,         ///< not-proven: whole as far as one can tell, where proof was required
    DiskFull,          ///< disk-full: no space, or too little until some is freed
    FolderIsFile,      ///< folder-is-file: where the files should go
    FolderBelowFile,   ///< folder-below-file: a part of the way there is one
    FolderOutside,     ///< folder-outside: the list wants it outside the chosen one
    NameIsFolder,      ///< name-is-folder: the file's, where it should replace what is there
    LargerThanDisk,    ///< larger-than-disk: it would not fit on an empty one
    NoPermission,      ///< no-permission
    WriteFailed,       ///< write-failed
    FileMissing,       ///< file-missing: what was downloaded is not there any more
    FileChanged,       ///< file-changed: nor is it what it was
    LinkChanged,       ///< link-changed: by the user, and it was not tried since
    Cancelled,         ///< cancelled
    Internal,          ///< internal: an internal error: a bug
};

/// Why something did not work. An error is a value.
struct Failure {
    QString code;   ///< stable, for programs: "http-404", "stalled", "disk-full"
    QString detail; ///< raw: what the library, the system or the server said; redacted
    Cause cause = Cause::Internal;
    int status = 0; ///< with Cause::HttpStatus

    /// What the sentence on it says too. `notBefore`: the server asks for no request before then (Retry-After,
    /// RFC 9110 section 10.2.3), in the zone that it is to be shown in. `space`, in bytes: with LargerThanDisk.
    struct Space {
        qint64 needed;
        qint64 capacity;

        friend bool operator==(const Space &, const Space &) = default;
    };
    std::optional<QDateTime> notBefore{};
    std::optional<Space> space{};

    /// The machine could not write (disk full, no permission, no such folder): exit status 4, not the server's fault.
    [[nodiscard]] bool isLocal() const;
    /// The server says that these are too many requests (RFC 6585 section 4), or too many for now (RFC 9110 section
    /// 15.6.4).
    [[nodiscard]] bool isThrottling() const { return status == 429 || status == 503; }

    friend bool operator==(const Failure &, const Failure &) = default;
};

/// `detail` is shown as it is: redact it first. `number` is the HTTP status, where there is one.
[[nodiscard]] Failure make(Cause cause, QString detail = {}, int number = 0);

/// LargerThanDisk, with both figures (bytes), also in its detail.
[[nodiscard]] Failure makeLargerThanDisk(qint64 needed, qint64 capacity);

} // namespace lapwing::record
