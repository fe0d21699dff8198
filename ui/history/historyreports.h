// SPDX-License-Identifier: MIT
#pragma once

#include "plan/lists/links.h"
#include "results/comparedruns.h"
#include "run/backgroundqueue.h"
#include "wording.h"

#include <QObject>

class QWidget;

namespace lapwing::ui {

/// What is done with the documents of kept runs, which are read off the window's thread.
class HistoryReports : public QObject {
    Q_OBJECT

public:
    /// The windows that it opens belong to `window`, which outlives it.
    HistoryReports(const QString &dataFolder, QWidget &window);

    void open(const store::RunSummary &run);
    /// What changed from the older to the newer.
    void compare(qint64 newer, qint64 older);
    /// In the format of the path's ending.
    void exportTo(qint64 id, const QString &path);
    /// What can be downloaded again, as linksRead() tells it.
    void readLinks(qint64 id);

Q_SIGNALS:
    /// With a reject for each link whose values are not kept.
    void linksRead(const lapwing::plan::Links &links);
    /// One sentence for the user.
    void messageRaised(const QString &sentence);

private:
    using Read = tl::expected<report::Document, store::Trouble>;
    using Compared = tl::expected<ComparedRuns, store::Trouble>;

    void show(const Read &run, const Wording &title);
    void showDifference(Compared runs);

    QString m_folder;
    QWidget &m_window;
    BackgroundQueue m_documents;
};

} // namespace lapwing::ui
