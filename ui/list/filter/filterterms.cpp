// SPDX-License-Identifier: MIT
#include "list/filter/filterterms.h"

#include "list/filter/filteramounts.h"
#include "list/filter/filterwords.h"
#include "measure/seconds.h"
#include "measure/times.h"
#include "text/failure.h"
#include "text/shortreason.h"

#include <QCoreApplication>
#include <QStringMatcher>

#include <algorithm>
#include <array>

namespace lapwing::ui {
namespace {

using record::TaskState;
using MaybeTerm = tl::expected<FilterTerm, QString>;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::Filter)
};

struct Key {
    const char16_t *name;
    MaybeTerm (*make)(const QString &value);
};

struct State {
    const char16_t *name;
    bool (*isIt)(const Row &row);
};

template<TaskGroup group>
bool isIn(const Row &row)
{
    return groupOf(row) == group;
}

constexpr std::array states{
    State{u"failed", isIn<TaskGroup::Failed>},
    State{u"done", isIn<TaskGroup::Done>},
    State{u"running", isIn<TaskGroup::Running>},
    State{u"queued", isIn<TaskGroup::Queued>},
    State{u"paused", isIn<TaskGroup::Paused>},
    State{u"cancelled", isIn<TaskGroup::Cancelled>},
    State{u"not-started", isIn<TaskGroup::NotStarted>},
    State{u"saving", isIn<TaskGroup::Saving>},
    State{u"unverified", [](const Row &row) { return row.task.state == TaskState::Unverified; }},
};

/// The cheap ones first: most rows are decided by their name.
MaybeTerm textTerm(const QString &value)
{
    return [wanted = QStringMatcher(value, Qt::CaseInsensitive)](const Row &row) {
        const auto holds = [&wanted](const QString &text) { return wanted.indexIn(text) >= 0; };
        return holds(nameOf(row.task)) || holds(row.task.url.toString(QUrl::RemoveUserInfo))
            || (row.task.failure
                && (holds(text::shortReason(*row.task.failure))
                    || holds(text::sentence(*row.task.failure))));
    };
}

MaybeTerm hostTerm(const QString &value)
{
    return [wanted = QStringMatcher(value, Qt::CaseInsensitive)](const Row &row) {
        return wanted.indexIn(hostOf(row.task)) >= 0;
    };
}

MaybeTerm statusTerm(const QString &value)
{
    bool isNumber = false;
    const int code = value.toInt(&isNumber);
    const QString digit = value.left(1);
    const bool isClass = value.size() == 3 && value.endsWith(u"xx", Qt::CaseInsensitive)
        && digit >= u"1" && digit <= u"5";
    if (isClass)
        return [hundred = digit.toInt()](const Row &row) {
            return row.task.status && *row.task.status / 100 == hundred;
        };
    if (!isNumber || value.size() != 3)
        return tl::make_unexpected(
            Words::tr("“status:” needs a code such as 404, or 4xx for all of them."));
    return [code](const Row &row) { return row.task.status == code; };
}

MaybeTerm largerTerm(const QString &value)
{
    const std::optional<double> bytes = typedBytes(value);
    if (!bytes)
        return tl::make_unexpected(Words::tr("“larger:” needs a size such as 10MB."));
    return [min = *bytes](const Row &row) {
        const std::optional<qint64> size = measure::sizeOf(row.task);
        return size && static_cast<double>(*size) > min;
    };
}

MaybeTerm smallerTerm(const QString &value)
{
    const std::optional<double> bytes = typedBytes(value);
    if (!bytes)
        return tl::make_unexpected(Words::tr("“smaller:” needs a size such as 10MB."));
    return [max = *bytes](const Row &row) {
        const std::optional<qint64> size = measure::sizeOf(row.task);
        return size && static_cast<double>(*size) < max;
    };
}

/// Of one that is coming in at the moment, the speed at the moment.
MaybeTerm slowerTerm(const QString &value)
{
    const std::optional<double> rate = typedRate(value);
    if (!rate)
        return tl::make_unexpected(Words::tr("“slower:” needs a speed such as 100kB/s."));
    return [max = *rate](const Row &row) {
        const std::optional<double> speed = row.speed ? row.speed : averageSpeedOf(row);
        return speed && *speed < max;
    };
}

MaybeTerm longerTerm(const QString &value)
{
    const std::optional<double> time = typedSeconds(value);
    if (!time)
        return tl::make_unexpected(Words::tr("“longer:” needs a time such as 5s."));
    return [min = *time](const Row &row) {
        const std::optional<record::Stamp> own = ownTimeOf(row);
        return own && measure::seconds(*own) > min;
    };
}

MaybeTerm isTerm(const QString &value)
{
    const QString name = value.toLower();
    const auto state = std::ranges::find_if(
        states, [&name](const State &each) { return name == QStringView(each.name); });
    if (state == states.end())
        return tl::make_unexpected(
            Words::tr("“is:” needs one of %1.").arg(filterStates().join(QStringLiteral(", "))));
    return [isIt = state->isIt](const Row &row) { return isIt(row); };
}

constexpr std::array keys{
    Key{u"host", hostTerm},     Key{u"is", isTerm},           Key{u"status", statusTerm},
    Key{u"larger", largerTerm}, Key{u"smaller", smallerTerm}, Key{u"slower", slowerTerm},
    Key{u"longer", longerTerm},
};

/// "localhost:8080" is a server.
bool isPort(const QString &value)
{
    return !value.isEmpty()
        && std::ranges::all_of(value, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

template<typename Rows>
QStringList namesOf(const Rows &rows)
{
    QStringList names;
    for (const auto &row : rows)
        names << QString::fromUtf16(row.name);
    return names;
}

} // namespace

MaybeTerm termFor(const FilterWord &word)
{
    if (word.key.isEmpty())
        return textTerm(word.value);
    const auto key = std::ranges::find_if(
        keys, [&word](const Key &each) { return word.key == QStringView(each.name); });
    if (key == keys.end() && isPort(word.value))
        return textTerm(word.key + u':' + word.value);
    if (key == keys.end())
        return tl::make_unexpected(
            Words::tr("“%1:” is not a search key; put text with a colon in quotes.").arg(word.key));
    if (word.value.isEmpty())
        return tl::make_unexpected(Words::tr("Type a value after “%1:”.").arg(word.key));
    return key->make(word.value);
}

QStringList filterKeys()
{
    return namesOf(keys);
}

QStringList filterStates()
{
    return namesOf(states);
}

} // namespace lapwing::ui
