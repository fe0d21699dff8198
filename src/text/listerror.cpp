// SPDX-License-Identifier: MIT
#include "text/listerror.h"

#include "plan/lists/sources.h"
#include "text/filekind.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace lapwing::text {
namespace {

using plan::ListFault;

/// "%1" is the detail.
struct FaultText {
    ListFault fault;
    const char *text;
};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::text::ListError)
public:
    static constexpr auto faults = std::to_array<FaultText>({
        {ListFault::SeveralLinks,
         QT_TR_NOOP("It is more than one link; put each on its own line.")},
        {ListFault::NotText, QT_TR_NOOP("It contains control characters or is not UTF-8.")},
        {ListFault::NotHttp, QT_TR_NOOP("It does not start with http:// or https://.")},
        {ListFault::OtherScheme,
         QT_TR_NOOP("Links that start with “%1:” cannot be downloaded, only http and https.")},
        {ListFault::UserInfo,
         QT_TR_NOOP("There is more than one “@” before the host. In a user name or password, "
                    "write “@” as “%40”.")},
        {ListFault::NoHost, QT_TR_NOOP("It has no host name.")},
        {ListFault::HostOrPort, QT_TR_NOOP("Its host or its port (1 to 65535) is not valid.")},
        {ListFault::Unclear,
         QT_TR_NOOP(
             "This may be one link, or a link and more. Put a tab before a file name, “ #” before "
             "a note; within a link, write a space as “%20”, “,” as “%2C”, “;” as “%3B” and “|” as "
             "“%7C”.")},
        {ListFault::TooManyParts, QT_TR_NOOP("It contains more than a link and a file name.")},
        {ListFault::NotAFileName,
         QT_TR_NOOP("“%1” after the link is not a file name: it must not contain “/” or “\\”.")},
        {ListFault::LineTooLong, QT_TR_NOOP("The line is longer than 64 KiB.")},
        {ListFault::ListTooLarge,
         QT_TR_NOOP("The list is larger than 64 MiB; the rest was ignored.")},
        {ListFault::TooManyInRange,
         QT_TR_NOOP("Its ranges stand for %1 links, too many: the ranges of a list may make "
                    "100,000 links and 64 MiB at most. None was added.")},
        {ListFault::TooManyRejects,
         QT_TR_NOOP("Too many lines are not links; the rest was ignored.")},
        {ListFault::NotKept, QT_TR_NOOP("Refused lines not kept from an earlier session: %1.")},
        {ListFault::CameLate,
         QT_TR_NOOP("Its link had already started. Write a link and its options together.")},
        {ListFault::LinkTooLong, QT_TR_NOOP("The link is longer than 64 KiB.")},
        {ListFault::OpenQuotationMark, QT_TR_NOOP("The quotation mark after the link is missing.")},
        {ListFault::PlaceInPage, QT_TR_NOOP("It points to a place in the page itself.")},
        {ListFault::NoBase,
         QT_TR_NOOP(
             "It is a relative link, and the page does not say which address it is relative to.")},
        {ListFault::PageTooLarge,
         QT_TR_NOOP("The page is larger than 64 MiB; the rest was ignored.")},
        {ListFault::Folder, QT_TR_NOOP("It is a folder, not a list.")},
        {ListFault::NoSuchFile, QT_TR_NOOP("There is no such file.")},
        {ListFault::NeitherFileNorLink,
         QT_TR_NOOP("There is no such file, and it does not start with http:// or https://.")},
        {ListFault::NotRegular, QT_TR_NOOP("It is not a regular file.")},
        {ListFault::FileTooLarge, QT_TR_NOOP("It is larger than 64 MiB.")},
        {ListFault::Unreadable, QT_TR_NOOP("It cannot be read: %1.")},
        {ListFault::NotTextFile, QT_TR_NOOP("It is not a text file.")},
        {ListFault::RemoteHost, QT_TR_NOOP("The file is on a remote host.")},
        {ListFault::TooManyLists, QT_TR_NOOP("At most %1 lists can be added at once.")},
        {ListFault::SymbolicLink, QT_TR_NOOP("It is a symbolic link; use the file it points to.")},
        {ListFault::NotAList, QT_TR_NOOP("This is %1, not a list of links.")},
        {ListFault::Unpacked,
         QT_TR_NOOP("It cannot be decompressed: it is damaged or incomplete.")},
        {ListFault::UnpacksTooFar,
         QT_TR_NOOP("It decompresses to more than 1000 times its size; no list does.")},
        {ListFault::BadChecksum, QT_TR_NOOP("“%1” is not a checksum that can be checked.")},
        {ListFault::BadHeader, QT_TR_NOOP("It contains a header that cannot be sent.")},
        {ListFault::BadXml, QT_TR_NOOP("The XML is damaged here (%1).")},
        {ListFault::DocumentType,
         QT_TR_NOOP("It has a DOCTYPE, which a list from elsewhere must not have.")},
        {ListFault::NoLink, QT_TR_NOOP("It contains no link.")},
        {ListFault::OtherNames,
         QT_TR_NOOP("It has links, but none under a name such as “url” or “link”.")},
        {ListFault::BadJson, QT_TR_NOOP("It is not valid JSON.")},
        {ListFault::CellCount, QT_TR_NOOP("It has more columns than the rest of the table.")},
        {ListFault::OpenQuote, QT_TR_NOOP("A quotation mark is never closed.")},
        {ListFault::NoAddress,
         QT_TR_NOOP("A checksum list has no links. Put the address of the files above it, on a "
                    "line of its own that ends with “/”.")},
        {ListFault::RedactedLink,
         QT_TR_NOOP(
             "The values of its query were not kept. Only a run document that was exported with "
             "full links has them.")},
        {ListFault::NotARun, QT_TR_NOOP("Only a run document tells which downloads failed.")},
        {ListFault::Expansion,
         QT_TR_NOOP("The command contains a variable or the output of another command.")},
        {ListFault::SendsData,
         QT_TR_NOOP("The command sends data to the server; Lapwing only downloads.")},
        {ListFault::Method,
         QT_TR_NOOP("The command uses the method %1; Lapwing only downloads with GET.")},
        {ListFault::UnknownOption, QT_TR_NOOP("The option %1 is not known.")},
        {ListFault::OptionValue, QT_TR_NOOP("The option %1 has no value.")},
        {ListFault::OtherShell,
         QT_TR_NOOP("The command is not written for bash. Copy it as cURL (bash).")},
        {ListFault::CurlRange,
         QT_TR_NOOP("To curl, brackets in a link are ranges. Add -g if they belong to the link; if "
                    "not, put the link itself in a list and expand its ranges.")},
        {ListFault::OpenCommand,
         QT_TR_NOOP(
             "The command continues on the next line. Put commands in a list of their own.")},
        {ListFault::StartsProgram, QT_TR_NOOP("It is a desktop file that is not a link.")},
    });
};

