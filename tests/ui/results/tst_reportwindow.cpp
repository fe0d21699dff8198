// SPDX-License-Identifier: MIT
#include "report/export.h"
#include "report/sample.h"
#include "results/differencewindow.h"
#include "results/reportwindow.h"
#include "results/svgview.h"
#include "support/testmain.h"

#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QStatusBar>
#include <QTableView>
#include <QTemporaryDir>

#include <algorithm>

using namespace lapwing;
using namespace lapwing::test;
using ui::ReportWindow;
using ui::SvgView;

namespace {

QString textOf(const ReportWindow &window, const char *name)
{
    return window.findChild<QPlainTextEdit *>(QLatin1String(name))->toPlainText();
}

report::Document measuredDocument(double together, double oneAtATime)
{
    return sampleDocument(
        {wholeRun(plan::Mode::Together, together), wholeRun(plan::Mode::OneAtATime, oneAtATime)});
}

} // namespace

class ReportWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window =
            new ReportWindow(measuredDocument(1000, 2000), [] { return QStringLiteral("Run"); });
    }
    void cleanup() { delete m_window; }

    void theResultStandsFirst()
    {
        QVERIFY2(
            textOf(*m_window, "summary").startsWith(QStringLiteral("Together was 2.0× as fast")),
            qPrintable(textOf(*m_window, "summary")));
    }

    void whatIsATableIsOne()
    {
        const auto *runs = m_window->findChild<QTableView *>(QStringLiteral("runs"));
        QVERIFY2(runs->isHidden(), "one pair of runs is none");
        report::Document document = measuredDocument(1000, 2000);
        document.trial.kind = report::Trial::Kind::Compare;
        ReportWindow rounds(document, [] { return QStringLiteral("Comparison"); });
        const auto *table = rounds.findChild<QTableView *>(QStringLiteral("runs"));
        QVERIFY(!table->isHidden());
        QCOMPARE(table->model()->rowCount(), 1);
        QVERIFY(!textOf(rounds, "summary").contains(u"Each round"));
        const auto *summary = rounds.findChild<QPlainTextEdit *>(QStringLiteral("summary"));
        QVERIFY2(!QFontInfo(summary->font()).fixedPitch(), "terminal text has no place here");
    }

    void noLineOfTheSummaryIsHidden()
    {
        m_window->resize(480, 700); // so narrow that lines wrap
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window));
        const auto *summary = m_window->findChild<QPlainTextEdit *>(QStringLiteral("summary"));
        QVERIFY(summary->document()->size().height() > summary->document()->blockCount());
        QTRY_COMPARE(summary->verticalScrollBar()->maximum(), 0);
    }

    void thePictureIsDrawn()
    {
        const auto *picture = m_window->findChild<SvgView *>();
        QTRY_VERIFY(picture->width() > 200 && picture->height() > 100);
    }

    void thePictureHasTheColoursOfTheWindow()
    {
        auto *picture = m_window->findChild<SvgView *>();
        const auto paper = [picture] { return picture->grab().toImage().pixelColor(2, 2); };
        QTRY_VERIFY(picture->width() > 200);
        QTRY_COMPARE(paper(), QColor(Qt::white));
        m_window->setPalette(QPalette(QColor(0x2b, 0x2b, 0x2e)));
        QTRY_VERIFY(paper().lightness() < 64);
    }

    void theWindowFitsTheScreen()
    {
        const QSize screen = m_window->screen()->availableSize();
        QVERIFY(m_window->width() <= screen.width() && m_window->height() <= screen.height());
    }

    void theWindowIsAsWideAsThePicture()
    {
        m_window->resize(480, 700);
        m_window->show();
        const auto *picture = m_window->findChild<SvgView *>();
        const int screen = m_window->screen()->availableGeometry().width();
        QTRY_VERIFY(picture->width() > 200
                    && m_window->width() >= std::min(screen, picture->width()));
    }

    void inANarrowWindowThePictureIsSmaller()
    {
        m_window->show();
        const auto *picture = m_window->findChild<SvgView *>();
        QTRY_VERIFY(picture->width() > 200);
        m_window->resize(picture->sizeHint().width() * 9 / 10, 700);
        QTRY_VERIFY(picture->width() < picture->sizeHint().width());
        const auto *scroll = m_window->findChild<QScrollArea *>(QStringLiteral("scroll"));
        QTRY_COMPARE(scroll->horizontalScrollBar()->maximum(), 0);
    }

    /// Else what is said and the table of the runs would leave it no line.
    void inALowWindowThePictureScrollsWithTheRest()
    {
        m_window->resize(900, 300);
        m_window->show();
        const auto *picture = m_window->findChild<SvgView *>();
        QTRY_VERIFY(picture->width() > 200);
        auto *scroll = m_window->findChild<QScrollArea *>(QStringLiteral("scroll"));
        QTRY_COMPARE(scroll->viewport()->height(), picture->height());
        auto *page = m_window->findChild<QScrollArea *>(QStringLiteral("page"));
        QTRY_VERIFY(page->verticalScrollBar()->maximum() > 0);
        scroll->setFocus();
        QTest::keyClick(scroll, Qt::Key_PageDown);
        QVERIFY(page->verticalScrollBar()->value() > 0);
        QTRY_VERIFY(picture->visibleRegion().boundingRect().height() > 150);
    }

    void aRunThatWasExportedOpensAgain()
    {
        const QString path = m_folder.filePath(QStringLiteral("run.json"));
        m_window->exportTo(path);
        QTRY_VERIFY(QFile::exists(path));
        const auto again = ui::readRun(path);
        QVERIFY2(again, again ? "" : qPrintable(again.error()));
        QCOMPARE(again->runs.size(), std::size_t(2));
        QCOMPARE(*again->comparison->speedup.value, 2.0);
    }

    void whatIsNoRunIsSaid()
    {
        QFile file(m_folder.filePath(QStringLiteral("other.json")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{}") == 2);
        file.close();
        const auto document = ui::readRun(file.fileName());
        QVERIFY(!document);
        QVERIFY(document.error().contains(u"other.json"));
        QVERIFY(!ui::readRun(m_folder.filePath(QStringLiteral("missing.json"))));
    }

    void itIsHeldAgainstAnEarlierRun()
    {
        const QString path = m_folder.filePath(QStringLiteral("earlier.json"));
        QVERIFY(!report::save(measuredDocument(4000, 8000), path));
        m_window->differFrom(path);
        QTRY_VERIFY(m_window->findChild<ui::DifferenceWindow *>());
        const auto *window = m_window->findChild<ui::DifferenceWindow *>();
        QCOMPARE(window->findChild<QLabel *>(QStringLiteral("headline"))->text(),
                 u"The files took 1.00 s in the second run, 3.00 s less than in the first.");
        QVERIFY(window->isVisible());
    }

    void whatCannotBeComparedIsSaid()
    {
        const QString path = m_folder.filePath(QStringLiteral("empty.json"));
        QVERIFY(!report::save(sampleDocument({}), path));
        m_window->differFrom(path);
        QTRY_COMPARE(m_window->statusBar()->currentMessage(),
                     u"One of the documents contains no run, so there is nothing to compare.");
        QVERIFY(!m_window->findChild<ui::DifferenceWindow *>());
    }

    void anExportThatCannotBeWrittenIsSaid()
    {
        m_window->exportTo(QStringLiteral("/nowhere/run.json"));
        QTRY_VERIFY(
            m_window->statusBar()->currentMessage().startsWith(QStringLiteral("Export failed")));
    }

private:
    QTemporaryDir m_folder;
    ReportWindow *m_window = nullptr;
};

LAPWING_TEST(ReportWindowTest)
#include "tst_reportwindow.moc"
