// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <QJsonArray>
#include <QJsonValue>

#include <limits>

/// What a foreign document is read with.
namespace lapwing::report::json {

constexpr qint64 maxInt = std::numeric_limits<int>::max(); ///< bounds a number that becomes an int

/// The first thing that is wrong with a document, in words, and what its times add up to.
struct ReadErrors {
    QString wrong;            ///< translated; empty: nothing so far
    record::Stamp together{}; ///< see JsonReader::count(from, to)
    [[nodiscard]] bool areGood() const { return wrong.isEmpty(); }
};

/// A value of a document, and where it stands. What is asked for and is not there, or is of another kind, is
/// put down in the findings, and something harmless is given instead. A node lives no longer than its
/// parent. Member names are null-terminated literals.
class JsonReader {
public:
    JsonReader(QJsonValue value, ReadErrors &findings)
        : m_value(std::move(value)), m_findings(findings)
    {
    }

    /// "runs[0].tasks[3].start_s"
    [[nodiscard]] QString path() const;
    void reportError(const QString &what) const;

    /// A member that has to be an object.
    [[nodiscard]] JsonReader object(const char *name) const;
    /// Whether there is such a member, and it is not null.
    [[nodiscard]] bool has(const char *name) const;

    [[nodiscard]] QString text(const char *name) const;     ///< has to be there
    [[nodiscard]] QString textOr(const char *name) const;   ///< or null, or absent: empty
    [[nodiscard]] bool truth(const char *name) const;       ///< absent: false
    [[nodiscard]] QDateTime moment(const char *name) const; ///< absent: invalid
    [[nodiscard]] std::optional<double> number(const char *name) const; ///< 0 or more
    /// A whole number in these bounds; absent: `otherwise`, or wrong where there is none.
    [[nodiscard]] qint64 whole(const char *name, qint64 min, qint64 max,
                               std::optional<qint64> otherwise = {}) const;
    [[nodiscard]] std::optional<record::Stamp> stamp(const char *name) const;
    [[nodiscard]] record::Stamp neededStamp(const char *name) const;
    /// One that may be years away: to the second then, so that it is written again as it was read.
    [[nodiscard]] std::optional<record::Stamp> farStamp(const char *name) const;
    /// Which of the words it is, by its place.
    [[nodiscard]] std::size_t word(const char *name, const QStringList &words) const;
    /// http or https with a host; never with user information.
    [[nodiscard]] QUrl link(const char *name) const;

    /// An array, or nothing: `read` is given each of its objects, until something is wrong.
    template<typename Read>
    void each(const char *name, Read read) const
    {
        const QJsonArray items = arrayOf(name);
        for (qsizetype place = 0; place < items.size() && m_findings.areGood(); ++place) {
            const JsonReader item(*this, name, place, items.at(place));
            if (item.isObject())
                read(item);
        }
    }

    /// Sums of times must not leave the range of a Stamp: each is the sum of some of these.
    void count(record::Stamp from, std::optional<record::Stamp> to) const;

private:
    JsonReader(const JsonReader &parent, const char *name, qsizetype place, QJsonValue value)
        : m_value(std::move(value))
        , m_findings(parent.m_findings)
        , m_parent(&parent)
        , m_name(name)
        , m_place(place)
    {
    }
    [[nodiscard]] JsonReader member(const char *name) const;
    [[nodiscard]] QJsonArray arrayOf(const char *name) const;
    [[nodiscard]] bool isObject() const;
    [[nodiscard]] bool isAbsent() const { return m_value.isUndefined() || m_value.isNull(); }

    QJsonValue m_value;
    ReadErrors &m_findings;
    const JsonReader *m_parent = nullptr;
    const char *m_name = nullptr;
    qsizetype m_place = -1;
};

} // namespace lapwing::report::json
