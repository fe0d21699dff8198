// SPDX-License-Identifier: MIT
#pragma once

#include "plan/extras.h"

#include <QList>
#include <QStringList>

#include <span>

namespace lapwing::ui {

/// A setting that one file can have for itself: its name in lists, and what people read.
struct FileSetting {
    QStringView name;
    const char *title; ///< for translation: see titleOf()
    const char *hint;  ///< the form of its value
    QStringView
        choices{}; ///< the only values that it has, with blanks between; empty: it has others
};

[[nodiscard]] std::span<const FileSetting> fileSettings();
[[nodiscard]] QString titleOf(const FileSetting &setting);
[[nodiscard]] QString hintOf(const FileSetting &setting);

/// What the list says of how the file is asked for, as rows of a title and a value, secrets hidden.
[[nodiscard]] QList<QStringList> settingRows(const plan::Extras &extras);

/// Of a proxy without its login; of what may be a secret as a whole, only that it is there.
[[nodiscard]] QString shownValue(const plan::ListedOption &option);

/// What stands for the value of a header that is not shown.
[[nodiscard]] QString hiddenValue();

/// Its value tells nobody anything that is not known of every request.
[[nodiscard]] bool isShown(const plan::Header &header);

} // namespace lapwing::ui
