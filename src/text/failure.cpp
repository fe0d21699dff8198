// SPDX-License-Identifier: MIT
#include "text/failure.h"

#include "text/amounts.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <limits>

namespace lapwing::text {
namespace {

using record::Cause;
using record::Failure;

struct CauseText {
    Cause cause;
    const char *text;
    const char *advice;
    const char *inWindow = nullptr;      ///< absent: as `advice`
    const char *onCommandLine = nullptr; ///< the same
};

/// RFC 9110 section 15 and RFC 6585; "%1" is the status. The first row whose range holds it counts.
struct StatusText {
    int first;
    int last;
    const char *text;
    const char *advice;
    const char *inWindow = nullptr;
    const char *onCommandLine = nullptr;
};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::text::Failure)
public:
    static constexpr auto causes = std::to_array<CauseText>({
        {Cause::HostNotFound, QT_TR_NOOP("The server's name could not be found."),
         QT_TR_NOOP("Check the link for typos and make sure this computer is online.")},
        {Cause::ConnectionRefused, QT_TR_NOOP("The server refused the connection."),
         QT_TR_NOOP("Check the link and its port, or try again later.")},
        {Cause::Unreachable, QT_TR_NOOP("The server cannot be reached from this network."),
         QT_TR_NOOP("Make sure this computer is online, and check its proxy or VPN.")},
        {Cause::ConnectionCut,
         QT_TR_NOOP("The connection was closed before the file was complete."),
         QT_TR_NOOP("Try again; if it keeps happening, download fewer at once.")},
        {Cause::ConnectTimeout, QT_TR_NOOP("Connecting to the server timed out."),
         QT_TR_NOOP("The server or the network on the way to it is overloaded or blocked. Try "
                    "again later.")},
        {Cause::FirstByteTimeout,
         QT_TR_NOOP("The server accepted the request but did not respond in time."),
         QT_TR_NOOP("Try again later, or download fewer at once.")},
        {Cause::Stalled, QT_TR_NOOP("The server stopped sending in the middle of the file."),
         QT_TR_NOOP("Try again; if it keeps happening, download fewer at once.")},
        {Cause::TlsFailed, QT_TR_NOOP("A secure connection could not be established."),
         QT_TR_NOOP("Check this computer's date and time. If the server's certificate is from a "
                    "private certificate authority, add that authority's certificate."),
         QT_TR_NOOP("Check this computer's date and time. If the server's certificate is from a "
                    "private certificate authority, add that authority's certificate in Settings."),
         QT_TR_NOOP(
             "Check this computer's date and time. If the server's certificate is from a private "
             "certificate authority, add that authority's certificate with --ca-certificate.")},
        {Cause::NoContent, QT_TR_NOOP("The server responded without an error, but sent no file."),
         QT_TR_NOOP("Open the link in a browser to see what it leads to.")},
        {Cause::MalformedResponse, QT_TR_NOOP("The server's response is not valid HTTP."),
         QT_TR_NOOP("Check that a web server listens on this port. Retrying is unlikely to help.")},
        {Cause::NotHttp, QT_TR_NOOP("The server at this port does not speak HTTP."),
         QT_TR_NOOP("Check the port of the link.")},
        {Cause::UnexpectedRange,
         QT_TR_NOOP("The server sent a different part of the file than requested."),
         QT_TR_NOOP("The server, or a cache in front of it, is faulty. Try again later.")},
        {Cause::EncodedBody,
         QT_TR_NOOP("The server sent the file compressed although it was asked not to."),
         QT_TR_NOOP("What arrived is not the file itself. Try another mirror.")},
        {Cause::LengthMismatch,
         QT_TR_NOOP("The download is not the size that the server announced."),
         QT_TR_NOOP("Try again; if it keeps happening, the file on the server is faulty.")},
        {Cause::TooManyRedirects, QT_TR_NOOP("The server redirected this link too many times."),
         QT_TR_NOOP("It is probably a redirect loop. Look for another link.")},
        {Cause::BadRedirect,
         QT_TR_NOOP("The server redirected this link to an address that cannot be followed."),
         QT_TR_NOOP("Open the link in a browser to see what it leads to.")},
        {Cause::UnsafeRedirect,
         QT_TR_NOOP("The server redirected this link to an address that is not safe to follow."),
         QT_TR_NOOP("The redirect leads from https to http, or to something that is not a web "
                    "server. If you trust that address, add it as a link.")},
        {Cause::ProxyFailed, QT_TR_NOOP("The proxy could not be reached or refused the request."),
         QT_TR_NOOP("Check the address of the proxy, then the link: it is the proxy that looks up "
                    "the link's server."),
         QT_TR_NOOP("Check the proxy in Settings, or in the environment variables that name one, "
                    "then the link: it is the proxy that looks up the link's server."),
         QT_TR_NOOP("Check the proxy (--proxy, or the environment variables that name one), then "
                    "the link: it is the proxy that looks up the link's server.")},
        {Cause::ProxyLogin,
         QT_TR_NOOP(
             "The proxy requires a user name and password; none were sent, or they were wrong."),
         QT_TR_NOOP("Add the user name and password to the address of the proxy."),
         QT_TR_NOOP("Enter the user name and password of the proxy in Settings, or in the "
                    "environment variable that names it."),
         QT_TR_NOOP("Write them into the address: --proxy http://name:password@host:port, or the "
                    "environment variable that names the proxy.")},
        {Cause::LoginUnknown,
         QT_TR_NOOP("The server requires an authentication method that Lapwing does not support "
                    "(HTTP 401)."),
         QT_TR_NOOP("Lapwing supports Basic and Digest; the details show what the server asked "
                    "for. A token can be sent in a header."),
         QT_TR_NOOP("Lapwing supports Basic and Digest; the details show what the server asked "
                    "for. A token can be sent in a header (Settings, Servers)."),
         QT_TR_NOOP("Lapwing supports Basic and Digest; the details show what the server asked "
                    "for. A token can be sent with --header.")},
        {Cause::TooSlow, QT_TR_NOOP("The download was slower than the minimum speed."),
         QT_TR_NOOP("Try again later, or lower the minimum speed.")},
        {Cause::TooLarge, QT_TR_NOOP("The file is larger than you allowed."),
         QT_TR_NOOP("Allow a larger size if you want it.")},
        {Cause::ChecksumMismatch, QT_TR_NOOP("The downloaded file does not match the checksum."),
         QT_TR_NOOP("Check the checksum; if it is right, do not trust this source.")},
        {Cause::SizeMismatch, QT_TR_NOOP("The file is not the size that the list says."),
         QT_TR_NOOP("Check the list; if it is right, do not trust this source.")},
        {Cause::NotProven,
         QT_TR_NOOP("The file cannot be verified as complete, and you chose to treat such files as "
                    "failed."),
         QT_TR_NOOP("Give a checksum, or allow unverified files.")},
        {Cause::DiskFull, QT_TR_NOOP("There is no space left for the file."),
         QT_TR_NOOP("Free some space or choose another folder, then try again.")},
        {Cause::FolderIsFile, QT_TR_NOOP("The chosen download folder is a file."),
         QT_TR_NOOP("Choose a folder, or another name for a new one.")},
        {Cause::FolderBelowFile,
         QT_TR_NOOP("This folder cannot be created: part of its path is a file."),
         QT_TR_NOOP("Choose a folder whose path does not contain a file.")},
        {Cause::FolderOutside,
         QT_TR_NOOP("The list asks for a folder outside the chosen download folder."),
         QT_TR_NOOP(
             "Change the folder in the list, or choose a download folder that contains it.")},
        {Cause::NameIsFolder,
         QT_TR_NOOP("A folder with the same name as this file already exists."),
         QT_TR_NOOP("Rename that folder, or have the file numbered."),
         QT_TR_NOOP("Rename that folder, or have the file numbered (Settings, Files)."),
         QT_TR_NOOP("Rename that folder, or have the file numbered with --conflict number.")},
        {Cause::LargerThanDisk, QT_TR_NOOP("The file is larger than the whole disk."),
         QT_TR_NOOP("Check the link, or choose a folder on a larger disk.")},
        {Cause::NoPermission,
         QT_TR_NOOP("You do not have permission to write this folder or file."),
         QT_TR_NOOP("Choose another folder, or change its permissions.")},
        {Cause::WriteFailed, QT_TR_NOOP("The file could not be written."),
         QT_TR_NOOP("Check the disk, or choose another folder.")},
        {Cause::FileMissing, QT_TR_NOOP("The file was downloaded, but is no longer there."),
         QT_TR_NOOP("Download it again, or look for it where it was moved to."),
         QT_TR_NOOP("Press Retry to download it again, or look for it where it was moved to.")},
        {Cause::FileChanged, QT_TR_NOOP("The file is no longer the one that was downloaded."),
         QT_TR_NOOP("If nobody changed it on purpose, download it again; the changed file stays."),
         QT_TR_NOOP("If nobody changed it on purpose, press Retry to download it again; the "
                    "changed file stays.")},
        {Cause::LinkChanged, QT_TR_NOOP("The link was changed and has not been tried yet."),
         QT_TR_NOOP("Press Retry to try it.")},
        {Cause::Cancelled, QT_TR_NOOP("It was stopped before it was complete."),
         QT_TR_NOOP("Start it again when you want it.")},
        {Cause::Internal, QT_TR_NOOP("Something went wrong inside Lapwing."),
         QT_TR_NOOP("This is a bug. Please report it with its details.")},
    });

