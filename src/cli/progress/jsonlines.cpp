// SPDX-License-Identifier: MIT
#include "cli/progress/jsonlines.h"

#include "measure/seconds.h"
#include "report/document.h"
#include "text/amounts.h"
#include "text/failure.h"

#include <QJsonDocument>

namespace lapwing::cli {
namespace {

using record::TaskState;

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue orNull(const std::optional<record::Failure> &failure, plan::Redaction redaction)
{
    if (!failure)
        return {};
    return QJsonObject{
        {QStringLiteral("code"), failure->code},
        {QStringLiteral("text"), text::sentence(*failure)},
        {QStringLiteral("advice"), text::advice(*failure, text::Reader::CommandLine)},
        {QStringLiteral("detail"), plan::redactText(failure->detail, redaction)}};
}

} // namespace

JsonLines::JsonLines(plan::Redaction redaction, Streams &streams)
    : Progress(streams), m_disclosure(redaction)
{
}

void JsonLines::note(const QString &sentence)
{
    tell(QStringLiteral("note"), {{QStringLiteral("text"), sentence}});
}

void JsonLines::end(const record::RunFacts &facts)
{
    Progress::end(facts);
    tell(QStringLiteral("end"), standingObject());
}

void JsonLines::begun(const plan::Plan &plan)
{
    tell(QStringLiteral("start"),
         {{QStringLiteral("mode"), report::toString(plan.mode)},
          {QStringLiteral("entries"), ledger().size()},
          {QStringLiteral("at_once"), plan.atOnce}});
}

void JsonLines::grew()
{
    tell(QStringLiteral("joined"), {{QStringLiteral("entries"), ledger().size()}});
}

void JsonLines::taskEnded(const record::TaskRecord &task)
{
    tell(QStringLiteral("task"),
         {{QStringLiteral("mode"), report::toString(facts().mode)},
          {QStringLiteral("id"), task.id},
          {QStringLiteral("url"), plan::displayUrl(task.url, m_disclosure)},
          {QStringLiteral("name"), task.name},
          {QStringLiteral("path"), orNull(task.path)},
          {QStringLiteral("state"), record::wordFor(task.state)},
          {QStringLiteral("already_there"), task.alreadyThere},
          {QStringLiteral("name_taken"), task.nameTaken},
          {QStringLiteral("bytes"), task.bytes},
          {QStringLiteral("kept"), task.kept},
          {QStringLiteral("error"), orNull(task.failure, m_disclosure)}});
}

void JsonLines::taskRetries(const record::TaskRecord &task, record::Stamp wait)
{
    tell(QStringLiteral("retry"),
         {{QStringLiteral("mode"), report::toString(facts().mode)},
          {QStringLiteral("id"), task.id},
          {QStringLiteral("url"), plan::displayUrl(task.url, m_disclosure)},
          {QStringLiteral("wait_s"), measure::seconds(wait)},
          {QStringLiteral("attempts"), static_cast<qint64>(task.attempts.size())},
          {QStringLiteral("error"), orNull(task.failure, m_disclosure)}});
}

void JsonLines::updated()
{
    tell(QStringLiteral("progress"), standingObject());
}

QJsonObject JsonLines::standingObject() const
{
    const record::Totals &totals = ledger().totals();
    return {{QStringLiteral("mode"), report::toString(facts().mode)},
            {QStringLiteral("elapsed_s"), measure::seconds(facts().elapsed)},
            {QStringLiteral("bytes"), totals.bytes},
            {QStringLiteral("queued"), totals.in(TaskState::Queued)},
            {QStringLiteral("retrying"), totals.in(TaskState::Retrying)},
            {QStringLiteral("paused"), totals.in(TaskState::Paused)},
            {QStringLiteral("running"), totals.running() + totals.in(TaskState::Committing)},
            {QStringLiteral("done"), totals.in(TaskState::Done)},
            {QStringLiteral("unverified"), totals.in(TaskState::Unverified)},
            {QStringLiteral("failed"), totals.in(TaskState::Failed)},
            {QStringLiteral("cancelled"), totals.in(TaskState::Cancelled)},
            {QStringLiteral("disk_full"), facts().diskFull.has_value()}};
}

void JsonLines::tell(const QString &event, QJsonObject object)
{
    if (!std::exchange(m_saidFormat, true)) {
        object.insert(QStringLiteral("format"), QStringLiteral("lapwing-progress"));
        object.insert(QStringLiteral("version"), 1);
    }
    object.insert(QStringLiteral("event"), event);
    write(streams().err, harmlessJson(QJsonDocument(object).toJson(QJsonDocument::Compact)) + '\n');
}

} // namespace lapwing::cli
