// SPDX-License-Identifier: MIT
#include "history/historyreports.h"

#include "history/historycolumns.h"
#include "history/historytrouble.h"
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

void HistoryReports::compare(const store::RunSummary &newer, const store::RunSummary &older)
{
    const auto title = [newer, older] {
        return tr("%1, compared with %2").arg(nameOf(newer), dateOf(older));
    };
    const auto read = [folder = m_folder, after = newer.id, before = older.id] {
        return std::pair(store::document(folder, after), store::document(folder, before));
    };
    m_documents.run(read, [this, title](const std::pair<Read, Read> &both) {
        showDifference(both.first, both.second, title);
    });
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

void HistoryReports::show(const Read &run, const Wording &title)
{
    if (!run) {
        Q_EMIT messageRaised(whyNotOpened(run.error()));
        return;
    }
    auto *window = new ReportWindow(*run, title, &m_window);
    window->show();
}

void HistoryReports::showDifference(const Read &newer, const Read &older, const Wording &title)
{
    if (!newer || !older) {
        Q_EMIT messageRaised(whyNotOpened(newer ? older.error() : newer.error()));
        return;
    }
    auto *window = new ReportWindow(*newer, title, &m_window);
    window->differFrom(*older);
    window->show();
}

} // namespace lapwing::ui
