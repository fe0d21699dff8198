// SPDX-License-Identifier: MIT
#include "support/testmain.h"
#include "trial/trialchart.h"
#include "ui/trial/samples.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstdlib>

using namespace lapwing;
using namespace lapwing::test;
using ui::ChartMark;
using ui::TrialChart;

/// The picture of a trial.
class TrialChartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_chart = std::make_unique<TrialChart>();
        m_chart->resize(900, 320);
    }

    void everyRunIsADot()
    {
        show(roundsOfBoth(2, 6));
        QCOMPARE(m_chart->marks().size(), std::size_t(4));
        QCOMPARE(mark(u"Together, round 2: 2.02 s").text, u"Together, round 2: 2.02 s");
        for (const ChartMark &each : m_chart->marks())
            QVERIFY2(m_chart->rect().contains(each.at.toPoint()), qPrintable(each.text));
    }

    void bothWaysAreOnOneScale()
    {
        show(roundsOfBoth(1, 6));
        const double together = mark(u"Together").at.x();
        const double one = mark(u"One at a time").at.x();
        show(roundsOfBoth(1, 6, 1));
        QVERIFY2(one > together, "it took three times as long");
        QCOMPARE(mark(u"Together").at.x(), mark(u"One at a time").at.x());
    }

    void aDotKeepsItsPlaceInTheRowWhileOthersCome()
    {
        show(roundsOfBoth(1, 6));
        const double before = mark(u"Together, round 1").at.y();
        show(roundsOfBoth(5, 6));
        QCOMPARE(mark(u"Together, round 1").at.y(), before);
    }

    void theIntervalIsDrawnOnceItIsKnown()
    {
        const auto painted = [this](int rounds) {
            ui::TrialPicture picture = roundsOfBoth(rounds, 6);
            for (ui::TrialRun &run : picture.runs) // so far apart that the area is more than dots
                run.seconds *= 1 + run.round * 0.05;
            show(picture);
            return m_chart->grab().toImage();
        };
        const QColor band = inkOver(report::ColorRole::Receive, 0.22);
        const int few = countOf(painted(5), band); // where the dots' edges fade
        QVERIFY2(countOf(painted(6), band) > few + 100, "an area");
    }

    void aNumberAtOnceIsAPoint()
    {
        show(sweepOfFour());
        QCOMPARE(m_chart->marks().size(), std::size_t(4));
        QVERIFY2(mark(u"4 at once").at.y() < mark(u"1 at once").at.y(), "faster is higher");
        const double step = mark(u"2 at once").at.x() - mark(u"1 at once").at.x();
        QCOMPARE(mark(u"8 at once").at.x() - mark(u"4 at once").at.x(), step);
    }

    void theRecommendedNumberIsMarkedWhenItIsOver()
    {
        ui::TrialPicture picture = sweepOfFour();
        show(picture);
        const QImage over = m_chart->grab().toImage();
        const QColor done(report::colourOf(report::ColorRole::Done, report::Theme::Light));
        QVERIFY(hasColour(over, done));
        picture.isOver = false; // the fastest so far may not be that of all
        show(picture);
        QVERIFY(!hasColour(m_chart->grab().toImage(), done));
        picture.isOver = true;
        picture.sweep->recommended.reset();
        show(picture);
        QVERIFY(!hasColour(m_chart->grab().toImage(), done));
    }

    /// 2 and 4 at once look alike but for the mark; their bars go up to the end of the axis.
    void theFlagCoversNoBar()
    {
        ui::TrialPicture picture = sweepOfFour();
        for (ui::TrialRun &run : picture.runs)
            run.seconds = 2.05;
        for (measure::SweepPoint &point : picture.sweep->points) {
            point.elapsed = point.high = 4.1;
            point.low = 2.05;
            point.throughput = 8'000'000 / point.elapsed;
        }
        show(picture);
        const QImage image = m_chart->grab().toImage();
        const int unmarked = capsAt(image, mark(u"2 at once").at.x());
        QVERIFY(unmarked > 0);
        QCOMPARE(capsAt(image, mark(u"4 at once").at.x()), unmarked);
    }

    void itIsMirroredWhereLettersAre()
    {
        show(roundsOfBoth(1, 6));
        const double before = mark(u"One at a time").at.x();
        m_chart->setLayoutDirection(Qt::RightToLeft);
        show(roundsOfBoth(1, 6));
        QCOMPARE(std::round(m_chart->width() - mark(u"One at a time").at.x()), std::round(before));
    }

    void itIsToldInSentences()
    {
        m_chart->setPicture(roundsOfBoth(0, 6));
        QCOMPARE(spoken(), u"Together: no run has ended yet. One at a time: no run has ended yet.");
        m_chart->setPicture(roundsOfBoth(2, 6));
        QVERIFY2(spoken().startsWith(u"Together: 2.02 s, from 2.01 s to 2.02 s. One at a time: "),
                 qPrintable(spoken()));
        m_chart->setPicture(roundsOfBoth(6, 6));
        QVERIFY2(spoken().contains(u"the interval is 2.01 s to 2.06 s"), qPrintable(spoken()));
        m_chart->setPicture(sweepOfFour());
        QVERIFY2(spoken().contains(u"4 at once: 4.0 MB/s, 2.00 s."), qPrintable(spoken()));
        QVERIFY2(spoken().endsWith(u"Recommended: 4."), qPrintable(spoken()));
    }

    void anAxisEndsAtARoundFigure()
    {
        QCOMPARE(ui::axisEnd(0), 1.);
        QCOMPARE(ui::axisEnd(12), 14.);
        QCOMPARE(ui::axisEnd(11.7), 12.);
    }

