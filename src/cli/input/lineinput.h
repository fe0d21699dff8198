// SPDX-License-Identifier: MIT
#pragma once

#include "primer/keyboard.h"

#include <QByteArray>
#include <QIODevice>

namespace lapwing::cli {

/// Lines of standard input: awaited through a notifier on its file, or read with a call that blocks.
/// Anything else (a buffer) has its lines at once.
class LineInput : public primer::Keyboard {
public:
    explicit LineInput(QIODevice &in) : m_in(in) { }

    [[nodiscard]] QCoro::Task<std::optional<QString>> line(std::stop_token stop) override;
    [[nodiscard]] std::optional<QString> lineBlocking(std::stop_token stop) override;

private:
    [[nodiscard]] int file() const; ///< -1: it is none
    [[nodiscard]] bool readSome();  ///< what is there now; false: nothing comes any more
    [[nodiscard]] bool hasLine() const { return m_read.contains('\n'); }
    [[nodiscard]] std::optional<QString> takeLine();

    QIODevice &m_in;
    QByteArray m_read; ///< more than a line may be there
};

} // namespace lapwing::cli
