// SPDX-License-Identifier: MIT
#include "details/entryedit.h"

#include "details/filesettings.h"
#include "plan/checksum.h"
#include "plan/entryterms.h"
#include "plan/listing.h"
#include "plan/origin.h"
#include "plan/safefolder.h"
#include "plan/safename.h"
#include "text/accesserror.h"
#include "text/listerror.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace lapwing::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::EntryEdit)
};

QString textOf(const std::optional<plan::Checksum> &checksum)
{
    return checksum ? plan::nameOf(*checksum) + u'=' + QString::fromLatin1(checksum->digest.toHex())
                    : QString();
}

QString textOf(const std::vector<plan::Header> &headers)
{
    QStringList lines;
    for (const plan::Header &header : headers) {
        const QString value = isShown(header) ? QString::fromUtf8(header.value) : hiddenValue();
        lines << QStringLiteral("%1: %2").arg(QString::fromLatin1(header.name), value);
    }
    return lines.join(u'\n');
}

/// The last one counts, without its secrets; empty: there is none.
QString valueOf(const std::vector<plan::ListedOption> &options, QStringView name)
{
    const auto last =
        std::find_if(options.rbegin(), options.rend(),
                     [name](const plan::ListedOption &one) { return one.name == name; });
    return last == options.rend() ? QString() : shownValue(*last);
}

bool isSameServer(const QUrl &one, const QUrl &other)
{
    return plan::Origin(one) == plan::Origin(other);
}

/// Read as a pasted line is. What is wrong with it; empty: nothing.
QString takeLink(plan::Entry &entry, const QString &text, const IsListed &isListed)
{
    const plan::Links read = plan::linksFromText(text.toUtf8());
    if (!read.rejects.empty())
        return text::sentence(read.rejects.front().error);
    if (read.urls.size() != 1 || !read.details.empty())
        return Words::tr("Enter one link and nothing else.");
    const QUrl &given = read.urls.front();
    const QUrl link = plan::normalised(given);
    if (link != entry.url && isListed && isListed(link))
        return Words::tr("This link is already in the list.");
    const QString login = given.userInfo(QUrl::FullyEncoded);
    if (!login.isEmpty() || !isSameServer(link, entry.url))
        entry.userInfo = login;
    entry.url = link;
    return {};
}

/// The same.
QString takeName(plan::Entry &entry, const QString &name)
{
    if (name.contains(u'/'))
        return Words::tr("The name must not contain “/”.");
    entry.isNamed = !name.isEmpty();
    entry.name = entry.isNamed ? plan::safeName(name) : plan::nameFromUrl(entry.url);
    return {};
}

QString takeFolder(plan::Extras &extras, const QString &folder)
{
    const auto way = plan::safeFolder(folder, QStringLiteral("/"));
    if (!way)
        return way.error() == plan::FolderFault::Above
            ? Words::tr("The folder must not contain “..”.")
            : Words::tr("This is not a folder on this computer.");
    extras.folder = folder;
    extras.mayLeave = folder.startsWith(u'/'); // written by the user, and not by a list
    return {};
}

QString takeChecksum(plan::Entry &entry, const QString &text)
{
    entry.checksum.reset();
    if (text.isEmpty())
        return {};
    const auto checksum = plan::typedChecksum(text);
    if (!checksum)
        return text::sentence(checksum.error());
    entry.checksum = *checksum;
    return {};
}

/// A value that is hidden is that of the header that stood there with this name; each is taken once. To another server it
/// is not sent unseen.
QString takeHeaders(plan::Extras &extras, const QString &text, bool isOtherServer)
{
    std::vector<plan::Header> before = std::exchange(extras.headers, {});
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (line.trimmed().isEmpty())
            continue;
        const auto header = plan::headerFrom(line);
        if (!header)
            return text::sentence(header.error());
        const auto hidden = std::ranges::find(before, header->name, &plan::Header::name);
        const bool isHidden = hidden != before.end() && header->value == hiddenValue().toUtf8();
        if (isHidden && isOtherServer)
            return Words::tr("The hidden values are for the server of the previous link. Enter "
                             "them again or remove these headers.");
        extras.headers.push_back(isHidden ? *hidden : *header);
        if (hidden != before.end())
            before.erase(hidden);
    }
    return {};
}

