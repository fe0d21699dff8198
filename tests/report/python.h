// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QStringList>

namespace lapwing::test {

/// Another reader than Qt's, so that our own mistakes do not cancel out.
struct Ran {
    int status = -1; ///< -1: it did not start, or crashed
    QByteArray output;
    QByteArray errors;
};

/// Runs python3 with this script and these arguments, `input` on its standard input.
[[nodiscard]] Ran runPython(const char *script, const QStringList &arguments,
                            const QByteArray &input);

/// The same with tests/report/NAME of the source.
[[nodiscard]] Ran runScript(const char *name, const QByteArray &input);

[[nodiscard]] bool hasPython();

} // namespace lapwing::test
