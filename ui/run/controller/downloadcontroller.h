// SPDX-License-Identifier: MIT
#pragma once

#include "list/taskmodel.h"
#include "plan/listing.h"
#include "plan/listorder.h"
#include "report/document.h"
#include "run/arrivinglinks.h"
#include "run/backgroundqueue.h"
#include "run/controller/listundo.h"
#include "run/enginethread.h"
#include "run/filechecks.h"
#include "run/freespace.h"
#include "run/listkeeping.h"
#include "run/partsleft.h"
#include "run/removal.h"
#include "run/restarts.h"
#include "run/restored.h"
#include "run/runloops.h"
#include "run/runtally.h"
#include "run/sharedrun.h"
#include "run/trash.h"
#include "settings/settings.h"
#include "store/change.h"
#include "summary/summary.h"
#include "trial/trialtime.h"
#include "wording.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>
#include <utility>

class QUndoCommand;

namespace lapwing::ui {

class ListCommand;

/// What the window shows and works on: the list, its last run, the baseline of that run, and the
/// engine that does it all. Knows no widget.
class DownloadController : public QObject {
    Q_OBJECT

public:
    enum class Activity {
        Idle,
        Running,
        Measuring,
        Trying, ///< several runs of the list, to compare or to sweep
    };

    /// `demoScale`: 0.1 makes the 5 s meal 0.5 s.
    explicit DownloadController(double demoScale = 1.0, QObject *parent = nullptr);
    ~DownloadController() override;

    [[nodiscard]] TaskModel &tasks() { return m_tasks; }
    [[nodiscard]] Activity activity() const { return m_activity; }
    /// Something goes on, or is about to.
    [[nodiscard]] bool isBusy() const { return !isAtRest(); }
    [[nodiscard]] const plan::Listing &listing() const { return m_listing; }
    [[nodiscard]] bool isDemo() const
    {
        return m_isDemo;
    } ///< the list is the demo's, of which nothing is written
    [[nodiscard]] bool isEmpty() const { return m_listing.entries().empty(); }
    /// Entries of the list.
    [[nodiscard]] int count() const { return static_cast<int>(m_listing.entries().size()); }
    [[nodiscard]] bool canStart() const;
    [[nodiscard]] bool canMeasure() const;
    [[nodiscard]] bool canDemo() const;
    /// The last run was ended by stop(), or one before it that left something since: start() goes on with it.
    [[nodiscard]] bool isStopped() const
    {
        return isAtRest()
            && ((m_together && m_together->facts.stopped)
                || m_tasks.ledger().totals().heldByStop > 0);
    }
    [[nodiscard]] bool canTry() const { return isAtRest() && !isEmpty(); }
    [[nodiscard]] bool canClear() const { return isAtRest() && !isEmpty() && m_arrivals.isEmpty(); }
    [[nodiscard]] bool canRemove() const { return canChangeList() && !isEmpty(); }
    [[nodiscard]] bool canReorder() const { return canChangeList() && !isEmpty(); }
    [[nodiscard]] bool canExport() const { return isAtRest() && together().has_value(); }
    /// Those of `ids` that `act` would do something to.
    [[nodiscard]] std::vector<int> allowed(TaskAction act, const std::vector<int> &ids) const;
    [[nodiscard]] bool allowsAny(TaskAction act, const std::vector<int> &ids) const;
    /// Whether there are any in the whole list; costs the same for any list.
    [[nodiscard]] bool isAnyAllowed(TaskAction act) const;
    /// What is said of a download may be changed where it has no file and is not being worked on; `id` of the list.
    [[nodiscard]] bool canEdit(int id) const;
    /// Another download of the list has this link, normalised.
    [[nodiscard]] bool isLinkOfAnother(int id, const QUrl &link) const
    {
        return m_listing.known().value(link, id) != id;
    }
    [[nodiscard]] bool isDiskFull() const;                ///< on the disk, and everything with it
    [[nodiscard]] QString diskFullText() const;           ///< what is said then; else empty
    [[nodiscard]] const plan::Entry *entry(int id) const; ///< null: not in the list
    [[nodiscard]] std::vector<int> ids() const;           ///< of the whole list
    /// Those that are in the list, by id.
    [[nodiscard]] std::vector<plan::Entry> entriesOf(std::vector<int> ids) const;
    [[nodiscard]] std::vector<int> failedIds() const;
    [[nodiscard]] const Settings &settings() const { return m_settings; }
    [[nodiscard]] QString folder() const { return m_folder; } ///< for the next run
    /// Where the run that goes on saves; at rest, where the next one will.
    [[nodiscard]] QString folderAtWork() const;
    /// Where the last run saved, also while it goes on.
    [[nodiscard]] QString folderOfRun() const;
    /// Another folder was chosen than that of the run that goes on: nothing joins it, what comes is of the next one.
    [[nodiscard]] bool savesElsewhere() const;
    /// Where downloads go on that were begun before another folder was chosen; empty: there are none.
    [[nodiscard]] QString begunElsewhereText() const;
    [[nodiscard]] int atOnce() const { return m_atOnce; }

