// SPDX-License-Identifier: MIT
#include "report/data/csvtable.h"

#include "measure/seconds.h"
#include "text/amounts.h"

#include <algorithm>
#include <cmath>

namespace lapwing::report::csv {
namespace {

bool isFormula(const QString &text)
{
    if (text.isEmpty() || !QStringLiteral("=+-@\t\r\n").contains(text.front()))
        return false;
    bool number = false;
    const double value =
        text.toDouble(&number); // takes "-inf" too, which is no number to a spreadsheet
    return !number || !std::isfinite(value);
}

/// RFC 4180, section 2, rules 5 to 7.
QString quoted(QString text)
{
    if (isFormula(text))
        text.prepend(QLatin1Char('\''));
    const auto special = [](QChar c) { return QStringLiteral(",\"\r\n").contains(c); };
    if (std::none_of(text.cbegin(), text.cend(), special))
        return text;
    text.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

} // namespace

QString cell(const std::optional<record::Stamp> &stamp)
{
    return stamp ? QString::number(measure::seconds(*stamp), 'f', 9) : QString();
}

QString cell(const std::optional<double> &number)
{
    return number && std::isfinite(*number) ? QString::number(*number, 'g', 12) : QString();
}

QString cell(bool truth)
{
    return truth ? QStringLiteral("true") : QStringLiteral("false");
}

QString line(const QStringList &cells)
{
    QStringList written;
    written.reserve(cells.size());
    for (const QString &text : cells)
        written << quoted(text);
    return written.join(QLatin1Char(',')) + QStringLiteral("\r\n");
}

} // namespace lapwing::report::csv
