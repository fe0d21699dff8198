// SPDX-License-Identifier: MIT
#include "text/comparison.h"

#include <QCoreApplication>

namespace lapwing::text {
namespace {

using measure::Gap;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::text::Comparison)
};

/// What was there from an earlier run took no time in this one.
QString onDiskBefore(const Gap &gap)
{
    return gap.mode == plan::Mode::Together
        ? Words::tr("%n of %1 files were fully or partly on disk before the run together.", nullptr,
                    gap.count)
        : Words::tr("%n of %1 files were fully or partly on disk before the run one at a time.",
                    nullptr, gap.count);
}

QString failed(const Gap &gap)
{
    return gap.mode == plan::Mode::Together
        ? Words::tr("%n of %1 downloads failed in the run together.", nullptr, gap.count)
        : Words::tr("%n of %1 downloads failed in the run one at a time.", nullptr, gap.count);
}

QString unfinished(const Gap &gap)
{
    return gap.mode == plan::Mode::Together
        ? Words::tr("%n of %1 downloads did not finish in the run together.", nullptr, gap.count)
        : Words::tr("%n of %1 downloads did not finish in the run one at a time.", nullptr,
                    gap.count);
}

QString otherList(const Gap &gap)
{
    if (gap.against > 0)
        return Words::tr("Rounds %1 and %2 did not download the same list.")
            .arg(gap.against)
            .arg(gap.round);
    return Words::tr("The two runs did not download the same list.");
}

QString otherSizes(const Gap &gap)
{
    if (gap.against > 0)
        return Words::tr("%n of %1 downloads had a different size in round %2 than in round %3.",
                         nullptr, gap.count)
            .arg(gap.all)
            .arg(gap.round)
            .arg(gap.against);
    return Words::tr("%n of %1 downloads had a different size the second time.", nullptr, gap.count)
        .arg(gap.all);
}

QString withoutRound(const Gap &gap)
{
    switch (gap.kind) {
    case Gap::Kind::OnDiskBefore:
        return onDiskBefore(gap).arg(gap.all);
    case Gap::Kind::Failed:
        return failed(gap).arg(gap.all);
    case Gap::Kind::Unfinished:
        return unfinished(gap).arg(gap.all);
    case Gap::Kind::TooShort:
        return Words::tr("The run was too short to be measured.");
    case Gap::Kind::OtherList:
        return otherList(gap);
    case Gap::Kind::OtherSizes:
        return otherSizes(gap);
    }
    Q_UNREACHABLE();
}

} // namespace

QString sentence(const Gap &gap)
{
    const QString reason = withoutRound(gap);
    const bool isWithinRound = gap.round > 0 && gap.against == 0;
    return isWithinRound ? Words::tr("Round %1: %2").arg(gap.round).arg(reason) : reason;
}

} // namespace lapwing::text