    static constexpr auto statuses = std::to_array<StatusText>({
        {400, 400, QT_TR_NOOP("The server did not understand the request (HTTP %1)."),
         QT_TR_NOOP("Check the link; retrying is unlikely to help.")},
        {401, 401,
         QT_TR_NOOP("The server requires a user name and password; none were sent, or they were "
                    "wrong (HTTP %1)."),
         QT_TR_NOOP("Put them into the link (https://name:password@server/file) or ~/.netrc, or "
                    "send a header."),
         QT_TR_NOOP("Put them into the link (https://name:password@server/file), or use ~/.netrc "
                    "or a header (Settings, Servers)."),
         QT_TR_NOOP("Put them into the link (https://name:password@server/file), or use --netrc or "
                    "--header.")},
        {403, 403, QT_TR_NOOP("The server does not allow access to this file (HTTP %1)."),
         QT_TR_NOOP("The link may have expired: get a new one. Or it may need a login: use a "
                    "browser's cookies, ~/.netrc or a header."),
         QT_TR_NOOP("The link may have expired: get a new one. Or it may need a login: use a "
                    "browser's cookies, ~/.netrc or a header (Settings, Servers)."),
         QT_TR_NOOP("The link may have expired: get a new one. Or it may need a login: use "
                    "--load-cookies, --netrc or --header.")},
        {404, 404, QT_TR_NOOP("The server says this file does not exist (HTTP %1)."),
         QT_TR_NOOP("Check the link; retrying is unlikely to help.")},
        {407, 407,
         QT_TR_NOOP("The proxy requires a user name and password; none were sent, or they were "
                    "wrong (HTTP %1)."),
         QT_TR_NOOP("Add the user name and password to the address of the proxy."),
         QT_TR_NOOP("Enter the user name and password of the proxy in Settings, or in the "
                    "environment variable that names it."),
         QT_TR_NOOP("Write them into the address: --proxy http://name:password@host:port, or the "
                    "environment variable that names the proxy.")},
        {408, 408, QT_TR_NOOP("The server timed out waiting for the request (HTTP %1)."),
         QT_TR_NOOP("Try again, or download fewer at once.")},
        {410, 410, QT_TR_NOOP("The server says this file has been removed permanently (HTTP %1)."),
         QT_TR_NOOP("Look for another source; trying again will not help.")},
        {416, 416,
         QT_TR_NOOP("The server does not have the requested part of this file (HTTP %1)."),
         QT_TR_NOOP("The file has changed on the server. Start it again from the beginning.")},
        {429, 429, QT_TR_NOOP("The server reports too many requests (HTTP %1)."),
         QT_TR_NOOP("Wait a while, then download fewer at once.")},
        {502, 502,
         QT_TR_NOOP("The server received an invalid response from an upstream server (HTTP %1)."),
         QT_TR_NOOP("Try again later.")},
        {503, 503, QT_TR_NOOP("The server is overloaded or under maintenance (HTTP %1)."),
         QT_TR_NOOP("Try again later, or download fewer at once.")},
        {504, 504,
         QT_TR_NOOP("The server got no response in time from an upstream server (HTTP %1)."),
         QT_TR_NOOP("Try again later.")},
        {500, 599, QT_TR_NOOP("The server reported an internal error (HTTP %1)."),
         QT_TR_NOOP("The fault is on the server's side. Try again later.")},
        {std::numeric_limits<int>::min(), std::numeric_limits<int>::max(),
         QT_TR_NOOP("The server responded with an error (HTTP %1)."),
         QT_TR_NOOP("Open the link in a browser to see what it leads to.")},
    });
};

