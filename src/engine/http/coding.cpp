// SPDX-License-Identifier: MIT
#include "engine/http/coding.h"

#include <algorithm>
#include <array>

namespace lapwing::engine {
namespace {

constexpr std::array<QByteArrayView, 5> noCodings{"", "identity", "none", "binary", "utf-8"};

struct OwnCoding {
    QByteArrayView coding;
    QLatin1StringView ending;
};

/// The names of codings are those of IANA's registry, and the "x-" that RFC 9110 section 8.4.1 keeps alive.
constexpr auto ownCodings = std::to_array<OwnCoding>({
    {"gzip", QLatin1StringView(".gz")},
    {"gzip", QLatin1StringView(".tgz")},
    {"gzip", QLatin1StringView(".svgz")},
    {"x-gzip", QLatin1StringView(".gz")},
    {"x-gzip", QLatin1StringView(".tgz")},
    {"compress", QLatin1StringView(".z")},
    {"x-compress", QLatin1StringView(".z")},
    {"br", QLatin1StringView(".br")},
    {"zstd", QLatin1StringView(".zst")},
    {"zstd", QLatin1StringView(".tzst")},
    {"bzip2", QLatin1StringView(".bz2")},
    {"x-bzip2", QLatin1StringView(".bz2")},
    {"x-bzip2", QLatin1StringView(".tbz2")},
    {"xz", QLatin1StringView(".xz")},
    {"x-xz", QLatin1StringView(".xz")},
    {"xz", QLatin1StringView(".txz")},
});

} // namespace

bool isUncoded(const QByteArray &value)
{
    const QList<QByteArray> codings = value.split(',');
    return std::ranges::all_of(codings, [](const QByteArray &coding) {
        return std::ranges::find(noCodings, coding.trimmed().toLower()) != noCodings.end();
    });
}

bool isOwnCoding(const QByteArray &value, const QStringList &names)
{
    const QByteArray coding = value.trimmed().toLower();
    return std::ranges::any_of(ownCodings, [&](const OwnCoding &own) {
        return own.coding == coding && std::ranges::any_of(names, [&own](const QString &name) {
                   return name.endsWith(own.ending, Qt::CaseInsensitive);
               });
    });
}

} // namespace lapwing::engine
