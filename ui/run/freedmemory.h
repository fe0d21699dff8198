// SPDX-License-Identifier: MIT
#pragma once

#include "run/backgroundqueue.h"

#include <QTimer>

namespace lapwing::ui {

class DownloadController;

/// A long list that has arrived, ended or been read again leaves half of its memory free, in pieces; one that was removed
/// leaves all of it once its undo has gone. glibc keeps that for what comes next (measured: 6 kB for each of 50,000 rows
/// that have ended, 2.5 with all of it given back). Other changes of a list leave too little to hold the window for.
class FreedMemory : public QObject {
    Q_OBJECT

public:
    explicit FreedMemory(const DownloadController &controller);

    /// Once nothing has happened for a while, and nothing runs.
    void giveBackSoon();

private:
    void giveBack();

    const DownloadController &m_controller;
    std::size_t m_mostRows = 0; ///< since it was given back
    bool m_isBusy = false;      ///< the controller was, when it was looked at last
    QTimer m_quiet{this};
    BackgroundQueue m_work;
};

} // namespace lapwing::ui
