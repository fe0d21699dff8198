// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

#include <functional>

/// Inside this folder only: JSON, one value after the other.
namespace lapwing::plan {

/// Calls `take` with each value of the array that `text` is, or of the values that follow one another in it
/// (JSON Lines), not looked at yet, with the line where it begins. So one that is wrong costs itself alone.
void splitJson(QByteArrayView text, const std::function<void(int line, QByteArrayView)> &take);

} // namespace lapwing::plan
