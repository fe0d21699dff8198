// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

class QWidget;

namespace lapwing::test {

/// Everything that the widgets, actions, menus and tables below `window`, and it itself, say to somebody: a line for
/// each text, with where it stands.
[[nodiscard]] QStringList wordsIn(const QWidget &window);

/// The first place where two of those differ; empty: none.
[[nodiscard]] QString difference(const QStringList &one, const QStringList &other);

[[nodiscard]] bool hasHangul(const QString &text);

} // namespace lapwing::test