/// What stands for "%1"; absent: the sentence has no such place, and its "%" are meant as they stand.
std::optional<QString> detailOf(const plan::ListError &error)
{
    switch (error.fault) {
    case ListFault::OtherScheme:
    case ListFault::NotAFileName:
    case ListFault::Unreadable:
    case ListFault::BadChecksum:
    case ListFault::BadXml:
    case ListFault::Method:
    case ListFault::UnknownOption:
    case ListFault::OptionValue:
        return error.detail;
    case ListFault::TooManyInRange:
    case ListFault::NotKept:
        return QLocale().toString(error.detail.toLongLong());
    case ListFault::NotAList:
        return fileKind(error.detail);
    case ListFault::TooManyLists:
        return QString::number(plan::maxLists);
    default:
        return std::nullopt;
    }
}

} // namespace

QString sentence(const plan::ListError &error)
{
    const auto row = std::ranges::find(Words::faults, error.fault, &FaultText::fault);
    const QString text = Words::tr(row->text);
    const std::optional<QString> detail = detailOf(error);
    return detail ? text.arg(*detail) : text;
}

QString sentence(const plan::Reject &reject)
{
    const QString reason = sentence(reject.error);
    return reject.list.isEmpty() ? reason : Words::tr("In %1: %2").arg(reject.list, reason);
}

QString unusedSettings(const std::map<QString, int> &unused)
{
    QStringList names;
    for (const auto &[name, count] : unused) {
        static const QRegularExpression column(QStringLiteral("^#(\\d+)$"));
        const auto match = column.match(name);
        names << (match.hasMatch() ? Words::tr("column %1").arg(match.captured(1)) : name);
    }
    return names.join(Words::tr(", "));
}

} // namespace lapwing::text
