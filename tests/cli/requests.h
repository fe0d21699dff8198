// SPDX-License-Identifier: MIT
#pragma once

#include "cli/request.h"

#include <QTemporaryDir>

namespace lapwing::test {

/// What `get` with these arguments asks for, or what is wrong with them.
[[nodiscard]] cli::Read<cli::GetRequest> requestFor(QStringList arguments,
                                                    const QByteArray &input = {});

/// Files that a person would name on a command line, for their owner alone.
class Lists {
public:
    /// Writes it; its path.
    QString list(const char *name, const QByteArray &contents);
    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder.filePath(QLatin1String(name));
    }

private:
    QTemporaryDir m_folder;
};

} // namespace lapwing::test