const CauseText &rowOf(Cause cause)
{
    return *std::ranges::find(Words::causes, cause, &CauseText::cause);
}

const StatusText &rowOf(int status)
{
    return *std::ranges::find_if(Words::statuses, [status](const StatusText &row) {
        return row.first <= status && status <= row.last;
    });
}

template<typename Row>
QString adviceOf(const Row &row, Reader reader)
{
    const char *const own = reader == Reader::Window ? row.inWindow
        : reader == Reader::CommandLine              ? row.onCommandLine
                                                     : nullptr;
    return Words::tr(own != nullptr ? own : row.advice);
}

/// From the document of a later version.
bool isForeign(const Failure &failure)
{
    return failure.cause == Cause::Internal && failure.code != record::make(Cause::Internal).code;
}

QString largerThanDisk(const Failure::Space &space)
{
    return Words::tr(
               "The file is larger than the whole disk: it needs %1; the disk holds %2 in total.")
        .arg(asBytes(space.needed), asBytes(space.capacity));
}

/// To the minute, and rounded up: never too early.
QString leftAloneUntil(const QDateTime &moment, int status)
{
    return Words::tr("The server asks Lapwing to wait until %1 (HTTP %2).")
        .arg(moment.addSecs(59).toString(QStringLiteral("yyyy-MM-dd HH:mm")))
        .arg(status);
}

} // namespace