    /// The last run together, also while it goes on; null: there is none.
    [[nodiscard]] const record::Run *lastRun() const { return m_together.get(); }
    /// The one that goes on: one at a time while that is measured.
    [[nodiscard]] const record::Run &runAtHand() const;
    /// As far as its stamps go, while it is at rest; 0: there is none.
    [[nodiscard]] record::Stamp endOfLastRun() const
    {
        return m_together ? m_together.sums().end : record::Stamp();
    }
    /// What the figures are of: the last run, or the one of the list that it follows on.
    [[nodiscard]] std::shared_ptr<const record::Run> sharedRun() const
    {
        return together().share();
    }
    [[nodiscard]] std::shared_ptr<const record::Run> sharedBaseline() const
    {
        return oneAtATime().share();
    }
    /// The list one at a time: what was measured or tried last of sharedRun(), or after it; null: neither was.
    [[nodiscard]] std::shared_ptr<const record::Run> sharedAlone() const;
    /// The list one at a time in the last trial of it; null: none is known.
    void setTried(std::shared_ptr<const record::Run> run) { m_tried = std::move(run); }
    [[nodiscard]] record::Stamp now() const; ///< on the clock of the last run
    /// How the engine's loop went in the runs that rows are of.
    [[nodiscard]] const RunLoops &loops() const { return m_loops; }

    [[nodiscard]] Summary summary() const;
    [[nodiscard]] Situation situation() const;     ///< what it is made of
    [[nodiscard]] QString costOfMeasuring() const; ///< empty unless canMeasure()
    [[nodiscard]] report::Document document() const;
    /// See ui::documentMaker().
    [[nodiscard]] std::function<report::Document()> documentMaker() const;

