// SPDX-License-Identifier: MIT
#include "primer/primerwindow.h"

#include "mainwindow.h"
#include "primer/lessonrunner.h"
#include "primer/lessons.h"
#include "primer/stageview.h"
#include "support/testmain.h"

#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTextBrowser>

using namespace lapwing;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using ui::PrimerWindow;
using ui::StageView;

namespace {

QStringList rowsOf(const ui::SceneShown &scene)
{
    QStringList names;
    for (const primer::RowPicture &row : scene.picture.rows)
        names << row.name;
    return names;
}

primer::Moment blockedIn(const ui::SceneShown &scene)
{
    primer::Moment sum{};
    for (const primer::Piece &piece : scene.picture.loop)
        sum += piece.look == primer::Look::Blocks ? piece.length() : primer::Moment();
    return sum;
}

/// How many streets the deliveries have come through, or are in.
std::ptrdiff_t streetsIn(const ui::SceneShown &scene)
{
    std::ptrdiff_t streets = 0;
    for (const primer::RowPicture &row : scene.picture.rows) {
        const auto isWait = [](const primer::Piece &piece) {
            return piece.look == primer::Look::Waits;
        };
        if (row.name != u"number")
            streets += std::ranges::count_if(row.pieces, isWait);
    }
    return streets;
}

constexpr std::ptrdiff_t allStreets = 10 + 6 + 8;

} // namespace

class PrimerWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<PrimerWindow>();
        m_window->setScale(0.02);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

    void everyLessonIsShownWithItsProgram()
    {
        QCOMPARE(list()->count(), static_cast<int>(primer::lessons().size()));
        for (int row = 0; row < list()->count(); ++row) {
            list()->setCurrentRow(row);
            const QString page = m_window->findChild<QTextBrowser *>()->toPlainText();
            QVERIFY2(page.startsWith(list()->item(row)->text()), qUtf8Printable(page.left(80)));
            QVERIFY(page.contains(u"asyncio") && page.contains(u"Row "));
            QCOMPARE(page.contains(u"qCoro(m_edit, &QLineEdit::returnPressed)"),
                     primer::lessons()[static_cast<std::size_t>(row)].usesKeyboard);
        }
    }

    void runItShowsRowsAndTheAnswer()
    {
        m_window->showLesson(u"deliveries"_s);
        runToTheEnd();
        QCOMPARE(shown().size(), std::size_t(2));
        for (const ui::SceneShown &scene : shown())
            QCOMPARE(rowsOf(scene), QStringList({u"A"_s, u"B"_s, u"C"_s}));
        const QStringList lines = answer()->text().split(u'\n');
        QVERIFY2(lines.at(0).startsWith(shown()[0].title + u'.'), qUtf8Printable(lines.at(0)));
        QVERIFY(lines.at(0).endsWith(u"in the order A, B, C."));
        QVERIFY(lines.at(1).contains(u"times as fast as \"One after another\""));
        QVERIFY(lines.at(1).endsWith(u"in the order B, C, A."));
        QVERIFY(shown()[0].picture.end >= 12s && shown()[1].picture.end >= 5s);
    }

    void everyOtherLessonRunsToo_data()
    {
        QTest::addColumn<QString>("lesson");
        for (const primer::Lesson &lesson : primer::lessons()) {
            if (!lesson.usesKeyboard)
                QTest::newRow(lesson.id) << QString::fromLatin1(lesson.id);
        }
    }

    void everyOtherLessonRunsToo()
    {
        QFETCH(QString, lesson);
        m_window->showLesson(lesson);
        runToTheEnd();
        QCOMPARE(shown().size(), primer::lessonOf(lesson)->scenes.size());
        for (const ui::SceneShown &scene : shown())
            QVERIFY2(scene.isOver && scene.title.contains(u": "), qUtf8Printable(scene.title));
        QVERIFY(!stage()->accessibleDescription().isEmpty());
        QVERIFY(!stage()->grab().isNull());
    }

    /// Awaited, deliveries go on; with a call that blocks, none moves until Return is pressed.
    void theNumberIsAwaitedAndThenBlocksALoop()
    {
        m_window->showLesson(u"number"_s);
        QVERIFY(field()->isVisible());
        button()->click();
        QCOMPARE(m_window->focusWidget(), field());
        QTRY_VERIFY(!shown().empty() && streetsIn(shown()[0]) == allStreets);
        QVERIFY2(!shown()[0].isOver, "the number is still awaited");
        type(u"42"_s);
        QTRY_COMPARE(shown().size(), std::size_t(2));
        QVERIFY2(answer()->text().contains(u"142"), qUtf8Printable(answer()->text()));
        QCOMPARE(QAccessible::queryAccessibleInterface(answer())->text(QAccessible::Name),
                 answer()->text()); // a name of its own would hide it
        QCOMPARE(blockedIn(shown()[0]), primer::Moment());
        QTRY_VERIFY(blockedIn(shown()[1]) > 10s);
        QVERIFY2(streetsIn(shown()[1]) == 3, "they stand still");
        type(u"-100"_s);
        QTRY_COMPARE(button()->text(), u"&Run it"_s);
        QVERIFY2(answer()->text().contains(u"100 is 0."), qUtf8Printable(answer()->text()));
        QVERIFY(shown()[1].isOver && streetsIn(shown()[1]) == allStreets);
    }

    void theSceneThatRunsIsInSight()
    {
        m_window->resize(m_window->minimumSizeHint());
        m_window->setScale(0.1);
        m_window->showLesson(u"bound"_s);
        button()->click();
        QTRY_VERIFY_WITH_TIMEOUT(shown().size() == 3, 30'000);
        const auto *const bar =
            m_window->findChild<QScrollArea *>(u"scroll"_s)->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());
    }

    /// It is the longer the smaller the window is.
    void noLineOfTheAnswerIsCut()
    {
        m_window->resize(m_window->minimumSizeHint());
        m_window->showLesson(u"bound"_s);
        runToTheEnd();
        QTRY_VERIFY(answer()->height() >= answer()->heightForWidth(answer()->width()));
        QTRY_COMPARE(answer()->visibleRegion().boundingRect().topLeft(), QPoint());
    }

    void anotherLanguageIsTakenUp()
    {
        QEvent change(QEvent::LanguageChange);
        QApplication::sendEvent(m_window.get(), &change);
        QCOMPARE(list()->count(), static_cast<int>(primer::lessons().size()));
        QVERIFY(!list()->item(9)->text().isEmpty());
        m_window->showLesson(u"deliveries"_s);
        button()->click();
        QApplication::sendEvent(m_window.get(), &change);
        QCOMPARE(button()->text(), u"&Stop"_s);
    }

    void aWordIsNoNumber()
    {
        m_window->showLesson(u"number"_s);
        button()->click();
        QTRY_VERIFY(field()->isEnabled() && !shown().empty());
        type(u"many"_s);
        QTRY_COMPARE(button()->text(), u"&Run it"_s);
        QVERIFY2(answer()->text().contains(u"not a whole number"),
                 qUtf8Printable(answer()->text()));
        QCOMPARE(shown().size(), std::size_t(1));
    }

    void itCanBeStopped_data() { addBoth(); }

    void itCanBeStopped()
    {
        QFETCH(QString, lesson);
        QFETCH(int, scene);
        startScene(lesson, scene);
        button()->click();
        QTRY_COMPARE(button()->text(), u"&Run it"_s);
        QVERIFY(answer()->text().contains(u"Stopped."));
        m_window->setScale(0.02);
        m_window->showLesson(u"in-turn"_s);
        runToTheEnd(); // and another can be run
        QCOMPARE(shown().size(), std::size_t(2));
    }

    void closingStopsIt_data() { addBoth(); }

    void closingStopsIt()
    {
        QFETCH(QString, lesson);
        QFETCH(int, scene);
        startScene(lesson, scene);
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QVERIFY(!m_window->isVisible());
        QTRY_COMPARE(button()->text(), u"&Run it"_s);
    }

    /// While a program runs; what leaks or is touched too late, the sanitizers tell.
    void itCanGoWhileAProgramRuns_data() { addBoth(); }

    void itCanGoWhileAProgramRuns()
    {
        QFETCH(QString, lesson);
        QFETCH(int, scene);
        startScene(lesson, scene);
        m_window.reset();
    }

    void anotherLessonStopsTheOneThatRuns()
    {
        startScene(u"deliveries"_s, 0);
        m_window->showLesson(u"fetch"_s);
        QVERIFY2(shown().empty(), "they are not of this lesson");
        QTRY_COMPARE(button()->text(), u"&Run it"_s);
        QVERIFY2(shown().empty() && answer()->text().isEmpty(), qUtf8Printable(answer()->text()));
    }

    void everythingHasANameAndAKey()
    {
        for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
            const auto *const label = qobject_cast<const QLabel *>(widget);
            const bool isNamed = !widget->accessibleName().isEmpty()
                || qobject_cast<const QPushButton *>(widget) != nullptr;
            const bool isReached = widget->isVisible() && widget->focusPolicy() & Qt::TabFocus
                && label == nullptr && !widget->objectName().startsWith(u"qt_");
            QVERIFY2(!isReached || isNamed, qUtf8Printable(widget->objectName()));
        }
    }

    void theMenuOpensIt()
    {
        const QTemporaryDir folder;
        ui::MainWindow window({0.1, folder.path(), {}, {}});
        window.findChild<QAction *>(u"actionPrimer"_s)->trigger();
        const auto isPrimer = [](const QWidget *widget) {
            return widget->isVisible() && widget->objectName() == u"PrimerWindow";
        };
        m_window->hide();
        QVERIFY(std::ranges::any_of(QApplication::topLevelWidgets(), isPrimer));
        window.close();
        QVERIFY2(std::ranges::none_of(QApplication::topLevelWidgets(), isPrimer),
                 "it would keep the program running");
    }

