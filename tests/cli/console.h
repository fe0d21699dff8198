// SPDX-License-Identifier: MIT
#pragma once

#include "cli/streams.h"

#include <QBuffer>

namespace lapwing::test {

/// The three streams of a command in memory, so that bytes can be compared.
class Console {
public:
    explicit Console(const QByteArray &input = {}, bool isTerminal = false, bool colours = false);

    /// The whole command line, in this process; for what ends before anything is fetched.
    int run(const QStringList &arguments);

    [[nodiscard]] cli::Streams &streams() { return m_streams; }
    [[nodiscard]] QByteArray out() const { return m_out.data(); }
    [[nodiscard]] QByteArray err() const { return m_err.data(); }
    void setColumns(int columns);

private:
    QBuffer m_in, m_out, m_err;
    cli::Streams m_streams;
};

} // namespace lapwing::test