QString sentence(const Failure &failure)
{
    if (failure.notBefore)
        return leftAloneUntil(*failure.notBefore, failure.status);
    if (failure.space)
        return largerThanDisk(*failure.space);
    if (failure.cause == Cause::HttpStatus)
        return Words::tr(rowOf(failure.status).text).arg(failure.status);
    if (isForeign(failure))
        return Words::tr("It failed for a reason that this version of Lapwing does not know (%1).")
            .arg(failure.code);
    return Words::tr(rowOf(failure.cause).text);
}

QString advice(const Failure &failure, Reader reader)
{
    if (failure.notBefore)
        return Words::tr("Start it again then; this run sends that server no further requests.");
    if (failure.cause == Cause::HttpStatus)
        return adviceOf(rowOf(failure.status), reader);
    if (isForeign(failure))
        return Words::tr("Use the version of Lapwing that wrote the document.");
    return adviceOf(rowOf(failure.cause), reader);
}

QString topicOf(const Failure &failure)
{
    if (failure.cause != Cause::HttpStatus)
        return isForeign(failure) ? QString() : failure.code;
    const int first = rowOf(failure.status).first;
    return first > 0 ? QStringLiteral("http-%1").arg(first) : QStringLiteral("http-");
}

std::optional<Failure> failureWithCode(const QString &code)
{
    for (const CauseText &row : Words::causes) {
        Failure failure = record::make(row.cause);
        if (failure.code == code)
            return failure;
    }
    static const QRegularExpression form(QStringLiteral("^http-([1-9]\\d\\d)$"));
    const QRegularExpressionMatch status = form.match(code);
    if (!status.hasMatch())
        return std::nullopt;
    return record::make(Cause::HttpStatus, {}, status.captured(1).toInt());
}

QString untriedSentence(const QString &server, const record::Failure &failure)
{
    return Words::tr("%1: %2 Its other links are not tried.").arg(server, sentence(failure));
}

} // namespace lapwing::text