private:
    static void addBoth()
    {
        QTest::addColumn<QString>("lesson");
        QTest::addColumn<int>("scene");
        QTest::newRow("waits") << u"deliveries"_s << 0;
        QTest::newRow("blocks") << u"synchronous"_s << 0;
        QTest::newRow("computes") << u"routines"_s << 0;
        QTest::newRow("fetches") << u"fetch"_s << 0;
        QTest::newRow("awaits the keyboard") << u"number"_s << 0;
        QTest::newRow("blocks for the keyboard") << u"number"_s << 1;
    }

    /// In seconds of minutes: it does not end by itself.
    void startScene(const QString &lesson, int scene)
    {
        m_window->setScale(lesson == u"number" ? 0.02 : 60);
        m_window->showLesson(lesson);
        button()->click();
        QTRY_VERIFY(!shown().empty() && !shown()[0].picture.rows.empty());
        if (scene == 0)
            return;
        type(u"1"_s);
        QTRY_VERIFY(shown().size() == 2 && blockedIn(shown()[1]) > 0ms);
    }

    void runToTheEnd()
    {
        button()->click();
        QCOMPARE(button()->text(), u"&Stop"_s);
        QTRY_COMPARE_WITH_TIMEOUT(button()->text(), u"&Run it"_s, 60'000);
    }

    void type(const QString &text)
    {
        QTest::keyClicks(field(), text);
        QTest::keyClick(field(), Qt::Key_Return);
    }

    QListWidget *list() const { return m_window->findChild<QListWidget *>(u"lessons"_s); }
    QPushButton *button() const { return m_window->findChild<QPushButton *>(u"run"_s); }
    QLineEdit *field() const { return m_window->findChild<QLineEdit *>(u"number"_s); }
    QLabel *answer() const { return m_window->findChild<QLabel *>(u"answer"_s); }
    StageView *stage() const { return m_window->findChild<StageView *>(); }
    const std::vector<ui::SceneShown> &shown() const { return stage()->scenes(); }

    std::unique_ptr<PrimerWindow> m_window;
};

LAPWING_TEST(PrimerWindowTest)
#include "tst_primerwindow.moc"
