// SPDX-License-Identifier: MIT
#pragma once

#include "store/change.h"
#include "store/trouble.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <memory>
#include <vector>

class QThread;

namespace lapwing::store {

class ChangeLog;
class HistoryWorker;
class StoreWorker;

/// Keeps the list in the file, on a thread of its own. What is written is collected, and committed once a second at
/// most; at rest after a tenth. A power failure, too, loses no more than that. The history has another thread: to make a
/// document of 100,000 tasks takes seconds. One for each folder, after load().
class Writer : public QObject {
    Q_OBJECT

public:
    explicit Writer(const QString &folder);
    /// Writes what is left, and joins; what has not ended 31 s later, on a disk that does not answer, is left behind.
    ~Writer() override;

    /// Returns at once, whatever the size of the change: hand it over by moving. Those that are given together are
    /// committed together, up to one of the history's and after it.
    void write(Change change);
    void write(std::vector<Change> changes);
    /// Waits until all that was written before is on the disk. False: it could not be written, or not in time.
    bool flush(std::chrono::milliseconds patience = std::chrono::seconds(5));

Q_SIGNALS:
    /// Everything of the list that was written up to some moment of the last second is on the disk.
    void committed();
    /// The history is another: read it again.
    void historyChanged();
    /// The list cannot be written; told once, until it can be again. What was written is kept in memory meanwhile and
    /// tried again every 5 s.
    void failed(lapwing::store::Trouble trouble);
    /// The same of the history, but for a change that meets a damaged place in it (Damaged): that is dropped.
    void historyFailed(lapwing::store::Trouble trouble);

private:
    std::shared_ptr<ChangeLog> m_log;
    std::unique_ptr<QThread> m_thread;
    std::unique_ptr<QThread> m_historyThread;
    HistoryWorker *m_history; ///< lives on m_historyThread and is deleted there
    StoreWorker *m_worker;    ///< the same on m_thread
};

} // namespace lapwing::store
