// SPDX-License-Identifier: MIT
#include "record/failure.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::record {
namespace {

struct CauseWords {
    Cause cause;
    const char *code;
    const char *text;
    const char *advice;
};

/// RFC 9110 section 15 and RFC 6585; "%1" is the status. The first row whose range holds it counts.
struct StatusWords {
    int first;
    int last;
    const char *text;
    const char *advice;
};

/// Everything that is said of a failure, to be translated.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::record::Failure)
public:
    static constexpr auto causes = std::to_array<CauseWords>({
        {Cause::HostNotFound, "host-not-found", QT_TR_NOOP("The server's name could not be found."),
         QT_TR_NOOP("Check the link for typos and make sure this computer is online.")},
        {Cause::ConnectionRefused, "connection-refused",
         QT_TR_NOOP("The server refused the connection."),
         QT_TR_NOOP("Check the link and its port, or try again later.")},
        {Cause::Unreachable, "unreachable",
         QT_TR_NOOP("The server cannot be reached from this network."),
         QT_TR_NOOP("Make sure this computer is online, and check its proxy or VPN.")},
        {Cause::ConnectionCut, "connection-cut",
         QT_TR_NOOP("The connection was closed before the file was complete."),
         QT_TR_NOOP("Try again; if it keeps happening, download fewer at once.")},
        {Cause::ConnectTimeout, "connect-timeout",
         QT_TR_NOOP("Connecting to the server timed out."),
         QT_TR_NOOP("The server or the network on the way to it is overloaded or blocked. Try "
                    "again later.")},
        {Cause::FirstByteTimeout, "first-byte-timeout",
         QT_TR_NOOP("The server accepted the request but did not respond in time."),
         QT_TR_NOOP("Try again later, or download fewer at once.")},
        {Cause::Stalled, "stalled",
         QT_TR_NOOP("The server stopped sending in the middle of the file."),
         QT_TR_NOOP("Try again; if it keeps happening, download fewer at once.")},
        {Cause::TlsFailed, "tls-failed",
         QT_TR_NOOP("A secure connection could not be established."),
         QT_TR_NOOP("Check the date of this computer. For a certificate authority of your own, "
                    "give its certificate (--ca-certificate, or in the settings).")},
        {Cause::NoContent, "no-content",
         QT_TR_NOOP("The server responded without an error, but sent no file."),
         QT_TR_NOOP("Open the link in a browser to see what it leads to.")},
        {Cause::MalformedResponse, "malformed-response",
         QT_TR_NOOP("The server's response is not valid HTTP."),
         QT_TR_NOOP("Check that a web server listens on this port. Retrying is unlikely to help.")},
        {Cause::NotHttp, "not-http", QT_TR_NOOP("The server at this port does not speak HTTP."),
         QT_TR_NOOP("Check the port of the link.")},
        {Cause::UnexpectedRange, "unexpected-range",
         QT_TR_NOOP("The server sent a different part of the file than requested."),
         QT_TR_NOOP("The server, or a cache in front of it, is faulty. Try again later.")},
        {Cause::EncodedBody, "encoded-body",
         QT_TR_NOOP("The server sent the file compressed although it was asked not to."),
         QT_TR_NOOP("What came is not the file itself. Try another mirror.")},
        {Cause::LengthMismatch, "length-mismatch",
         QT_TR_NOOP("The download is not the size that the server announced."),
         QT_TR_NOOP("Try again; if it keeps happening, the file on the server is faulty.")},
        {Cause::TooManyRedirects, "too-many-redirects",
         QT_TR_NOOP("The server redirected this link too many times."),
         QT_TR_NOOP("It is probably a redirect loop. Look for another link.")},
        {Cause::BadRedirect, "bad-redirect",
         QT_TR_NOOP("The server redirected this link to an address that cannot be followed."),
         QT_TR_NOOP("Open the link in a browser to see what it leads to.")},
        {Cause::UnsafeRedirect, "unsafe-redirect",
         QT_TR_NOOP("The server redirected this link to an address that is not safe to follow."),
         QT_TR_NOOP("It leads from https to http, or to no web server at all. If you trust it, add "
                    "that link itself.")},
        {Cause::ProxyFailed, "proxy-failed",
         QT_TR_NOOP("The proxy could not be reached or refused the request."),
         QT_TR_NOOP(
             "Check the address of the proxy (--proxy, the settings, or the environment variables "
             "that name one); then the link, which the proxy looks up.")},
        {Cause::ProxyLogin, "proxy-login",
         QT_TR_NOOP(
             "The proxy requires a user name and password; none were sent, or they were wrong."),
         QT_TR_NOOP("Give them with the proxy (--proxy http://name:password@host:port, in the "
                    "environment variable that names it, or in the settings).")},
        {Cause::LoginUnknown, "login-unknown",
         QT_TR_NOOP("The server requires an authentication method that Lapwing does not support "
                    "(HTTP 401)."),
         QT_TR_NOOP("Lapwing supports Basic and Digest; the details show what the server asked "
                    "for. A token can be sent in a header (--header, or in the settings).")},
        {Cause::TooSlow, "too-slow", QT_TR_NOOP("The download was slower than the minimum speed."),
         QT_TR_NOOP("Try again later, or lower the minimum speed.")},
        {Cause::TooLarge, "too-large", QT_TR_NOOP("The file is larger than you allowed."),
         QT_TR_NOOP("Allow a larger size if you want it.")},
        {Cause::ChecksumMismatch, "checksum-mismatch",
         QT_TR_NOOP("The downloaded file does not match the checksum."),
         QT_TR_NOOP("Check the checksum; if it is right, do not trust this source.")},
        {Cause::NotProven, "not-proven",
         QT_TR_NOOP("The file cannot be verified as complete, and you asked for proof."),
         QT_TR_NOOP("Give a checksum, or allow files without proof.")},
        {Cause::DiskFull, "disk-full", QT_TR_NOOP("There is no space left for the file."),
         QT_TR_NOOP("Free some space or choose another folder, then try again.")},
        {Cause::FolderIsFile, "folder-is-file", QT_TR_NOOP("The chosen download folder is a file."),
         QT_TR_NOOP("Choose a folder, or another name for a new one.")},
        {Cause::FolderBelowFile, "folder-below-file",
         QT_TR_NOOP("This folder cannot be created: part of its path is a file."),
         QT_TR_NOOP("Choose a folder that is not below a file.")},
        {Cause::NameIsFolder, "name-is-folder",
         QT_TR_NOOP("A folder with the name of this file exists."),
         QT_TR_NOOP("Rename that folder, or have the file numbered (--conflict number, or in the "
                    "settings).")},
        {Cause::LargerThanDisk, "larger-than-disk",
         QT_TR_NOOP("The file is larger than the whole disk."),
         QT_TR_NOOP("Check the link, or choose a folder on a larger disk.")},
        {Cause::NoPermission, "no-permission",
         QT_TR_NOOP("You do not have permission to write this folder or file."),
         QT_TR_NOOP("Choose another folder, or change its permissions.")},
        {Cause::WriteFailed, "write-failed", QT_TR_NOOP("The file could not be written."),
         QT_TR_NOOP("Check the disk, or choose another folder.")},
        {Cause::Cancelled, "cancelled", QT_TR_NOOP("It was stopped before it was complete."),
         QT_TR_NOOP("Start it again when you want it.")},
        {Cause::Internal, "internal", QT_TR_NOOP("Something went wrong inside Lapwing."),
         QT_TR_NOOP("This is a bug. Please report it with its details.")},
    });

