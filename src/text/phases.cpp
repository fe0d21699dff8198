// SPDX-License-Identifier: MIT
#include "text/phases.h"

#include <QCoreApplication>

namespace lapwing::text {
namespace {

using measure::Phase;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::text::Phases)
};

} // namespace

QString titleOf(Phase phase)
{
    switch (phase) {
    case Phase::Queued:
        return Words::tr("Queued");
    case Phase::Held:
        return Words::tr("Held off by the server");
    case Phase::LookUp:
        return Words::tr("DNS lookup");
    case Phase::SetUp:
        return Words::tr("Connect");
    case Phase::Send:
        return Words::tr("Send");
    case Phase::Wait:
        return Words::tr("Wait");
    case Phase::FirstByte:
        return Words::tr("First byte");
    case Phase::Receive:
        return Words::tr("Receive");
    case Phase::Stalled:
        return Words::tr("Stalled");
    case Phase::Disk:
        return Words::tr("Waiting for the disk");
    case Phase::Retry:
        return Words::tr("Waiting to retry");
    case Phase::Verify:
        return Words::tr("Verify");
    case Phase::Commit:
        return Words::tr("Saving");
    }
    Q_UNREACHABLE();
}

} // namespace lapwing::text
