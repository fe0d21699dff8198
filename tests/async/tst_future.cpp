// SPDX-License-Identifier: MIT
#include "async/run.h"
#include "support/testmain.h"

#include <QThread>
#include <QTimer>

#include <optional>
#include <semaphore>

using namespace lapwing;
using namespace std::chrono_literals;

namespace {

/// Notes in `finished` whether `future` was, when the last work that holds this is destroyed.
class Held {
public:
    Held(const QFuture<int> *future, std::optional<bool> *finished)
        : m_future(future), m_finished(finished)
    {
    }
    ~Held() { *m_finished = m_future->isFinished(); }
    Held(const Held &) = delete;
    Held &operator=(const Held &) = delete;

private:
    const QFuture<int> *m_future;
    std::optional<bool> *m_finished;
};

} // namespace

class TestFuture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filledByAnotherThreadWithoutBlocking()
    {
        QThreadPool pool;
        std::binary_semaphore mayEnd(0);
        QThread *const here = QThread::currentThread();
        QFuture<bool> future = async::onPool(&pool, [&mayEnd, here] {
            mayEnd.acquire();
            return QThread::currentThread() != here;
        });
        // Only a loop that goes on can let the other thread end.
        QTimer::singleShot(1ms, this, [&mayEnd] { mayEnd.release(); });
        QVERIFY(async::run(async::result(std::move(future))));
    }

    void rethrowsWhatTheThreadThrew()
    {
        QThreadPool pool;
        QFuture<int> future =
            async::onPool(&pool, []() -> int { throw std::out_of_range("on purpose"); });
        QVERIFY_EXCEPTION_THROWN(async::run(async::result(std::move(future))), std::out_of_range);
    }

    void voidIsAwaitedToo()
    {
        QThreadPool pool;
        std::atomic<bool> ran = false;
        async::run(async::result(async::onPool(&pool, [&ran] { ran = true; })));
        QVERIFY(ran);
    }

    /// Else a file that the work shared would stay locked for a moment after the work is done.
    void whatTheWorkHeldIsGoneOnceItIsFinished()
    {
        QFuture<int> future;
        std::optional<bool> finished;
        {
            QThreadPool pool; // joined at the end
            std::binary_semaphore isStored(0);
            auto held = std::make_shared<Held>(&future, &finished);
            auto work = [held = std::move(held), &isStored] {
                isStored.acquire();
                return 1;
            };
            future = async::onPool(&pool, std::move(work));
            isStored.release();
        }
        QCOMPARE(finished, std::optional(false));
    }

    void aDroppedPromiseIsSaid()
    {
        QFuture<int> future;
        {
            QPromise<int> promise;
            future = promise.future();
            promise.start();
        }
        QVERIFY_EXCEPTION_THROWN(async::run(async::result(std::move(future))),
                                 async::AbandonedFuture);
    }

    void aPromiseFilledByHand()
    {
        QPromise<QString> promise;
        promise.start();
        QTimer::singleShot(1ms, this, [&promise] {
            promise.addResult(QStringLiteral("bowl"));
            promise.finish();
        });
        QCOMPARE(async::run(async::result(promise.future())), QStringLiteral("bowl"));
    }
};

LAPWING_TEST(TestFuture)
#include "tst_future.moc"
