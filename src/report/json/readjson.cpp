// SPDX-License-Identifier: MIT
#include "report/json/readjson.h"

#include "report/json/readrun.h"
#include "text/captions.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace lapwing::report {
namespace {

using text::Caption;

using json::JsonReader;
using json::maxInt;

/// Each value of a document takes up to a hundred bytes of memory, and each but the first a comma; a real
/// document has one value in thirty bytes.
constexpr qsizetype maxCommas = 50'000'000;

PlanFacts planFrom(const JsonReader &node)
{
    static const QStringList destinations{QStringLiteral("folder"), QStringLiteral("discard")};
    PlanFacts plan;
    plan.entries = static_cast<int>(node.whole("entries", 0, maxInt));
    plan.atOnce = static_cast<int>(node.whole("at_once", 1, maxInt));
    plan.perHost = static_cast<int>(node.whole("per_host", 1, maxInt));
    plan.destination =
        destinations.at(static_cast<qsizetype>(node.word("destination", destinations)));
    plan.proxy = node.textOr("proxy");
    plan.continues = node.moment("continues");
    return plan;
}

/// Absent too where the document is of a version that had words only, or its code is unknown to this one.
std::optional<record::Stop> stopFrom(const JsonReader &node)
{
    using Reason = record::Stop::Reason;
    const QString code = node.textOr("stopped_code");
    for (const Reason reason : {Reason::Refused, Reason::Failed}) {
        if (code == toString(reason))
            return record::Stop{reason, static_cast<int>(node.whole("stopped_at_once", 1, maxInt))};
    }
    return std::nullopt;
}

Trial trialFrom(const JsonReader &root)
{
    using Kind = Trial::Kind;
    static const std::array kinds{Kind::Get, Kind::Compare, Kind::Sweep};
    static const QStringList kindWords{toString(Kind::Get), toString(Kind::Compare),
                                       toString(Kind::Sweep)};
    static const QStringList temperatures{toString(record::Temperature::Cold),
                                          toString(record::Temperature::Warm)};
    Trial trial;
    if (!root.has("trial"))
        return trial;
    const JsonReader node = root.object("trial");
    trial.kind = kinds.at(node.word("kind", kindWords));
    trial.temperature = node.word("temperature", temperatures) == 0 ? record::Temperature::Cold
                                                                    : record::Temperature::Warm;
    trial.stopped = stopFrom(node);
    if (!trial.stopped && trial.kind == Kind::Sweep && root.has("sweep")) // of an earlier version
        trial.stopped = stopFrom(root.object("sweep"));
    return trial;
}

/// Why this is no run document that can be read; empty: it is one.
QString refusalOf(const QJsonDocument &json)
{
    const QJsonObject root = json.object();
    if (root.value(QStringLiteral("format")) != QJsonValue(QStringLiteral("lapwing-run")))
        return text::caption(Caption::ThisNotLapwingRunDocument);
    const QJsonValue version = root.value(QStringLiteral("version"));
    if (version.toInteger() > 1)
        return text::caption(Caption::ThisRunDocumentLaterVersionLapwing)
            .arg(QString::number(version.toInteger()), QStringLiteral(LAPWING_VERSION));
    return version.toInteger() == 1 ? QString()
                                    : text::caption(Caption::VersionExpectedWholeNumberFrom1);
}

tl::expected<QJsonDocument, QString> parsed(const QByteArray &bytes)
{
    if (bytes.size() > maxDocumentSize || bytes.count(',') > maxCommas)
        return tl::unexpected(text::caption(Caption::ThisTooLargeBeRunDocument));
    QJsonParseError error;
    QJsonDocument json = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return tl::unexpected(text::caption(Caption::ThisNotJSONAtByte)
                                  .arg(error.errorString(), QString::number(error.offset)));
    const QString refusal = refusalOf(json);
    if (!refusal.isEmpty())
        return tl::unexpected(refusal);
    return json;
}

} // namespace

tl::expected<Document, QString> fromJson(const QByteArray &bytes)
{
    const tl::expected<QJsonDocument, QString> json = parsed(bytes);
    if (!json)
        return tl::unexpected(json.error());
    json::ReadErrors findings;
    const JsonReader root(json->object(), findings);
    PlanFacts plan = planFrom(root.object("plan"));
    const Trial trial = trialFrom(root);
    std::vector<record::Run> runs;
    root.each("runs", [&runs](const JsonReader &each) { runs.push_back(json::runFrom(each)); });
    std::vector<record::Probe> probes;
    root.each("probes",
              [&probes](const JsonReader &each) { probes.push_back(json::probeFrom(each)); });
    if (!findings.areGood())
        return tl::unexpected(findings.wrong);
    return makeDocument(std::move(plan), std::move(runs), plan::Redaction::Redacted, trial,
                        std::move(probes));
}

} // namespace lapwing::report
