// SPDX-License-Identifier: MIT
#pragma once

#include "run/backgroundqueue.h"
#include "run/sharedrun.h"
#include "summary/summary.h"
#include "summary/summarypace.h"

#include <QObject>
#include <QTimer>

namespace lapwing::ui {

class DownloadController;

/// The summary of the run at hand: of a short one at once, of a long one on another thread. A run that goes on changes
/// meanwhile, so it is copied for that, a slice in each turn of the event loop.
class SummaryFeed : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t shortRun = 2000; ///< downloads
    static constexpr std::size_t slice = 1000;

    explicit SummaryFeed(const DownloadController &controller, QObject *parent = nullptr);

    /// known() follows.
    void ask();
    /// While time goes by: whether it is worth while to ask again.
    [[nodiscard]] bool isDue() const { return !m_isBusy && m_pace.isDue(); }

Q_SIGNALS:
    void known(const lapwing::ui::Summary &summary);

private:
    void begin();
    void takeSlice();
    void sumUp(std::shared_ptr<const record::Run> together,
               std::shared_ptr<const record::Run> oneAtATime);

    const DownloadController &m_controller;
    bool m_isBusy = false;
    bool m_isStale = false; ///< asked again meanwhile
    int m_asked = 0;
    QTimer m_slices;
    std::shared_ptr<record::Run> m_copy;
    SummaryPace m_pace;
    BackgroundQueue m_queue;
};

} // namespace lapwing::ui
