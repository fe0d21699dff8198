// SPDX-License-Identifier: MIT
#include "measure/recordbuilder.h"
#include "support/testmain.h"
#include "text/notes/answernote.h"

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
    QCOMPARE(text::answerNotes(taskWith(200)), QStringList());
    record::TaskRecord failed = taskWith(202);
    failed.state = TaskState::Failed;
    QCOMPARE(text::answerNotes(failed), QStringList());
    QCOMPARE(text::answerNotes({}), QStringList());
}

void AnswerNoteTest::eachSuccessHasItsSentence()
{
    QSet<QString> sentences;
    for (const int status : {201, 202, 203, 206, 226}) {
        const QStringList notes = text::answerNotes(taskWith(status));
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
    QCOMPARE(text::answerNotes(resumed), QStringList());
}

void AnswerNoteTest::aKeptCodingIsSaid()
{
    record::TaskRecord task = taskWith(200);
    task.coding = QStringLiteral("gzip");
    QCOMPARE(text::answerNotes(task),
             QStringList{QStringLiteral(
                 "The server labelled it as encoded (gzip); it was saved as sent.")});
}

void AnswerNoteTest::repeatsAreSaidOfAnyEnd()
{
    record::TaskRecord task = taskWith(200);
    task.state = TaskState::Failed;
    task.attempts.front().hops.front().sends = 4;
    QCOMPARE(text::answerNotes(task).size(), 1);
    QVERIFY(text::answerNotes(task).front().startsWith(u"It was requested 4 times, not 1: "));
}

LAPWING_TEST(AnswerNoteTest)
#include "tst_answernote.moc"