    /// While a run goes on they join it, but not while it is measured or tried, nor where it savesElsewhere(). Many are
    /// added by and by: see Arrivals.
    void add(const plan::Links &links);
    void addAll(); ///< now, of what is on its way
    /// As start(), for what was just added and what else never began, unless stop() kept it from that: once it may,
    /// where that has to wait.
    void startAdded();
    void remove(const std::vector<int> &ids);
    void clear();
    /// Up and Down among `shown`: a step that is not seen would be none.
    void move(const std::vector<int> &ids, plan::Move move, const std::vector<int> &shown);
    void setPriority(const std::vector<int> &ids, plan::Priority priority);
    /// Whether the files of these are what they were; told in the status line, and in the rows where they are not.
    void check(const std::vector<int> &ids);
    /// The files of these, with their rows; what has no file stays.
    void moveToTrash(const std::vector<int> &ids);
    // What was removed, cleared, cancelled or moved can come back. A partial file goes when the undo has gone.
    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    /// What would be; empty: nothing.
    [[nodiscard]] QString undoText() const { return m_undo.undoText(); }
    [[nodiscard]] QString redoText() const { return m_undo.redoText(); }
    /// Another number after everything that can be undone, and every undo and redo: what was offered before it would be
    /// of something else.
    [[nodiscard]] int undoStep() const { return m_undo.step(); }
    /// `keep` is told of every change of the list and its run from now on, but for the demo's; see store::Writer.
    void setKeeper(ListKeeping::Keep keep);
    /// What an earlier session had is being read: until it is there, nothing begins, and links wait.
    void awaitList();
    [[nodiscard]] bool isAwaited() const { return m_isAwaited; }
    [[nodiscard]] bool hasWaitingLinks() const { return !m_pending.empty(); }
    /// What an earlier session had. Only into an empty list. What came meanwhile follows with addPending().
    void restore(Restored restored);
    void restore(store::State state);
    /// What waited until nothing runs.
    void addPending();
    /// Unfinished downloads that were under way when the last session ended, or when the user stopped them.
    [[nodiscard]] std::vector<int> pausedIds() const;
    [[nodiscard]] int pausedCount() const { return static_cast<int>(pausedIds().size()); }
    /// Those of them that no stop() of the user's holds.
    [[nodiscard]] std::vector<int> interruptedIds() const;
    /// What start() goes on with at rest.
    [[nodiscard]] int unfinishedCount() const;
    /// Since leave(): nobody is to be told of the end of what ran.
    [[nodiscard]] bool hasLeft() const { return m_hasLeft; }
    void setFolder(const QString &folder);
    void setAtOnce(int atOnce);
    void setSettings(const Settings &settings) { m_settings = settings; } ///< from the next run on
    void setChecksum(int id, const std::optional<plan::Checksum> &checksum);
    /// Its link, name, checksum and settings from now on. A part of what had another link stays while that can be undone.
    void edit(const plan::Entry &entry);
    /// To those of `ids` that allow it. Retry at rest starts a run of them.
    void perform(TaskAction act, const std::vector<int> &ids);
    /// Which list this is: another number after every change of it. What was found out about one list
    /// is not true of the next.
    [[nodiscard]] int edition() const { return m_edition; }
    /// What the list costs to fetch once, as far as is known without asking, without failedBytes(). It costs as much as
    /// the list is long.
    [[nodiscard]] engine::Sizes knownSizes() const;
    /// Of those that failed, as far as their sizes are known: what the first run of a trial may fetch of them.
    [[nodiscard]] qint64 failedBytes() const;
    /// What measure() downloads; absent: nothing.
    [[nodiscard]] std::optional<engine::Sizes> sizesToMeasure() const;
    /// Asks the servers what the list costs to fetch once; costKnown() follows, or notStarted().
    void askCost();
    /// Asks the servers how long these are; lengthKnown() follows for each that is told. Only at rest.
    void askLengths(const std::vector<QUrl> &links);
    void stopAskingLengths();
    [[nodiscard]] bool canAskLengths() const { return isAtRest() && !m_isDemo; }
    /// Several runs of the whole list; trialMoved() and trialEnded() follow.
    void startTrial(const TrialChoice &choice);
    /// What the last run says of how long the whole list takes; empty: it says nothing of it.
    [[nodiscard]] std::vector<KnownTime> knownTimes() const;
    /// Of what measure() downloads, as the card has it.
    [[nodiscard]] std::vector<KnownTime> timesToMeasure() const;
    /// The run that the figures are of was measured one at a time too.
    [[nodiscard]] bool hasBaseline() const { return oneAtATime().has_value(); }
    /// The last measurement brought that; else it was stopped or failed, and one before it stands, or none.
    [[nodiscard]] bool hasMeasured() const { return m_hasMeasured; }

public Q_SLOTS:
    /// Everything that is not here yet; while a run goes on, what is not in it joins it.
    void start();
    void undo();
    void redo();
    /// Once the stored list is there, where that is awaited; not where it holds anything.
    void startDemo();
    void measure();
    /// What was under way is paused; only what the user cancelled is cancelled.
    void stop();
    /// Stops, for a later session to go on: what was under way is paused then, and nothing more begins by itself.
    void leave();
    /// The user does not leave after all: what is added may begin by itself again.
    void stay() { m_hasLeft = false; }
    /// Space was freed on the disk.
    void resumeAfterDiskFull();

Q_SIGNALS:
    void added(const lapwing::plan::Added &added);
    /// The activity or the list is another.
    void changed();
    /// Time went by while something runs.
    void timeAdvanced();
    void costKnown(const lapwing::engine::Sizes &sizes, int edition);
    /// What was to begin, or to be asked, was not; messageRaised() says why.
    void notStarted();
    void lengthKnown(const QUrl &link, qint64 length);
    void trialMoved(const lapwing::ui::TrialProgress &progress);
    /// In the run of a trial, or of measure(), that goes on.
    void trialReceived(const lapwing::ui::RunShare &share);
    void trialEnded(const lapwing::ui::TrialOutcome &outcome);
    /// One sentence for the user.
    void messageRaised(const QString &message);
    /// The same of what can be undone.
    void undoOffered(const QString &message);
    /// So many cannot come back to the list any more, and their memory is free.
    void disposed(std::size_t rows);

private:
    friend class RemoveCommand;
    friend class CancelCommand;
    friend class EditCommand;
    friend class TurnCommand;
    friend class TrashCommand;
    [[nodiscard]] Removal takeOff(const std::vector<int> &ids);
    void putBack(Removal removal);
    void cancel(const std::vector<int> &ids, const QUndoCommand *by);
    void takeBackCancel(std::vector<int> ids, const QSet<int> &paused);
    void dispose(Removal removal);
    void dispose(std::shared_ptr<const record::Run> run);
    void push(ListCommand *command);
    void makeRoomInUndo(std::size_t rows);
    void discardParts(const QString &folder, const std::vector<plan::Entry> &entries,
                      const std::vector<QString> &begunIn);
    void discardCancelled(const QString &folder, const std::vector<int> &ids,
                          const QUndoCommand *by);
    void forgetCancels(const std::vector<plan::Entry> &entries);
    /// Where the partial files of what is worked on are.
    [[nodiscard]] QString partsFolder() const;
    void changeTurns(const std::vector<int> &chosen, std::vector<plan::EntryTurn> turns,
                     Wording wording);
    void setTurns(const std::vector<plan::EntryTurn> &turns);
    [[nodiscard]] QString whyNotChanged(int id) const;
    void describe(const plan::Entry &entry);
    void movePart(const plan::Entry &before, const record::TaskRecord &task,
                  const plan::Entry &after, record::TaskRecord &record);
    using Link = std::pair<QUrl, QString>; ///< and the login for it
    struct Edits {
        int count = 0; ///< that can be undone or done again
        std::map<Link, record::TaskRecord>
            known; ///< of each link that the download had before them
    };
    [[nodiscard]] record::TaskRecord recordOf(const plan::Entry &after, const plan::Entry &before,
                                              const record::TaskRecord &task);
    struct MovingPart;
    void awaitParts(const std::vector<plan::Entry> &entries);
    void endMove(const std::shared_ptr<MovingPart> &part);
    [[nodiscard]] LeftPart partOf(const plan::Entry &entry, const record::TaskRecord &task) const;
    void leavePart(int id, const LeftPart &part);
    void beginEdit(int id);
    void endEdit(int id);
    void discardPartsLeft(int id);
    void discardPartsOfFinished();
    void showOrder();
    void restart(const std::vector<int> &ids, const QSet<int> &paused);
    void tellRestart(const std::vector<int> &ids);
    [[nodiscard]] plan::Added append(plan::Links links);
    [[nodiscard]] std::vector<plan::Entry> pauseByList(std::vector<plan::Entry> fresh);
    [[nodiscard]] bool isHeldByList(const record::TaskRecord &task) const;
    [[nodiscard]] int takeChecksums(const std::vector<int> &ids);
    void arrive(const plan::Links &links);
    void addPortion();
    [[nodiscard]] bool isStartToWait() const;
    void keepHeldBack();
    void keepRecordsOf(std::vector<int> ids);
    void keepSomeRecords();
    void reset();
    void join(std::vector<plan::Entry> entries);
    void joinOrWait(const std::vector<plan::Entry> &fresh);
    [[nodiscard]] std::vector<int> takeNextRun();
    void tellOtherFolder();
    [[nodiscard]] QString fullFolder() const;
    [[nodiscard]] QString folderBefore(const plan::Entry &entry, const QString &folder) const;
    [[nodiscard]] std::vector<plan::Entry> withFoldersBefore(std::vector<plan::Entry> entries,
                                                             const QString &folder) const;
    /// In the list; null: it is not.
    [[nodiscard]] const record::TaskRecord *taskOf(int id) const;
    void joinAgain(const std::vector<plan::Entry> &entries);
    void startBySelf();
    void startThese(std::vector<plan::Entry> entries);
    [[nodiscard]] std::vector<plan::Entry> takeLate();
    [[nodiscard]] std::vector<plan::Entry> takeRestarts();
    [[nodiscard]] std::vector<int> removedFromRun() const;
    void forgetRemoved();
    void tellOutside();
    [[nodiscard]] Removal::Results takeResults();
    void putBackResults(Removal::Results results);
    void setState(const std::vector<int> &ids, record::TaskState from, record::TaskState to);
    [[nodiscard]] bool areInRun(const std::vector<int> &ids) const;
    void replaceRecords(const record::Batch &batch);
    void takeChecked(const std::vector<CheckedFile> &files);
    void correctChecked();
    void takeTrashed(std::vector<TrashedFile> tried);
    void restoreFromTrash(std::vector<TrashedFile> files);
    void restoreWithRows();
    void tellEngine(TaskAction act, const std::vector<int> &ids);
    void keep(std::vector<store::Change> changes) { m_keeping.change(std::move(changes)); }
    void keepEnd(Activity ended, bool isLikeKept);
    [[nodiscard]] bool putBackBaseline();
    void setDemo(bool isDemo);
    [[nodiscard]] bool followsOn(const std::vector<plan::Entry> &entries) const;
    void keepAnswer(const std::vector<plan::Entry> &entries);
    void bringAnswerBack();
    [[nodiscard]] bool showsAnswer() const { return m_answer && !isRunning(); }
    [[nodiscard]] std::vector<record::SharedRecord> triedSince() const;
    [[nodiscard]] const SharedRun &together() const
    {
        return showsAnswer() ? m_answer->together : m_together;
    }
    [[nodiscard]] const SharedRun &oneAtATime() const
    {
        return showsAnswer() ? m_answer->oneAtATime : m_oneAtATime;
    }
    [[nodiscard]] report::PlanFacts planFacts() const;
    void noteLeft();
    void pauseLeft();
    [[nodiscard]] std::vector<int> takeCancelledLate();
    void keepRunAgain();
    [[nodiscard]] bool isLeft(int id) const;
    [[nodiscard]] std::optional<record::TaskRecord> asShown(const record::TaskRecord &told,
                                                            bool isStopped) const;
    [[nodiscard]] std::optional<record::Batch> asShown(const record::Batch &told) const;
    [[nodiscard]] std::vector<record::SharedRecord> rowsOf(
        const std::vector<plan::Entry> &entries) const;
    void runMeasurement();
    void runDemo(const QUrl &address);
    void launch(std::vector<plan::Entry> entries);
    [[nodiscard]] Removal::Results forgetFailed(const std::vector<int> &ids);
    void connectTrials();
    void takeTrial(const report::Document &document, bool isStopped);
    /// The plan for `entries` with everything that was chosen, to `take`, now or soon.
    void planFor(std::vector<plan::Entry> entries, std::function<void(plan::Plan)> take);
    /// Begins to wait for the files that the settings name, and gives up after a while.
    [[nodiscard]] int beginCompleting();
    void startLate(bool mayStart);
    /// False: the answer is no longer awaited.
    [[nodiscard]] bool endCompleting(int completion);
    [[nodiscard]] bool isRunning() const
    {
        return m_activity == Activity::Running || m_activity == Activity::Measuring;
    }
    void run(plan::Plan plan);
    void begin(Activity activity, const std::vector<plan::Entry> &entries);
    void takeBatch(const record::Batch &told);
    void takeEnd(const record::RunFacts &facts);
    void tellUntried(const record::Batch &batch);
    void tellEnd(bool stopped);
    void tellMeasured(bool stopped, bool isPutBack);
    void tick();
    void takeRestored(Restored restored);
    void listChanged();
    [[nodiscard]] bool canChangeList() const
    {
        return isAtRest() || (m_activity == Activity::Running && !m_completing);
    }
    [[nodiscard]] bool isAtRest() const
    {
        return m_activity == Activity::Idle && !m_completing && !m_isAwaited;
    }
    [[nodiscard]] bool isAllowed(TaskAction act, int id) const;
    [[nodiscard]] std::vector<plan::Entry> startable() const;
    [[nodiscard]] record::Run &runAtHand(); ///< to change it
    [[nodiscard]] record::Stamp liveElapsed() const;
    [[nodiscard]] bool isTriedSince() const;

