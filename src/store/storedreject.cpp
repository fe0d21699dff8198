// SPDX-License-Identifier: MIT
#include "store/storedreject.h"

#include <algorithm>
#include <array>

namespace lapwing::store {
namespace {

using plan::ListFault;

struct FaultWord {
    ListFault fault;
    const char *word;
};

constexpr auto faultWords = std::to_array<FaultWord>({
    {ListFault::SeveralLinks, "several-links"},
    {ListFault::NotText, "not-text"},
    {ListFault::NotHttp, "not-http"},
    {ListFault::OtherScheme, "other-scheme"},
    {ListFault::UserInfo, "user-info"},
    {ListFault::NoHost, "no-host"},
    {ListFault::HostOrPort, "host-or-port"},
    {ListFault::Unclear, "unclear"},
    {ListFault::TooManyParts, "too-many-parts"},
    {ListFault::NotAFileName, "not-a-file-name"},
    {ListFault::LineTooLong, "line-too-long"},
    {ListFault::ListTooLarge, "list-too-large"},
    {ListFault::TooManyInRange, "too-many-in-range"},
    {ListFault::TooManyRejects, "too-many-rejects"},
    {ListFault::NotKept, "not-kept"},
    {ListFault::CameLate, "came-late"},
    {ListFault::LinkTooLong, "link-too-long"},
    {ListFault::OpenQuotationMark, "open-quotation-mark"},
    {ListFault::PlaceInPage, "place-in-page"},
    {ListFault::NoBase, "no-base"},
    {ListFault::PageTooLarge, "page-too-large"},
    {ListFault::Folder, "folder"},
    {ListFault::NoSuchFile, "no-such-file"},
    {ListFault::NeitherFileNorLink, "neither-file-nor-link"},
    {ListFault::NotRegular, "not-regular"},
    {ListFault::FileTooLarge, "file-too-large"},
    {ListFault::Unreadable, "unreadable"},
    {ListFault::NotTextFile, "not-text-file"},
    {ListFault::RemoteHost, "remote-host"},
    {ListFault::TooManyLists, "too-many-lists"},
    {ListFault::SymbolicLink, "symbolic-link"},
    {ListFault::NotAList, "not-a-list"},
    {ListFault::Unpacked, "unpacked"},
    {ListFault::UnpacksTooFar, "unpacks-too-far"},
    {ListFault::BadChecksum, "bad-checksum"},
    {ListFault::BadHeader, "bad-header"},
    {ListFault::BadXml, "bad-xml"},
    {ListFault::DocumentType, "document-type"},
    {ListFault::NoLink, "no-link"},
    {ListFault::OtherNames, "other-names"},
    {ListFault::BadJson, "bad-json"},
    {ListFault::CellCount, "cell-count"},
    {ListFault::OpenQuote, "open-quote"},
    {ListFault::NoAddress, "no-address"},
    {ListFault::RedactedLink, "redacted-link"},
    {ListFault::NotARun, "not-a-run"},
    {ListFault::Expansion, "expansion"},
    {ListFault::SendsData, "sends-data"},
    {ListFault::Method, "method"},
    {ListFault::UnknownOption, "unknown-option"},
    {ListFault::OptionValue, "option-value"},
    {ListFault::OtherShell, "other-shell"},
    {ListFault::CurlRange, "curl-range"},
    {ListFault::OpenCommand, "open-command"},
    {ListFault::StartsProgram, "starts-program"},
});

consteval bool everyFaultHasAWord()
{
    for (int fault = 0; fault <= static_cast<int>(ListFault::StartsProgram); ++fault) {
        if (std::ranges::find(faultWords, static_cast<ListFault>(fault), &FaultWord::fault)
            == faultWords.end())
            return false;
    }
    return true;
}
static_assert(everyFaultHasAWord());

} // namespace

QString toStored(ListFault fault)
{
    return QLatin1String(std::ranges::find(faultWords, fault, &FaultWord::fault)->word);
}

std::optional<ListFault> faultFrom(const QString &stored)
{
    const auto known = std::ranges::find_if(
        faultWords, [&stored](const FaultWord &row) { return stored == QLatin1String(row.word); });
    return known == faultWords.end() ? std::nullopt : std::optional(known->fault);
}

} // namespace lapwing::store
