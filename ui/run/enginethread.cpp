// SPDX-License-Identifier: MIT
#include "run/enginethread.h"

#include <QDeadlineTimer>

#include <utility>

namespace lapwing::ui {
namespace {

/// A run that is stopped ends within three seconds, whatever its servers and its disk do.
constexpr std::chrono::seconds patience{10};

} // namespace

EngineThread::EngineThread() : m_thread(std::make_unique<QThread>()), m_worker(new EngineWorker)
{
    m_worker->moveToThread(m_thread.get());
    QObject::connect(m_worker, &EngineWorker::idle, m_thread.get(), &QThread::quit,
                     Qt::DirectConnection);
    QObject::connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread->setObjectName(QStringLiteral("engine"));
    m_thread->start();
}

EngineThread::~EngineThread()
{
    m_holds = 0; // what waits is no longer wanted
    tell([](EngineWorker &worker) { worker.shutDown(); });
    if (m_thread->wait(QDeadlineTimer(patience)))
        return;
    qWarning("The engine did not end in time: what it still does is left behind.");
    static_cast<void>(m_thread.release()); // to destroy a thread that runs ends the program
}

void EngineThread::tell(std::function<void(EngineWorker &)> command)
{
    if (m_holds > 0) {
        m_waiting.push_back(std::move(command));
        return;
    }
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, command = std::move(command)] { command(*worker); });
}

void EngineThread::release()
{
    if (--m_holds > 0)
        return;
    for (std::function<void(EngineWorker &)> &command : std::exchange(m_waiting, {}))
        tell(std::move(command));
}

} // namespace lapwing::ui
