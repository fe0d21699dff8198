// SPDX-License-Identifier: MIT
#pragma once

#include <exception>
#include <type_traits>
#include <utility>
#include <variant>

namespace lapwing::async {

/// How a task ended: with its value, or with what it threw. T may be void.
template<typename T>
class Outcome {
public:
    using Value = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

    explicit Outcome(Value value) : m_end(std::in_place_index<0>, std::move(value)) { }
    explicit Outcome(std::exception_ptr error) : m_end(std::in_place_index<1>, std::move(error)) { }

    [[nodiscard]] bool ok() const { return m_end.index() == 0; }
    /// Null when ok().
    [[nodiscard]] std::exception_ptr error() const { return ok() ? nullptr : std::get<1>(m_end); }

    /// The value, a std::monostate for void; only when ok().
    [[nodiscard]] Value value() && { return std::get<0>(std::move(m_end)); }

    /// The value, or throws what the task threw.
    T take() &&
    {
        if (!ok())
            std::rethrow_exception(std::get<1>(m_end));
        if constexpr (!std::is_void_v<T>)
            return std::get<0>(std::move(m_end));
    }

private:
    std::variant<Value, std::exception_ptr> m_end;
};

} // namespace lapwing::async
