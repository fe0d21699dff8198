// SPDX-License-Identifier: MIT
#pragma once

#include "store/writer.h"

#include <memory>

namespace lapwing::ui {

class DownloadController;

/// Brings back what the last session had, and keeps what this one has, in a folder of data.
class Storage : public QObject {
    Q_OBJECT

public:
    /// Both outlive it. Reads the list at once: a matter of milliseconds, of a second for 100,000 entries.
    Storage(const QString &dataFolder, DownloadController &controller);
    ~Storage() override; ///< after everything was written, or after some seconds

    [[nodiscard]] const QString &dataFolder() const { return m_dataFolder; }
    /// Null when the file cannot be written to.
    [[nodiscard]] store::Writer *writer() const { return m_writer.get(); }
    /// One sentence on what was wrong with the file; empty: nothing.
    [[nodiscard]] const QString &trouble() const { return m_trouble; }

Q_SIGNALS:
    /// One sentence for the user.
    void messageRaised(const QString &message);
    void historyChanged();

private:
    QString m_dataFolder;
    DownloadController &m_controller;
    QString m_trouble;
    std::unique_ptr<store::Writer> m_writer;
};

} // namespace lapwing::ui
