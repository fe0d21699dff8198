// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace lapwing::cli {

/// The names of the pages of the help, which ship inside: "errors", "glossary".
[[nodiscard]] QStringList helpPageNames();

/// The first heading of a page.
[[nodiscard]] QString titleOfHelpPage(const QString &name);

/// A page for a terminal, in lines of `width`; a row of a table is a block of its own.
[[nodiscard]] QString helpPageText(const QString &name, qsizetype width);

} // namespace lapwing::cli
