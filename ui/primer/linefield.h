// SPDX-License-Identifier: MIT
#pragma once

#include "primer/keyboard.h"

#include <QObject>

#include <condition_variable>
#include <mutex>

class QLineEdit;

namespace lapwing::ui {

/// A field whose Return is awaited on the window's loop, or waited for by another thread.
class LineField : public primer::Keyboard {
public:
    /// `edit` outlives it.
    explicit LineField(QLineEdit *edit);

    /// On the window's thread, as a stop of it.
    [[nodiscard]] QCoro::Task<std::optional<QString>> line(std::stop_token stop) override;
    /// On any other.
    [[nodiscard]] std::optional<QString> lineBlocking(std::stop_token stop) override;

private:
    void take();

    QLineEdit *m_edit;
    std::mutex m_mutex; ///< of what was typed while a thread waits
    std::condition_variable_any m_wasTyped;
    std::optional<QString> m_typed;
    QObject m_context;
};

} // namespace lapwing::ui
