// SPDX-License-Identifier: MIT
#include "cli/input/lineinput.h"

#include "async/event.h"

#include <QFileDevice>
#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <iostream>
#include <string>

#include <unistd.h>

namespace lapwing::cli {

/// Longer than any number that could be meant; nobody fills our memory with one line.
constexpr qsizetype longestLine = 4096;

int LineInput::file() const
{
    const auto *device = qobject_cast<const QFileDevice *>(&m_in);
    return device == nullptr ? -1 : device->handle();
}

// [example]
// Standard input. It is read when its notifier says that this does not wait.
QCoro::Task<std::optional<QString>> LineInput::line(std::stop_token stop)
{
    bool goesOn = true;
    if (file() < 0)
        m_read += m_in.readLine(longestLine);
    if (file() >= 0 && !hasLine()) {
        async::Event ready;
        const async::WakeOnStop wake(stop, &ready);
        QSocketNotifier notifier(file(), QSocketNotifier::Read);
        QObject::connect(&notifier, &QSocketNotifier::activated, &notifier, [&] {
            notifier.setEnabled(false); // until what is there was read
            ready.set();
        });
        while (goesOn && !hasLine() && m_read.size() < longestLine && !stop.stop_requested()) {
            notifier.setEnabled(true);
            co_await ready;
            goesOn = readSome();
        }
    }
    std::optional<QString> typed = takeLine();
    co_return typed;
}

bool LineInput::readSome()
{
    std::array<char, 512> bytes{};
    const ssize_t count = ::read(file(), bytes.data(), bytes.size());
    if (count > 0)
        m_read.append(bytes.data(), count);
    return count > 0 || (count < 0 && (errno == EINTR || errno == EAGAIN));
}

std::optional<QString> LineInput::lineBlocking(std::stop_token)
{
    if (file() < 0)
        m_read += m_in.readLine(longestLine);
    std::string rest;
    if (file() == STDIN_FILENO && !hasLine() && std::getline(std::cin, rest))
        m_read += QByteArray::fromStdString(rest) + '\n';
    return takeLine();
}

// [end]

std::optional<QString> LineInput::takeLine()
{
    if (m_read.isEmpty())
        return std::nullopt;
    const qsizetype end = m_read.indexOf('\n');
    const QByteArray typed = end < 0 ? m_read : m_read.left(end);
    m_read = end < 0 ? QByteArray() : m_read.mid(end + 1);
    return QString::fromUtf8(typed);
}

} // namespace lapwing::cli