    plan::Listing m_listing;
    TaskModel m_tasks;
    record::Shared<plan::Plan> m_plan; ///< of the last run together
    QString m_proxyText;               ///< of that plan, for the run document
    SharedRun m_together;
    SharedRun m_oneAtATime;
    RunLoops m_loops;
    std::shared_ptr<const record::Run> m_tried;
    SharedRun m_measuredBefore;               ///< while it is measured once more
    RunTally m_measured;                      ///< so far, of what is measured
    std::optional<Removal::Results> m_answer; ///< the list's, while the last run was of one file
    int m_lastStopped = 0; ///< id; it and those before it were in the list when a run was stopped
    QSet<int> m_joining;   ///< ids that were sent to join the run, and are not known to be in it
    Restarts m_restarts;
    QHash<int, const QUndoCommand *>
        m_cancelledBy;         ///< ids whose partial files go with that command
    QHash<int, Edits> m_edits; ///< by id
    PartsLeft m_partsLeft;
    std::vector<std::shared_ptr<MovingPart>> m_movingParts;
    bool m_isLeaving = false;        ///< the run was stopped by leave(), or ended so
    QSet<int> m_left;                ///< ids that had no file in the run when it was stopped
    std::vector<plan::Entry> m_late; ///< added while the files of the settings were read
    std::vector<int> m_nextRun;      ///< ids that came while the run that goes on saves elsewhere
    bool m_startsNextRun = false;    ///< they are to start after it
    std::vector<plan::Links>
        m_pending; ///< own links that wait for the demo to end, or for the stored list, as they came
    bool m_isAwaited = false;  ///< the stored list
    bool m_awaitsDemo = false; ///< it was asked for before the stored list was there
    bool m_hasMeasured = false;
    /// Links came that are to start, while the list was measured or tried, the files of the settings were read, or
    /// while they waited themselves.
    bool m_startsWhenFree = false;
    bool m_hasLeft = false; ///< since leave(): nothing begins by itself any more
    std::optional<QString> m_folderBefore;
    ArrivingLinks m_arrivals;
    QTimer m_nextPortion;
    int m_edition = 0;
    // Each on its own: a folder that does not respond keeps no other one from starting.
    BackgroundQueue m_reading; ///< the files that the settings name
    BackgroundQueue m_tidying;
    BackgroundQueue m_parts;   ///< moves them and removes them, in order
    BackgroundQueue m_looking; ///< at the free space
    FileChecks m_checks;
    std::vector<CheckedFile> m_checked;        ///< what the rows are yet to say, once nothing runs
    std::vector<TrashedFile> m_trashedRowless; ///< whose rows had gone when they got there
    FreeSpace m_freeSpace;
    Settings m_settings;
    QString m_folder;
    int m_atOnce = plan::defaultAtOnce;
    double m_demoScale;
    bool m_isDemo = false;
    int m_run = 0;           ///< counts the runs
    bool m_isCutOff = false; ///< the last run, and it is yet to come into the history
    bool m_isRestored =
        false; ///< the last run is an earlier session's: its plan lacks what is never stored
    ListKeeping m_keeping;
    ListKeeping::Keep m_keep;              ///< what that is told goes there
    std::vector<int> m_toKeep;             ///< ids whose records follow, from the last
    std::vector<store::Change> m_heldBack; ///< until a long list is there whole
    bool m_completing = false;             ///< the files that the settings name are being read
    int m_completion = 0; ///< which reading of them: an answer that is no longer awaited is dropped
    Activity m_activity = Activity::Idle;
    QElapsedTimer m_clock;       ///< since the command to run
    record::Stamp m_lastBatch{}; ///< when its facts were true
    QSet<QString> m_toldUntried; ///< servers, in this run
    QTimer m_ticker;
    EngineThread m_engine;
    ListUndo m_undo; ///< its commands refer to everything above
};

} // namespace lapwing::ui
