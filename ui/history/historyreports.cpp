// SPDX-License-Identifier: MIT
#include "history/historyreports.h"

#include "history/historycolumns.h"
#include "history/historytrouble.h"
#include "plan/redaction.h"
#include "results/differencewindow.h"
#include "results/exporting.h"
#include "results/reportwindow.h"

#include <utility>

namespace lapwing::ui {
namespace {

QString nameOf(const store::RunSummary &run)
{
    return HistoryReports::tr("%1, %2").arg(historyColumn(HistoryColumnId::Kind).text(run),
                                            dateOf(run));
}

/// Each run of a document has all of its list.
plan::Links recordedLinks(const report::Document &document)
{
    plan::Links links;
    if (document.runs.empty())
        return links;
    for (const record::TaskRecord &task : document.runs.front().tasks)
        plan::takeRecorded(links, task.id, plan::displayUrl(task.url, plan::Redaction::Full),
                           task.name);
    return links;
}

} // namespace

HistoryReports::HistoryReports(const QString &dataFolder, QWidget &window)
    : m_folder(dataFolder), m_window(window)
{
}

void HistoryReports::open(const store::RunSummary &run)
{
    const auto read = [folder = m_folder, id = run.id] { return store::document(folder, id); };
    m_documents.run(
        read, [this, run](const Read &document) { show(document, [run] { return nameOf(run); }); });
}

void HistoryReports::compare(qint64 newer, qint64 older)
{
    const auto read = [folder = m_folder, newer, older]() -> Compared {
        const Read before = store::document(folder, older);
        const Read after = store::document(folder, newer);
        if (!before || !after)
            return tl::unexpected(before ? after.error() : before.error());
        std::optional<ComparedRuns> runs = comparedRuns(*before, *after);
        if (!runs)
            return tl::unexpected(store::Trouble::Damaged);
        return std::move(*runs);
    };
    m_documents.run(read, [this](Compared runs) { showDifference(std::move(runs)); });
}

void HistoryReports::exportTo(qint64 id, const QString &path)
{
    const auto read = [folder = m_folder, id] { return store::document(folder, id); };
    m_documents.run(read, [this, path](const Read &run) {
        if (!run)
            Q_EMIT messageRaised(whyNotOpened(run.error()));
        else
            exportDocument(
                m_documents, [document = *run] { return document; }, path,
                [this](const QString &sentence) { Q_EMIT messageRaised(sentence); });
    });
}

void HistoryReports::readLinks(qint64 id)
{
    using Found = tl::expected<plan::Links, store::Trouble>;
    const auto read = [folder = m_folder, id] {
        return store::document(folder, id).map(recordedLinks);
    };
    m_documents.run(read, [this](const Found &links) {
        if (links)
            Q_EMIT linksRead(*links);
        else
            Q_EMIT messageRaised(whyNotOpened(links.error()));
    });
}

void HistoryReports::show(const Read &run, const Wording &title)
{
    if (!run) {
        Q_EMIT messageRaised(whyNotOpened(run.error()));
        return;
    }
    auto *window = new ReportWindow(*run, title, &m_window);
    window->show();
}

void HistoryReports::showDifference(Compared runs)
{
    if (runs)
        (new DifferenceWindow(std::move(*runs), &m_window))->show();
    else
        Q_EMIT messageRaised(whyNotOpened(runs.error()));
}

} // namespace lapwing::ui
