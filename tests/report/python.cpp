// SPDX-License-Identifier: MIT
#include "report/python.h"

#include <QProcess>

namespace lapwing::test {

Ran runPython(const char *script, const QStringList &arguments, const QByteArray &input)
{
    QProcess python;
    python.start(QStringLiteral("python3"),
                 QStringList{QStringLiteral("-c"), QString::fromUtf8(script)} + arguments);
    python.write(input);
    python.closeWriteChannel();
    Ran ran;
    if (python.waitForFinished() && python.exitStatus() == QProcess::NormalExit)
        ran.status = python.exitCode();
    ran.output = python.readAllStandardOutput();
    ran.errors = python.readAllStandardError();
    return ran;
}

} // namespace lapwing::test