    static constexpr auto statuses = std::to_array<StatusWords>({
        {400, 400, QT_TR_NOOP("The server did not understand the request (HTTP %1)."),
         QT_TR_NOOP("Check the link; retrying is unlikely to help.")},
        {401, 401,
         QT_TR_NOOP("The server requires a user name and password; none were sent, or they were "
                    "wrong (HTTP %1)."),
         QT_TR_NOOP("Put them into the link (https://name:password@server/file), or have them read "
                    "from ~/.netrc (--netrc) or sent in a header (--header); the settings of the "
                    "window have both.")},
        {403, 403, QT_TR_NOOP("The server does not allow access to this file (HTTP %1)."),
         QT_TR_NOOP("The link may have expired: get a new one. Or it needs a login: a browser's "
                    "cookies (--load-cookies), ~/.netrc (--netrc) or a header (--header); the "
                    "settings of the window have all three.")},
        {404, 404, QT_TR_NOOP("The server says this file does not exist (HTTP %1)."),
         QT_TR_NOOP("Check the link; retrying is unlikely to help.")},
        {407, 407,
         QT_TR_NOOP("The proxy requires a user name and password; none were sent, or they were "
                    "wrong (HTTP %1)."),
         QT_TR_NOOP("Give them with the proxy (--proxy http://name:password@host:port, or in the "
                    "settings).")},
        {408, 408, QT_TR_NOOP("The server timed out waiting for the request (HTTP %1)."),
         QT_TR_NOOP("Try again, or download fewer at once.")},
        {410, 410, QT_TR_NOOP("The server says this file has been removed permanently (HTTP %1)."),
         QT_TR_NOOP("Look for another source; trying again will not help.")},
        {416, 416, QT_TR_NOOP("The server has no such part of this file (HTTP %1)."),
         QT_TR_NOOP("The file has changed on the server. Start it again from the beginning.")},
        {429, 429, QT_TR_NOOP("The server reports too many requests (HTTP %1)."),
         QT_TR_NOOP("Wait a while, then download fewer at once.")},
        {503, 503, QT_TR_NOOP("The server is overloaded or under maintenance (HTTP %1)."),
         QT_TR_NOOP("Try again later, or download fewer at once.")},
        {502, 504,
         QT_TR_NOOP("The server received an invalid response from an upstream server (HTTP %1)."),
         QT_TR_NOOP("Try again later.")},
        {500, 599, QT_TR_NOOP("The server reported an internal error (HTTP %1)."),
         QT_TR_NOOP("The fault is on the server's side. Try again later.")},
        {std::numeric_limits<int>::min(), std::numeric_limits<int>::max(),
         QT_TR_NOOP("The server responded with an error (HTTP %1)."),
         QT_TR_NOOP("Open the link in a browser to see what it leads to.")},
    });
};

