// SPDX-License-Identifier: MIT
#pragma once

#include "help/helplink.h"
#include "input/linksdialog.h"
#include "list/recentrate.h"
#include "run/backgroundqueue.h"
#include "run/controller/downloadcontroller.h"
#include "run/freedmemory.h"
#include "summary/runlimit.h"
#include "summary/summaryfeed.h"
#include "toolbar.h"

#include <QDialog>
#include <QMainWindow>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

namespace lapwing::ui {

namespace Ui {
class MainWindow;
}

class DropZone;
class HelpWindow;
class HistoryWindow;
class ListPage;
class PrimerWindow;
class ReportWindow;
class RowActions;
class RunTimeline;
class Storage;
class ThemeMenu;
class TrialPage;
struct CommandLineRequest;
struct Report;

/// The wiring: actions to the workbench, and what it says to the widgets.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// Hands over whether to quit although downloads run.
    using Answer = std::function<void(bool quit)>;

    /// What a test decides for itself.
    struct Conditions {
        double demoScale = 1.0;
        QString folder; ///< empty: the one chosen last, or the system's
        /// Empty: a question on screen. Null is one that is asked elsewhere.
        std::function<QDialog *(QWidget *window, Answer answer)> askToQuit;
        QString dataFolder; ///< where the list is kept; empty: it is not
        QString platform{}; ///< of the windows; empty: the one that there is
    };

    MainWindow();
    explicit MainWindow(Conditions conditions);
    ~MainWindow() override;

    [[nodiscard]] DownloadController &controller() { return m_controller; }

    /// What the program was started for.
    void carryOut(const CommandLineRequest &request);
    /// The same of a later start, or from the desktop: it shows this window too.
    void takeOver(const CommandLineRequest &request);
    /// That of the last run, in the file manager.
    void openFolder();
    /// Links and files of links.
    void addInputs(const QStringList &inputs);
    /// What is on the clipboard.
    void paste();
    void exportTo(const QString &path);

Q_SIGNALS:
    /// It closes once nothing runs any more, and takes nothing that comes till then; false: it stays after all.
    void quitting(bool isQuitting);
    /// In the file manager; by their paths.
    void showInFolderWanted(const QStringList &paths);

protected:
    void closeEvent(QCloseEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate(); ///< what the form says; what its parts say, they know
    void connectActions();
    void connectQuestions();
    void connectController();
    void connectCard();
    void restoreState();
    void saveState() const;
    void saveSoon();
    void openStorage();
    void greet();
    [[nodiscard]] QString unfinishedText() const;
    void refreshGreeting();

    void pasteOnceFocused();
    void showLinksDialog();
    void addChosen(const LinksDialog::Choice &choice);
    void takeSettings(const Settings &chosen);
    static void bringForward(QWidget *window);
    void showHelp();
    void showHelpAt(const QUrl &place);
    void showPrimer();
    void showHistory();
    void connectTrial();
    void showTrial();
    void closeTrial();
    [[nodiscard]] std::optional<measure::Recommendation> recommendation() const;
    void restoreTrial();
    void saveTrial() const;
    void exportTrial(const report::Document &document);
    void exportLinksOf(const std::vector<int> &ids);
    void openRun(const QString &path);
    void makeReport(std::function<report::Document()> make,
                    std::function<void(const Report &)> show);
    ReportWindow *showReport(const Report &report, const Wording &title);
    void showLastRun(const Report &report);
    void showAdded(const plan::Added &added);
    void addRejects(const std::vector<plan::Reject> &rejects);
    void clearRejects();
    void tellAdded(const std::shared_ptr<const plan::Added> &added);
    [[nodiscard]] QString textOf(const plan::Added &added, bool isHidden) const;
    void showMessage(const QString &message);
    void offerUndo(const QString &message);
    /// `later`: the same in another language.
    void offer(const QString &message, const Wording &later, const Wording &link, QAction *action);
    void withdrawOffer();
    /// Of a step of undo or redo; the link leads back where that is possible.
    void tellDone(const QString &said, const Wording &later, const Wording &link, QAction *action);
    void closeOrClear();
    void undo();
    void redo();
    void refreshUndo();
    void showEnd(); ///< of the run that was going on
    void showPage();
    void shareOnePlace();
    void showCard();
    void refresh();      ///< after the activity or the list changed
    void refreshTimes(); ///< also while time goes by
    void refreshLimit();
    void refreshCard();
    void refreshAmounts();
    [[nodiscard]] std::optional<record::Stamp> timeLeft() const;
    enum class Asked { Nothing, WhileRunning, Unsaved };
    void askToQuit(Asked what);
    void answerQuit(bool quit);
    void answerByItself();
    void setQuitting(bool isQuitting);
    [[nodiscard]] QString unsaved() const; ///< a sentence; empty: nothing is known of any

    std::unique_ptr<Ui::MainWindow> m_ui;
    Conditions m_conditions;
    DownloadController m_controller;
    std::unique_ptr<Storage> m_storage; ///< null: nothing is kept
    QTimer m_saving;                    ///< until what was moved or sized is kept
    BackgroundQueue m_lists;            ///< that are dropped, pasted or opened
    BackgroundQueue m_documents;        ///< that are exported or opened
    FreedMemory m_freedMemory;
    ToolBarFields m_fields;
    ListPage *m_list = nullptr;
    RunTimeline *m_timeline = nullptr;
    RowActions *m_rows = nullptr;
    DropZone *m_dropZone = nullptr;
    ThemeMenu *m_theme = nullptr;
    TrialPage *m_trial = nullptr;
    bool m_isTrialOpen = false;               ///< its page takes the place of the list
    std::unique_ptr<HistoryWindow> m_history; ///< from the first time it was asked for
    QPointer<ReportWindow> m_lastRun;         ///< its report, while that is open
    std::unique_ptr<HelpWindow> m_help;       ///< from the first time it was asked for
    HelpLinks m_helpLinks;
    std::unique_ptr<PrimerWindow> m_primer; ///< from the first time it was asked for
    RunLimit m_limit;
    SummaryFeed m_summaries;
    RecentRate m_speed; ///< of all downloads
    DownloadController::Activity m_shown = DownloadController::Activity::Idle;
    int m_edition = 0;              ///< of the list, when its bytes were looked at
    Asked m_asked = Asked::Nothing; ///< whether to quit
    QPointer<QDialog> m_question;   ///< that
    bool m_quitting = false;
    bool m_quitsUnsaved = false;
    std::weak_ptr<const plan::Added> m_hidden; ///< by the filter, as long as the message says so
    int m_offered = 0; ///< the message beside a link to undo or redo what it tells; 0: none
    QAction *m_offer = nullptr;
    int m_offeredAt = 0;  ///< which step of undo it was
    int m_unfinished = 0; ///< the message of greet(), while something is left to resume; 0: none
    QString m_greetedIn;  ///< which language
    int m_refusal = 0;    ///< the message beside a link to the refused lines; 0: none
};

} // namespace lapwing::ui
