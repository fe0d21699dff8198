// SPDX-License-Identifier: MIT
#include "measure/sweep/scalability.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lapwing::measure {
namespace {

constexpr std::size_t minPoints = 6;
constexpr double minFit = 0.98;
/// Without contention, the law falls by 5.7 % from its peak to 1.41 times as many and to 1.41 times fewer.
constexpr double plateauSpread = 0.03;

using Vector = std::array<double, 3>; ///< lambda, sigma, kappa
using Matrix = std::array<Vector, 3>;

/// Throughputs are scaled so that the first of them is 1: the three unknowns are of one size then.
struct ScaledPoint {
    double n = 1;
    double x = 1;
};
using ScaledPoints = std::vector<ScaledPoint>;

double divisor(const Vector &law, double n)
{
    return 1 + law[1] * (n - 1) + law[2] * n * (n - 1);
}

double throughput(const Vector &law, double n)
{
    return law[0] * n / divisor(law, n);
}

double squaredError(const ScaledPoints &samples, const Vector &law)
{
    double sum = 0;
    for (const ScaledPoint &sample : samples)
        sum += std::pow(sample.x - throughput(law, sample.n), 2);
    return sum;
}

double determinant(const Matrix &m)
{
    return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
        - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
        + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
}

/// Cramer's rule; nothing moves where there is no solution.
Vector solve(const Matrix &matrix, const Vector &right)
{
    const double whole = determinant(matrix);
    Vector solution{};
    for (std::size_t column = 0; column < 3; ++column) {
        Matrix changed = matrix;
        for (std::size_t row = 0; row < 3; ++row)
            changed[row][column] = right[row];
        solution[column] = whole == 0 ? 0 : determinant(changed) / whole;
    }
    return solution;
}

Vector gradientOf(const Vector &law, double n)
{
    const double below = divisor(law, n);
    const double slope = -law[0] * n / (below * below);
    return {n / below, slope * (n - 1), slope * n * (n - 1)};
}

Vector bounded(Vector law)
{
    return {law[0], std::clamp(law[1], 0.0, 1.0), std::max(law[2], 0.0)};
}

/// One that stands at its bound and is pushed against it.
bool isHeld(const Vector &law, const Vector &push, std::size_t unknown)
{
    const bool atLeast = unknown > 0 && law[unknown] <= 0 && push[unknown] < 0;
    return atLeast || (unknown == 1 && law[1] >= 1 && push[1] > 0);
}

/// A step of Levenberg and Marquardt: towards the least squares, the shorter the more it is damped.
Vector stepFrom(const ScaledPoints &samples, const Vector &law, double damping)
{
    Matrix matrix{};
    Vector push{};
    for (const ScaledPoint &sample : samples) {
        const Vector gradient = gradientOf(law, sample.n);
        for (std::size_t row = 0; row < 3; ++row) {
            push[row] += gradient[row] * (sample.x - throughput(law, sample.n));
            for (std::size_t column = 0; column < 3; ++column)
                matrix[row][column] += gradient[row] * gradient[column];
        }
    }
    for (std::size_t unknown = 0; unknown < 3; ++unknown) {
        matrix[unknown][unknown] *= 1 + damping;
        if (!isHeld(law, push, unknown))
            continue;
        for (std::size_t other = 0; other < 3; ++other)
            matrix[unknown][other] = matrix[other][unknown] = unknown == other ? 1 : 0;
        push[unknown] = 0;
    }
    const Vector step = solve(matrix, push);
    return bounded({law[0] + step[0], law[1] + step[1], law[2] + step[2]});
}

Vector fit(const ScaledPoints &samples)
{
    Vector law{0, 0.1, 0.01};
    for (const ScaledPoint &sample : samples)
        law[0] = std::max(law[0], sample.x / sample.n);
    double damping = 1e-3;
    double error = squaredError(samples, law);
    for (int round = 0; round < 500 && damping < 1e12; ++round) {
        const Vector next = stepFrom(samples, law, damping);
        const double nextError = squaredError(samples, next);
        const bool isBetter = nextError < error;
        damping = isBetter ? damping / 4 : damping * 4;
        if (!isBetter)
            continue;
        law = next;
        error = nextError;
    }
    return law;
}

/// Three points or more, over a doubling of the number at once, with next to the same throughput.
bool hasPlateau(const ScaledPoints &samples)
{
    for (auto first = samples.begin(); first != samples.end(); ++first) {
        double min = first->x;
        double max = first->x;
        for (auto last = first; last != samples.end(); ++last) {
            min = std::min(min, last->x);
            max = std::max(max, last->x);
            if (last - first >= 2 && last->n >= 2 * first->n && max - min <= plateauSpread * max)
                return true;
        }
    }
    return false;
}

double explained(const ScaledPoints &samples, const Vector &law)
{
    double mean = 0;
    for (const ScaledPoint &sample : samples)
        mean += sample.x / static_cast<double>(samples.size());
    double variance = 0;
    for (const ScaledPoint &sample : samples)
        variance += std::pow(sample.x - mean, 2);
    return variance > 0 ? 1 - squaredError(samples, law) / variance : 0;
}

} // namespace

std::optional<ScalabilityLaw> lawOf(const std::vector<SweepPoint> &points)
{
    if (points.size() < minPoints || points.front().throughput <= 0)
        return std::nullopt;
    const double scale = points.front().throughput;
    ScaledPoints samples;
    for (const SweepPoint &point : points)
        samples.push_back({static_cast<double>(point.atOnce), point.throughput / scale});
    if (hasPlateau(samples))
        return std::nullopt;
    const auto [lambda, sigma, kappa] = fit(samples);
    ScalabilityLaw law{
        lambda * scale, sigma, kappa, explained(samples, {lambda, sigma, kappa}), {}};
    if (law.fit < minFit)
        return std::nullopt;
    if (kappa > 0)
        law.peak = std::sqrt((1 - sigma) / kappa);
    return law;
}

} // namespace lapwing::measure
