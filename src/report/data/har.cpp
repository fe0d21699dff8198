// SPDX-License-Identifier: MIT
#include "report/data/har.h"

#include "measure/phases.h"
#include "plan/origin.h"
#include "report/data/hartimings.h"
#include "report/json/jsonvalues.h"

#include <QJsonDocument>
#include <QUrlQuery>

#include <algorithm>

namespace lapwing::report {
namespace {

using namespace json;
using har::Request;

QString pageOf(std::size_t run)
{
    return QStringLiteral("run_%1").arg(run + 1);
}

/// The format demands a date: a document that has none begins in 1970, and says so.
QDateTime startOf(const record::RunFacts &facts)
{
    return facts.started.isValid() ? facts.started : QDateTime::fromMSecsSinceEpoch(0).toUTC();
}

QString dateOf(const record::RunFacts &facts, record::Stamp stamp)
{
    const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(stamp);
    return moment(startOf(facts).addMSecs(since.count())).toString();
}

/// "HTTP/2.0" is how the readers know it.
QString protocolOf(const record::TaskRecord &task)
{
    return task.protocol == u"HTTP/2" ? u"HTTP/2.0"_s : text(task.protocol);
}

QJsonArray queryOf(const QString &url)
{
    const QUrlQuery query{QUrl(url)};
    return array(query.queryItems(QUrl::FullyDecoded), [](const auto &item) {
        return QJsonObject{{"name"_L1, text(item.first)}, {"value"_L1, text(item.second)}};
    });
}

QJsonObject requestOf(const Request &request, plan::Redaction redaction)
{
    const QString url = plan::displayUrl(request.ofHop().url, redaction);
    return {{"method"_L1, u"GET"_s},
            {"url"_L1, url},
            {"httpVersion"_L1, protocolOf(request.task)},
            {"cookies"_L1, QJsonArray()},
            {"headers"_L1, QJsonArray()},
            {"queryString"_L1, queryOf(url)},
            {"headersSize"_L1, -1},
            {"bodySize"_L1, 0}};
}

/// Why the request has no good answer; empty: it has one, or it redirects.
QString errorOf(const Request &request)
{
    const auto &failure = request.ofAttempt().failure;
    if (request.isLastHop() && failure)
        return text(failure->code);
    return request.ofHop().end ? QString() : u"not finished"_s;
}

/// The body of a redirect is not counted.
QJsonObject responseOf(const Request &request, plan::Redaction redaction)
{
    const bool isLast = request.isLastHop();
    const auto &hops = request.ofAttempt().hops;
    const qint64 bytes = isLast ? request.ofAttempt().bytes : 0;
    QJsonObject response{
        {"status"_L1, request.ofHop().status.value_or(0)},
        {"statusText"_L1, QString()},
        {"httpVersion"_L1, protocolOf(request.task)},
        {"cookies"_L1, QJsonArray()},
        {"headers"_L1, QJsonArray()},
        {"content"_L1, QJsonObject{{"size"_L1, bytes}, {"mimeType"_L1, QString()}}},
        {"redirectURL"_L1,
         isLast ? QString() : plan::displayUrl(hops[request.hop + 1].url, redaction)},
        {"headersSize"_L1, -1},
        {"bodySize"_L1, isLast ? bytes : -1},
        {"_transferSize"_L1, bytes},
        {"_bodyObserved"_L1, isLast}};
    const QString error = errorOf(request);
    if (!error.isEmpty())
        response.insert("_error"_L1, error);
    return response;
}

bool isLate(const Request &request, const record::RunFacts &facts)
{
    return std::ranges::any_of(measure::phasesOf(request.ofHop(), std::nullopt, facts.loop),
                               &measure::PhaseTime::isLate);
}

/// What a connection of its own to the same host told: never in the place of the request's.
void putProbe(QJsonObject &entry, const Request &request, const Document &document)
{
    const QString host = plan::Origin(request.ofHop().url).text;
    const auto probe = std::ranges::find(document.probes, host, &record::Probe::host);
    if (probe == document.probes.end())
        return;
    if (!probe->address.isEmpty())
        entry.insert("_probeAddress"_L1, text(probe->address));
    const std::pair<QLatin1String, std::optional<record::Stamp>> times[] = {
        {"_probeDnsMs"_L1, probe->lookUp},
        {"_probeTcpMs"_L1, probe->tcp},
        {"_probeTlsMs"_L1, probe->tls}};
    for (const auto &[name, time] : times) {
        if (time)
            entry.insert(name, har::milliseconds(*time));
    }
}

/// An entry, and where it belongs.
struct HarEntry {
    qint64 at = 0; ///< microseconds since 1970: nanoseconds would not reach far enough
    QJsonObject object;
};

HarEntry entryOf(const Request &request, std::size_t run, const Document &document)
{
    const record::RunFacts &facts = document.runs[run].facts;
    record::Stamp total{};
    const QJsonObject timings = har::timingsOf(request, total);
    QJsonObject object{{"pageref"_L1, pageOf(run)},
                       {"startedDateTime"_L1, dateOf(facts, request.begin())},
                       {"time"_L1, har::milliseconds(total)},
                       {"request"_L1, requestOf(request, document.redaction)},
                       {"response"_L1, responseOf(request, document.redaction)},
                       {"cache"_L1, QJsonObject()},
                       {"timings"_L1, timings},
                       {"_task"_L1, request.task.id},
                       {"_attempt"_L1, static_cast<qint64>(request.attempt + 1)},
                       {"_hop"_L1, static_cast<qint64>(request.hop + 1)},
                       {"_sends"_L1, request.ofHop().sends}};
    if (facts.loop)
        object.insert("_late"_L1, isLate(request, facts));
    putProbe(object, request, document);
    const qint64 began = startOf(facts).toMSecsSinceEpoch() * 1000;
    return {began + request.begin().count() / 1000, object};
}

void addEntries(std::vector<HarEntry> &entries, std::size_t run, const Document &document)
{
    for (const record::TaskRecord &task : document.runs[run].tasks) {
        for (std::size_t attempt = 0; attempt < task.attempts.size(); ++attempt) {
            for (std::size_t hop = 0; hop < task.attempts[attempt].hops.size(); ++hop)
                entries.push_back(entryOf({task, attempt, hop}, run, document));
        }
    }
}

QJsonArray entriesOf(const Document &document)
{
    std::vector<HarEntry> entries;
    for (std::size_t run = 0; run < document.runs.size(); ++run)
        addEntries(entries, run, document);
    std::ranges::stable_sort(entries, {}, &HarEntry::at);
    return array(entries, [](const HarEntry &entry) { return entry.object; });
}

QJsonArray pagesOf(const Document &document)
{
    QJsonArray pages;
    for (std::size_t run = 0; run < document.runs.size(); ++run) {
        const record::RunFacts &facts = document.runs[run].facts;
        const QString title = QStringLiteral("%1, %2 at once, round %3")
                                  .arg(toString(facts.mode))
                                  .arg(facts.atOnce)
                                  .arg(facts.round);
        QJsonObject page{
            {"startedDateTime"_L1, dateOf(facts, {})},
            {"id"_L1, pageOf(run)},
            {"title"_L1, title},
            {"pageTimings"_L1, QJsonObject{{"onContentLoad"_L1, -1}, {"onLoad"_L1, -1}}}};
        if (!facts.started.isValid())
            page.insert("comment"_L1, u"The start time is unknown."_s);
        pages.append(page);
    }
    return pages;
}

} // namespace

QByteArray toHar(const Document &document)
{
    const QJsonObject log{
        {"version"_L1, u"1.2"_s},
        {"creator"_L1,
         QJsonObject{{"name"_L1, u"Lapwing"_s}, {"version"_L1, QStringLiteral(LAPWING_VERSION)}}},
        {"pages"_L1, pagesOf(document)},
        {"entries"_L1, entriesOf(document)}};
    return QJsonDocument(QJsonObject{{"log"_L1, log}}).toJson();
}

} // namespace lapwing::report
