// SPDX-License-Identifier: MIT
#pragma once

#include "plan/redaction.h"
#include "record/failure.h"
#include "record/taskrecord.h"

#include <QJsonArray>
#include <QJsonObject>

/// What the run document is made of.
namespace lapwing::report::json {

using namespace Qt::Literals::StringLiterals;

/// Null when there is none, or it is not finite: JSON has no word for that.
[[nodiscard]] QJsonValue number(std::optional<double> value);
/// In seconds; null when there is none.
[[nodiscard]] QJsonValue number(std::optional<record::Stamp> stamp);
[[nodiscard]] QJsonValue integer(std::optional<qint64> value);

/// From outside. Half a surrogate pair, which Qt would write as it is and strict readers refuse, is replaced.
[[nodiscard]] QString text(const QString &value);
/// The same; null when it is empty.
[[nodiscard]] QJsonValue textOrNull(const QString &value);

/// With its offset from UTC: ISODate alone leaves a local time without one.
[[nodiscard]] QJsonValue moment(const QDateTime &when);

[[nodiscard]] QJsonValue failureOf(const std::optional<record::Failure> &failure,
                                   plan::Redaction redaction);

/// Times that were not observed are left out.
void putTimes(QJsonObject &object,
              std::initializer_list<std::pair<QLatin1String, std::optional<record::Stamp>>> times);

template<typename Items, typename ToValue>
QJsonArray array(const Items &items, ToValue toValue)
{
    QJsonArray list;
    for (const auto &item : items)
        list.append(toValue(item));
    return list;
}

} // namespace lapwing::report::json
