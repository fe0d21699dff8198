// SPDX-License-Identifier: MIT
#include "details/detailspane.h"
#include "letterwidth.h"
#include "list/columns/columns.h"
#include "list/filter/filterbar.h"
#include "list/listpage.h"
#include "list/taskorder.h"
#include "mainwindow.h"
#include "summary/verdictcard.h"
#include "support/korean.h"
#include "support/testmain.h"
#include "timeline/timeline.h"
#include "ui/rows.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QCompleter>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QToolButton>

#include <algorithm>

using namespace lapwing;
using namespace Qt::Literals::StringLiterals;
using ui::ColumnId;
using ui::MainWindow;
using ui::TaskGroup;

namespace {

constexpr int name = static_cast<int>(ColumnId::Name);
constexpr int status = static_cast<int>(ColumnId::Status);

} // namespace

class ListPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QSettings().clear();
        m_folder = std::make_unique<QTemporaryDir>();
        open();
        m_window->controller().add(test::someLinks(5));
        m_window->controller().tasks().apply(
            {{}, {test::doneTask(1, 3), test::failedTask(2), test::doneTask(4, 1)}});
    }

    void cleanup()
    {
        m_window.reset();
        m_folder.reset();
    }

    void aHeaderSortsUpDownAndNotAtAll()
    {
        QCOMPARE(ids(), u"1 2 3 4 5");
        header()->showSection(static_cast<int>(ColumnId::OwnTime));
        m_window->findChild<QAction *>(u"actionTimeline"_s)->setChecked(false);
        clickHeader(static_cast<int>(ColumnId::OwnTime));
        QCOMPARE(ids(), u"4 1 2 3 5");
        clickHeader(static_cast<int>(ColumnId::OwnTime));
        QCOMPARE(ids(), u"1 4 2 3 5");
        clickHeader(static_cast<int>(ColumnId::OwnTime));
        QCOMPARE(ids(), u"1 2 3 4 5");
    }

    void homeAndEndSelectTheFirstAndTheLastRow()
    {
        table()->setFocus();
        const auto selected = [this] {
            QStringList rows;
            for (const QModelIndex &index : table()->selectionModel()->selectedRows())
                rows << QString::number(index.row());
            return rows.join(u' ');
        };
        for (const Qt::KeyboardModifier held : {Qt::NoModifier, Qt::ControlModifier}) {
            QTest::keyClick(table(), Qt::Key_End, held);
            QCOMPARE(selected(), u"4");
            QTest::keyClick(table(), Qt::Key_Home, held);
            QCOMPARE(selected(), u"0");
            QCOMPARE(table()->currentIndex().row(), 0);
        }
    }

    void theMenuOrdersToo()
    {
        choose("orderMenu", u"Status");
        QCOMPARE(header()->sortIndicatorSection(), status);
        choose("orderMenu", u"Descending");
        QCOMPARE(ids().left(1), u"2"); // failed
        choose("orderMenu", u"List order");
        QCOMPARE(ids(), u"1 2 3 4 5");
    }

    void whatIsDoneIsDoneToTheRowsInSight()
    {
        choose("orderMenu", u"#");
        choose("orderMenu", u"Descending");
        table()->selectRow(0);
        m_window->findChild<QAction *>(u"actionCopyLink"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"http://one.example/5.bin");
        table()->selectAll();
        m_window->findChild<QAction *>(u"actionCopyLink"_s)->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(
            u"http://one.example/5.bin\nhttp://one.example/file\nhttp://one.example/3.bin\n"));
        page()->setSearch(u"3.bin"_s);
        table()->selectAll();
        m_window->findChild<QAction *>(u"actionCopyCurl"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 u"curl --fail --location --globoff --output './3.bin' "
                 u"'http://one.example/3.bin'");
        QVERIFY(child<QLabel>("message")->text().contains(u"without passwords"));
    }

    void theCurrentRowStaysWhereItIsOnTheScreen()
    {
        m_window->controller().add(test::someLinks(400));
        table()->scrollTo(table()->model()->index(300, 0), QAbstractItemView::PositionAtTop);
        table()->selectRow(303);
        const int id = page()->order().taskAt(303).id;
        const int y = table()->visualRect(table()->currentIndex()).top();
        choose("orderMenu", u"#");
        choose("orderMenu", u"Descending");
        QCOMPARE(page()->order().taskAt(table()->currentIndex().row()).id, id);
        QCOMPARE(table()->visualRect(table()->currentIndex()).top(), y);
    }

    void whatIsSelectedAndInSightStaysWhereOthersGo()
    {
        m_window->controller().add(test::someLinks(400));
        table()->scrollTo(table()->model()->index(300, 0), QAbstractItemView::PositionAtTop);
        table()->selectRow(303);
        const int id = page()->order().taskAt(303).id;
        const int top = page()->order().taskAt(table()->rowAt(0)).id;
        m_window->controller().remove({page()->order().taskAt(310).id});
        QCOMPARE(page()->order().taskAt(table()->currentIndex().row()).id, id);
        QVERIFY(table()->selectionModel()->isRowSelected(303));
        QCOMPARE(page()->order().taskAt(table()->rowAt(0)).id, top);
        m_window->controller().undo();
        QVERIFY(table()->selectionModel()->isRowSelected(303));
        QCOMPARE(page()->order().taskAt(table()->rowAt(0)).id, top);
    }

    void alsoManySelectedRowsGoWithTheOrder()
    {
        m_window->controller().add(test::someLinks(5000));
        QTRY_COMPARE(table()->model()->rowCount(), 5000);
        select(0, 2999);
        choose("orderMenu", u"#");
        choose("orderMenu", u"Descending");
        QTRY_COMPARE(page()->order().taskAt(0).id, 5000);
        const auto *selected = table()->selectionModel();
        QVERIFY(!selected->isRowSelected(1999));
        QVERIFY(selected->isRowSelected(2000) && selected->isRowSelected(4999));
    }

    /// Every second row would be a range of its own, and each is asked for every cell that is painted.
    void aSelectionThatFallsApartGoesAndThatIsSaid()
    {
        plan::Links links;
        for (int number = 0; number < 6000; ++number)
            links.urls.emplace_back(u"http://one.example/%1.bin"_s.arg(number * 2477 % 6000));
        m_window->controller().clear();
        m_window->controller().add(links);
        QTRY_COMPARE(table()->model()->rowCount(), 6000);
        select(0, 2999);
        choose("orderMenu", u"Name");
        QTRY_VERIFY(child<QLabel>("message")->text().contains(u"no longer selected"));
        QVERIFY(!table()->selectionModel()->hasSelection());
    }

    void allOfAFilterStaysWhatIsSelectedWithoutIt_data()
    {
        QTest::addColumn<int>("rows");
        QTest::newRow("few") << 200;
        QTest::newRow("each a range of its own") << 3000;
    }

    void allOfAFilterStaysWhatIsSelectedWithoutIt()
    {
        QFETCH(const int, rows);
        m_window->controller().add(test::someLinks(rows));
        QTRY_COMPARE(m_window->controller().count(), rows);
        std::vector<int> failed;
        record::Batch batch;
        for (int id = 1; id <= rows; ++id) {
            batch.changed.push_back(id % 2 != 0 ? test::failedTask(id) : test::doneTask(id));
            if (id % 2 != 0)
                failed.push_back(id);
        }
        m_window->controller().tasks().apply(batch);
        button(TaskGroup::Failed)->click();
        QTRY_COMPARE(page()->order().rowCount(), rows / 2);
        table()->selectAll();
        button(TaskGroup::All)->click();
        QTRY_COMPARE(page()->order().rowCount(), rows);
        QCOMPARE(selectedIds(), failed);

        table()->selectAll();
        button(TaskGroup::Failed)->click();
        QTRY_COMPARE(page()->order().rowCount(), rows / 2);
        QCOMPARE(selectedIds(), failed);
        button(TaskGroup::Done)->click(); // as many
        QTRY_COMPARE(page()->order().taskAt(0).id, 2);
        QVERIFY(!table()->selectionModel()->hasSelection());
    }

    void columnsAreChosenAndTheLastStays()
    {
        auto *menu = child<QMenu>("columnsMenu");
        choose("columnsMenu", u"Host");
        QVERIFY(!header()->isSectionHidden(static_cast<int>(ColumnId::Host)));
        for (const ui::Column &column : ui::columns())
            header()->setSectionHidden(static_cast<int>(column.id), column.id != ColumnId::Size);
        Q_EMIT menu->aboutToShow();
        int enabled = 0;
        for (const QAction *action : menu->actions()) {
            if (action->isCheckable() && action->isChecked()) {
                QCOMPARE(action->text(), u"Size");
                QVERIFY(!action->isEnabled());
            }
            enabled += action->isCheckable() && action->isEnabled();
        }
        QCOMPARE(enabled, static_cast<int>(ui::columns().size()) - 1);
        choose("columnsMenu", u"Default columns");
        for (const ui::Column &column : ui::columns())
            QCOMPARE(!header()->isSectionHidden(static_cast<int>(column.id)), column.isShown);
    }

    void theHeaderHasTheMenuOfColumns()
    {
        Q_EMIT header()->customContextMenuRequested(QPoint(5, 5));
        QTRY_VERIFY(child<QMenu>("columnsMenu")->isVisible());
        child<QMenu>("columnsMenu")->close();
    }

    void aNameIsNotCutWhileStatusHasRoom()
    {
        plan::Links links;
        links.urls = {QUrl(u"http://one.example/a-name-that-is-a-good-deal-longer-than-the-others-"
                           u"of-this-list-are.tar.gz"_s)};
        m_window->controller().add(links);
        const QFontMetrics metrics = table()->fontMetrics();
        const int longest = metrics.horizontalAdvance(links.urls.front().fileName());
        m_window->resize(2 * longest + 6 * header()->sectionSize(static_cast<int>(ColumnId::Size)),
                         500);
        m_window->findChild<QAction *>(u"actionTimeline"_s)->setChecked(false);
        QTRY_VERIFY(header()->sectionSize(name) > longest);
        m_window->resize(m_window->minimumSizeHint());
        QTRY_VERIFY(header()->sectionSize(status)
                    < metrics.horizontalAdvance(u"Retrying in 30 s: No response"_s));
        QVERIFY(header()->sectionSize(status) > metrics.horizontalAdvance(u"○ Retrying in 30 s"_s));
    }

    void aReasonIsNotCutWhileNamesHaveRoom()
    {
        m_window->findChild<QAction *>(u"actionTimeline"_s)->setChecked(false);
        m_window->resize(1600, 500);
        const auto room = [this] {
            return header()->sectionSize(status) - 6 * ui::letterWidth(table()->fontMetrics());
        };
        const auto needed = [this](const QString &words) {
            return table()->fontMetrics().horizontalAdvance(words);
        };
        QTRY_VERIFY(room()
                    >= needed(u"Retrying in 30 s: 503 Unavailable (limited to 1 at a time)"_s));
        const int before = header()->sectionSize(status);
        const test::Korean korean;
        QVERIFY2(header()->sectionSize(status) != before, "its words are others now");
        QVERIFY(room() >= needed(u"30초 후 재시도: 503 사용할 수 없음"_s));
    }

    /// At a width that was enough before there was one.
    void theLastColumnStandsBesideTheScrollBar()
    {
        m_window->findChild<QAction *>(u"actionTimeline"_s)->setChecked(false);
        m_window->resize(m_window->width(), 480);
        QTRY_VERIFY(!table()->verticalScrollBar()->isVisible());
        const QFontMetrics metrics = table()->fontMetrics();
        const int least = metrics.horizontalAdvance(u"○ Retrying in 30 s"_s)
            + metrics.horizontalAdvance(u"a-name-of-a-file.iso"_s);
        const int others =
            header()->length() - header()->sectionSize(name) - header()->sectionSize(status);
        const int spare = table()->viewport()->width() - others - least
            - 8 * ui::letterWidth(metrics); // margins of the two, and room for the glyph
        m_window->resize(m_window->width() - spare, 480);
        QTRY_COMPARE(header()->length(), table()->viewport()->width());
        m_window->controller().add(test::someLinks(60));
        QTRY_VERIFY(table()->verticalScrollBar()->isVisible());
        QTRY_COMPARE(header()->length(), table()->viewport()->width());
        QVERIFY(!table()->horizontalScrollBar()->isVisible());
    }

    void aWidthThatWasChosenIsKept()
    {
        header()->resizeSection(name, 123);
        m_window->resize(m_window->width() + 100, m_window->height());
        QCoreApplication::processEvents();
        QCOMPARE(header()->sectionSize(name), 123);
        header()->moveSection(header()->visualIndex(status), 0);
        choose("columnsMenu", u"Host");
        choose("orderMenu", u"Name");
        m_window->close();
        open();
        QCOMPARE(header()->sectionSize(name), 123);
        QCOMPARE(header()->logicalIndex(0), status);
        QVERIFY(!header()->isSectionHidden(static_cast<int>(ColumnId::Host)));
        QCOMPARE(header()->sortIndicatorSection(), name);
    }

    void theFilterComesBack()
    {
        child<QLineEdit>("search")->setText(u"-is:failed"_s);
        button(TaskGroup::Done)->click();
        QTRY_COMPARE(QSettings().value(u"list/search"_s).toString(),
                     u"-is:failed"); // for a crash, too
        m_window->close();
        open();
        QCOMPARE(child<QLineEdit>("search")->text(), u"-is:failed");
        QVERIFY(button(TaskGroup::Done)->isChecked());
        m_window->controller().add(test::someLinks(5));
        QCOMPARE(ids(), QString());
        m_window->controller().tasks().apply({{}, {test::doneTask(4)}});
        QTRY_COMPARE(ids(), u"4");

        m_window->close();
        m_window.reset();
        QSettings().setValue(u"list/group"_s, 99); // as a later version may have it
        open();
        QVERIFY(button(TaskGroup::All)->isChecked());
    }

    void buttonsCountAndFilter()
    {
        QTRY_COMPARE(button(TaskGroup::Failed)->text(), u"Failed 1");
        QCOMPARE(button(TaskGroup::All)->text(), u"All 5");
        QCOMPARE(button(TaskGroup::Done)->text(), u"Done 2");
        QVERIFY(button(TaskGroup::Paused)->isHidden());
        button(TaskGroup::Failed)->click();
        QCOMPARE(ids(), u"2");
        QCOMPARE(note(), u"1 of 5 shown");
        const QPoint place = button(TaskGroup::Failed)->pos();
        m_window->controller().tasks().apply({{}, {test::failedTask(5), test::doneTask(2)}});
        QTRY_COMPARE(ids(), u"5");
        QTRY_COMPARE(button(TaskGroup::Done)->text(), u"Done 3");
        QCOMPARE(button(TaskGroup::Failed)->pos(), place);
        m_window->controller().tasks().apply({{}, {test::doneTask(5)}});
        QTRY_COMPARE(note(), u"No download matches.");
        button(TaskGroup::All)->click();
        QCOMPARE(ids(), u"1 2 3 4 5");
        QCOMPARE(note(), QString());
    }

    /// The card and the buttons: one number for one thing, at each moment.
    void theCardCountsWhatTheButtonsCount()
    {
        QTRY_VERIFY(!button(TaskGroup::NotStarted)->isHidden());
        QVERIFY(button(TaskGroup::Queued)->isHidden());
        m_window->controller().tasks().setOutside(std::vector<int>());
        QTRY_VERIFY(!button(TaskGroup::Queued)->isHidden());
        QVERIFY(button(TaskGroup::NotStarted)->isHidden());
        auto *card = m_window->findChild<ui::VerdictCard *>();
        QSignalSpy counted(m_window->findChild<ui::ListPage *>(), &ui::ListPage::counted);
        record::TaskRecord saving = test::downloadingTask(5);
        saving.state = record::TaskState::Committing;
        m_window->controller().tasks().apply({{}, {saving, test::downloadingTask(4)}});
        ui::Summary running;
        running.phase = ui::Summary::Phase::Running;
        running.counts = QStringLiteral("of a moment before");
        card->setSummary(running);
        QTRY_COMPARE(button(TaskGroup::Running)->text(), u"Running 1");
        QVERIFY(!counted.isEmpty());
        QCOMPARE(button(TaskGroup::Saving)->text(), u"Saving 1");
        const auto sentence = [card] {
            return card->findChild<QLabel *>(QStringLiteral("sentence"))->text();
        };
        QVERIFY2(sentence().contains(u"1 running, 1 saving"), qPrintable(sentence()));
        card->setSummary(running);
        QVERIFY2(sentence().contains(u"1 running, 1 saving"), qPrintable(sentence()));
    }

    void aSearchFiltersAndWhatIsNotUnderstoodDoesNot()
    {
        QLineEdit field;
        page()->attachSearch(&field);
        field.setText(u"is:done -4.bin"_s);
        QCOMPARE(ids(), u"1");
        field.setText(u"larger:"_s);
        QCOMPARE(ids(), u"1 2 3 4 5");
        QCOMPARE(note(), u"Type a value after “larger:”.");
        button(TaskGroup::Failed)->click();
        QCOMPARE(ids(), u"2");
        field.clear();
        QCOMPARE(note(), u"1 of 5 shown");
    }

    void aSearchIsCompleted()
    {
        QLineEdit field;
        page()->attachSearch(&field);
        QCompleter *completer = field.completer();
        completer->setCompletionPrefix(u"x ho"_s);
        QCOMPARE(completer->currentCompletion(), u"x host:");
        completer->setCompletionPrefix(u"x -host:o"_s);
        QCOMPARE(completer->currentCompletion(), u"x -host:one.example");
        completer->setCompletionPrefix(u"is:un"_s);
        QCOMPARE(completer->currentCompletion(), u"is:unverified");
        completer->setCompletionPrefix(u"x "_s);
        QCOMPARE(completer->completionCount(), 0);
    }

    /// What is open over it first, then its text, then the field itself.
    void escapeLeavesTheSearchStepByStep()
    {
        auto *field = child<QLineEdit>("search");
        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("is:fa"));
        QAbstractItemView *popup = field->completer()->popup();
        QTRY_VERIFY(popup->isVisible());
        QTest::keyClick(popup, Qt::Key_Escape);
        QVERIFY(!popup->isVisible());
        QCOMPARE(field->text(), u"is:fa");
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(field->text(), QString());
        QVERIFY(field->hasFocus());
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(table()->hasFocus());
    }

    void aNumberIsNeverCut()
    {
        constexpr int number = static_cast<int>(ColumnId::Number);
        m_window->controller().add(test::someLinks(100'000));
        const int needed = table()->fontMetrics().horizontalAdvance(QStringLiteral("100000"));
        QTRY_VERIFY(m_window->controller().count() > 99'999);
        QTRY_VERIFY(header()->sectionSize(number) > needed);
    }

    /// Where there is room for one of them alone.
    void inANarrowWindowTheTimelineTakesThePlaceOfTheColumns()
    {
        auto *action = child<QAction>("actionTimeline");
        auto *timeline = m_window->findChild<ui::Timeline *>();
        m_window->resize(m_window->minimumSizeHint());
        QTRY_VERIFY(!timeline->isVisible());
        m_window->resize(ui::letterWidth(m_window->fontMetrics()) * 128, 600);
        QTRY_VERIFY(table()->horizontalScrollBar()->maximum() == 0);
        QVERIFY2(!timeline->isVisible(), "which would cut the columns");
        QVERIFY2(!action->isChecked(), "ticked, and nothing to see");
        m_window->resize(m_window->minimumSizeHint());
        QTRY_VERIFY(table()->width() > m_window->width() * 9 / 10);
        const int before = table()->width();
        action->trigger();
        QVERIFY(action->isChecked() && timeline->isVisible());
        QTRY_VERIFY(timeline->width() > table()->width());
        QVERIFY(table()->isVisible()); // the names stay
        action->trigger();
        QVERIFY(!timeline->isVisible());
        QTRY_COMPARE(table()->width(), before);
        m_window->resize(1600, 600);
        QTRY_VERIFY(timeline->isVisible());
        QVERIFY2(action->isChecked(), "where both have room nobody put it away");
    }

    void detailsAreShownByKeyAndByDoubleClick()
    {
        QVERIFY(pane()->isHidden());
        chooseRow(1);
        QTest::keyClick(m_window.get(), Qt::Key_I, Qt::ControlModifier);
        QVERIFY(pane()->isVisible());
        QTRY_COMPARE(pane()->findChild<QLabel *>(u"title"_s)->text(), u"2.bin");
        chooseRow(0);
        QTRY_COMPARE(pane()->findChild<QLabel *>(u"title"_s)->text(), u"1.bin");
        m_window->controller().tasks().apply({{}, {test::failedTask(1)}});
        QTRY_VERIFY(pane()->findChild<QLabel *>(u"reason"_s)->text().contains(u"404"));
        QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::AltModifier);
        QVERIFY(pane()->isHidden());
        Q_EMIT table()->doubleClicked(table()->model()->index(1, 0));
        QVERIFY(pane()->isVisible());
        table()->clearSelection();
        QTRY_VERIFY(pane()->findChild<QLabel *>(u"reason"_s)->text().startsWith(u"Select"));
    }

    void returnShowsTheDetailsOfWhatHasNoFile()
    {
        table()->setFocus();
        table()->clearSelection();
        QTest::keyClick(table(), Qt::Key_Return);
        QVERIFY(pane()->isHidden());
        chooseRow(2); // which has not started
        QTest::keyClick(table(), Qt::Key_Return);
        QVERIFY(pane()->isVisible());
        QTRY_COMPARE(pane()->findChild<QLabel *>(u"title"_s)->text(), u"3.bin");
    }

    void whatIsHiddenOffersNothing()
    {
        const auto *copy = m_window->findChild<QAction *>(u"actionCopyLink"_s);
        chooseRow(1); // which failed
        QVERIFY(copy->isEnabled());
        page()->showDetails();
        QTRY_COMPARE(pane()->findChild<QLabel *>(u"title"_s)->text(), u"2.bin");
        button(TaskGroup::Done)->click();
        QTRY_COMPARE(ids(), u"1 4");
        QVERIFY(!table()->selectionModel()->hasSelection());
        QVERIFY(!copy->isEnabled());
        QTRY_VERIFY(pane()->findChild<QLabel *>(u"reason"_s)->text().startsWith(u"Select"));
    }

    void theFirstViewOfTheDetailsHasAllPhases_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("as it opens") << QSize();
        QTest::newRow("on a screen of 1280x800 at scale 1.6") << QSize(800, 450);
    }

    void theFirstViewOfTheDetailsHasAllPhases()
    {
        QFETCH(QSize, size);
        if (size.isValid())
            m_window->resize(size);
        chooseRow(0);
        page()->showDetails();
        const auto *timing = pane()->findChild<QLabel *>(u"timing"_s);
        QTRY_VERIFY(timing->isVisible());
        QTRY_VERIFY(timing->height() >= timing->heightForWidth(timing->width()));
        QTRY_COMPARE(timing->visibleRegion().boundingRect(), timing->rect());
        const auto *phases = pane()->findChild<QTableWidget *>(u"phases"_s);
        for (int row = 0; row < phases->rowCount(); ++row) {
            const QString phase = phases->item(row, 0)->text();
            const QString time = phases->item(row, 1)->text();
            if (time != u"not observable" && !phase.startsWith(u"of which"))
                QVERIFY2(timing->text().contains(phase + u' ' + time), qPrintable(timing->text()));
        }
        QVERIFY(table()->viewport()->height() >= table()->rowHeight(0));
    }

    void inALowWindowTheListKeepsFourRowsBesideTheDetails_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("hasCard");
        QTest::newRow("1366x768 at scale 1.6") << QSize(768, 432) << true;
        QTest::newRow("1366x768 at scale 2") << QSize(640, 345) << false;
    }

    void inALowWindowTheListKeepsFourRowsBesideTheDetails()
    {
        QFETCH(QSize, size);
        QFETCH(bool, hasCard);
        chooseRow(1); // which failed, and has the most to say
        page()->showDetails();
        const auto *card = child<ui::VerdictCard>("card");
        m_window->resize(size.width(), 450);
        QTRY_VERIFY(card->height() < 3 * card->fontMetrics().height()); // one line
        m_window->resize(size);
        QTRY_COMPARE(m_window->size(), size);
        const auto *reason = pane()->findChild<QLabel *>(u"reason"_s);
        QTRY_COMPARE(reason->visibleRegion().boundingRect(), reason->rect());
        QTRY_VERIFY(table()->viewport()->height() >= 4 * table()->rowHeight(0));
        for (const QToolButton *button : pane()->findChildren<QToolButton *>()) {
            if (button->isVisible())
                QVERIFY2(button->height() >= button->sizeHint().height(), "squashed");
        }
        QCOMPARE(card->isVisible(), hasCard);

        QTest::keyClick(m_window->focusWidget(), Qt::Key_F6);
        const auto *phases = pane()->findChild<QTableWidget *>(u"phases"_s);
        QTRY_VERIFY(phases->viewport()->visibleRegion().boundingRect().height()
                    >= phases->rowHeight(0) / 2);
    }

    /// It has fewer rows then, but its last one and the bar that scrolls are not below its place.
    void inTheLowestWindowTheListIsNotCut()
    {
        m_window->resize(m_window->minimumSizeHint());
        QTRY_VERIFY(page()->height() < 8 * table()->rowHeight(0));
        QTRY_VERIFY(
            page()->rect().contains(QRect(table()->mapTo(page(), QPoint()), table()->size())));
    }

    void theFirstWindowHasRoomForRowsAndDetails()
    {
        chooseRow(0);
        page()->showDetails();
        const auto *phases = pane()->findChild<QTableWidget *>(u"phases"_s);
        QTRY_VERIFY(phases->viewport()->visibleRegion().boundingRect().height()
                    >= 2 * phases->rowHeight(0));
        QVERIFY(table()->viewport()->height() >= 6 * table()->rowHeight(0));
    }

    void emptyDetailsLeaveTheRoomToTheList()
    {
        m_window->resize(800, 700);
        table()->clearSelection();
        page()->showDetails();
        const auto *tabs = pane()->findChild<QTabWidget *>(u"tabs"_s);
        const int fewLines = pane()->fontMetrics().height() * 6;
        QTRY_VERIFY(tabs->isHidden() && pane()->height() < fewLines);
        chooseRow(0);
        QTRY_VERIFY(tabs->isVisible() && pane()->height() > 2 * fewLines);
        const int chosen = pane()->height();
        table()->clearSelection();
        QTRY_VERIFY(tabs->isHidden() && pane()->height() < fewLines);
        chooseRow(0);
        QTRY_COMPARE(pane()->height(), chosen);
    }

    /// As on a screen of 1400x900 at scale 1.6, of which it would go out.
    void neitherDetailsNorAnotherPageMakeTheWindowGrow()
    {
        const QSize size(868, 480);
        m_window->resize(size);
        QTRY_COMPARE(m_window->size(), size);
        chooseRow(1);
        page()->showDetails();
        QTRY_VERIFY(pane()->findChild<QTabWidget *>(u"tabs"_s)->isVisible());
        QCOMPARE(m_window->size(), size);
        m_window->findChild<QAction *>(u"actionCompare"_s)->trigger();
        QTRY_VERIFY(!page()->isVisible());
        m_window->findChild<QPushButton *>(u"back"_s)->click();
        QTRY_VERIFY(page()->isVisible());
        QCOMPARE(m_window->size(), size);
        QVERIFY(table()->viewport()->height() >= table()->rowHeight(0));
    }

    void keysGoToTheDetailsAndBack()
    {
        chooseRow(1);
        page()->showDetails();
        QTRY_COMPARE(pane()->findChild<QLabel *>(u"title"_s)->text(), u"2.bin");
        QTest::keyClick(m_window->focusWidget(), Qt::Key_F6);
        QVERIFY(pane()->isAncestorOf(m_window->focusWidget()));
        QTest::keyClick(m_window->focusWidget(), Qt::Key_F6);
        QCOMPARE(m_window->focusWidget(), table());
        QTest::keyClick(m_window->focusWidget(), Qt::Key_F6);
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Escape);
        QVERIFY(pane()->isHidden());
        QCOMPARE(m_window->focusWidget(), table());
    }

    /// Which a screen reader does: it does not click.
    void aToggledButtonFilters()
    {
        button(TaskGroup::Failed)->toggle();
        QTRY_COMPARE(ids(), u"2");
    }

    /// It selects a row without moving there.
    void whatAScreenReaderSelectsIsShown()
    {
        page()->showDetails();
        table()->setCurrentIndex({});
        table()->selectionModel()->select(table()->model()->index(1, 0),
                                          QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QTRY_COMPARE(pane()->findChild<QLabel *>(u"title"_s)->text(), u"2.bin");
    }

    void aMenuDoesWhatTheKeysOfTheTimelineDo()
    {
        m_window->resize(m_window->fontMetrics().averageCharWidth() * 200, m_window->height());
        auto *timeline = m_window->findChild<ui::Timeline *>();
        QTRY_VERIFY(timeline->isVisible());
        choose("timelineMenu", u"Select the visible period");
        QVERIFY(timeline->stretch());
        choose("timelineMenu", u"Clear the selected period");
        QVERIFY(!timeline->stretch());
        m_window->findChild<QAction *>(u"actionTimeline"_s)->setChecked(false);
        QVERIFY(!child<QMenu>("timelineMenu")->actions().last()->isEnabled());
    }

    void detailsAreRemembered()
    {
        page()->showDetails();
        m_window->close();
        open();
        QVERIFY(!pane()->isHidden());
    }

private:
    void select(int first, int last)
    {
        const QAbstractItemModel *model = table()->model();
        table()->selectionModel()->select({model->index(first, 0), model->index(last, 0)},
                                          QItemSelectionModel::ClearAndSelect
                                              | QItemSelectionModel::Rows);
    }

    void open()
    {
        MainWindow::Conditions conditions;
        conditions.folder = m_folder->path();
        m_window = std::make_unique<MainWindow>(conditions);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    template<typename Widget>
    Widget *child(const char *objectName) const
    {
        return m_window->findChild<Widget *>(QLatin1String(objectName));
    }
    QTableView *table() const { return child<QTableView>("table"); }
    QHeaderView *header() const { return table()->horizontalHeader(); }
    ui::ListPage *page() const { return m_window->findChild<ui::ListPage *>(); }
    ui::DetailsPane *pane() const { return m_window->findChild<ui::DetailsPane *>(); }
    QString note() const { return child<QLabel>("filterNote")->text(); }
    QToolButton *button(TaskGroup group) const
    {
        return m_window->findChild<QToolButton *>(u"filter%1"_s.arg(static_cast<int>(group)));
    }

    void choose(const char *menu, QStringView text) const
    {
        for (QAction *action : child<QMenu>(menu)->actions()) {
            if (action->text().remove(u'&') == text)
                return action->trigger();
        }
        QFAIL(qPrintable(text.toString()));
    }

    void clickHeader(int section) const
    {
        const QPoint place(header()->sectionViewportPosition(section)
                               + header()->sectionSize(section) / 2,
                           header()->height() / 2);
        QTest::mouseClick(header()->viewport(), Qt::LeftButton, {}, place);
    }

    void chooseRow(int row) const
    {
        table()->setFocus();
        table()->selectionModel()->setCurrentIndex(table()->model()->index(row, 0),
                                                   QItemSelectionModel::ClearAndSelect
                                                       | QItemSelectionModel::Rows);
    }

    std::vector<int> selectedIds() const
    {
        std::vector<int> ids;
        for (const QModelIndex &index : table()->selectionModel()->selectedRows())
            ids.push_back(page()->order().taskAt(index.row()).id);
        std::ranges::sort(ids);
        return ids;
    }

    QString ids() const
    {
        QStringList ids;
        for (int row = 0; row < page()->order().rowCount(); ++row)
            ids << QString::number(page()->order().taskAt(row).id);
        return ids.join(u' ');
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

LAPWING_TEST(ListPageTest)
#include "tst_listpage.moc"
