// SPDX-License-Identifier: MIT
#include "text/shortreason.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace lapwing::text {
namespace {

using record::Cause;

struct CauseWords {
    Cause cause;
    const char *words;
};

struct StatusWords {
    int status;
    const char *words;
};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::text::ShortReason)
public:
    static constexpr auto causes = std::to_array<CauseWords>({
        {Cause::HostNotFound, QT_TR_NOOP("Server not found")},
        {Cause::ConnectionRefused, QT_TR_NOOP("Connection refused")},
        {Cause::Unreachable, QT_TR_NOOP("Server unreachable")},
        {Cause::ConnectionCut, QT_TR_NOOP("Connection cut")},
        {Cause::ConnectTimeout, QT_TR_NOOP("Connecting timed out")},
        {Cause::FirstByteTimeout, QT_TR_NOOP("No response")},
        {Cause::Stalled, QT_TR_NOOP("Stalled")},
        {Cause::TlsFailed, QT_TR_NOOP("No secure connection")},
        {Cause::NoContent, QT_TR_NOOP("No file in the response")},
        {Cause::MalformedResponse, QT_TR_NOOP("Invalid response")},
        {Cause::NotHttp, QT_TR_NOOP("Not an HTTP server")},
        {Cause::UnexpectedRange, QT_TR_NOOP("Wrong part of the file")},
        {Cause::EncodedBody, QT_TR_NOOP("Sent compressed")},
        {Cause::LengthMismatch, QT_TR_NOOP("Wrong size")},
        {Cause::TooManyRedirects, QT_TR_NOOP("Too many redirects")},
        {Cause::BadRedirect, QT_TR_NOOP("Invalid redirect")},
        {Cause::UnsafeRedirect, QT_TR_NOOP("Unsafe redirect")},
        {Cause::ProxyFailed, QT_TR_NOOP("Proxy failed")},
        {Cause::ProxyLogin, QT_TR_NOOP("Proxy sign-in required")},
        {Cause::LoginUnknown, QT_TR_NOOP("401 Sign-in required")},
        {Cause::TooSlow, QT_TR_NOOP("Too slow")},
        {Cause::TooLarge, QT_TR_NOOP("Too large")},
        {Cause::ChecksumMismatch, QT_TR_NOOP("Checksum mismatch")},
        {Cause::SizeMismatch, QT_TR_NOOP("Not the listed size")},
        {Cause::NotProven, QT_TR_NOOP("Unverified")},
        {Cause::DiskFull, QT_TR_NOOP("Disk full")},
        {Cause::FolderIsFile, QT_TR_NOOP("Folder is a file")},
        {Cause::FolderBelowFile, QT_TR_NOOP("Folder cannot be created")},
        {Cause::FolderOutside, QT_TR_NOOP("Outside the folder")},
        {Cause::NameIsFolder, QT_TR_NOOP("Name is a folder")},
        {Cause::LargerThanDisk, QT_TR_NOOP("Larger than the disk")},
        {Cause::NoPermission, QT_TR_NOOP("No permission to write")},
        {Cause::WriteFailed, QT_TR_NOOP("Writing failed")},
        {Cause::FileMissing, QT_TR_NOOP("File is gone")},
        {Cause::FileChanged, QT_TR_NOOP("File was changed")},
        {Cause::LinkChanged, QT_TR_NOOP("Link changed; not tried yet")},
        {Cause::Cancelled, QT_TR_NOOP("Cancelled")},
        {Cause::Internal, QT_TR_NOOP("Internal error")},
    });
    static constexpr auto statuses = std::to_array<StatusWords>({
        {400, QT_TR_NOOP("400 Bad request")},
        {401, QT_TR_NOOP("401 Sign-in required")},
        {403, QT_TR_NOOP("403 Access denied")},
        {404, QT_TR_NOOP("404 Not found")},
        {407, QT_TR_NOOP("407 Proxy sign-in required")},
        {408, QT_TR_NOOP("408 Timed out")},
        {410, QT_TR_NOOP("410 Removed")},
        {416, QT_TR_NOOP("416 Part not available")},
        {429, QT_TR_NOOP("429 Too many requests")},
        {500, QT_TR_NOOP("500 Server error")},
        {502, QT_TR_NOOP("502 Bad gateway")},
        {503, QT_TR_NOOP("503 Unavailable")},
        {504, QT_TR_NOOP("504 Gateway timed out")},
    });
};

} // namespace

QString shortReason(const record::Failure &failure)
{
    if (failure.cause == Cause::HttpStatus) {
        const auto known = std::ranges::find(Words::statuses, failure.status, &StatusWords::status);
        return known != Words::statuses.end() ? Words::tr(known->words)
                                              : Words::tr("HTTP error %1").arg(failure.status);
    }
    const auto known = std::ranges::find(Words::causes, failure.cause, &CauseWords::cause);
    return known != Words::causes.end() ? Words::tr(known->words) : failure.code;
}

} // namespace lapwing::text
