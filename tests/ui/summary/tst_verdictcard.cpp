// SPDX-License-Identifier: MIT
#include "summary/durationbar.h"
#include "summary/verdictcard.h"
#include "support/korean.h"
#include "support/testmain.h"
#include "ui/rows.h"

#include "measure/recordbuilder.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace lapwing;
using plan::Mode;
using ui::Summary;
using ui::VerdictCard;

namespace {

Summary running(double together, double high)
{
    Summary summary;
    summary.phase = Summary::Phase::Running;
    summary.togetherTime = test::ms(together * 1000);
    summary.high = test::ms(high * 1000);
    summary.verdict = QStringLiteral("1.0–2.0× as fast");
    summary.ground = QStringLiteral("estimated so far");
    summary.counts = QStringLiteral("1 done, 0 failed, 2 running, 0 queued");
    summary.spoken = QStringLiteral("1.0–2.0× as fast, estimated so far");
    return summary;
}

Summary ended()
{
    const record::Run first =
        test::runOf(Mode::Together, 5, {test::doneTask(1, 5), test::doneTask(2, 5)});
    ui::Situation situation;
    situation.together = &first;
    return ui::summarise(situation);
}

} // namespace

class VerdictCardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_card = std::make_unique<VerdictCard>();
        m_card->setActions({&m_start, &m_retry, &m_measure, &m_findBest, &m_resume});
        m_card->resize(1000, m_card->sizeHint().height());
        m_card->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_card.get()));
    }
    void cleanup() { m_card.reset(); }

    void onlyAFigureIsBoldAlsoInAnotherTheme()
    {
        const auto *verdict = m_card->findChild<QLabel *>(QStringLiteral("verdict"));
        const auto changeTheme = [this] {
            QEvent event(QEvent::StyleChange);
            QCoreApplication::sendEvent(m_card.get(), &event);
        };
        m_card->setSummary({});
        changeTheme();
        QVERIFY(!verdict->font().bold());
        m_card->setSummary(running(1, 2));
        changeTheme();
        QVERIFY(verdict->font().bold());
    }

    void theOfferFollowsItsAction()
    {
        ui::Summary summary;
        summary.offer = ui::Summary::Offer::Start;
        m_start.setEnabled(false);
        m_card->setSummary(summary);
        auto *offer = m_card->findChild<QPushButton *>(QStringLiteral("offer"));
        QVERIFY(!offer->isEnabled());
        m_start.setEnabled(true);
        QVERIFY(offer->isEnabled());
        summary.offer = ui::Summary::Offer::RetryFailed;
        m_retry.setEnabled(false);
        m_card->setSummary(summary);
        QVERIFY(!offer->isEnabled());
        m_retry.setEnabled(true);
        QVERIFY(offer->isEnabled());
    }

    void aBarGrowsOnAScaleThatStandsStill()
    {
        m_card->setSummary(running(0.6, 3));
        const double first = bar("togetherBar")->high();
        QCOMPARE(first, 0.6 / 5);
        m_card->setSummary(running(1.2, 4.9));
        QCOMPARE(bar("togetherBar")->high(), 2 * first);
        QCOMPARE(bar("oneAtATimeBar")->high(), 4.9 / 5);
        m_card->setSummary(running(1.3, 5.1));
        QCOMPARE(bar("oneAtATimeBar")->high(), 5.1 / 10);
        m_card->setSummary(running(1.4, 1.5));
        QCOMPARE(bar("oneAtATimeBar")->high(), 1.5 / 10); // it never shrinks within a run
    }

    void theNextRunHasAScaleOfItsOwn()
    {
        m_card->setSummary(running(1, 100));
        m_card->setSummary(ended());
        m_card->setSummary(running(1, 1));
        QCOMPARE(bar("togetherBar")->high(), 1.0);
    }

    void theTableBelowStandsStill_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("wide") << 1000;
        QTest::newRow("narrow") << 620;
    }
    void theTableBelowStandsStill()
    {
        QFETCH(int, width);
        m_card->resize(width, 300);
        m_card->setSummary({});
        const int height = heightFor(width);
        m_card->setSummary(running(0.1, 0));
        QCOMPARE(heightFor(width), height);
        m_card->setSummary(running(99, 900));
        QCOMPARE(heightFor(width), height);
        Summary summary = ended();
        summary.reason = QStringLiteral(
            "112 of 1,000 files did not arrive. The figure is for the 888 that arrived.");
        summary.offer = Summary::Offer::RetryFailed;
        m_card->setSummary(summary);
        m_card->setLimit(QStringLiteral(
            "Waiting for the server was the limit: more at once helps (16 at a time: "
            "at least 11.25 s sooner)."));
        QCOMPARE(heightFor(width), height);
        const QLabel *sentence = label("sentence");
        QVERIFY2(sentence->heightForWidth(sentence->width()) <= sentence->height(),
                 "its last line is cut");
    }

    void inOneLineItHasTheFigure()
    {
        Summary summary = ended();
        summary.offer = Summary::Offer::RetryFailed;
        m_card->setSummary(summary);
        const int whole = heightFor(1000);
        m_card->setOneLine(true);
        QVERIFY2(heightFor(1000) < 3 * m_card->fontMetrics().height(),
                 qPrintable(QString::number(heightFor(1000))));
        QVERIFY(label("verdict")->isVisible() && label("ground")->isVisible());
        QVERIFY(label("verdict")->geometry().right() < label("ground")->geometry().left());
        m_card->setSummary(summary);
        QVERIFY2(!button("offer")->isVisible(), "it is in the tool bar too");
        m_card->setOneLine(false);
        QCOMPARE(heightFor(1000), whole);
        QVERIFY(button("offer")->isVisible() && label("sentence")->isVisible());
    }

    void linesInHangulAreWhole()
    {
        const test::Korean korean;
        for (const int width : {1000, 620}) {
            m_card->resize(width, 300);
            Summary summary = ended();
            summary.reason = width < 1000 ? QStringLiteral("첫 줄\n둘째 줄\n셋째 줄")
                                          : QStringLiteral("첫 줄\n둘째 줄");
            m_card->setSummary(summary);
            QCoreApplication::processEvents();
            const QLabel *sentence = label("sentence");
            QVERIFY2(sentence->heightForWidth(sentence->width()) <= sentence->height(),
                     "its first and last lines are cut");
        }
    }

    void itFitsASmallScreen()
    {
        QVERIFY2(m_card->minimumSizeHint().width() <= 620,
                 qPrintable(QString::number(m_card->minimumSizeHint().width())));
        m_card->resize(620, 300);
        m_card->setSummary(ended());
        QCoreApplication::processEvents();
        for (const QWidget *child : m_card->findChildren<QWidget *>()) {
            if (child->isVisibleTo(m_card.get()) && !child->objectName().isEmpty())
                QVERIFY2(child->width() >= child->minimumSizeHint().width(),
                         qPrintable(child->objectName()));
        }
    }

    void theButtonsSayTheirCostAndFollowTheirActions()
    {
        m_card->setSummary(ended());
        QCOMPARE(button("measure")->text(), u"Measure exactly (up to 10.0 s, 2.1 MB)");
        m_measure.setEnabled(false);
        QVERIFY(!button("measure")->isEnabled());
        m_measure.setEnabled(true);
        int asked = 0;
        connect(&m_measure, &QAction::triggered, this, [&asked] { ++asked; });
        button("measure")->click();
        QCOMPARE(asked, 1);
        QCOMPARE(button("findBest")->text(), u"Find the best number…");
    }

    void whatHelpsIsOffered()
    {
        QStringList pressed;
        connect(&m_start, &QAction::triggered, this, [&] { pressed << QStringLiteral("start"); });
        connect(&m_retry, &QAction::triggered, this, [&] { pressed << QStringLiteral("retry"); });
        Summary summary;
        m_card->setSummary(summary);
        QVERIFY(button("offer")->isHidden());
        summary.offer = Summary::Offer::Start;
        m_card->setSummary(summary);
        QCOMPARE(button("offer")->text(), u"Start");
        button("offer")->click();
        summary.offer = Summary::Offer::RetryFailed;
        m_card->setSummary(summary);
        button("offer")->click();
        QCOMPARE(pressed, (QStringList{QStringLiteral("start"), QStringLiteral("retry")}));
    }

    void whatIsPausedCanBeResumedAndIsNotYetLimited()
    {
        Summary summary = ended();
        summary.reason = QStringLiteral("6 downloads are paused.");
        summary.offer = Summary::Offer::ResumeAll;
        m_card->setLimit(QStringLiteral("The disk was the limit."));
        m_card->setSummary(summary);
        QCOMPARE(label("sentence")->text(), u"6 downloads are paused.");
        QCOMPARE(button("offer")->text(), u"Resume all");
        const QSignalSpy resumed(&m_resume, &QAction::triggered);
        button("offer")->click();
        QCOMPARE(resumed.size(), 1);
        m_resume.setEnabled(false);
        QVERIFY(!button("offer")->isEnabled());
    }

    void whatAWideRangeMeansStandsOverItsFigures()
    {
        Summary summary = ended();
        summary.verdict = QStringLiteral("0.5–3.9× as fast");
        summary.ground = QStringLiteral("estimated");
        summary.meaning = QStringLiteral("Not clear yet");
        m_card->setSummary(summary);
        QCOMPARE(label("verdict")->text(), u"Not clear yet");
        QCOMPARE(label("ground")->text(), u"0.5–3.9× as fast, estimated");
        for (const char *words : {"Not clear yet", "Probably faster", "Probably slower"})
            QVERIFY2(
                QFontMetrics(label("verdict")->font()).horizontalAdvance(QString::fromLatin1(words))
                    <= label("verdict")->minimumWidth(),
                words); // the bars keep their place
        summary.meaning.clear();
        m_card->setSummary(summary);
        QCOMPARE(label("verdict")->text(), u"0.5–3.9× as fast");
        QCOMPARE(label("ground")->text(), u"estimated");
    }

    void withoutAFigureItSaysWhatToDo()
    {
        m_card->setSummary(ui::summarise({}));
        QCOMPARE(label("verdict")->text(), u"No figure yet");
        QCOMPARE(label("sentence")->text(),
                 u"Start the list to see what downloading it in parallel gains.");
    }

    void theLimitStandsFirstButNotBesideTheNextRun()
    {
        m_card->setSummary(ended());
        m_card->setLimit(QStringLiteral("The disk was the limit."));
        QVERIFY(label("sentence")->text().startsWith(u"The disk was the limit."));
        Summary summary = ended();
        summary.phase = Summary::Phase::Measuring;
        m_card->setSummary(summary);
        QVERIFY(label("sentence")->text().contains(u"limit"));
        m_card->setSummary(running(1, 2));
        QVERIFY(!label("sentence")->text().contains(u"limit"));
    }

    void theEndIsAnnouncedOnce()
    {
        QSignalSpy told(m_card.get(), &VerdictCard::concluded);
        m_card->setSummary(running(1, 2));
        m_card->setSummary(running(2, 3));
        QCOMPARE(told.size(), 0);
        m_card->setSummary(ended());
        m_card->setSummary(ended());
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.front().front().toString(), m_card->accessibleDescription());
        QVERIFY(m_card->accessibleDescription().contains(u"as fast"));
    }

    void theExplanationComesOnDemand()
    {
        m_card->setSummary(ended());
        m_card->findChild<QToolButton *>(QStringLiteral("explain"))->click();
        auto *frame = m_card->findChild<QFrame *>(QStringLiteral("explanation"));
        QVERIFY(frame != nullptr && frame->isVisible());
        QVERIFY(frame->findChild<QLabel *>()->text().contains(u"Low end"));
        QTest::keyClick(frame, Qt::Key_Escape);
        QTRY_VERIFY(m_card->findChild<QFrame *>(QStringLiteral("explanation")) == nullptr);
    }

    void fromRightToLeftFiguresKeepTheirOrder()
    {
        m_card->setSummary(ended());
        m_card->setLayoutDirection(Qt::RightToLeft);
        for (const char *name : {"verdict", "ground", "togetherTime", "oneAtATimeTime"})
            QVERIFY2(label(name)->text().startsWith(QChar(0x2068)), name);
        QTRY_VERIFY(bar("togetherBar")->x() < label("togetherLabel")->x());
    }

private:
    QLabel *label(const char *name) const
    {
        return m_card->findChild<QLabel *>(QLatin1String(name));
    }
    QPushButton *button(const char *name) const
    {
        return m_card->findChild<QPushButton *>(QLatin1String(name));
    }
    ui::DurationBar *bar(const char *name) const
    {
        return m_card->findChild<ui::DurationBar *>(QLatin1String(name));
    }
    int heightFor(int width) const
    {
        QCoreApplication::processEvents();
        return m_card->hasHeightForWidth() ? m_card->heightForWidth(width)
                                           : m_card->sizeHint().height();
    }

    QAction m_start, m_retry, m_measure, m_findBest, m_resume;
    std::unique_ptr<VerdictCard> m_card;
};

LAPWING_TEST(VerdictCardTest)
#include "tst_verdictcard.moc"
