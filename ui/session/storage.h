// SPDX-License-Identifier: MIT
#pragma once

#include "run/backgroundqueue.h"
#include "store/writer.h"

#include <memory>
#include <optional>
#include <vector>

namespace lapwing::ui {

class DownloadController;

/// Brings back what the last session had, and keeps what this one has, in a folder of data.
class Storage : public QObject {
    Q_OBJECT

public:
    /// Both outlive it. Reads the list on another thread, which takes seconds where 100,000 downloads have ended;
    /// listRead() tells that the controller has it.
    Storage(const QString &dataFolder, DownloadController &controller);
    ~Storage() override; ///< after everything was written, or after some seconds

    [[nodiscard]] const QString &dataFolder() const { return m_dataFolder; }
    [[nodiscard]] bool isRead() const { return m_isRead; }
    /// Null before the list was read, and when the file cannot be written to.
    [[nodiscard]] store::Writer *writer() const { return m_writer.get(); }
    /// One sentence on what was wrong with the file; empty: nothing.
    [[nodiscard]] const QString &trouble() const { return m_trouble; }
    /// One sentence on what is not written although it was tried; empty: nothing is known of any.
    [[nodiscard]] QString unsaved() const;

    /// Lines that gave no link; `isAnew`: in place of those that are kept.
    void keepRejects(const std::vector<plan::Reject> &rejects, bool isAnew);

Q_SIGNALS:
    void listRead();
    /// Lines that the last session kept; at least one.
    void rejectsRead(const std::vector<lapwing::plan::Reject> &rejects);
    /// One sentence for the user.
    void messageRaised(const QString &message);
    void historyChanged();
    /// What was unsaved() is written.
    void saved();

private:
    struct Reading;

    void take(Reading &reading);
    void beginWriting();
    void note(std::optional<store::Trouble> &known, std::optional<store::Trouble> trouble);

    QString m_dataFolder;
    DownloadController &m_controller;
    QString m_trouble;
    std::optional<store::Trouble> m_listTrouble; ///< since the list could not be written
    std::optional<store::Trouble> m_historyTrouble;
    bool m_isRead = false;
    std::unique_ptr<store::Writer> m_writer;
    BackgroundQueue m_reading;
};

} // namespace lapwing::ui
