// SPDX-License-Identifier: MIT
#include "record/taskrecord.h"
#include "support/testmain.h"

using namespace lapwing::record;

class TaskStates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void haveStableWords_data();
    void haveStableWords();
};

void TaskStates::haveStableWords_data()
{
    QTest::addColumn<TaskState>("state");
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("end");
    QTest::addColumn<bool>("file");

    const auto row = [](TaskState state, const char *word, bool end, bool file) {
        QTest::newRow(word) << state << QString::fromLatin1(word) << end << file;
    };
    row(TaskState::Queued, "queued", false, false);
    row(TaskState::Retrying, "retrying", false, false);
    row(TaskState::Paused, "paused", false, false);
    row(TaskState::Waiting, "waiting", false, false);
    row(TaskState::Downloading, "downloading", false, false);
    row(TaskState::Committing, "committing", false, false);
    row(TaskState::Done, "done", true, true);
    row(TaskState::Unverified, "unverified", true, true);
    row(TaskState::Failed, "failed", true, false);
    row(TaskState::Cancelled, "cancelled", true, false);
}

void TaskStates::haveStableWords()
{
    QFETCH(TaskState, state);
    QTEST(wordFor(state), "word");
    QTEST(isEnd(state), "end");
    QTEST(hasFile(state), "file");
}

LAPWING_TEST(TaskStates)
#include "tst_taskrecord.moc"
