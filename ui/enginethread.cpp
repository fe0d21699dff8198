// SPDX-License-Identifier: MIT
#include "enginethread.h"

namespace lapwing::ui {

EngineThread::EngineThread() : m_room(new EngineRoom)
{
    m_room->moveToThread(&m_thread);
    QObject::connect(m_room, &EngineRoom::emptied, &m_thread, &QThread::quit, Qt::DirectConnection);
    QObject::connect(&m_thread, &QThread::finished, m_room, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("engine"));
    m_thread.start();
}

EngineThread::~EngineThread()
{
    tell([](EngineRoom &room) { room.leave(); });
    m_thread.wait();
}

void EngineThread::tell(std::function<void(EngineRoom &)> command)
{
    QMetaObject::invokeMethod(m_room,
                              [room = m_room, command = std::move(command)] { command(*room); });
}

} // namespace lapwing::ui
