// SPDX-License-Identifier: MIT
#pragma once

#include <QFile>
#include <QLocalServer>
#include <QObject>
#include <QStringList>

#include <optional>

namespace lapwing::ui {

/// One window for each folder of data: the first one claims it, and the next hand it what they were
/// started with. One that is quitting takes nothing any more: whoever comes then is the next first one.
class Instance : public QObject {
    Q_OBJECT

public:
    /// The folder is made when it is missing.
    explicit Instance(const QString &dataFolder, QObject *parent = nullptr);

    /// False: another one has it, or the folder cannot be written to; see isTaken().
    [[nodiscard]] bool claim();
    /// After claim(): another process has it.
    [[nodiscard]] bool isTaken() const { return m_isTaken; }
    /// To the one that has it. Files are named by their whole path. False: it has not taken them.
    [[nodiscard]] bool handOver(const QStringList &inputs) const;

    enum class Handover { Taken, Claimed, Unanswered };
    /// The same, or claim() once the one that has it has ended: it may still be writing what it leaves.
    [[nodiscard]] Handover handOverOrClaim(const QStringList &inputs);
    /// Whether what later starts have is taken; claim() begins with it.
    void setTaking(bool isTaking);

Q_SIGNALS:
    /// A later start did; empty: it had nothing, and wants the window to be seen.
    void handedOver(const QStringList &inputs);

private:
    [[nodiscard]] std::optional<bool> offer(const QStringList &inputs) const;
    void take();

    QString m_address;
    /// Locked with flock(2), which ends with its process however that ends. QLockFile tells one that was left from
    /// its contents, and a kill before they are written shuts the window out: for 30 s, or for ever.
    QFile m_lock;
    bool m_isTaken = false;
    QLocalServer m_server;
};

} // namespace lapwing::ui
