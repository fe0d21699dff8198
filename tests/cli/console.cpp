// SPDX-License-Identifier: MIT
#include "console.h"

#include "cli/cli.h"

namespace lapwing::test {

Console::Console(const QByteArray &input, bool isTerminal, bool colours)
    : m_streams{m_in, {m_out, isTerminal, colours}, {m_err, isTerminal, colours}}
{
    m_in.setData(input);
    m_in.open(QIODevice::ReadOnly);
    m_out.open(QIODevice::WriteOnly);
    m_err.open(QIODevice::WriteOnly);
}

int Console::run(const QStringList &arguments)
{
    return cli::run(arguments, m_streams);
}

void Console::setColumns(int columns)
{
    m_streams.columns = [columns] { return columns; };
}

} // namespace lapwing::test
