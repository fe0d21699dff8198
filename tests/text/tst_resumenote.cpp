// SPDX-License-Identifier: MIT
#include "support/testmain.h"
#include "text/notes/resumenote.h"

#include <QSet>

using namespace lapwing;
using record::Discarded;
using record::TaskState;

class ResumeNoteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasDiscardedIsSaidWithItsReason()
    {
        QSet<QString> sentences;
        for (const auto why :
             {Discarded::Why::Changed, Discarded::Why::NotResumed, Discarded::Why::OtherAddress}) {
            record::TaskRecord task;
            task.state = TaskState::Done;
            task.attempts.emplace_back();
            QCOMPARE(text::resumeNotes(task), QStringList());
            task.attempts.back().discarded = Discarded{5'000'000, why};
            const QStringList notes = text::resumeNotes(task);
            QCOMPARE(notes.size(), 1);
            QVERIFY2(notes.front().contains(u"5.0 MB"), qPrintable(notes.front()));
            sentences.insert(notes.front());
        }
        QCOMPARE(sentences.size(), 3);
    }

    void thatNothingIsKeptIsSaidOfWhatWasInterrupted()
    {
        record::TaskRecord task;
        task.startsAgain = true;
        task.size = record::resumableFrom - 1;
        for (const TaskState state :
             {TaskState::Paused, TaskState::Retrying, TaskState::Cancelled, TaskState::Failed}) {
            task.state = state;
            QVERIFY(text::resumeNotes(task).value(0).contains(u"smaller than 1 MiB"));
        }
        task.size = record::resumableFrom;
        QVERIFY(text::resumeNotes(task).value(0).contains(u"does not support resuming"));
        task.state = TaskState::Done;
        QCOMPARE(text::resumeNotes(task), QStringList());
        task.state = TaskState::Failed;
        task.startsAgain = false;
        QCOMPARE(text::resumeNotes(task), QStringList());
    }

    void whyAFileThatCameWholeIsNotKeptIsNotSaidTwice()
    {
        record::TaskRecord task;
        task.startsAgain = true;
        task.size = record::resumableFrom;
        task.state = TaskState::Retrying;
        task.failure = record::make(record::Cause::ChecksumMismatch);
        QCOMPARE(text::resumeNotes(task), QStringList());
        task.failure = record::make(record::Cause::ConnectionCut);
        QCOMPARE(text::resumeNotes(task).size(), 1);
    }
};

LAPWING_TEST(ResumeNoteTest)
#include "tst_resumenote.moc"
