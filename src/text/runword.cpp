// SPDX-License-Identifier: MIT
#include "text/runword.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

namespace lapwing::text {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::text::RunWord)
};

/// "files.example.org"; "files.example.org and 2 more". Empty: it has no downloads.
QString hostsOf(const record::Run &run)
{
    if (run.tasks.empty())
        return {};
    QSet<QString> hosts;
    for (const record::TaskRecord &task : run.tasks)
        hosts.insert(task.url.host());
    const QString first = run.tasks.front()->url.host();
    const auto others = static_cast<int>(hosts.size()) - 1;
    return others > 0
        ? Words::tr("%1 and %Ln more", "a host and how many others", others).arg(first)
        : first;
}

} // namespace

QString modeWord(plan::Mode mode)
{
    return mode == plan::Mode::Together ? Words::tr("together") : Words::tr("one-at-a-time");
}

QString temperatureWord(record::Temperature temperature)
{
    return temperature == record::Temperature::Cold ? Words::tr("cold") : Words::tr("warm");
}

QString roundPhrase(const record::RunFacts &facts, bool isRecommended)
{
    const QString round = QLocale().toString(facts.round);
    return isRecommended ? Words::tr("round %1, recommended number").arg(round)
                         : Words::tr("round %1").arg(round);
}

QString runTitle(const record::Run &run, record::Trial::Kind kind, bool isRecommended)
{
    using record::Trial;
    const record::RunFacts &facts = run.facts;
    QStringList parts;
    if (facts.started.isValid())
        parts << QLocale().toString(facts.started.toLocalTime(), QLocale::ShortFormat);
    parts << hostsOf(run) << modeWord(facts.mode);
    if (facts.mode == plan::Mode::Together)
        parts << Words::tr("%1 at a time").arg(QLocale().toString(facts.atOnce));
    if (kind != Trial::Kind::Get)
        parts << (kind == Trial::Kind::Sweep ? Words::tr("sweep") : Words::tr("comparison"))
              << roundPhrase(facts, isRecommended);
    parts.removeAll(QString());
    return parts.join(Words::tr(", "));
}

} // namespace lapwing::text
