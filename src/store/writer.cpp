// SPDX-License-Identifier: MIT
#include "store/writer.h"

#include "store/historyworker.h"
#include "store/storeworker.h"

#include <QDeadlineTimer>
#include <QSemaphore>
#include <QThread>

namespace lapwing::store {
namespace {

/// 100,000 entries took 6 s to write where 26 others wanted the two processors; the window is closed by then.
constexpr std::chrono::seconds patienceAtTheEnd(30);

void start(QThread &thread, QObject &worker)
{
    worker.moveToThread(&thread);
    QObject::connect(&thread, &QThread::finished, &worker, &QObject::deleteLater);
    thread.start();
}

bool end(QThread &thread, const QDeadlineTimer &deadline)
{
    thread.quit();
    return thread.wait(deadline);
}

} // namespace

Writer::Writer(const QString &folder)
    : m_log(std::make_shared<ChangeLog>())
    , m_thread(std::make_unique<QThread>())
    , m_historyThread(std::make_unique<QThread>())
    , m_history(new HistoryWorker(folder))
    , m_worker(new StoreWorker(folder, m_log, [history = m_history](HistoryWorker::Work work) {
        QMetaObject::invokeMethod(history, [history, work = std::move(work)]() mutable {
            history->add(std::move(work));
        });
    }))
{
    connect(m_worker, &StoreWorker::committed, this, &Writer::committed);
    connect(m_worker, &StoreWorker::failed, this, &Writer::failed);
    connect(m_history, &HistoryWorker::changed, this, &Writer::historyChanged);
    connect(m_history, &HistoryWorker::failed, this, &Writer::historyFailed);
    m_thread->setObjectName(QStringLiteral("store"));
    m_historyThread->setObjectName(QStringLiteral("history"));
    start(*m_historyThread, *m_history);
    start(*m_thread, *m_worker);
}

/// The history's last: the other hands work to it.
Writer::~Writer()
{
    (void)flush(patienceAtTheEnd);
    const QDeadlineTimer deadline(std::chrono::seconds(1));
    if (end(*m_thread, deadline) && end(*m_historyThread, deadline))
        return;
    qWarning("store: not written in time, what is under way is left behind");
    (void)m_thread.release(); // to destroy a thread that runs ends the program
    (void)m_historyThread.release();
}

void Writer::write(Change change)
{
    std::vector<Change> one;
    one.push_back(std::move(change));
    write(std::move(one));
}

void Writer::write(std::vector<Change> changes)
{
    if (m_log->add(std::move(changes)))
        QMetaObject::invokeMethod(m_worker, &StoreWorker::schedule, Qt::QueuedConnection);
}

bool Writer::flush(std::chrono::milliseconds patience)
{
    // Shared: who waits may be gone before the worker has come so far.
    struct Answer {
        QSemaphore isThere;
        bool isWritten = false;
    };
    const auto answer = std::make_shared<Answer>();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, history = m_history, answer] {
        const bool isCommitted = worker->commit();
        QMetaObject::invokeMethod(history, [history, answer, isCommitted] {
            answer->isWritten = history->catchUp() && isCommitted;
            answer->isThere.release();
        });
    });
    return answer->isThere.tryAcquire(1, static_cast<int>(patience.count())) && answer->isWritten;
}

} // namespace lapwing::store
