// SPDX-License-Identifier: MIT
#include "report/data/csv.h"
#include "report/data/csvtable.h"

namespace lapwing::report {
namespace {

using csv::cell;
using measure::SweepPoint;

struct Line {
    const SweepPoint &point;
    const measure::Sweep &sweep;
};

struct Column {
    const char *title;
    QString (*text)(const Line &);
};

template<auto member>
QString number(const Line &line)
{
    return cell(std::optional(line.point.*member));
}

template<auto member>
QString known(const Line &line)
{
    return cell(line.point.*member);
}

QString recommended(const Line &line)
{
    return cell(line.sweep.recommended == line.point.atOnce);
}

constexpr Column columns[] = {
    {"at_once", number<&SweepPoint::atOnce>},
    {"rounds", number<&SweepPoint::rounds>},
    {"elapsed_s", number<&SweepPoint::elapsed>},
    {"low_s", number<&SweepPoint::low>},
    {"high_s", number<&SweepPoint::high>},
    {"level", number<&SweepPoint::level>},
    {"speedup", known<&SweepPoint::speedup>},
    {"efficiency", known<&SweepPoint::efficiency>},
    {"throughput_bytes_per_s", number<&SweepPoint::throughput>},
    {"serial_share", known<&SweepPoint::serialShare>},
    {"in_flight", number<&SweepPoint::inFlight>},
    {"slot_use", number<&SweepPoint::slotUse>},
    {"most_at_once", number<&SweepPoint::maxAtOnce>},
    {"throttled", number<&SweepPoint::throttled>},
    {"recommended", recommended},
};

} // namespace

QByteArray toSweepCsv(const Document &document)
{
    QString table = csv::headOf(columns);
    if (!document.sweep)
        return table.toUtf8();
    for (const SweepPoint &point : document.sweep->points) {
        const Line line{point, *document.sweep};
        table += csv::lineOf(columns, [&line](const Column &column) { return column.text(line); });
    }
    return table.toUtf8();
}

} // namespace lapwing::report
