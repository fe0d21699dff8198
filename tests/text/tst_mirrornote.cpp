// SPDX-License-Identifier: MIT
#include "record/mirrors.h"
#include "support/testmain.h"
#include "text/notes/answernote.h"
#include "text/notes/mirrornote.h"

using namespace lapwing;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using record::Cause;

namespace {

const QUrl mirror(u"http://mirror.example/f?key=secret"_s);

record::Attempt attemptAt(const QUrl &address, std::chrono::seconds start,
                          std::optional<record::Failure> failure = std::nullopt)
{
    record::Attempt attempt;
    attempt.start = start;
    attempt.end = start + 1s;
    attempt.mirror = address;
    attempt.failure = std::move(failure);
    return attempt;
}

record::TaskRecord taskWith(std::vector<record::Attempt> attempts, record::TaskState state)
{
    record::TaskRecord task;
    task.url = QUrl(u"http://link.example/f"_s);
    task.state = state;
    task.attempts = std::move(attempts);
    return task;
}

} // namespace

class MirrorNoteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ofOneAddressNothingIsRemarkable()
    {
        const auto task =
            taskWith({attemptAt({}, 0s, record::make(Cause::SizeMismatch, u"4 bytes, not 5"_s))},
                     record::TaskState::Failed);
        QVERIFY(text::mirrorNotes(task).isEmpty());
    }

    void whatWasDroppedIsNamed()
    {
        const auto task =
            taskWith({attemptAt({}, 0s, record::make(Cause::SizeMismatch, u"4 bytes, not 5"_s)),
                      attemptAt(mirror, 2s)},
                     record::TaskState::Done);
        const QStringList notes{u"http://link.example/f was dropped: its file is not the size that "
                                "the list says (4 bytes, not 5)."_s,
                                u"It was downloaded from a mirror: "
                                "http://mirror.example/f?key=redacted"_s};
        QCOMPARE(text::mirrorNotes(task), notes);
        QCOMPARE(text::answerNotes(task), notes);
    }

    /// What several servers sent together did not fit; none of them was to blame.
    void whatWasAskedAgainWasNotDropped()
    {
        const auto task = taskWith({attemptAt({}, 0s, record::make(Cause::ConnectionCut)),
                                    attemptAt(mirror, 2s, record::make(Cause::ChecksumMismatch)),
                                    attemptAt(mirror, 4s)},
                                   record::TaskState::Done);
        QVERIFY(!record::wasDropped(task, task.attempts[1]));
        QCOMPARE(text::mirrorNotes(task).size(), 1);
    }

    void eachHasAState()
    {
        const QUrl other(u"http://other.example/f"_s);
        auto task = taskWith({attemptAt({}, 0s, record::make(Cause::HttpStatus, {}, 404)),
                              attemptAt(mirror, 2s, record::make(Cause::ChecksumMismatch)),
                              attemptAt(other, 4s)},
                             record::TaskState::Done);
        QCOMPARE(text::stateOfMirror(task, QUrl(u"http://third.example/"_s)), u"not asked"_s);
        QCOMPARE(text::stateOfMirror(task, mirror),
                 u"dropped: The downloaded file does not match the checksum."_s);
        QCOMPARE(text::stateOfMirror(task, {}),
                 u"The server says this file does not exist (HTTP 404)."_s);
        QCOMPARE(text::stateOfMirror(task, other), u"downloaded from here"_s);
        task.attempts.back().end.reset();
        QCOMPARE(text::stateOfMirror(task, other), u"in use"_s);
    }
};

LAPWING_TEST(MirrorNoteTest)
#include "tst_mirrornote.moc"
