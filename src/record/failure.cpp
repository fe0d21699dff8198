// SPDX-License-Identifier: MIT
#include "record/failure.h"

#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::record {
namespace {

struct CauseCode {
    Cause cause;
    const char *code;
};

constexpr auto codes = std::to_array<CauseCode>({
    {Cause::HostNotFound, "host-not-found"},
    {Cause::ConnectionRefused, "connection-refused"},
    {Cause::Unreachable, "unreachable"},
    {Cause::ConnectionCut, "connection-cut"},
    {Cause::ConnectTimeout, "connect-timeout"},
    {Cause::FirstByteTimeout, "first-byte-timeout"},
    {Cause::Stalled, "stalled"},
    {Cause::TlsFailed, "tls-failed"},
    {Cause::NoContent, "no-content"},
    {Cause::MalformedResponse, "malformed-response"},
    {Cause::NotHttp, "not-http"},
    {Cause::UnexpectedRange, "unexpected-range"},
    {Cause::EncodedBody, "encoded-body"},
    {Cause::LengthMismatch, "length-mismatch"},
    {Cause::TooManyRedirects, "too-many-redirects"},
    {Cause::BadRedirect, "bad-redirect"},
    {Cause::UnsafeRedirect, "unsafe-redirect"},
    {Cause::ProxyFailed, "proxy-failed"},
    {Cause::ProxyLogin, "proxy-login"},
    {Cause::LoginUnknown, "login-unknown"},
    {Cause::TooSlow, "too-slow"},
    {Cause::TooLarge, "too-large"},
    {Cause::ChecksumMismatch, "checksum-mismatch"},
    {Cause::SizeMismatch, "size-mismatch"},
    {Cause::NotProven, "not-proven"},
    {Cause::DiskFull, "disk-full"},
    {Cause::FolderIsFile, "folder-is-file"},
    {Cause::FolderBelowFile, "folder-below-file"},
    {Cause::FolderOutside, "folder-outside"},
    {Cause::NameIsFolder, "name-is-folder"},
    {Cause::LargerThanDisk, "larger-than-disk"},
    {Cause::NoPermission, "no-permission"},
    {Cause::WriteFailed, "write-failed"},
    {Cause::FileMissing, "file-missing"},
    {Cause::FileChanged, "file-changed"},
    {Cause::LinkChanged, "link-changed"},
    {Cause::Cancelled, "cancelled"},
    {Cause::Internal, "internal"},
});

constexpr const CauseCode *codeOf(Cause cause)
{
    return std::ranges::find(codes, cause, &CauseCode::cause);
}

consteval bool everyCauseHasACode()
{
    for (int cause = 0; cause <= static_cast<int>(Cause::Internal); ++cause) {
        const bool hasOwnCode = static_cast<Cause>(cause) != Cause::HttpStatus;
        if (hasOwnCode && codeOf(static_cast<Cause>(cause)) == codes.end())
            return false;
    }
    return true;
}
static_assert(everyCauseHasACode());

} // namespace

bool Failure::isLocal() const
{
    switch (cause) {
    case Cause::DiskFull:
    case Cause::FolderIsFile:
    case Cause::FolderBelowFile:
    case Cause::FolderOutside:
    case Cause::NameIsFolder:
    case Cause::NoPermission:
    case Cause::WriteFailed:
        return true;
    default:
        return false;
    }
}

Failure make(Cause cause, QString detail, int number)
{
    Failure failure;
    failure.code = cause == Cause::HttpStatus ? u"http-%1"_s.arg(number)
                                              : QString::fromLatin1(codeOf(cause)->code);
    failure.detail = std::move(detail);
    failure.cause = cause;
    failure.status = cause == Cause::HttpStatus ? number : 0;
    return failure;
}

Failure makeLargerThanDisk(qint64 needed, qint64 capacity)
{
    const auto size = [](qint64 bytes) {
        return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
    };
    Failure failure =
        make(Cause::LargerThanDisk, u"%1 needed, %2 in all"_s.arg(size(needed), size(capacity)));
    failure.space = Failure::Space{needed, capacity};
    return failure;
}

} // namespace lapwing::record
