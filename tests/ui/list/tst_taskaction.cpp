// SPDX-License-Identifier: MIT
#include "list/taskaction.h"
#include "support/testmain.h"

using namespace Qt::Literals::StringLiterals;

using lapwing::record::TaskState;
using namespace lapwing::ui;

namespace {

constexpr std::array acts{TaskAction::Pause, TaskAction::Resume, TaskAction::Cancel,
                          TaskAction::Retry};

/// "pc": pause and cancel.
QString allowedIn(bool (*allows)(TaskAction, TaskState), TaskState state)
{
    QString letters;
    for (std::size_t i = 0; i < acts.size(); ++i) {
        if (allows(acts.at(i), state))
            letters += u"PRCY"[i];
    }
    return letters;
}

} // namespace

class TaskActionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyStateHasItsActs_data()
    {
        QTest::addColumn<TaskState>("state");
        QTest::addColumn<QString>("running"); // P pause, R resume, C cancel, Y retry
        QTest::addColumn<QString>("atRest");
        QTest::newRow("queued") << TaskState::Queued << u"PC"_s << QString();
        QTest::newRow("retrying") << TaskState::Retrying << u"PCY"_s << QString();
        QTest::newRow("paused") << TaskState::Paused << u"RC"_s << u"RC"_s;
        QTest::newRow("waiting") << TaskState::Waiting << u"PC"_s << QString();
        QTest::newRow("downloading") << TaskState::Downloading << u"PC"_s << QString();
        QTest::newRow("committing") << TaskState::Committing << QString() << QString();
        QTest::newRow("done") << TaskState::Done << QString() << QString();
        QTest::newRow("unverified") << TaskState::Unverified << QString() << QString();
        QTest::newRow("failed") << TaskState::Failed << u"Y"_s << u"Y"_s;
        QTest::newRow("cancelled") << TaskState::Cancelled << u"Y"_s << u"Y"_s;
    }

    void everyStateHasItsActs()
    {
        QFETCH(TaskState, state);
        QFETCH(QString, running);
        QFETCH(QString, atRest);
        QCOMPARE(allowedIn(allowsWhileRunning, state), running);
        QCOMPARE(allowedIn(allowsAtRest, state), atRest);
    }
};

LAPWING_TEST(TaskActionTest)
#include "tst_taskaction.moc"
