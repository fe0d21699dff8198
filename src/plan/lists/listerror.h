// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace lapwing::plan {

/// Why a line, a page or a file gave no link; text/listerror.h has the sentences.
enum class ListFault {
    // A link.
    SeveralLinks, ///< on one line
    NotText,      ///< control characters, or bytes that are no UTF-8
    NotHttp,      ///< no scheme
    OtherScheme,  ///< `detail` is it
    UserInfo,     ///< more than one "@" before the host
    NoHost,
    HostOrPort,
    // A line of a list.
    Unclear,      ///< one link, or a link and more
    TooManyParts, ///< more than a link and a file name
    NotAFileName, ///< `detail` is what stands behind the link
    LineTooLong,
    ListTooLarge,   ///< the rest was ignored
    TooManyInRange, ///< `detail` is how many links its ranges stand for
    TooManyRejects, ///< the same
    NotKept,        ///< since an earlier session: `detail` is how many
    CameLate,       ///< a setting of a link that had started already
    // A page.
    LinkTooLong,
    OpenQuotationMark,
    PlaceInPage,
    NoBase, ///< relative, and the page does not say to what
    PageTooLarge,
    // A file.
    Folder,
    NoSuchFile,
    NeitherFileNorLink, ///< what was given as either
    NotRegular,
    FileTooLarge,
    Unreadable, ///< `detail` is the system's reason
    NotTextFile,
    RemoteHost,
    TooManyLists, ///< more than maxLists
    SymbolicLink,
    NotAList,      ///< `detail` is the code of its kind, as kind.h has it
    Unpacked,      ///< cannot be unpacked: it is damaged, or cut off
    UnpacksTooFar, ///< much more comes out of it than a list has
    // What a list says besides links.
    BadChecksum, ///< `detail` is what it names
    BadHeader,
    BadXml, ///< `detail` is what the parser says
    DocumentType,
    NoLink,     ///< nothing in it is a link
    OtherNames, ///< its links are under names that do not mean one
    BadJson,
    CellCount, ///< other than in the lines before
    OpenQuote, ///< never closed
    NoAddress, ///< of a checksum list
    RedactedLink,
    NotARun, ///< the failed ones were asked for
    // A command line.
    Expansion, ///< a variable, or another command's output
    SendsData,
    Method,        ///< `detail` is it
    UnknownOption, ///< `detail` is its name
    OptionValue,   ///< the same; its value is missing
    OtherShell,    ///< copied for cmd.exe, for PowerShell or as JavaScript
    CurlRange,     ///< which curl would write out
    OpenCommand,   ///< goes on in the next line of a text
    // A shortcut.
    StartsProgram,
};

struct ListError {
    ListFault fault = ListFault::NotHttp;
    QString detail{};

    friend bool operator==(const ListError &, const ListError &) = default;
};

} // namespace lapwing::plan
