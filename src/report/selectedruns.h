// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"

namespace lapwing::report {

/// The runs that reports tell. Of several rounds it is the one whose ratio is nearest to the median,
/// so that all of them and the headline say the same; of a sweep, one at the recommended number at once.
struct Drawn {
    const record::Run *together = nullptr;   ///< null: there is no run together
    const record::Run *oneAtATime = nullptr; ///< null: it was not measured
};

/// Points into the document.
[[nodiscard]] Drawn runsToDraw(const Document &document);

/// The one that stands for all where a single run is shown or compared: of runsToDraw() that together, else the first.
/// Null: there is none.
[[nodiscard]] const record::Run *shownRun(const Document &document);
/// It ran with the number at once that the sweep recommends.
[[nodiscard]] bool isRecommended(const Document &document, const record::Run &run);

/// The result in one sentence, translated.
[[nodiscard]] QString headlineOf(const Document &document);
/// What it stands on: interval and rounds, or why there is no figure, or how sure an estimate is; and why rounds were
/// left out. May be empty.
[[nodiscard]] QString basisText(const Document &document);
/// "24 downloads, 118.2 MB, 6 at once, cold connections": what was done.
[[nodiscard]] QStringList factsOf(const Document &document);

} // namespace lapwing::report
