// SPDX-License-Identifier: MIT
#include "run/freespace.h"

#include "run/backgroundqueue.h"

#include <QStorageInfo>

namespace lapwing::ui {

void FreeSpace::ask(const QString &folder)
{
    if (std::exchange(m_asking, true))
        return;
    const auto look = [folder] { return QStorageInfo(folder).bytesAvailable(); };
    m_errands.run(look, [this](qint64 bytes) {
        m_asking = false;
        const std::optional<qint64> before = m_bytes;
        m_bytes = bytes >= 0 ? std::optional(bytes) : std::nullopt;
        if (m_bytes != before)
            Q_EMIT changed();
    });
}

} // namespace lapwing::ui
