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
class StoreWorker;

/// Keeps the list and the history in the file, on a thread of its own. What is written is collected, and committed
/// once a second at most; at rest after a tenth. A power failure, too, loses no more than that.
/// One for each folder, after load().
class Writer : public QObject {
    Q_OBJECT

public:
    explicit Writer(const QString &folder);
    /// Commits, waits for that as flush() does, and joins; what does not end in time is left behind.
    ~Writer() override;

    /// Returns at once, whatever the size of the change: hand it over by moving. Those that are given together are
    /// committed together, but for the history's, which are commits by themselves.
    void write(Change change);
    void write(std::vector<Change> changes);
    /// Waits until all that was written before is on the disk. False: it could not be written, or not in time.
    bool flush(std::chrono::milliseconds patience = std::chrono::seconds(5));

Q_SIGNALS:
    /// Everything that was written up to some moment of the last second is on the disk.
    void committed();
    /// The history is another: read it again.
    void historyChanged();
    /// It cannot be written; told once, until it can be again. What was written is kept in memory meanwhile and tried
    /// again every 5 s, except a change of the history that meets a damaged place in it (Damaged): that is dropped.
    void failed(lapwing::store::Trouble trouble);

private:
    std::shared_ptr<ChangeLog> m_log;
    std::unique_ptr<QThread> m_thread;
    StoreWorker *m_worker; ///< lives on m_thread and is deleted there
};

} // namespace lapwing::store
