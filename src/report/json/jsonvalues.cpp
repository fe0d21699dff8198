// SPDX-License-Identifier: MIT
#include "report/json/jsonvalues.h"

#include "measure/seconds.h"
#include "text/amounts.h"
#include "text/failure.h"

#include <cmath>

namespace lapwing::report::json {

QJsonValue number(std::optional<double> value)
{
    return value && std::isfinite(*value) ? QJsonValue(*value) : QJsonValue();
}

QJsonValue number(std::optional<record::Stamp> stamp)
{
    return stamp ? QJsonValue(measure::seconds(*stamp)) : QJsonValue();
}

QJsonValue integer(std::optional<qint64> value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QString text(const QString &value)
{
    return QString::fromUtf8(value.toUtf8());
}

QJsonValue textOrNull(const QString &value)
{
    return value.isEmpty() ? QJsonValue() : QJsonValue(text(value));
}

QJsonValue moment(const QDateTime &when)
{
    return when.isValid() ? when.toOffsetFromUtc(when.offsetFromUtc()).toString(Qt::ISODateWithMs)
                          : QJsonValue();
}

QJsonValue failureOf(const std::optional<record::Failure> &failure, plan::Redaction redaction)
{
    if (!failure)
        return {};
    QJsonObject object{{"code"_L1, text(failure->code)},
                       {"text"_L1, text(text::sentence(*failure))},
                       {"advice"_L1, text(text::advice(*failure))},
                       {"detail"_L1, text(plan::redactText(failure->detail, redaction))}};
    if (failure->notBefore)
        object.insert("not_before"_L1, moment(*failure->notBefore));
    if (failure->space) {
        object.insert("needed_bytes"_L1, failure->space->needed);
        object.insert("capacity_bytes"_L1, failure->space->capacity);
    }
    return object;
}

void putTimes(QJsonObject &object,
              std::initializer_list<std::pair<QLatin1String, std::optional<record::Stamp>>> times)
{
    for (const auto &[key, stamp] : times) {
        if (stamp)
            object.insert(key, number(stamp));
    }
}

} // namespace lapwing::report::json
