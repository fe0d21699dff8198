// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

namespace lapwing::engine {

/// Removes the partial files in `folder` that earlier runs left of these links, with what stands beside
/// them. One that is being written to, by this process or another, stays. Blocks: for a thread pool.
void removeParts(const QString &folder, const QList<QUrl> &links);

} // namespace lapwing::engine
