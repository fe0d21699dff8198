// SPDX-License-Identifier: MIT
#include "input/previewmaking.h"

#include "plan/lists/sources.h"
#include "plan/safefolder.h"

#include <QMimeData>
#include <QSet>

#include <algorithm>
#include <limits>

namespace lapwing::ui {
namespace {

plan::Links linksFrom(const ListSource &source, const plan::Reading &reading)
{
    if (source.path.isEmpty()) {
        QMimeData typed;
        typed.setText(source.text);
        plan::Links links = plan::linksFromMimeData(typed, reading);
        for (plan::Reject &reject : links.rejects) {
            if (reject.list.isEmpty())
                reject.list = source.name;
        }
        return links;
    }
    tl::expected<plan::Links, plan::ListError> read = plan::linksFromFile(source.path, reading);
    if (!read)
        return {{}, {{0, source.name, read.error()}}};
    for (plan::Reject &reject : read->rejects)
        reject.list = source.name;
    return *std::move(read);
}

void add(plan::Ranges &sum, const plan::Ranges &ranges)
{
    if (ranges.links == 0)
        return;
    if (sum.links == 0)
        sum.first = ranges.first;
    sum.last = ranges.last;
    if (qAddOverflow(sum.links, ranges.links, &sum.links))
        sum.links = std::numeric_limits<qint64>::max();
}

int countOutside(const plan::Links &links, const QString &chosen)
{
    const auto isOutside = [&chosen](const auto &detail) {
        const auto &extras = detail.second.extras;
        return extras && plan::isKeptInside(*extras, chosen);
    };
    return static_cast<int>(std::ranges::count_if(links.details, isOutside));
}

/// The links that have no tick any more.
QSet<QUrl> untickedIn(const PreviewRequest &request)
{
    QSet<QUrl> unticked;
    if (!request.before)
        return unticked;
    for (std::size_t number = 0; number < request.ticks.size(); ++number) {
        const PreviewRow &row = request.before->rows[number];
        if (row.isTicked && !request.ticks[number])
            unticked.insert(request.before->urlOf(row));
    }
    return unticked;
}

std::vector<bool> ticksOf(const LinkPreview &preview, const QSet<QUrl> &unticked)
{
    std::vector<bool> ticks;
    ticks.reserve(preview.rows.size());
    for (const PreviewRow &row : preview.rows)
        ticks.push_back(row.isTicked
                        && (unticked.isEmpty() || !unticked.contains(preview.urlOf(row))));
    return ticks;
}

} // namespace

PreviewResult makePreview(PreviewRequest request)
{
    PreviewResult result;
    const plan::Reading reading{{}, false, request.expandsRanges};
    std::vector<std::shared_ptr<const plan::Links>> lists;
    for (ListSource &source : request.sources) {
        if (!source.links)
            source.links = std::make_shared<const plan::Links>(linksFrom(source, reading));
        lists.push_back(source.links);
        add(result.ranges, source.links->ranges);
        result.outside += countOutside(*source.links, request.folder);
    }
    auto preview = std::make_shared<const LinkPreview>(previewOf(std::move(lists), *request.known));
    result.ticks = ticksOf(*preview, untickedIn(request));
    result.shown = rowsWith(*preview, request.needle);
    result.sources = std::move(request.sources);
    result.preview = std::move(preview);
    return result;
}

} // namespace lapwing::ui
