// SPDX-License-Identifier: MIT
#pragma once

#include "engine/disk/source.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <optional>

namespace lapwing::engine {

/// A finished file of an earlier run, untouched since.
struct Finished {
    QString name;
    Provenance
        provenance; ///< without a validator, its bytes alone tell whether it is what one would get
};

/// A file of which no more is known than that it is there.
struct NamedFile {
    QString name;
    qint64 size = 0;
    QDateTime modified;
};

/// What a folder holds before a run: which names are taken, and what earlier runs left there.
class ExistingFiles {
public:
    ExistingFiles() = default;
    /// Reads the folder; blocks: for the thread pool. Removes sidecars whose part is gone.
    [[nodiscard]] static ExistingFiles of(int folder);

    [[nodiscard]] bool holds(const QString &name) const { return m_names.contains(name); }
    /// What holds it is a folder.
    [[nodiscard]] bool isFolder(const QString &name) const { return m_folders.contains(name); }
    /// The finished file of this entry (its digest); absent also without extended attributes.
    [[nodiscard]] std::optional<Finished> finished(const QByteArray &entry) const;
    /// The names of the parts that say they are of this entry.
    [[nodiscard]] QList<QByteArray> partsOf(const QByteArray &entry) const
    {
        return m_parts.values(entry);
    }
    void addParts(const QByteArray &entry, const QList<QByteArray> &parts);
    // What is no longer there.
    void forget(const QByteArray &entry) { m_finished.remove(entry); }
    void forget(const QString &name) { m_names.remove(name); }
    // Whether it is in the folder now, the file as it was; they block.
    [[nodiscard]] static bool isThere(int folder, const Finished &file);
    [[nodiscard]] static bool isThere(int folder, const QString &name);
    /// Absent: it is not there, or no file; blocks.
    [[nodiscard]] static std::optional<NamedFile> named(int folder, const QString &name);

private:
    void add(Finished file);

    QSet<QString> m_names;
    QSet<QString> m_folders; ///< of those
    QHash<QByteArray, Finished> m_finished;
    QMultiHash<QByteArray, QByteArray> m_parts;
};

} // namespace lapwing::engine
