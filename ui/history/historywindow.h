// SPDX-License-Identifier: MIT
#pragma once

#include "history/historymodel.h"
#include "history/historyreports.h"
#include "run/backgroundqueue.h"
#include "store/writer.h"

#include <QMainWindow>
#include <QPointer>

#include <memory>

namespace lapwing::ui {

namespace Ui {
class HistoryWindow;
}

/// Every run that was kept: opened again, compared, exported, deleted. What was deleted comes back by Undo as long as
/// this object lives, also after it was closed.
class HistoryWindow : public QMainWindow {
    Q_OBJECT

public:
    /// `writer` null: nothing can be deleted.
    HistoryWindow(const QString &dataFolder, store::Writer *writer, QWidget *parent = nullptr);
    ~HistoryWindow() override;

Q_SIGNALS:
    /// Those of a run, to be added to the list.
    void linksWanted(const lapwing::plan::Links &links);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    using Runs = tl::expected<std::vector<store::RunSummary>, store::Trouble>;

    void retranslate();
    void connectActions();
    void connectWriter();
    void setShortcuts();
    void chooseSize();
    void restoreLayout();
    void keepLayout() const;
    void refresh();
    void list(Runs found);
    void showPage();
    void refreshActions();
    void open();
    void compare();
    void addToList();
    void askWhereTo();
    void deleteSelected();
    void undo();
    void forgetDeletions(store::Trouble trouble);
    void say(const QString &sentence);
    void offerUndo(const QString &sentence);
    void speak(const QString &words);
    /// Newest first.
    [[nodiscard]] std::vector<store::RunSummary> selection() const;
    /// As it is; one that was measured since is there again.
    [[nodiscard]] bool isDeleted(const store::RunSummary &run) const;

    std::unique_ptr<Ui::HistoryWindow> m_ui;
    QString m_folder;
    QPointer<store::Writer> m_writer;
    HistoryModel m_runs;
    HistoryOrder m_order;
    HistoryReports m_reports;
    /// Each by one press of Delete, the last at the end.
    std::vector<std::vector<store::RunSummary>> m_deleted;
    bool m_isReading = false;
    bool m_isOutdated = false; ///< what is being read may be another by now
    QString m_trouble;         ///< why the list could not be read; empty: it could
    BackgroundQueue m_lists;
};

} // namespace lapwing::ui
