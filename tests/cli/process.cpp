// SPDX-License-Identifier: MIT
#include "process.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QTimer>

#include <array>
#include <csignal>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

namespace lapwing::test {
namespace {

constexpr int patience = 60'000; ///< ms; only a failure waits so long

QByteArray readAll(int fd)
{
    QByteArray all;
    std::array<char, 4096> block{};
    for (ssize_t count = 0; (count = ::read(fd, block.data(), block.size())) > 0;)
        all.append(block.data(), count);
    return all;
}

} // namespace

CliProcess::CliProcess()
{
    m_process.setProgram(qEnvironmentVariable("LAPWING_CLI"));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("DISPLAY"));
    environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
    environment.remove(QStringLiteral("NO_COLOR"));
    environment.insert(QStringLiteral("TERM"), QStringLiteral("xterm"));
    m_process.setProcessEnvironment(environment);
}

CliProcess::~CliProcess()
{
    m_process.kill();
    m_process.waitForFinished();
    ::close(m_terminal);
    ::close(m_terminalOfCli);
}

void CliProcess::setEnvironment(const QString &name, const QString &value)
{
    QProcessEnvironment environment = m_process.processEnvironment();
    environment.insert(name, value);
    m_process.setProcessEnvironment(environment);
}

void CliProcess::setTerminal()
{
    m_terminal = ::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK);
    if (::grantpt(m_terminal) == 0 && ::unlockpt(m_terminal) == 0)
        m_terminalOfCli = ::open(::ptsname(m_terminal), O_RDWR | O_NOCTTY);
    m_process.setChildProcessModifier(
        [terminal = m_terminalOfCli] { ::dup2(terminal, STDERR_FILENO); });
}

void CliProcess::startOpen(const QStringList &arguments)
{
    m_process.setArguments(arguments);
    m_process.start();
    m_process.waitForStarted();
}

void CliProcess::start(const QStringList &arguments)
{
    startOpen(arguments);
    m_process.write(m_input);
    m_process.closeWriteChannel();
}

void CliProcess::signal(int number)
{
    if (!hasEnded())
        ::kill(static_cast<pid_t>(m_process.processId()), number);
}

QByteArray CliProcess::outSoFar()
{
    return m_out += m_process.readAllStandardOutput();
}

QByteArray CliProcess::errSoFar()
{
    m_err += m_process.readAllStandardError();
    if (m_terminal >= 0)
        m_err += readAll(m_terminal);
    return m_err;
}

Ran CliProcess::wait()
{
    QEventLoop loop;
    QObject::connect(&m_process, &QProcess::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(patience, &loop, &QEventLoop::quit);
    if (!hasEnded())
        loop.exec();
    const bool ended = hasEnded() && m_process.exitStatus() == QProcess::NormalExit;
    return {ended ? m_process.exitCode() : -1, outSoFar(), errSoFar()};
}

Ran CliProcess::run(const QStringList &arguments)
{
    start(arguments);
    return wait();
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                                  QDir::Name);
}

} // namespace lapwing::test
