// SPDX-License-Identifier: MIT
#pragma once

#include <QSharedData>

#include <utility>

namespace lapwing::record {

/// A value that copies share until one of them is edited, as QString's do: of a list of 100,000 records the window keeps
/// that of the table and that of the run, and other threads read a third. To copy the records themselves held it for 25 ms
/// each, and took 0.7 kB a row. Who reads it sees a T: const T &, ->, * and member pointers in std::ranges.
template<typename T>
class Shared {
public:
    Shared() : Shared(T{}) { }
    Shared(T value) : m_held(new Held(std::move(value))) { } // NOLINT(google-explicit-constructor)

    const T &operator*() const { return m_held->value; }
    const T *operator->() const { return &m_held->value; }
    operator const T &() const { return m_held->value; } // NOLINT(google-explicit-constructor)
    /// This one's own. The reference holds until this is copied: what is written through it after that shows in both.
    [[nodiscard]] T &edit()
    {
        m_held.detach();
        return m_held->value;
    }

private:
    struct Held : QSharedData {
        explicit Held(T held) : value(std::move(held)) { }
        T value;
    };
    QExplicitlySharedDataPointer<Held> m_held;
};

} // namespace lapwing::record
