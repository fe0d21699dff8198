// SPDX-License-Identifier: MIT
#pragma once

#include <QSharedData>

#include <optional>
#include <utility>

namespace lapwing::record {

/// An optional value that takes no more room than a pointer while it is absent, for what few of very many records
/// have. Copies share it: it is replaced, never changed in place.
template<typename T>
class Rare {
public:
    Rare() = default;
    Rare(std::nullopt_t) { }                               // NOLINT(google-explicit-constructor)
    Rare(T value) : m_held(new Held(std::move(value))) { } // NOLINT(google-explicit-constructor)
    Rare(std::optional<T> value)                           // NOLINT(google-explicit-constructor)
        : m_held(value ? new Held(std::move(*value)) : nullptr)
    {
    }

    [[nodiscard]] bool has_value() const { return m_held; }
    explicit operator bool() const { return has_value(); }
    const T &operator*() const { return m_held->value; }
    const T *operator->() const { return &m_held->value; }
    operator std::optional<T>() const // NOLINT(google-explicit-constructor)
    {
        return m_held ? std::optional<T>(m_held->value) : std::nullopt;
    }
    void emplace(T value = {}) { *this = Rare(std::move(value)); }
    void reset() { m_held.reset(); }
    [[nodiscard]] T value_or(T other) const { return m_held ? m_held->value : std::move(other); }

    friend bool operator==(const Rare &one, const Rare &other)
    {
        return one.m_held == other.m_held || (one && other && *one == *other);
    }

private:
    struct Held : QSharedData {
        explicit Held(T held) : value(std::move(held)) { }
        const T value;
    };
    QExplicitlySharedDataPointer<const Held> m_held;
};

} // namespace lapwing::record
