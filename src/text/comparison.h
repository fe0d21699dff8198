// SPDX-License-Identifier: MIT
#pragma once

#include "measure/compare/comparison.h"

#include <QString>

namespace lapwing::text {

/// Why a run is no measurement of its list, or why runs cannot be compared, in one sentence.
[[nodiscard]] QString sentence(const measure::Gap &gap);

/// "Together was 4.8× as fast (measured).", with the caveat after it; where the runs cannot be compared, that they
/// cannot. A slow-down is said as plainly as a speed-up. Empty: there is nothing to say.
[[nodiscard]] QString speedupSentence(const measure::Speedup &speedup);
/// The same above a picture or a page, where nothing else says what together is held against.
[[nodiscard]] QString speedupHeadline(const measure::Speedup &speedup);

/// What stands beside the figure, wherever it is shown: that one pair of runs has no interval, and that it is not
/// about all of the list. Empty: neither.
[[nodiscard]] QString caveatOf(const measure::Speedup &speedup);

/// Why there is no figure; else what it stands on: how a range was estimated, in which order one pair ran, how many
/// rounds there were and what their interval covers.
[[nodiscard]] QString reasonOf(const measure::Speedup &speedup);

/// "2.4× as fast"; "2.1–2.4× as fast" of a range.
[[nodiscard]] QString factorText(double low, double high);
/// A slow-down is named beside the figure, which alone may be read over. Empty: it was faster, or that is open.
[[nodiscard]] QString senseOf(double low, double high);

/// What a wide range means, to be read before its figures: "Probably faster", "Not clear yet". Wide is one whose ends
/// say different things, or are further apart than 1.5 to 1. Empty: it is not, its figures say it.
[[nodiscard]] QString meaningOf(double low, double high);

/// The time of a run as it is compared, that of the files that came, as `asText` (text/amounts.h) says it. Where what
/// failed took longer, the time of the whole run beside it: "20.2 s (whole run: 24.8 s)".
[[nodiscard]] QString comparedTime(const record::Run &run,
                                   QString (*asText)(std::optional<record::Stamp>));

/// What the two ends of an estimated range are, and when they are wrong.
[[nodiscard]] QString rangeExplanation();

} // namespace lapwing::text
