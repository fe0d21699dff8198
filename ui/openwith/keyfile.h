// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

namespace lapwing::ui {

/// A file of groups, keys and values, as those of the desktop entry specification of freedesktop.org are: UTF-8,
/// lines of "[group]" and "key=value", comments after "#".
class KeyFile {
public:
    [[nodiscard]] static KeyFile read(const QByteArray &bytes);

    /// As written; empty: there is none. Of a key that stands twice in a group the first counts.
    [[nodiscard]] QString value(const QString &group, const QString &key) const;
    /// With "\s", "\n", "\t", "\r" and "\\" read.
    [[nodiscard]] QString text(const QString &group, const QString &key) const;
    /// The parts between semicolons, without empty ones.
    [[nodiscard]] QStringList list(const QString &group, const QString &key) const;

private:
    QHash<QString, QHash<QString, QString>> m_groups;
};

} // namespace lapwing::ui
