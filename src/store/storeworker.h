// SPDX-License-Identifier: MIT
#pragma once

#include "store/change.h"
#include "store/databaseconnection.h"
#include "store/historyworker.h"

#include <QElapsedTimer>
#include <QMutex>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace lapwing::store {

/// What waits for the next commit: put in on one thread, taken out on another.
class ChangeLog {
public:
    /// Whether it was empty before: who takes it out has to be told.
    [[nodiscard]] bool add(std::vector<Change> changes);
    [[nodiscard]] std::vector<Change> take();

private:
    QMutex m_mutex;
    std::vector<Change> m_changes;
};

/// Leaves out of `changes` what later ones write again: while the disk is full, they must not become more and more.
void dropOverwritten(std::vector<Change> &changes);

/// Writes the list, on the thread of the Writer: when it commits, and what of it is the history's.
class StoreWorker : public QObject {
    Q_OBJECT

public:
    /// Hands work to the history's worker.
    using PassOn = std::function<void(HistoryWorker::Work work)>;

    StoreWorker(QString folder, std::shared_ptr<ChangeLog> log, PassOn passOn);

    /// Commits soon.
    void schedule();
    /// Now. False: it failed, and is tried again.
    bool commit();

Q_SIGNALS:
    void committed();
    void failed(lapwing::store::Trouble trouble);

private:
    [[nodiscard]] bool openFirst();
    [[nodiscard]] bool writeAll();
    [[nodiscard]] bool writeTogether(std::span<const Change> changes);
    [[nodiscard]] bool passOn(const Change &change);
    [[nodiscard]] bool passOnRun();

    QString m_folder;
    std::shared_ptr<ChangeLog> m_log;
    PassOn m_passOn;
    std::vector<Change> m_unwritten;
    std::unique_ptr<DatabaseConnection> m_connection;
    Trouble m_trouble = Trouble::DiskError; ///< why it is not written
    bool m_hasFailed = false;               ///< which was told
    bool m_isPurged = false;
    QElapsedTimer m_sinceCommit;
    QTimer m_timer;
};

} // namespace lapwing::store
