// SPDX-License-Identifier: MIT
#include "store/historyworker.h"

#include "store/file.h"

#include <utility>

using namespace std::chrono_literals;

namespace lapwing::store {

HistoryWorker::HistoryWorker(QString folder) : m_folder(std::move(folder)), m_retry(this)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(5s);
    connect(&m_retry, &QTimer::timeout, this, &HistoryWorker::catchUp);
}

void HistoryWorker::add(Work work)
{
    m_work.push_back(std::move(work));
    if (!m_retry.isActive())
        catchUp();
}

/// A damaged place in the history, unlike a full disk, is there for ever: what meets it is dropped.
bool HistoryWorker::catchUp()
{
    while (!m_work.empty()) {
        const bool isWritten = open() && m_work.front()(*m_connection);
        if (!isWritten) {
            m_trouble = m_connection ? m_connection->trouble() : m_trouble;
            m_connection.reset();
            if (!std::exchange(m_hasFailed, true))
                Q_EMIT failed(m_trouble);
        }
        if (!isWritten && m_trouble != Trouble::Damaged) {
            m_retry.start();
            return false;
        }
        m_work.pop_front();
        m_hasFailed = false;
        if (isWritten)
            Q_EMIT changed();
    }
    return true;
}

bool HistoryWorker::open()
{
    if (m_connection)
        return true;
    auto opened = openFile(m_folder);
    if (opened)
        m_connection = std::move(*opened);
    else
        m_trouble = opened.error();
    return opened.has_value();
}

} // namespace lapwing::store
