// SPDX-License-Identifier: MIT
#pragma once

#include "measure/stepfunction.h"
#include "timeline/stretch.h"

#include <vector>

namespace lapwing::ui {

/// An attempt while it held a slot (measure::flightsOf), and what came in it. Small: there may be a hundred thousand.
struct Flight {
    record::Stamp from{};
    record::Stamp to{};
    int row = 0; ///< of the list
    qint64 bytes = 0;
    record::Stamp receiveFrom{};
    record::Stamp receiveTo{};
};

/// What the lanes are made from, apart from the records: another thread may have it.
struct LaneInput {
    std::vector<Flight> flights;
    std::vector<record::Stamp>
        alone; ///< by row: get() to finished of a task that has its file, else 0
    record::Stamp now{};

    /// The next record of the list.
    void add(const record::TaskRecord &task);
};

/// A time of a slot. Where it is narrower than a pixel it stands for several: `row` is -1, and `share` of it
/// was taken.
struct SlotSpan {
    int slot = 0;
    record::Stamp from{};
    record::Stamp to{};
    int row = -1;
    double share = 1;
    friend bool operator==(const SlotSpan &, const SlotSpan &) = default;
};

/// Every flight in the lowest slot that is free. The records do not say which lane took a task, but how many
/// slots there were in use at each moment is the same for every assignment. Ordered by slot and time.
[[nodiscard]] std::vector<SlotSpan> slotsOf(std::vector<Flight> flights);
/// The tasks one after the other, each as long as it took, in the order of the list. All in slot 0.
[[nodiscard]] std::vector<SlotSpan> endToEnd(const std::vector<record::Stamp> &alone);
/// Bytes a second; those of an attempt are taken to have come evenly.
[[nodiscard]] measure::StepFunction throughputOf(const std::vector<Flight> &flights);

/// Those within `window`, none narrower than `grain`: where spans are, or gaps between them, what lies within a
/// grain is told as its share.
[[nodiscard]] std::vector<SlotSpan> coarsened(const std::vector<SlotSpan> &spans,
                                              const Stretch &window, record::Stamp grain);
/// The mean of each grain of the window.
[[nodiscard]] std::vector<double> binned(const measure::StepFunction &function,
                                         const Stretch &window, record::Stamp grain);

/// The highest rate that a run had on average over a second, or over all of one that was shorter. What is in sight and
/// how wide a pixel is changes nothing of it.
struct HighestRate {
    double bytesPerSecond = 0; ///< 0: nothing came
    record::Stamp over{};
};

/// All that does not depend on what is in sight.
struct LaneSums {
    std::vector<SlotSpan> slots;
    std::vector<SlotSpan> ghost;
    measure::StepFunction throughput{{}};
    HighestRate highest;
    int slotCount = 0;
    record::Stamp ghostEnd{};
    record::Stamp now{}; ///< when the records were looked at
};
[[nodiscard]] LaneSums sumsOf(LaneInput input);

/// What is drawn: bounded by the pixels of a window, not by the length of the list.
struct LanePicture {
    Stretch window;
    record::Stamp grain{1};
    std::vector<SlotSpan> slots;
    std::vector<SlotSpan> ghost;
    std::vector<double> rates; ///< of each grain
    HighestRate highest;
    int slotCount = 0;
    record::Stamp ghostEnd{};
    record::Stamp now{}; ///< what came later is not in it
};
[[nodiscard]] LanePicture pictureOf(const LaneSums &sums, const Stretch &window,
                                    record::Stamp grain);

} // namespace lapwing::ui
