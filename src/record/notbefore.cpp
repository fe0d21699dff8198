// SPDX-License-Identifier: MIT
#include "record/notbefore.h"

#include <QCoreApplication>

namespace lapwing::record {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::record::Failure)
};

} // namespace

Failure notBefore(Failure failure, const QDateTime &moment)
{
    const QString minute = moment.addSecs(59).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    failure.text = Words::tr("The server asks to be left alone until %1 (HTTP %2).")
                       .arg(minute)
                       .arg(failure.status);
    failure.advice =
        Words::tr("Start it again then; this run sends that server no further requests.");
    return failure;
}

} // namespace lapwing::record
