// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace lapwing::text {

/// What a figure of measure::Verdict::figures is, by its name in the run document. A later version's: its name.
[[nodiscard]] QString evidenceTitle(const QString &name);
/// The figure in its unit.
[[nodiscard]] QString evidenceText(const QString &name, double figure);

} // namespace lapwing::text
