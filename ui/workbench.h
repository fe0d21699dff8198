// SPDX-License-Identifier: MIT
#pragma once

#include "enginethread.h"
#include "errands.h"
#include "plan/listing.h"
#include "report/document.h"
#include "summary.h"
#include "taskmodel.h"

#include <QElapsedTimer>
#include <QTimer>

#include <optional>

namespace lapwing::ui {

/// What the window shows and works on: the list, its last run, the baseline of that run, and the
/// engine that does it all. Knows no widget.
class Workbench : public QObject {
    Q_OBJECT

public:
    enum class Activity { Idle, Running, Measuring };

    /// `demoScale`: 0.1 makes the 5 s meal 0.5 s.
    explicit Workbench(double demoScale = 1.0, QObject *parent = nullptr);

    [[nodiscard]] TaskModel &tasks() { return m_tasks; }
    [[nodiscard]] Activity activity() const { return m_activity; }
    [[nodiscard]] bool isEmpty() const { return m_listing.entries().empty(); }
    [[nodiscard]] bool canStart() const;
    [[nodiscard]] bool canMeasure() const;
    [[nodiscard]] bool canDemo() const;
    [[nodiscard]] bool canEdit() const { return m_activity == Activity::Idle && !isEmpty(); }
    [[nodiscard]] bool canExport() const
    {
        return m_activity == Activity::Idle && m_together.has_value();
    }
    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] int atOnce() const { return m_atOnce; }

    [[nodiscard]] Summary summary() const;
    [[nodiscard]] QString costOfMeasuring() const; ///< empty unless canMeasure()
    [[nodiscard]] report::Document document() const;

    void add(const plan::Links &links);
    void remove(const std::vector<int> &ids);
    void clear();
    void setFolder(const QString &folder);
    void setAtOnce(int atOnce);

public Q_SLOTS:
    void start();
    void startDemo();
    void measure();
    void stop();

Q_SIGNALS:
    void added(const lapwing::plan::Added &added);
    /// The activity or the list is another.
    void changed();
    /// Time went by while something runs.
    void ticked();
    /// One sentence for the person.
    void told(const QString &message);

private:
    void runDemo(const QUrl &address);
    void begin(Activity activity, const std::vector<plan::Entry> &entries);
    void takeBatch(const record::Batch &batch);
    void takeEnd(const record::RunFacts &facts);
    void tellEnd(Activity ended);
    void tick();
    void askFreeSpace();
    [[nodiscard]] std::vector<plan::Entry> unfinished() const;
    [[nodiscard]] record::Run &runAtHand();
    [[nodiscard]] record::Stamp now() const;
    [[nodiscard]] record::Stamp liveElapsed() const;

    plan::Listing m_listing;
    TaskModel m_tasks;
    plan::Plan m_plan; ///< of the last run together
    std::optional<record::Run> m_together;
    std::optional<record::Run> m_oneAtATime;
    std::optional<plan::Links> m_pending; ///< own links that wait for the demo to end
    std::optional<qint64> m_freeSpace;
    QString m_folder;
    int m_atOnce = plan::defaultAtOnce;
    double m_demoScale;
    bool m_isDemo = false;
    Activity m_activity = Activity::Idle;
    QElapsedTimer m_clock;       ///< since the command to run
    record::Stamp m_lastBatch{}; ///< when its facts were true
    QTimer m_ticker;
    Errands m_errands;
    EngineThread m_engine;
};

} // namespace lapwing::ui
