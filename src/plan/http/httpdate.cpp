// SPDX-License-Identifier: MIT
#include "plan/http/httpdate.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

constexpr qsizetype maxDateLength = 33; ///< "Wednesday, 06-Nov-94 08:49:37 GMT"

const QString days = u"Mon Tue Wed Thu Fri Sat Sun"_s;
const QString months = u"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"_s;

QRegularExpression form(const QString &pattern)
{
    QString filled = pattern;
    filled.replace(u"MONTH"_s, u"(?<month>%1)"_s.arg(QString(months).replace(u' ', u'|')));
    filled.replace(u"DAY"_s, u"(?<day>%1)"_s.arg(QString(days).replace(u' ', u'|')));
    filled.replace(u"TIME"_s, u"(?<hour>\\d\\d):(?<minute>\\d\\d):(?<second>\\d\\d)"_s);
    return QRegularExpression(QRegularExpression::anchoredPattern(filled));
}

/// IMF-fixdate, and the two that RFC 9110 calls obsolete: of RFC 850, and of asctime().
QRegularExpressionMatch matched(const QString &text)
{
    static const std::array forms{
        form(u"DAY, (?<date>\\d\\d) MONTH (?<year>\\d{4}) TIME GMT"_s),
        form(u"DAY(?:(?<=Tue)s|(?<=Wed)nes|(?<=Thu)rs|(?<=Sat)ur|(?<=Mon|Fri|Sun))day, "
             "(?<date>\\d\\d)-MONTH-(?<year>\\d\\d) TIME GMT"_s),
        form(u"DAY MONTH (?<date>\\d\\d| \\d) TIME (?<year>\\d{4})"_s),
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
    const QDate date(year, placeIn(months, match.captured(u"month"_s)), numberIn(match, u"date"_s));
    const int second = numberIn(match, u"second"_s);
    const bool isLeap = second == 60; // which QTime does not know
    const QTime time(numberIn(match, u"hour"_s), numberIn(match, u"minute"_s),
                     isLeap ? 59 : second);
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    if (date.dayOfWeek() != placeIn(days, match.captured(u"day"_s)))
        return std::nullopt;
    return QDateTime(date, time, QTimeZone::utc()).toUTC().addSecs(isLeap ? 1 : 0);
}

} // namespace

std::optional<QDateTime> httpDate(QByteArrayView value, const QDateTime &now)
{
    if (value.size() > maxDateLength)
        return std::nullopt;
    const QRegularExpressionMatch match = matched(QString::fromLatin1(value));
    if (!match.hasMatch())
        return std::nullopt;
    int year = numberIn(match, u"year"_s);
    if (match.capturedLength(u"year"_s) == 2) {
        const int latest = now.toUTC().date().year() + 50;
        year = latest - (latest - year) % 100;
    }
    return inYear(year, match);
}

QByteArray httpDateOf(const QDateTime &moment)
{
    return QLocale::c().toString(moment.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

} // namespace lapwing::plan
