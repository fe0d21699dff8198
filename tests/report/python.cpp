// SPDX-License-Identifier: MIT
#include "report/python.h"

#include <QProcess>

namespace lapwing::test {

namespace {

Ran run(const QStringList &arguments, const QByteArray &input)
{
    QProcess python;
    python.start(QStringLiteral("python3"), arguments);
    python.write(input);
    python.closeWriteChannel();
    Ran ran;
    if (python.waitForFinished() && python.exitStatus() == QProcess::NormalExit)
        ran.status = python.exitCode();
    ran.output = python.readAllStandardOutput();
    ran.errors = python.readAllStandardError();
    return ran;
}

} // namespace

Ran runPython(const char *script, const QStringList &arguments, const QByteArray &input)
{
    return run(QStringList{QStringLiteral("-c"), QString::fromUtf8(script)} + arguments, input);
}

Ran runScript(const char *name, const QByteArray &input)
{
    const QString folder = qEnvironmentVariable("LAPWING_SOURCE_DIR");
    return run({folder + QStringLiteral("/tests/report/") + QLatin1String(name)}, input);
}

bool hasPython()
{
    static const bool has = runPython("import json", {}, {}).status == 0;
    return has;
}

} // namespace lapwing::test
