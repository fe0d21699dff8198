// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <QObject>

namespace lapwing::ui {

class DownloadController;
class MessageBus;

/// At the icon in the dock or task bar: how far the run is, and how many downloads are active
/// (com.canonical.Unity.LauncherEntry, which Plasma, Ubuntu's dock and others show).
class LauncherProgress : public QObject {
    Q_OBJECT

public:
    /// Both outlive it; `id` is the name of the desktop entry.
    LauncherProgress(DownloadController &controller, MessageBus &session, const QString &id,
                     QObject *parent = nullptr);
    ~LauncherProgress() override;

private:
    struct State {
        bool isVisible = false;
        int percent = 0;
        int active = 0;
        friend bool operator==(const State &, const State &) = default;
    };

    [[nodiscard]] State stateNow() const;
    void refresh();
    void send(const State &state);

    DownloadController &m_controller;
    MessageBus &m_session;
    QString m_address; ///< of the desktop entry
    State m_sent;
    QElapsedTimer m_sinceSent;
};

} // namespace lapwing::ui
