// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"
#include "report/markup.h"

namespace lapwing::report {

// The parts of the HTML report, in their order. Each writes nothing when it has nothing to tell.

void writeFigures(Markup &page, const Document &document);
void writeVerdict(Markup &page, const Document &document);
void writeShares(Markup &page, const Document &document); ///< where the time went, by phase
void writeReading(Markup &page);                          ///< how to read it

} // namespace lapwing::report
