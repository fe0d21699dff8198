// SPDX-License-Identifier: MIT
#pragma once

#include "async/run.h"
#include "engine/session.h"
#include "plan/listing.h"

#include <QCoreApplication>

namespace lapwing::test {

/// A plan for `urls` into `folder`, without retries; an empty folder discards.
inline plan::Plan planFor(const QList<QUrl> &urls, const QString &folder = {})
{
    plan::Links links;
    links.urls.assign(urls.begin(), urls.end());
    plan::Listing listing;
    listing.add(std::move(links));
    plan::Plan plan;
    plan.entries = listing.entries();
    plan.retries.max = 0;
    plan.destination.folder = folder;
    if (folder.isEmpty())
        plan.destination.kind = plan::Destination::Kind::Discard;
    return plan;
}

/// Runs a session to its end on this thread's loop.
inline record::Run runPlan(const plan::Plan &plan)
{
    engine::Session session(plan);
    record::Run run = async::run(session.run());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return run;
}

} // namespace lapwing::test
