// SPDX-License-Identifier: MIT
#pragma once

#include "store/databaseconnection.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>

namespace lapwing::store {

/// Writes the history, one after the other, on a thread of its own: a document of 100,000 tasks takes seconds to make,
/// and the list must not wait for it.
class HistoryWorker : public QObject {
    Q_OBJECT

public:
    /// False: Connection::trouble() says why.
    using Work = std::function<bool(DatabaseConnection &connection)>;

    explicit HistoryWorker(QString folder);

    void add(Work work);
    /// All that was added. False: it failed, and is tried again.
    bool catchUp();

Q_SIGNALS:
    void changed();
    void failed(lapwing::store::Trouble trouble);

private:
    [[nodiscard]] bool open();

    QString m_folder;
    std::deque<Work> m_work;
    std::unique_ptr<DatabaseConnection> m_connection;
    Trouble m_trouble = Trouble::DiskError; ///< why it is not written
    bool m_hasFailed = false;               ///< which was told
    QTimer m_retry;
};

} // namespace lapwing::store
