// SPDX-License-Identifier: MIT
#include "report/json/readtask.h"

#include <QHash>
#include <QRegularExpression>

#include <limits>

namespace lapwing::report::json {
namespace {

using record::TaskState;

constexpr qint64 maxBytes = qint64{1} << 53; ///< 9 PB that came: sums of them have room
constexpr qint64 maxSize = std::numeric_limits<qint64>::max(); ///< whatever a server announces
/// A window keeps its tasks by their ids: no list has more.
constexpr qint64 maxTasks = 10'000'000;

QHash<QString, record::Cause> causesByCode()
{
    QHash<QString, record::Cause> causes;
    for (int cause = 0; cause <= static_cast<int>(record::Cause::Internal); ++cause)
        causes.insert(record::make(static_cast<record::Cause>(cause)).code,
                      static_cast<record::Cause>(cause));
    return causes;
}

void readCause(record::Failure &failure)
{
    static const QHash<QString, record::Cause> causes = causesByCode();
    static const QRegularExpression status(QStringLiteral(R"(\Ahttp-(\d{1,3})\z)"));
    failure.cause = causes.value(failure.code, record::Cause::Internal);
    if (const auto match = status.match(failure.code); match.hasMatch()) {
        failure.cause = record::Cause::HttpStatus;
        failure.status = match.captured(1).toInt();
    }
}

/// Earlier versions told any number that stood where a server should have put one.
std::optional<int> statusFrom(const JsonReader &node)
{
    if (!node.has("status"))
        return std::nullopt;
    const auto status = static_cast<int>(node.whole("status", -maxInt, maxInt));
    return 100 <= status && status <= 999 ? std::optional(status) : std::nullopt;
}

record::Hop hopFrom(const JsonReader &node)
{
    record::Hop hop;
    hop.url = node.link("url");
    hop.status = statusFrom(node);
    hop.sends = static_cast<int>(node.whole("sends", 0, maxInt, 0));
    hop.lookUp = node.stamp("look_up_s");
    hop.asked = node.neededStamp("asked_s");
    hop.encrypted = node.stamp("encrypted_s");
    hop.sent = node.stamp("sent_s");
    hop.headers = node.stamp("headers_s");
    hop.end = node.stamp("end_s");
    hop.requeued = node.stamp("requeued_s");
    hop.taken = node.stamp("taken_s");
    node.count(hop.requeued.value_or(record::Stamp{}), hop.taken);
    const record::Stamp first =
        std::min({hop.asked, hop.lookUp.value_or(hop.asked), hop.sent.value_or(hop.asked),
                  hop.headers.value_or(hop.asked)});
    node.count(first,
               std::max({hop.asked, hop.sent.value_or(first), hop.headers.value_or(first),
                         hop.end.value_or(first)}));
    return hop;
}

std::optional<record::Discarded> discardedFrom(const JsonReader &node)
{
    using Why = record::Discarded::Why;
    static const std::array reasons{Why::Changed, Why::NotResumed, Why::OtherAddress};
    if (!node.has("discarded"))
        return std::nullopt;
    const JsonReader object = node.object("discarded");
    QStringList words;
    for (const Why why : reasons)
        words << record::wordFor(why);
    return record::Discarded{object.whole("bytes", 0, maxBytes),
                             reasons.at(object.word("why", words))};
}

record::Attempt attemptFrom(const JsonReader &node)
{
    record::Attempt attempt;
    attempt.start = node.neededStamp("start_s");
    attempt.firstByte = node.stamp("first_byte_s");
    attempt.received = node.stamp("received_s");
    attempt.end = node.stamp("end_s");
    attempt.stalled = node.stamp("stalled_s").value_or(record::Stamp{});
    attempt.disk = node.stamp("disk_s").value_or(record::Stamp{});
    attempt.verify = node.stamp("verify_s");
    attempt.bytes = node.whole("bytes", 0, maxBytes);
    attempt.from = node.whole("from", 0, maxBytes, 0);
    attempt.discarded = discardedFrom(node);
    attempt.failure = failureFrom(node, "error");
    if (node.has("mirror"))
        attempt.mirror = node.link("mirror");
    for (const record::Stamp part :
         {attempt.stalled, attempt.disk, attempt.verify.value_or(record::Stamp{})})
        node.count({}, part);
    node.count(std::min(attempt.start, attempt.received.value_or(attempt.start)), attempt.end);
    node.each("hops",
              [&attempt](const JsonReader &each) { attempt.hops.push_back(hopFrom(each)); });
    return attempt;
}

TaskState stateFrom(const JsonReader &node)
{
    static const std::array states{TaskState::Done, TaskState::Unverified, TaskState::Failed,
                                   TaskState::Cancelled, TaskState::Queued};
    static const QStringList words = [] {
        QStringList list;
        for (const TaskState state : states)
            list << record::wordFor(state);
        return list;
    }();
    return states.at(node.word("state", words));
}

/// What is there of one task besides its times.
record::TaskRecord headFrom(const JsonReader &node)
{
    record::TaskRecord task;
    task.id = static_cast<int>(node.whole("id", 1, maxTasks));
    task.url = node.link("url");
    task.name = node.text("name");
    task.path = node.textOr("path");
    task.state = stateFrom(node);
    task.failure = failureFrom(node, "error");
    task.status = statusFrom(node);
    task.protocol = node.textOr("protocol");
    task.coding = node.textOr("coding");
    task.alreadyThere = node.truth("already_there");
    task.nameTaken = node.truth("name_taken");
    task.startsAgain = node.truth("starts_again");
    task.bytes = node.whole("bytes", 0, maxBytes);
    task.kept = node.whole("kept", 0, maxBytes, 0);
    if (node.has("size"))
        task.size = node.whole("size", 0, maxSize);
    return task;
}

} // namespace

std::optional<record::Failure> failureFrom(const JsonReader &node, const char *name)
{
    if (!node.has(name))
        return std::nullopt;
    const JsonReader object = node.object(name);
    record::Failure failure;
    failure.code = object.text("code");
    failure.detail = object.text("detail");
    if (const QDateTime moment = object.moment("not_before"); moment.isValid())
        failure.notBefore = moment;
    if (object.has("needed_bytes"))
        failure.space = record::Failure::Space{object.whole("needed_bytes", 0, maxSize),
                                               object.whole("capacity_bytes", 0, maxSize)};
    readCause(failure);
    return failure;
}

record::TaskRecord taskFrom(const JsonReader &node)
{
    record::TaskRecord task = headFrom(node);
    task.joined = node.stamp("joined_s").value_or(record::Stamp{});
    task.start = node.stamp("start_s");
    task.end = node.stamp("end_s");
    task.held = node.stamp("held_s");
    node.count({}, task.held);
    task.retryAt = node.farStamp("retry_at_s");
    node.count(task.start.value_or(record::Stamp{}), task.end);
    node.each("pauses", [&task](const JsonReader &each) {
        task.pauses.push_back({each.neededStamp("from_s"), each.stamp("to_s")});
        each.count(task.pauses.back().from, task.pauses.back().to);
    });
    node.each("attempts",
              [&task](const JsonReader &each) { task.attempts.push_back(attemptFrom(each)); });
    return task;
}

} // namespace lapwing::report::json
