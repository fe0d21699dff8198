// SPDX-License-Identifier: MIT
#include "primer/linefield.h"

#include <QCoroSignal>
#include <QLineEdit>

#include <utility>

namespace lapwing::ui {

LineField::LineField(QLineEdit *edit) : m_edit(edit)
{
    QObject::connect(edit, &QLineEdit::returnPressed, &m_context, [this] { take(); });
}

// [example]
// The field of the window. What waits for a signal is resumed by that signal alone (QCoro 0.8), so a stop emits it.
QCoro::Task<std::optional<QString>> LineField::line(std::stop_token stop)
{
    if (stop.stop_requested())
        co_return std::nullopt;
    const std::stop_callback onStop(stop, [edit = m_edit] { Q_EMIT edit->returnPressed(); });
    co_await qCoro(m_edit, &QLineEdit::returnPressed);
    if (stop.stop_requested())
        co_return std::nullopt;
    co_return m_edit->text();
}

std::optional<QString> LineField::lineBlocking(std::stop_token stop)
{
    std::unique_lock lock(m_mutex);
    m_typed.reset();
    m_wasTyped.wait(lock, std::move(stop), [this] { return m_typed.has_value(); });
    return std::exchange(m_typed, std::nullopt);
}

// [end]

void LineField::take()
{
    const std::lock_guard lock(m_mutex);
    m_typed = m_edit->text();
    m_wasTyped.notify_all();
}

} // namespace lapwing::ui
