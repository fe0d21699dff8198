// SPDX-License-Identifier: MIT
#pragma once

#include "run/backgroundqueue.h"

#include <QTimer>

namespace lapwing::ui {

class DownloadController;

/// A long list that has arrived, ended, been read again or been cleared leaves half of its memory free, in pieces, and all
/// of it once its undo has gone. glibc keeps that for what comes next (measured: 9.5 kB for each of 50,000 rows that have
/// ended, 4.6 with all of it given back).
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
    QTimer m_quiet;
    BackgroundQueue m_work;
};

} // namespace lapwing::ui
