// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <utility>

namespace lapwing::report {

/// The text format of Prometheus, version 0.0.4: each metric once, with its help, its type and then its samples.
class Metrics {
public:
    enum class Type { Gauge, Summary };
    using Labels = std::initializer_list<std::pair<const char *, QString>>;

    /// Those samples that follow are of it. Without any it is left out.
    void begin(const char *name, Type type, const char *help);
    /// Not finite or absent: unknown, and there is no sample. A suffix is one of a summary: "_sum".
    void add(Labels labels, std::optional<double> value, const char *suffix = "");

    [[nodiscard]] QByteArray text() const { return m_text; }

private:
    QByteArray m_text;
    QByteArray m_head; ///< of the metric that has no sample yet
    QByteArray m_name;
};

} // namespace lapwing::report
