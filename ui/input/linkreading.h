// SPDX-License-Identifier: MIT
#pragma once

#include "plan/lists/links.h"

#include <QStringList>

#include <functional>

class QMimeData;

namespace lapwing::ui {

class BackgroundQueue;
using TakeLinks = std::function<void(plan::Links)>;

/// Reads what was dropped or pasted off the window's thread: the links may stand in a file.
void readLinks(BackgroundQueue &errands, const QMimeData &data, TakeLinks take);

/// Reads lists and single links as they stand on a command line; a list that cannot be read is a reject.
void readInputs(BackgroundQueue &errands, const QStringList &inputs, TakeLinks take);

} // namespace lapwing::ui
