// SPDX-License-Identifier: MIT
#include "store/writer.h"

#include "store/storeworker.h"

#include <QDeadlineTimer>
#include <QSemaphore>
#include <QThread>

namespace lapwing::store {

Writer::Writer(const QString &folder)
    : m_log(std::make_shared<ChangeLog>())
    , m_thread(std::make_unique<QThread>())
    , m_worker(new StoreWorker(folder, m_log))
{
    m_worker->moveToThread(m_thread.get());
    connect(m_worker, &StoreWorker::committed, this, &Writer::committed);
    connect(m_worker, &StoreWorker::historyChanged, this, &Writer::historyChanged);
    connect(m_worker, &StoreWorker::failed, this, &Writer::failed);
    connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread->setObjectName(QStringLiteral("store"));
    m_thread->start();
}

Writer::~Writer()
{
    const QDeadlineTimer deadline(std::chrono::seconds(5));
    (void)flush();
    m_thread->quit();
    if (m_thread->wait(deadline))
        return;
    qWarning("The list was not stored in time: what is still being written is left behind.");
    (void)m_thread.release(); // to destroy a thread that runs ends the program
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
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, answer] {
        answer->isWritten = worker->commit();
        answer->isThere.release();
    });
    return answer->isThere.tryAcquire(1, static_cast<int>(patience.count())) && answer->isWritten;
}

} // namespace lapwing::store
