// SPDX-License-Identifier: MIT
#pragma once

#include <QFile>

namespace lapwing::test {

/// Nothing where it cannot be read.
inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace lapwing::test
