// SPDX-License-Identifier: MIT
#include "measure/recordbuilder.h"
#include "report/text/answernote.h"
#include "support/testmain.h"

using namespace lapwing;
using record::TaskState;

namespace {

record::TaskRecord taskWith(int status)
{
    record::TaskRecord task;
    task.state = TaskState::Done;
    task.status = status;
    record::Attempt attempt;
    attempt.hops.emplace_back();
    attempt.hops.front().sends = 1;
    task.attempts = {attempt};
    return task;
}

} // namespace

class AnswerNoteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPlainAnswerIsNotRemarkable();
    void eachSuccessHasItsSentence();
    void aRangeIsSaidOnlyOfAllOfIt();
    void aKeptCodingIsSaid();
    void repeatsAreSaidOfAnyEnd();
};

void AnswerNoteTest::aPlainAnswerIsNotRemarkable()
{
    QCOMPARE(report::answerNotes(taskWith(200)), QStringList());
    record::TaskRecord failed = taskWith(202);
    failed.state = TaskState::Failed;
    QCOMPARE(report::answerNotes(failed), QStringList());
    QCOMPARE(report::answerNotes({}), QStringList());
}

void AnswerNoteTest::eachSuccessHasItsSentence()
{
    QSet<QString> sentences;
    for (const int status : {201, 202, 203, 206, 226}) {
        const QStringList notes = report::answerNotes(taskWith(status));
        QCOMPARE(notes.size(), 1);
        QVERIFY(notes.front().contains(QStringLiteral("(HTTP %1)").arg(status)));
        sentences.insert(notes.front());
    }
    QCOMPARE(sentences.size(), 5);
}

void AnswerNoteTest::aRangeIsSaidOnlyOfAllOfIt()
{
    record::TaskRecord resumed = taskWith(206);
    resumed.attempts.front().from = 100;
    QCOMPARE(report::answerNotes(resumed), QStringList());
}

void AnswerNoteTest::aKeptCodingIsSaid()
{
    record::TaskRecord task = taskWith(200);
    task.coding = QStringLiteral("gzip");
    QCOMPARE(report::answerNotes(task),
             QStringList{QStringLiteral(
                 "The server labelled it as encoded (gzip); it was saved as sent.")});
}

void AnswerNoteTest::repeatsAreSaidOfAnyEnd()
{
    record::TaskRecord task = taskWith(200);
    task.state = TaskState::Failed;
    task.attempts.front().hops.front().sends = 4;
    QCOMPARE(report::answerNotes(task).size(), 1);
    QVERIFY(report::answerNotes(task).front().startsWith(u"It was requested 4 times, not 1: "));
}

LAPWING_TEST(AnswerNoteTest)
#include "tst_answernote.moc"
