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
        {Cause::HostNotFound, "host-not-found", QT_TR_NOOP("No server of this name was found."),
         QT_TR_NOOP("Check the link for a typing error, and whether this computer is online.")},
        {Cause::ConnectionRefused, "connection-refused",
         QT_TR_NOOP("The server refused the connection."),
         QT_TR_NOOP("Check the link and its port, or try again later.")},
        {Cause::Unreachable, "unreachable",
         QT_TR_NOOP("There is no way to the server from this network."),
         QT_TR_NOOP("Check whether this computer is online, and its proxy or VPN.")},
        {Cause::ConnectionCut, "connection-cut",
         QT_TR_NOOP("The connection was closed before the file was complete."),
         QT_TR_NOOP("Try again; if it keeps happening, try with fewer at once.")},
        {Cause::ConnectTimeout, "connect-timeout",
         QT_TR_NOOP("No connection to the server came about in time."),
         QT_TR_NOOP("The server or the way to it is overloaded or blocked. Try again later.")},
        {Cause::FirstByteTimeout, "first-byte-timeout",
         QT_TR_NOOP("The server took the request but did not answer in time."),
         QT_TR_NOOP("Try again later, or with fewer at once.")},
        {Cause::Stalled, "stalled",
         QT_TR_NOOP("The server stopped sending in the middle of the file."),
         QT_TR_NOOP("Try again; if it keeps happening, try with fewer at once.")},
        {Cause::TlsFailed, "tls-failed",
         QT_TR_NOOP("No secure connection to the server came about."),
         QT_TR_NOOP("Check the date of this computer. For a certificate authority of your own, "
                    "give its certificate (--ca-certificate, or in the settings).")},
        {Cause::NoContent, "no-content",
         QT_TR_NOOP("The server answered without an error, but sent no file."),
         QT_TR_NOOP("Open the link in a browser to see what it leads to.")},
        {Cause::MalformedResponse, "malformed-response",
         QT_TR_NOOP("The answer of the server could not be read by the rules of HTTP."),
         QT_TR_NOOP("Check that a web server listens at this port. Trying again seldom helps.")},
        {Cause::NotHttp, "not-http", QT_TR_NOOP("What listens at this port does not speak HTTP."),
         QT_TR_NOOP("Check the port of the link.")},
        {Cause::UnexpectedRange, "unexpected-range",
         QT_TR_NOOP("The server sent another part of the file than the one asked for."),
         QT_TR_NOOP("The server, or a cache before it, is faulty. Try again later.")},
        {Cause::EncodedBody, "encoded-body",
         QT_TR_NOOP("The server sent the file compressed although it was asked not to."),
         QT_TR_NOOP("What came is not the file itself. Try another mirror.")},
        {Cause::LengthMismatch, "length-mismatch",
         QT_TR_NOOP("What came is not as long as the server promised."),
         QT_TR_NOOP("Try again; if it keeps happening, the file on the server is faulty.")},
        {Cause::TooManyRedirects, "too-many-redirects",
         QT_TR_NOOP("The server redirected this link too many times."),
         QT_TR_NOOP("Most likely it runs in a circle. Look for another link.")},
        {Cause::BadRedirect, "bad-redirect",
         QT_TR_NOOP("The server redirected this link, but not to one that can be followed."),
         QT_TR_NOOP("Open the link in a browser to see what it leads to.")},
        {Cause::UnsafeRedirect, "unsafe-redirect",
         QT_TR_NOOP("The server redirected this link to a place that is not safe to follow."),
         QT_TR_NOOP("It leads from https to http, or to no web server at all. If you trust it, add "
                    "that link itself.")},
        {Cause::ProxyFailed, "proxy-failed",
         QT_TR_NOOP("The proxy was not to be had, or did not let it through."),
         QT_TR_NOOP(
             "Check the address of the proxy, its user name and its password; then the link, "
             "which the proxy looks up.")},
        {Cause::TooSlow, "too-slow",
         QT_TR_NOOP("The server sent so little that it would never have ended."),
         QT_TR_NOOP("Try again later, or allow a lower rate.")},
        {Cause::TooLarge, "too-large", QT_TR_NOOP("The file is larger than you allowed."),
         QT_TR_NOOP("Allow a larger size if you want it.")},
        {Cause::ChecksumMismatch, "checksum-mismatch",
         QT_TR_NOOP("What came is not the file that the checksum stands for."),
         QT_TR_NOOP("Check the checksum; if it is right, do not trust this source.")},
        {Cause::NotProven, "not-proven",
         QT_TR_NOOP("Nothing proves that the file is whole, and you asked for proof."),
         QT_TR_NOOP("Give a checksum, or allow files without proof.")},
        {Cause::DiskFull, "disk-full", QT_TR_NOOP("There is no space left for the file."),
         QT_TR_NOOP("Free some space or choose another folder, then try again.")},
        {Cause::LargerThanDisk, "larger-than-disk",
         QT_TR_NOOP("The file is larger than the whole disk."),
         QT_TR_NOOP("Check the link, or choose a folder on a larger disk.")},
        {Cause::NoPermission, "no-permission",
         QT_TR_NOOP("This folder or file may not be written to."),
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
         QT_TR_NOOP("Check the link; trying again seldom helps.")},
        {401, 401,
         QT_TR_NOOP("The server wants a user name and a password, and got none or wrong ones "
                    "(HTTP %1)."),
         QT_TR_NOOP("Put them into the link (https://name:password@server/file), or have them read "
                    "from ~/.netrc (--netrc) or sent in a header (--header); the settings of the "
                    "window have both.")},
        {403, 403, QT_TR_NOOP("The server does not allow access to this file (HTTP %1)."),
         QT_TR_NOOP("The link may have expired: get a new one. Or it needs a login: a browser's "
                    "cookies (--load-cookies), ~/.netrc (--netrc) or a header (--header); the "
                    "settings of the window have all three.")},
        {404, 404, QT_TR_NOOP("The server says this file does not exist (HTTP %1)."),
         QT_TR_NOOP("Check the link; trying again seldom helps.")},
        {407, 407,
         QT_TR_NOOP("The proxy wants a user name and a password, and got none or wrong ones "
                    "(HTTP %1)."),
         QT_TR_NOOP("Give them with the proxy (--proxy http://name:password@host:port, or in the "
                    "settings).")},
        {408, 408, QT_TR_NOOP("The server grew tired of waiting for the request (HTTP %1)."),
         QT_TR_NOOP("Try again, or with fewer at once.")},
        {410, 410, QT_TR_NOOP("The server says this file is gone for good (HTTP %1)."),
         QT_TR_NOOP("Look for another source; trying again will not help.")},
        {416, 416, QT_TR_NOOP("The server has no such part of this file (HTTP %1)."),
         QT_TR_NOOP("The file has changed there. Start it again from the beginning.")},
        {429, 429, QT_TR_NOOP("The server says these are too many requests (HTTP %1)."),
         QT_TR_NOOP("Wait a while, then try again with fewer at once.")},
        {503, 503, QT_TR_NOOP("The server is overloaded or under maintenance (HTTP %1)."),
         QT_TR_NOOP("Try again later, or with fewer at once.")},
        {502, 504, QT_TR_NOOP("The server got no good answer from the one behind it (HTTP %1)."),
         QT_TR_NOOP("Try again later.")},
        {500, 599, QT_TR_NOOP("The server failed (HTTP %1)."),
         QT_TR_NOOP("The fault is on its side. Try again later.")},
        {std::numeric_limits<int>::min(), std::numeric_limits<int>::max(),
         QT_TR_NOOP("The server answered with an error (HTTP %1)."),
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
    return cause == Cause::DiskFull || cause == Cause::NoPermission || cause == Cause::WriteFailed;
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
    failure.text = Words::tr("The file is larger than the whole disk: it needs %1, and the disk "
                             "holds %2 in all.")
                       .arg(size(own, needed), size(own, capacity));
    return failure;
}

} // namespace lapwing::record
