// SPDX-License-Identifier: MIT
#include "input/addedtext.h"

#include "text/listerror.h"

#include <QCoreApplication>

namespace lapwing::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::AddedText)
};

} // namespace

QString addedText(const plan::Added &added)
{
    const int ignored = static_cast<int>(added.rejects.size());
    if (added.added == 0 && added.alreadyThere == 0 && ignored == 0)
        return Words::tr("No links found.");
    QStringList parts{Words::tr("%Ln links added", nullptr, added.added)};
    if (added.alreadyThere > 0)
        parts << Words::tr("%Ln duplicates", nullptr, added.alreadyThere);
    if (ignored > 0)
        parts << Words::tr("%Ln lines ignored", nullptr, ignored);
    if (!added.unused.empty())
        parts << Words::tr("not supported yet: %1").arg(text::unusedSettings(added.unused));
    return parts.join(Words::tr(", "));
}

} // namespace lapwing::ui
