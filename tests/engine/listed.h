// SPDX-License-Identifier: MIT
#pragma once

#include "engine/sessionrun.h"
#include "support/content.h"

#include <QCryptographicHash>
#include <QDir>

#include <functional>

namespace lapwing::test {

/// A plan for one link of which its list says more.
inline plan::Plan listedPlan(const QUrl &link, const QString &folder,
                             const std::function<void(plan::Extras &)> &say)
{
    plan::Plan plan = planFor({link}, folder);
    auto extras = std::make_shared<plan::Extras>();
    say(*extras);
    plan.entries.front().extras = extras;
    return plan;
}

inline plan::Plan mirroredPlan(const QUrl &link, const QList<QUrl> &mirrors, const QString &folder,
                               std::optional<qint64> size = std::nullopt)
{
    return listedPlan(link, folder, [&](plan::Extras &extras) {
        for (const QUrl &mirror : mirrors)
            extras.mirrors.push_back({mirror});
        extras.size = size;
    });
}

inline plan::Checksum sha256Of(const QByteArray &bytes)
{
    return {QCryptographicHash::Sha256,
            QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)};
}

inline QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

inline QStringList codesOf(const record::TaskRecord &task)
{
    QStringList codes;
    for (const record::Attempt &attempt : task.attempts)
        codes << (attempt.failure ? attempt.failure->code : QString());
    return codes;
}

} // namespace lapwing::test
