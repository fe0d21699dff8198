// SPDX-License-Identifier: MIT
#include "cli/stopsignals.h"

#include <QSocketNotifier>

#include <cerrno>

#include <sys/socket.h>
#include <unistd.h>

namespace lapwing::cli {
namespace {

constexpr std::array handled{SIGINT, SIGTERM, SIGHUP};

// All that a signal handler may touch.
volatile std::sig_atomic_t firstSignal = 0;
volatile std::sig_atomic_t wakeSocket = -1;

void onSignal(int number)
{
    const int errnoBefore = errno;
    if (firstSignal != 0 && number == SIGINT)
        ::_exit(128 + SIGINT);
    if (firstSignal == 0)
        firstSignal = number == SIGHUP ? SIGTERM : number;
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = ::write(wakeSocket, &byte, 1);
    errno = errnoBefore;
}

} // namespace

StopSignals::StopSignals()
{
    firstSignal = 0;
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, m_sockets.data()) != 0)
        qFatal("no socket pair for signals"); // without one, Ctrl+C would lose data
    wakeSocket = m_sockets[0];
    auto *notifier = new QSocketNotifier(m_sockets[1], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (::read(m_sockets[1], &byte, 1) == 1)
            Q_EMIT received();
    });
    struct sigaction action { };
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    for (std::size_t i = 0; i < handled.size(); ++i) {
        ::sigaction(handled[i], nullptr, &m_before[i]);
        if (handled[i] != SIGHUP || m_before[i].sa_handler != SIG_IGN) // nohup stays in force
            ::sigaction(handled[i], &action, nullptr);
    }
}

StopSignals::~StopSignals()
{
    for (std::size_t i = 0; i < handled.size(); ++i)
        ::sigaction(handled[i], &m_before[i], nullptr);
    wakeSocket = -1;
    ::close(m_sockets[0]);
    ::close(m_sockets[1]);
}

int StopSignals::caught() const
{
    return firstSignal;
}

} // namespace lapwing::cli
