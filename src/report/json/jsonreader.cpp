// SPDX-License-Identifier: MIT
#include "report/json/jsonreader.h"

#include "measure/seconds.h"
#include "text/captions.h"

#include <QJsonObject>
#include <QRegularExpression>

#include <cmath>
#include <limits>

namespace lapwing::report::json {
namespace {

using text::Caption;

/// 2^52 nanoseconds, 52 days: beyond, two of them are the same double of seconds, and it cannot be told which was
/// written.
constexpr record::Stamp maxTime{std::int64_t{1} << 52};

constexpr qint64 nothingWhole = std::numeric_limits<qint64>::min();

std::optional<record::Stamp> stampFrom(double seconds)
{
    // In a double, the product would be rounded once too often.
    const long double nanoseconds = static_cast<long double>(seconds) * 1e9L;
    const bool fits = nanoseconds >= 0 && nanoseconds <= static_cast<long double>(maxTime.count());
    return fits ? std::optional(record::Stamp{std::llround(nanoseconds)}) : std::nullopt;
}

} // namespace

QString JsonReader::path() const
{
    if (m_parent == nullptr)
        return {};
    const QString before = m_parent->path();
    QString own = before.isEmpty() ? QString() : before + u'.';
    own += QLatin1String(m_name);
    return m_place < 0 ? own : own + QStringLiteral("[%1]").arg(m_place);
}

void JsonReader::reportError(const QString &what) const
{
    if (!m_findings.areGood())
        return;
    const QString where = path();
    m_findings.wrong =
        where.isEmpty() ? what : text::caption(Caption::NameAndValue).arg(where, what);
}

JsonReader JsonReader::member(const char *name) const
{
    return {*this, name, -1, m_value[QLatin1String(name)]};
}

bool JsonReader::isObject() const
{
    if (!m_value.isObject())
        reportError(text::caption(Caption::ExpectedAnObject));
    return m_value.isObject();
}

JsonReader JsonReader::object(const char *name) const
{
    const JsonReader found = member(name);
    (void)found.isObject();
    return found;
}

bool JsonReader::has(const char *name) const
{
    return !member(name).isAbsent();
}

QString JsonReader::text(const char *name) const
{
    const JsonReader found = member(name);
    if (!found.m_value.isString())
        found.reportError(text::caption(Caption::ExpectedAString));
    return found.m_value.toString();
}

QString JsonReader::textOr(const char *name) const
{
    return has(name) ? text(name) : QString();
}

bool JsonReader::truth(const char *name) const
{
    const JsonReader found = member(name);
    if (!found.isAbsent() && !found.m_value.isBool())
        found.reportError(text::caption(Caption::ExpectedTrueOrFalse));
    return found.m_value.toBool();
}

QDateTime JsonReader::moment(const char *name) const
{
    static const QRegularExpression form(
        QStringLiteral(R"(\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)\z)"));
    const JsonReader found = member(name);
    if (found.isAbsent())
        return {};
    const QString written = found.m_value.toString();
    const QDateTime read = form.match(written).hasMatch()
        ? QDateTime::fromString(written, Qt::ISODateWithMs)
        : QDateTime();
    if (!read.isValid())
        found.reportError(text::caption(Caption::ExpectedDateAndTimeWithUTC));
    return read;
}

std::optional<double> JsonReader::number(const char *name) const
{
    const JsonReader found = member(name);
    if (found.isAbsent())
        return std::nullopt;
    const double value = found.m_value.toDouble(-1);
    if (value >= 0 && std::isfinite(value))
        return value;
    found.reportError(text::caption(Caption::ExpectedNumberNotBelow0));
    return std::nullopt;
}

qint64 JsonReader::whole(const char *name, qint64 min, qint64 max,
                         std::optional<qint64> otherwise) const
{
    const JsonReader found = member(name);
    if (found.isAbsent() && otherwise)
        return *otherwise;
    const qint64 value = found.m_value.toInteger(nothingWhole);
    if (min <= value && value <= max)
        return value;
    found.reportError(text::caption(Caption::ExpectedWholeNumberFrom).arg(min).arg(max));
    return otherwise.value_or(min);
}

std::optional<record::Stamp> JsonReader::stamp(const char *name) const
{
    const JsonReader found = member(name);
    if (found.isAbsent())
        return std::nullopt;
    const std::optional<record::Stamp> stamp = stampFrom(found.m_value.toDouble(-1));
    if (!stamp)
        found.reportError(text::caption(Caption::ExpectedNumberSecondsFrom052));
    return stamp;
}

record::Stamp JsonReader::neededStamp(const char *name) const
{
    const std::optional<record::Stamp> found = stamp(name);
    if (!found)
        member(name).reportError(text::caption(Caption::ThisIsMissing));
    return found.value_or(record::Stamp{});
}

std::optional<record::Stamp> JsonReader::farStamp(const char *name) const
{
    const std::optional<double> seconds = number(name);
    if (!seconds)
        return std::nullopt;
    return stampFrom(*seconds).value_or(measure::stampOf(std::round(*seconds)));
}

std::size_t JsonReader::word(const char *name, const QStringList &words) const
{
    const JsonReader found = member(name);
    const qsizetype place =
        found.m_value.isString() ? words.indexOf(found.m_value.toString()) : qsizetype{-1};
    if (place < 0)
        found.reportError(
            text::caption(Caption::ExpectedOneOf).arg(words.join(QStringLiteral(", "))));
    return static_cast<std::size_t>(std::max<qsizetype>(place, 0));
}

QUrl JsonReader::link(const char *name) const
{
    const QUrl url(text(name));
    const bool isWeb = url.scheme() == u"http" || url.scheme() == u"https";
    if (!url.isValid() || !isWeb || url.host().isEmpty())
        member(name).reportError(text::caption(Caption::ExpectedHttpOrHttpsURL));
    return url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
}

QJsonArray JsonReader::arrayOf(const char *name) const
{
    const JsonReader found = member(name);
    if (!found.isAbsent() && !found.m_value.isArray())
        found.reportError(text::caption(Caption::ExpectedAnArray));
    return found.m_value.toArray();
}

void JsonReader::count(record::Stamp from, std::optional<record::Stamp> to) const
{
    const record::Stamp time = std::max(to.value_or(from) - from, record::Stamp{});
    if (time > record::Stamp::max() - m_findings.together)
        reportError(text::caption(Caption::TimesThisDocumentTooLargeBe));
    else
        m_findings.together += time;
}

} // namespace lapwing::report::json
