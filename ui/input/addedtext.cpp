// SPDX-License-Identifier: MIT
#include "input/addedtext.h"

#include "text/listerror.h"

#include <QCoreApplication>

#include <algorithm>

namespace lapwing::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::AddedText)
};

/// The reason, when it is the same for all of them.
QString commonReason(const std::vector<plan::Reject> &rejects)
{
    const plan::Reject &first = rejects.front();
    const auto isOther = [&first](const plan::Reject &reject) {
        return reject.error != first.error || reject.list != first.list;
    };
    return std::ranges::any_of(rejects, isOther) ? QString() : text::sentence(first);
}

QString refusedText(const std::vector<plan::Reject> &rejects)
{
    const QString lines = Words::tr("%Ln lines refused", nullptr, static_cast<int>(rejects.size()));
    const QString reason = commonReason(rejects);
    return reason.isEmpty() ? lines : Words::tr("%1 (%2)", "lines, reason").arg(lines, reason);
}

QStringList checksumTexts(const plan::Added &added)
{
    QStringList parts;
    const int late = added.lateChecksums;
    if (const int taken = static_cast<int>(added.checksums.size()) - late; taken > 0)
        parts << Words::tr("%Ln checksums added", nullptr, taken);
    if (late > 0)
        parts << Words::tr("%Ln checksums came too late to be checked", nullptr, late);
    if (added.otherChecksums > 0)
        parts << Words::tr("%Ln checksums differ from those in the list and were ignored", nullptr,
                           added.otherChecksums);
    return parts;
}

/// What was given is no list at all: it says what it is, once.
bool isNoList(const plan::Added &added)
{
    return added.added == 0 && added.alreadyThere == 0 && added.rejects.size() == 1
        && added.rejects.front().line == 0;
}

} // namespace

QString addedText(const plan::Added &added)
{
    const int refused = static_cast<int>(added.rejects.size());
    if (added.added == 0 && added.alreadyThere == 0 && refused == 0)
        return Words::tr("No links found.");
    if (isNoList(added))
        return text::sentence(added.rejects.front());
    QStringList parts{Words::tr("%Ln links added", nullptr, added.added)};
    if (added.alreadyThere > 0)
        parts << Words::tr("%Ln duplicates", nullptr, added.alreadyThere);
    if (added.paused > 0)
        parts << Words::tr("%Ln paused by the list", nullptr, added.paused);
    parts << checksumTexts(added);
    if (refused > 0)
        parts << refusedText(added.rejects);
    if (added.keptInside > 0)
        parts << Words::tr("%Ln saved here, not in the folder that the list names", nullptr,
                           added.keptInside);
    if (!added.encoding.isEmpty())
        parts << Words::tr("names read as %1").arg(added.encoding);
    if (!added.unused.empty())
        parts << Words::tr("not used: %1").arg(text::unusedSettings(added.unused));
    return parts.join(Words::tr(", "));
}

} // namespace lapwing::ui