constexpr const CauseWords *wordsFor(Cause cause)
{
    return std::ranges::find(Words::causes, cause, &CauseWords::cause);
}

consteval bool everyCauseHasWords()
{
    for (int cause = 0; cause <= static_cast<int>(Cause::Internal); ++cause) {
        const bool hasOwnWords = static_cast<Cause>(cause) != Cause::HttpStatus;
        if (hasOwnWords && wordsFor(static_cast<Cause>(cause)) == Words::causes.end())
            return false;
    }
    return true;
}
static_assert(everyCauseHasWords());

Failure fromStatus(int status, const QString &detail)
{
    const auto holds = [status](const StatusWords &row) {
        return row.first <= status && status <= row.last;
    };
    const StatusWords &words = *std::ranges::find_if(Words::statuses, holds);
    return {u"http-%1"_s.arg(status), Words::tr(words.text).arg(status),
            Words::tr(words.advice),  detail,
            Cause::HttpStatus,        status};
}

} // namespace

bool Failure::isLocal() const
{
    switch (cause) {
    case Cause::DiskFull:
    case Cause::FolderIsFile:
    case Cause::FolderBelowFile:
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
    if (cause == Cause::HttpStatus)
        return fromStatus(number, detail);
    const CauseWords &words = *wordsFor(cause);
    return {QString::fromLatin1(words.code), Words::tr(words.text), Words::tr(words.advice),
            std::move(detail), cause};
}

Failure makeLargerThanDisk(qint64 needed, qint64 capacity)
{
    const auto size = [](const QLocale &locale, qint64 bytes) {
        return locale.formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
    };
    const QLocale plain = QLocale::c();
    Failure failure =
        make(Cause::LargerThanDisk,
             u"%1 needed, %2 in all"_s.arg(size(plain, needed), size(plain, capacity)));
    const QLocale own;
    failure.text =
        Words::tr(
            "The file is larger than the whole disk: it needs %1; the disk holds %2 in total.")
            .arg(size(own, needed), size(own, capacity));
    return failure;
}

} // namespace lapwing::record
