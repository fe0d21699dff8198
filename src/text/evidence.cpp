// SPDX-License-Identifier: MIT
#include "text/evidence.h"

#include "text/amounts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace lapwing::text {
namespace {

enum class Unit { Share, Seconds, Rate, Number, Exponent };

struct Row {
    const char *name;
    Unit unit;
    const char *title;
};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::text::Evidence)
public:
    static constexpr auto all = std::to_array<Row>({
        {"wait_share", Unit::Share,
         QT_TR_NOOP("Waiting for responses, share of all downloads' time")},
        {"setup_share", Unit::Share, QT_TR_NOOP("Connecting, share of all downloads' time")},
        {"receive_share", Unit::Share, QT_TR_NOOP("Receiving, share of all downloads' time")},
        {"disk_share", Unit::Share,
         QT_TR_NOOP("Waiting for the disk, share of all downloads' time")},
        {"commit_share", Unit::Share, QT_TR_NOOP("Only saving, share of the run")},
        {"in_flight", Unit::Number, QT_TR_NOOP("Active downloads, mean")},
        {"rate_bytes_per_s", Unit::Rate, QT_TR_NOOP("Throughput")},
        {"refusals", Unit::Number, QT_TR_NOOP("Responses that reported too many requests")},
        {"refused_wait_s", Unit::Seconds, QT_TR_NOOP("Waiting after those, added up")},
        {"failures", Unit::Number, QT_TR_NOOP("Other failed attempts")},
        {"rate_of_each_bytes_per_s", Unit::Rate, QT_TR_NOOP("Speed of each download, median")},
        {"wait_of_each_s", Unit::Seconds, QT_TR_NOOP("Wait of each download, median")},
        {"rate_exponent", Unit::Exponent,
         QT_TR_NOOP("Speed of each download against their number, exponent")},
        {"wait_exponent", Unit::Exponent,
         QT_TR_NOOP("Wait of each download against their number, exponent")},
        {"lanes_s", Unit::Seconds, QT_TR_NOOP("Time that more at once would save, at least")},
        {"lanes_at_once", Unit::Number, QT_TR_NOOP("With so many at once")},
        {"loop_busy_share", Unit::Share, QT_TR_NOOP("Event loop busy")},
        {"loop_still_share", Unit::Share, QT_TR_NOOP("Event loop blocked")},
        {"loop_cpu_share", Unit::Share, QT_TR_NOOP("Event loop on the CPU")},
        {"process_cpu_share", Unit::Share,
         QT_TR_NOOP("All threads on the CPU (100 % is one core)")},
    });
};

const Row *rowFor(const QString &name)
{
    const auto row = std::ranges::find_if(
        Words::all, [&name](const Row &each) { return name == QLatin1String(each.name); });
    return row == Words::all.end() ? nullptr : &*row;
}

} // namespace

QString evidenceTitle(const QString &name)
{
    const Row *row = rowFor(name);
    return row == nullptr ? name : Words::tr(row->title);
}

QString evidenceText(const QString &name, double figure)
{
    const Row *row = rowFor(name);
    switch (row == nullptr ? Unit::Number : row->unit) {
    case Unit::Share:
        return asShare(figure);
    case Unit::Seconds:
        return asSeconds(figure);
    case Unit::Rate:
        return asRate(figure);
    case Unit::Number:
        return QLocale().toString(figure, 'g', 4);
    case Unit::Exponent:
        return QLocale().toString(figure, 'f', 2);
    }
    Q_UNREACHABLE();
}

} // namespace lapwing::text
