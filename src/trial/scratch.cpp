// SPDX-License-Identifier: MIT
#include "trial/scratch.h"

#include <QDir>
#include <QRandomGenerator>

namespace lapwing::trial {
namespace {

const QString prefix = QStringLiteral(".lapwing-baseline-");
const QString lockEnding = QStringLiteral(".lock");

} // namespace

Scratch::Scratch(const plan::Destination &destination) : m_destination(destination)
{
    if (destination.kind == plan::Destination::Kind::Discard)
        return;
    const QDir folder(destination.folder);
    const QString name = prefix + QString::number(QRandomGenerator::system()->generate(), 36);
    m_destination.folder = folder.absoluteFilePath(name);
    m_destination.keepFiles = false;
    folder.mkpath(QStringLiteral("."));
    // The lock stands beside the folder and before it, so that no folder is ever without one.
    m_lock = std::make_unique<QLockFile>(m_destination.folder + lockEnding);
    m_lock->setStaleLockTime(0); // stale when its process is gone, however long it runs
    m_lock->tryLock(0);
    folder.mkdir(name); // where that fails, every task says why
}

Scratch::~Scratch()
{
    if (m_lock)
        QDir(m_destination.folder).removeRecursively();
}

void Scratch::removeLeftovers(const QString &path)
{
    const QDir folder(path);
    const QStringList filter{prefix + QLatin1Char('*')};
    QStringList leftovers = folder.entryList(filter, QDir::Dirs | QDir::Files | QDir::Hidden);
    leftovers.replaceInStrings(lockEnding, QString());
    leftovers.removeDuplicates();
    for (const QString &name : leftovers) {
        const QString leftover = folder.absoluteFilePath(name);
        QLockFile lock(leftover + lockEnding);
        lock.setStaleLockTime(0);
        if (lock.tryLock(0))
            QDir(leftover).removeRecursively();
    }
}

} // namespace lapwing::trial
