// SPDX-License-Identifier: MIT
#pragma once

#include <QProcess>

namespace lapwing::test {

struct Ran {
    int status = -1; ///< -1: it did not end, or crashed
    QByteArray out;
    QByteArray err;
};

/// The real program. What it does while it runs, a server on this thread's event loop can answer.
class CliProcess {
public:
    CliProcess();
    ~CliProcess();

    void setInput(const QByteArray &input) { m_input = input; }
    void setFolder(const QString &folder) { m_process.setWorkingDirectory(folder); }
    void setEnvironment(const QString &name, const QString &value);
    void setOutputFile(const QString &path) { m_process.setStandardOutputFile(path); }
    void
    setTerminal(); ///< standard error is a terminal; what came there is in Ran::err all the same

    void start(const QStringList &arguments);
    /// The same with standard input held open, for write() and closeInput().
    void startOpen(const QStringList &arguments);
    void write(const QByteArray &input) { m_process.write(input); }
    void closeInput() { m_process.closeWriteChannel(); }
    void signal(int number);
    [[nodiscard]] QByteArray outSoFar();
    [[nodiscard]] QByteArray errSoFar();
    [[nodiscard]] bool hasEnded() const { return m_process.state() == QProcess::NotRunning; }
    [[nodiscard]] Ran wait();

    [[nodiscard]] Ran run(const QStringList &arguments);

private:
    QProcess m_process;
    QByteArray m_input, m_out, m_err;
    int m_terminal = -1;      ///< our end
    int m_terminalOfCli = -1; ///< its end
};

/// The whole of a file; null when there is none.
[[nodiscard]] QByteArray contentsOf(const QString &path);

/// The names in a folder, hidden ones too, sorted.
[[nodiscard]] QStringList namesIn(const QString &folder);

} // namespace lapwing::test
