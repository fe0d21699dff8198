// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QWidget;

namespace lapwing::ui {

/// A label as it is spoken: without "&", and without the "(&S)" that a script without Latin letters puts at its end.
[[nodiscard]] QString withoutMnemonic(QString label);

/// The buttons and tool tips of the actions below `window` say their labels so: Qt would take "&" alone out of
/// "(&S)". To be called again when the language has changed.
void nameWithoutMnemonics(QWidget *window);

} // namespace lapwing::ui