WrongField takeSettings(plan::Extras &extras, const QStringList &values)
{
    for (std::size_t place = 0; place < fileSettings().size(); ++place) {
        const FileSetting &setting = fileSettings()[place];
        const QString value = values.value(static_cast<qsizetype>(place)).trimmed();
        if (value == valueOf(extras.options, setting.name))
            continue;
        std::erase_if(extras.options,
                      [&](const plan::ListedOption &one) { return one.name == setting.name; });
        if (value.isEmpty())
            continue;
        const plan::ListedOption option{setting.name.toString(), value};
        if (!plan::isHonoured(option))
            return {Words::tr("%1: enter %2.").arg(titleOf(setting), hintOf(setting)),
                    FirstSettingField + static_cast<int>(place)};
        extras.options.push_back(option);
    }
    return {};
}

/// What a list says of a file is of the one that its checksum proves or, where it has none, that its link leads to.
void dropWhatIsOfAnotherFile(plan::Extras &extras, const plan::Entry &before,
                             const plan::Entry &after)
{
    const bool isSameLink = before.url == after.url;
    if (before.checksum ? before.checksum == after.checksum : isSameLink)
        return;
    extras.size.reset();
    extras.checksums.clear();
    extras.pieces.reset();
    if (isSameLink && after.checksum) // which its mirrors are held to as well
        return;
    extras.mirrors.clear();
    extras.location.clear();
}

} // namespace

EntryEdit editOf(const plan::Entry &entry)
{
    const plan::Extras extras = entry.extras ? *entry.extras : plan::Extras();
    EntryEdit edit{entry.url.toString(QUrl::FullyEncoded), entry.name, extras.folder,
                   textOf(entry.checksum), textOf(extras.headers)};
    for (const FileSetting &setting : fileSettings())
        edit.settings << valueOf(extras.options, setting.name);
    return edit;
}

tl::expected<plan::Entry, WrongField> edited(const plan::Entry &entry, const EntryEdit &edit,
                                             const IsListed &isListed)
{
    const EntryEdit before = editOf(entry);
    plan::Entry after = entry;
    plan::Extras extras = entry.extras ? *entry.extras : plan::Extras();
    WrongField wrong;
    const auto note = [&wrong](const WrongField &found) {
        if (wrong.sentence.isEmpty())
            wrong = found;
    };
    if (edit.link.trimmed() != before.link)
        note({takeLink(after, edit.link, isListed), LinkField});
    if (edit.name.trimmed() != before.name)
        note({takeName(after, edit.name.trimmed()), NameField});
    else if (after.url != entry.url && after.name != plan::nameFromUrl(after.url))
        after.isNamed = true; // only its old link gave it: what is copied or exported has to say it
    if (edit.folder.trimmed() != before.folder)
        note({takeFolder(extras, edit.folder.trimmed()), FolderField});
    if (edit.checksum.trimmed() != before.checksum)
        note({takeChecksum(after, edit.checksum.trimmed()), ChecksumField});
    const bool isOtherServer = !isSameServer(after.url, entry.url);
    if (edit.headers != before.headers || isOtherServer)
        note({takeHeaders(extras, edit.headers, isOtherServer), HeadersField});
    note(takeSettings(extras, edit.settings));
    if (!wrong.sentence.isEmpty())
        return tl::unexpected(wrong);
    dropWhatIsOfAnotherFile(extras, entry, after);
    after.extras = extras == plan::Extras()
        ? nullptr
        : std::make_shared<const plan::Extras>(std::move(extras));
    return after;
}

} // namespace lapwing::ui
