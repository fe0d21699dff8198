// SPDX-License-Identifier: MIT
#include "measure/stepfunction.h"

#include <algorithm>

namespace lapwing::measure {
namespace {

struct Edge {
    Stamp at{};
    int count = 0;
    double weight = 0;
};

std::vector<Edge> edgesOf(const std::vector<Span> &spans)
{
    std::vector<Edge> edges;
    edges.reserve(2 * spans.size());
    for (const Span &span : spans) {
        if (span.to <= span.from)
            continue;
        edges.push_back({span.from, 1, span.weight});
        edges.push_back({span.to, -1, -span.weight});
    }
    std::ranges::sort(edges, {}, &Edge::at);
    return edges;
}

} // namespace

StepFunction::StepFunction(const std::vector<Span> &spans)
{
    int count = 0;
    for (const Edge &edge : edgesOf(spans)) {
        if (m_corners.empty() || m_corners.back().at < edge.at) {
            m_peak = std::max(m_peak, count);
            if (count > 0)
                m_covered += edge.at - m_corners.back().at;
            const double level = count > 0 ? m_corners.back().level : 0;
            m_corners.push_back({edge.at, level, integralTo(edge.at)});
        }
        count += edge.count;
        Corner &corner = m_corners.back();
        corner.level = count > 0 ? corner.level + edge.weight : 0; // exactly, whatever was rounded
        corner.count = count;
    }
}

double StepFunction::highestMeanOver(Stamp time) const
{
    double highest = 0;
    for (const Corner &corner : m_corners) {
        highest = std::max(highest, meanOver({corner.at, corner.at + time}));
        highest = std::max(highest, meanOver({corner.at - time, corner.at}));
    }
    return highest;
}

double StepFunction::integralTo(Stamp moment) const
{
    const auto next = std::ranges::upper_bound(m_corners, moment, {}, &Corner::at);
    if (next == m_corners.begin())
        return 0;
    const Corner &last = *std::prev(next);
    return last.integral + std::chrono::duration<double>(moment - last.at).count() * last.level;
}

double StepFunction::meanOver(const Span &span) const
{
    if (span.to <= span.from)
        return 0;
    return (integralTo(span.to) - integralTo(span.from))
        / std::chrono::duration<double>(span.to - span.from).count();
}

std::vector<Span> StepFunction::stretches() const
{
    std::vector<Span> stretches;
    bool isWithin = false;
    for (const Corner &corner : m_corners) {
        if (corner.count > 0 && !isWithin)
            stretches.push_back({corner.at, corner.at});
        if (corner.count == 0)
            stretches.back().to = corner.at;
        isWithin = corner.count > 0;
    }
    return stretches;
}

std::vector<Stamp> StepFunction::corners() const
{
    std::vector<Stamp> moments;
    moments.reserve(m_corners.size());
    for (const Corner &corner : m_corners)
        moments.push_back(corner.at);
    return moments;
}

} // namespace lapwing::measure
