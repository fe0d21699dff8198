// SPDX-License-Identifier: MIT
#include "list/filter/filteramounts.h"

#include <QString>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace lapwing::ui {
namespace {

struct Unit {
    const char16_t *name; ///< in lower case
    double factor;
};

constexpr double kibi = 1024;

constexpr std::array byteUnits{
    Unit{u"", 1},
    Unit{u"b", 1},
    Unit{u"k", 1e3},
    Unit{u"kb", 1e3},
    Unit{u"m", 1e6},
    Unit{u"mb", 1e6},
    Unit{u"g", 1e9},
    Unit{u"gb", 1e9},
    Unit{u"t", 1e12},
    Unit{u"tb", 1e12},
    Unit{u"kib", kibi},
    Unit{u"mib", kibi *kibi},
    Unit{u"gib", kibi *kibi *kibi},
    Unit{u"tib", kibi *kibi *kibi *kibi},
};

constexpr std::array timeUnits{
    Unit{u"", 1},   Unit{u"s", 1},    Unit{u"ms", 0.001},
    Unit{u"m", 60}, Unit{u"min", 60}, Unit{u"h", 3600},
};

std::optional<double> amount(QStringView text, std::span<const Unit> units)
{
    const auto isOfNumber = [](QChar c) {
        return (c >= u'0' && c <= u'9') || c == u'.' || c == u',';
    };
    const QStringView trimmed = text.trimmed();
    const qsizetype length =
        std::find_if_not(trimmed.begin(), trimmed.end(), isOfNumber) - trimmed.begin();
    bool isNumber = false;
    const double number = trimmed.left(length).toString().replace(u',', u'.').toDouble(&isNumber);
    const QString name = trimmed.mid(length).trimmed().toString().toLower();
    const auto unit = std::ranges::find_if(
        units, [&name](const Unit &each) { return name == QStringView(each.name); });
    if (!isNumber || unit == units.end())
        return std::nullopt;
    return number * unit->factor;
}

} // namespace

std::optional<double> typedBytes(QStringView text)
{
    return amount(text, byteUnits);
}

std::optional<double> typedRate(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    return typedBytes(trimmed.endsWith(u"/s", Qt::CaseInsensitive) ? trimmed.chopped(2) : trimmed);
}

std::optional<double> typedSeconds(QStringView text)
{
    return amount(text, timeUnits);
}

} // namespace lapwing::ui
