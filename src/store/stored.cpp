// SPDX-License-Identifier: MIT
#include "store/stored.h"

#include "record/ledger.h"
#include "report/json/jsonrun.h"
#include "report/json/jsontask.h"
#include "report/json/readrun.h"
#include "report/json/readtask.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::store {
namespace {

using plan::Redaction;
using record::TaskRecord;
using record::TaskState;

// The run document has no words for these.
const QString paused = record::wordFor(TaskState::Paused);
constexpr auto heldByStop = "held_by_stop"_L1;
/// Nor does it tell of folders of this machine.
constexpr auto begunIn = "begun_in"_L1;

bool isMerelyQueued(const TaskRecord &record)
{
    return record.state == TaskState::Queued && !record.start && !record.failure && !record.held
        && record.attempts.empty() && record.path.isEmpty() && record.begunIn.isEmpty()
        && record.bytes == 0 && record.kept == 0 && !record.size;
}

std::optional<QJsonObject> objectFrom(const QByteArray &stored)
{
    const QJsonDocument json = QJsonDocument::fromJson(stored);
    return json.isObject() ? std::optional(json.object()) : std::nullopt;
}

} // namespace

QByteArray toStored(const TaskRecord &record)
{
    if (isMerelyQueued(record))
        return {};
    QJsonObject object =
        report::json::taskOf(record, {}, Redaction::Full, report::json::Figures::LeftOut);
    if (record.state != TaskState::Queued && !record::isEnd(record.state))
        object["state"_L1] = paused;
    if (!record.begunIn.isEmpty())
        object.insert(begunIn, record.begunIn);
    if (record.heldByStop)
        object.insert(heldByStop, true);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<TaskRecord> recordFrom(const plan::Entry &entry, const QByteArray &stored)
{
    std::optional<TaskRecord> record = recordInRunFrom(entry, stored);
    if (record)
        record->url = entry.url;
    return record;
}

std::optional<TaskRecord> recordInRunFrom(const plan::Entry &entry, const QByteArray &stored)
{
    if (stored.isEmpty())
        return record::queued(entry);
    std::optional<QJsonObject> object = objectFrom(stored);
    if (!object)
        return std::nullopt;
    const bool isPaused = object->value("state"_L1) == paused;
    if (isPaused)
        object->insert("state"_L1, record::wordFor(TaskState::Queued));
    object->insert("id"_L1,
                   1); // ids of a list that was long in use may be larger than a document takes
    report::json::ReadErrors errors;
    TaskRecord record = report::json::taskFrom({*object, errors});
    if (!errors.areGood())
        return record::queued(entry);
    record.id = entry.id;
    record.begunIn = object->value(begunIn).toString();
    record.heldByStop = object->value(heldByStop).toBool();
    if (isPaused)
        record.state = TaskState::Paused;
    return record;
}

QByteArray toStored(const record::RunFacts &facts)
{
    const QJsonObject object = report::json::runOf({facts, {}}, nullptr, Redaction::Full);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<record::RunFacts> factsFrom(const QByteArray &stored)
{
    const std::optional<QJsonObject> object = objectFrom(stored);
    report::json::ReadErrors errors;
    record::Run run;
    if (object)
        run = report::json::runFrom({*object, errors});
    return object && errors.areGood() ? std::optional(run.facts) : std::nullopt;
}

QString toStored(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QString toStored(const QDateTime &moment)
{
    return moment.isValid()
        ? moment.toOffsetFromUtc(moment.offsetFromUtc()).toString(Qt::ISODateWithMs)
        : u""_s;
}

QDateTime momentFrom(const QString &stored)
{
    return QDateTime::fromString(stored, Qt::ISODateWithMs);
}

} // namespace lapwing::store
