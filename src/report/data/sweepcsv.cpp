// SPDX-License-Identifier: MIT
#include "report/data/csv.h"
#include "report/data/csvtable.h"

namespace lapwing::report {
namespace {

using csv::cell;
using measure::SweepPoint;

struct SweepLine {
    const SweepPoint &point;
    const measure::Sweep &sweep;
};

struct SweepColumn {
    const char *title;
    QString (*text)(const SweepLine &);
};

template<auto member>
QString number(const SweepLine &line)
{
    return cell(std::optional(line.point.*member));
}

template<auto member>
QString known(const SweepLine &line)
{
    return cell(line.point.*member);
}

QString recommended(const SweepLine &line)
{
    return cell(line.sweep.recommended == line.point.atOnce);
}

constexpr SweepColumn columns[] = {
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
        const SweepLine line{point, *document.sweep};
        table +=
            csv::lineOf(columns, [&line](const SweepColumn &column) { return column.text(line); });
    }
    return table.toUtf8();
}

} // namespace lapwing::report
