// SPDX-License-Identifier: MIT
#include "plan/httpdate.h"

#include <QRegularExpression>

#include <array>

namespace lapwing::plan {
namespace {

constexpr qsizetype longestDate = 33; ///< "Wednesday, 06-Nov-94 08:49:37 GMT"

const QString days = u"Mon Tue Wed Thu Fri Sat Sun"_qs;
const QString months = u"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"_qs;

QRegularExpression form(const QString &pattern)
{
    QString filled = pattern;
    filled.replace(u"MONTH"_qs, u"(?<month>%1)"_qs.arg(QString(months).replace(u' ', u'|')));
    filled.replace(u"DAY"_qs, u"(?<day>%1)"_qs.arg(QString(days).replace(u' ', u'|')));
    filled.replace(u"TIME"_qs, u"(?<hour>\\d\\d):(?<minute>\\d\\d):(?<second>\\d\\d)"_qs);
    return QRegularExpression(QRegularExpression::anchoredPattern(filled));
}

/// IMF-fixdate, and the two that RFC 9110 calls obsolete: of RFC 850, and of asctime().
QRegularExpressionMatch matched(const QString &text)
{
    static const std::array forms{
        form(u"DAY, (?<date>\\d\\d) MONTH (?<year>\\d{4}) TIME GMT"_qs),
        form(u"DAY(?:(?<=Tue)s|(?<=Wed)nes|(?<=Thu)rs|(?<=Sat)ur|(?<=Mon|Fri|Sun))day, "
             "(?<date>\\d\\d)-MONTH-(?<year>\\d\\d) TIME GMT"_qs),
        form(u"DAY MONTH (?<date>\\d\\d| \\d) TIME (?<year>\\d{4})"_qs),
    };
    QRegularExpressionMatch match;
    for (const QRegularExpression &form : forms) {
        if (match = form.match(text); match.hasMatch())
            break;
    }
    return match;
}

int numberIn(const QRegularExpressionMatch &match, const QString &part)
{
    return match.captured(part).trimmed().toInt();
}

int placeIn(const QString &names, const QString &name)
{
    return static_cast<int>(names.indexOf(name)) / 4 + 1;
}

std::optional<QDateTime> inYear(int year, const QRegularExpressionMatch &match)
{
    const QDate date(year, placeIn(months, match.captured(u"month"_qs)),
                     numberIn(match, u"date"_qs));
    const int second = numberIn(match, u"second"_qs);
    const bool isLeap = second == 60; // which QTime does not know
    const QTime time(numberIn(match, u"hour"_qs), numberIn(match, u"minute"_qs),
                     isLeap ? 59 : second);
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    if (date.dayOfWeek() != placeIn(days, match.captured(u"day"_qs)))
        return std::nullopt;
    return QDateTime(date, time, Qt::UTC).addSecs(isLeap ? 1 : 0);
}

} // namespace

std::optional<QDateTime> httpDate(QByteArrayView value, const QDateTime &now)
{
    if (value.size() > longestDate)
        return std::nullopt;
    const QRegularExpressionMatch match = matched(QString::fromLatin1(value));
    if (!match.hasMatch())
        return std::nullopt;
    int year = numberIn(match, u"year"_qs);
    if (match.capturedLength(u"year"_qs) == 2) {
        const int latest = now.toUTC().date().year() + 50;
        year = latest - (latest - year) % 100;
    }
    return inYear(year, match);
}

} // namespace lapwing::plan
