// SPDX-License-Identifier: MIT
#include "run/freedmemory.h"
#include "support/testmain.h"
#include "ui/controllertest.h"

#include <QSignalSpy>

using namespace lapwing;

/// When the memory is given back, which holds the window.
class FreedMemoryTest : public test::ControllerTest {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        makeServerAndFolder();
        makeController();
        m_freed = std::make_unique<ui::FreedMemory>(*m_controller);
    }

    void cleanup()
    {
        m_freed.reset();
        takeDown();
    }

    void onlyWhatLeavesMuchOfItIsFollowed()
    {
        const QSignalSpy givenBack(quiet(), &QTimer::timeout);
        addMany();
        QTRY_COMPARE_WITH_TIMEOUT(givenBack.size(), 1, longestWait);
        m_controller->setAtOnce(m_controller->atOnce() + 1);
        m_controller->remove({1});
        m_controller->undo();
        QVERIFY(!quiet()->isActive());
        start();
        QVERIFY2(!quiet()->isActive(), "it goes on");
        m_controller->stop();
        untilIdle();
        QTRY_COMPARE_WITH_TIMEOUT(givenBack.size(), 2, longestWait);
    }

    void whatAnUndoHeldIsGivenBack()
    {
        Q_EMIT m_controller->disposed(9'999);
        QVERIFY(!quiet()->isActive());
        Q_EMIT m_controller->disposed(10'000);
        QVERIFY(quiet()->isActive());
    }

private:
    QTimer *quiet() const { return m_freed->findChild<QTimer *>(); }

    /// As many as leave some behind.
    void addMany()
    {
        plan::Links links;
        for (int number = 1; number <= 10'000; ++number)
            links.urls.push_back(m_raw->url("/held?" + QByteArray::number(number)));
        m_controller->add(links);
        m_controller->addAll();
    }

    std::unique_ptr<ui::FreedMemory> m_freed;
};

LAPWING_TEST(FreedMemoryTest)
#include "tst_freedmemory.moc"
