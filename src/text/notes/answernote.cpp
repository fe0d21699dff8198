// SPDX-License-Identifier: MIT
#include "text/notes/answernote.h"

#include "text/notes/mirrornote.h"

#include <QCoreApplication>

#include <algorithm>

namespace lapwing::text {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::text::AnswerNote)
};

/// RFC 9110 sections 15.3.2 to 15.3.7.
QString statusNote(const record::TaskRecord &task)
{
    const int status = task.status.value_or(200);
    if (status == 200 || status / 100 != 2 || !record::hasFile(task.state))
        return {};
    if (status == 201)
        return Words::tr("The server says it has just created this (HTTP 201).");
    if (status == 202)
        return Words::tr("The server says it is still working on this (HTTP 202): it may not be "
                         "the final file.");
    if (status == 203)
        return Words::tr("A proxy on the way may have changed it (HTTP 203).");
    if (status != 206)
        return Words::tr("The server reported an unusual kind of success (HTTP %1).").arg(status);
    const bool isRest = !task.attempts.empty() && task.attempts.back().from > 0;
    return isRest ? QString() : Words::tr("The server sent all of it as a range (HTTP 206).");
}

QString codingNote(const record::TaskRecord &task)
{
    return task.coding.isEmpty() || !record::hasFile(task.state)
        ? QString()
        : Words::tr("The server labelled it as encoded (%1); it was saved as sent.")
              .arg(task.coding);
}

QString requestsNote(const record::TaskRecord &task)
{
    int requests = 0;
    int repeats = 0;
    for (const record::Attempt &attempt : task.attempts) {
        requests += record::requestsOf(attempt);
        for (const record::Hop &hop : attempt.hops)
            repeats += std::max(0, hop.sends - 1);
    }
    return repeats == 0 ? QString()
                        : Words::tr("It was requested %1 times, not %2: the network library itself "
                                    "repeats a request that is cut off before a response.")
                              .arg(requests)
                              .arg(requests - repeats);
}

} // namespace

QStringList answerNotes(const record::TaskRecord &task)
{
    QStringList notes{statusNote(task), codingNote(task), requestsNote(task)};
    notes.removeAll(QString());
    return notes + mirrorNotes(task);
}

} // namespace lapwing::text
