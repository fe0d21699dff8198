// SPDX-License-Identifier: MIT
#include "engine/http/retryafter.h"
#include "fuzz/target.h"
#include "plan/http/httpdate.h"

#include <QLocale>

#include <cstring>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing;

namespace {

/// The first four bytes are the time of reading, in seconds since 1970.
QDateTime takeNow(QByteArray &input)
{
    quint32 seconds = 0;
    const qsizetype size = std::min<qsizetype>(input.size(), sizeof seconds);
    std::memcpy(&seconds, input.constData(), static_cast<std::size_t>(size));
    input.remove(0, size);
    return QDateTime::fromSecsSinceEpoch(seconds).toUTC();
}

void promiseDate(const QByteArray &value, const QDateTime &now)
{
    const auto date = plan::httpDate(value, now);
    if (!date)
        return;
    LAPWING_PROMISE(date->isValid() && date->timeSpec() == Qt::UTC);
    LAPWING_PROMISE(date->time().msec() == 0);
    const bool hasShortYear = value.contains("day, ");
    const int ahead = date->addSecs(-1).date().year() - now.date().year(); // less a leap second
    LAPWING_PROMISE(!hasShortYear || (-50 <= ahead && ahead <= 50));
    const QString fixdate =
        QLocale::c().toString(*date, u"ddd, dd MMM yyyy HH:mm:ss"_s) + u" GMT"_s;
    const bool isWritable = date->date().year() <= 9999;
    LAPWING_PROMISE(!isWritable || plan::httpDate(fixdate.toLatin1(), now) == date);
}

void readsDates(const QByteArray &input)
{
    QByteArray value = input;
    const QDateTime now = takeNow(value);
    promiseDate(value, now);
    const auto wait = engine::retryAfter(value, now);
    LAPWING_PROMISE(!wait || (0 <= wait->count() && *wait <= engine::farthestRetryAfter));
}

} // namespace

LAPWING_FUZZ(readsDates)