private:
    void show(const ui::TrialPicture &picture)
    {
        m_chart->setPicture(picture);
        m_chart->grab();
    }

    ChartMark mark(QStringView beginning) const
    {
        const auto found =
            std::ranges::find_if(m_chart->marks(), [beginning](const ChartMark &mark) {
                return mark.text.startsWith(beginning);
            });
        return found == m_chart->marks().end() ? ChartMark() : *found;
    }

    QString spoken() const { return m_chart->accessibleDescription(); }

    static QColor inkOver(report::ColorRole role, double opacity)
    {
        QImage pixel(1, 1, QImage::Format_RGB32);
        pixel.fill(QApplication::palette().color(QPalette::Base));
        QColor ink(report::colourOf(role, report::Theme::Light));
        ink.setAlphaF(static_cast<float>(opacity));
        QPainter(&pixel).fillRect(0, 0, 1, 1, ink);
        return pixel.pixelColor(0, 0);
    }

    /// Pixels of that colour, or nearly: it was blended.
    static int countOf(const QImage &image, const QColor &colour)
    {
        const auto isNear = [](int one, int other) { return std::abs(one - other) <= 2; };
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                count += isNear(pixel.red(), colour.red()) && isNear(pixel.green(), colour.green())
                        && isNear(pixel.blue(), colour.blue())
                    ? 1
                    : 0;
            }
        }
        return count;
    }
    /// Dark grey pixels of the ends of the bar at `x`, beside the bar itself.
    int capsAt(const QImage &image, double x) const
    {
        const int line = m_chart->fontMetrics().height();
        const int begin = static_cast<int>(std::round(x)) + line / 4;
        int count = 0;
        for (int y = line * 5 / 2; y < image.height() - line * 5 / 2; ++y) {
            const QColor pixel = image.pixelColor(begin, y);
            const bool isGrey = std::abs(pixel.red() - pixel.green()) < 30;
            count += isGrey && pixel.lightness() < 150 ? 1 : 0;
        }
        return count;
    }
    static bool hasColour(const QImage &image, const QColor &colour)
    {
        return countOf(image, colour) > 0;
    }

    std::unique_ptr<TrialChart> m_chart;
};

LAPWING_TEST(TrialChartsTest)
#include "tst_trialcharts.moc"
