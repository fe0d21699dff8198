// SPDX-License-Identifier: MIT
#include "cli/input/listpipe.h"

#include <QElapsedTimer>
#include <QFile>

#include <cerrno>
#include <chrono>

#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace lapwing::cli {
namespace {

using namespace std::chrono_literals;

/// Nothing came for so long: no program that writes a list without pausing is as slow.
constexpr std::chrono::milliseconds quiet = 100ms;
/// A list that is written without pausing is awaited for so long before the first link of it is asked for.
constexpr std::chrono::milliseconds patience = 1s;
constexpr int forEver = -1;

/// What of `fd` is there, once something is; empty: it has ended, or failed.
QByteArray readSome(int fd)
{
    QByteArray bytes(64 * 1024, Qt::Uninitialized);
    ssize_t size = 0;
    do
        size = ::read(fd, bytes.data(), static_cast<std::size_t>(bytes.size()));
    while (size < 0 && errno == EINTR);
    bytes.truncate(std::max<qsizetype>(size, 0));
    return bytes;
}

/// False: nothing came for `wait` milliseconds.
bool awaitBytes(int fd, int wait)
{
    pollfd one{fd, POLLIN, 0};
    int ready = 0;
    do
        ready = ::poll(&one, 1, wait);
    while (ready < 0 && errno == EINTR);
    return ready != 0;
}

bool isRegularFile(int fd)
{
    struct stat status { };
    return ::fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
}

QByteArray wholeLines(const QByteArray &bytes)
{
    return bytes.first(std::max(bytes.lastIndexOf('\n'), bytes.lastIndexOf('\r')) + 1);
}

/// Who types an address waits for its file; checksums below one come with it, if somebody pastes them.
bool isTyped(int fd, const QByteArray &bytes)
{
    return ::isatty(fd) == 1
        && plan::isReadByLine(wholeLines(bytes), plan::AfterAddress::Nothing).value_or(false);
}

/// Until it has ended, is too large, or goes on with what can be read by line.
Beginning beginningOfPipe(int fd)
{
    Beginning beginning;
    std::optional<bool> isByLine;
    QElapsedTimer sinceFirstLink;
    for (;;) {
        if (!isByLine) {
            isByLine = plan::isReadByLine(wholeLines(beginning.bytes));
            sinceFirstLink.start();
        }
        const bool isStream = isByLine ? *isByLine : isTyped(fd, beginning.bytes);
        const bool isQuiet = !awaitBytes(fd, isStream ? static_cast<int>(quiet.count()) : forEver);
        if (isStream && (isQuiet || sinceFirstLink.elapsed() > patience.count())) {
            beginning.pipe = fd;
            return beginning;
        }
        const QByteArray bytes = readSome(fd);
        beginning.bytes += bytes;
        if (bytes.isEmpty() || beginning.bytes.size() > plan::maxListSize)
            return beginning;
    }
}

} // namespace

Beginning beginningOf(QIODevice &in)
{
    const auto *const file = qobject_cast<QFile *>(&in);
    if (file != nullptr && file->handle() >= 0 && !isRegularFile(file->handle()))
        return beginningOfPipe(file->handle());
    return {in.read(plan::maxListSize + 1)}; // one too many: cut off, and said
}

ListPipe::ListPipe(int pipe, plan::Reading reading) : m_pipe(pipe), m_stream(std::move(reading))
{
    m_quiet.setInterval(quiet);
    m_quiet.setSingleShot(true);
    connect(&m_quiet, &QTimer::timeout, this, [this] { Q_EMIT came(m_stream.takeHeld()); });
}

plan::Links ListPipe::begin(const QByteArray &beginning)
{
    plan::Links links = m_stream.take(beginning);
    links.append(m_stream.takeHeld()); // nothing came since
    return links;
}

void ListPipe::start()
{
    m_notifier = std::make_unique<QSocketNotifier>(m_pipe, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &ListPipe::takeWhatIsThere);
}

void ListPipe::stop()
{
    m_quiet.stop();
    if (m_notifier)
        m_notifier->setEnabled(false);
}

void ListPipe::takeWhatIsThere()
{
    if (!awaitBytes(m_pipe, 0)) // another process has taken it
        return;
    const QByteArray bytes = readSome(m_pipe);
    if (bytes.isEmpty())
        return end();
    Q_EMIT came(m_stream.take(bytes));
    if (m_stream.isHolding())
        m_quiet.start();
    else
        m_quiet.stop();
}

void ListPipe::end()
{
    stop();
    Q_EMIT came(m_stream.finish());
    Q_EMIT ended();
}

} // namespace lapwing::cli
