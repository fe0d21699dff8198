// SPDX-License-Identifier: MIT
#include "help/helppages.h"
#include "help/helpwindow.h"
#include "support/korean.h"
#include "support/testmain.h"

#include <QAccessible>
#include <QDesktopServices>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSet>
#include <QSplitter>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTreeWidget>

using namespace lapwing;
using ui::HelpWindow;

class HelpWindowTest : public QObject {
    Q_OBJECT

public Q_SLOTS:
    void browse(const QUrl &url) { m_browsed = url; }

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<HelpWindow>();
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

    void everyPageShipsWithATitle()
    {
        const QDir folder(qEnvironmentVariable("LAPWING_SOURCE_DIR")
                          + QStringLiteral("/resources/help"));
        QStringList files = folder.entryList(QDir::Files, QDir::Name);
        files.move(files.indexOf(QStringLiteral("start.md")), 0);
        const std::vector<ui::HelpPage> pages = ui::helpPages();
        QCOMPARE(pages.size(), static_cast<std::size_t>(files.size()));
        for (std::size_t i = 0; i < pages.size(); ++i) {
            QCOMPARE(pages[i].source.fileName(), files.at(static_cast<int>(i)));
            QVERIFY2(!pages[i].title.isEmpty(), qPrintable(pages[i].source.toString()));
        }
    }

    void anchorsAreThoseOfGitHub()
    {
        QCOMPARE(ui::anchorOf(QStringLiteral("The words")), u"the-words");
        QCOMPARE(ui::anchorOf(QStringLiteral("From Python's asyncio to Lapwing")),
                 u"from-pythons-asyncio-to-lapwing");
    }

    void itBeginsWithThePageToStartFrom()
    {
        QCOMPARE(page()->source().fileName(), u"start.md");
        QCOMPARE(page()->source(), ui::helpPages().front().source);
        QCOMPARE(contents()->currentItem(), contents()->topLevelItem(0));
        QCOMPARE(headingAtTheTop(), ui::helpPages().front().title);
        QVERIFY2(!page()->toPlainText().contains(u"SPDX"), "comments are not for the reader");
    }

    void theContentsLeadToASection()
    {
        QTreeWidgetItem *section = contents()->topLevelItem(1)->child(0); // of a long page
        contents()->setCurrentItem(section);
        QCOMPARE(headingAtTheTop(), section->text(0));
        page()->verticalScrollBar()->setValue(0);
        const QRect place = contents()->visualItemRect(section);
        QTest::mouseClick(contents()->viewport(), Qt::LeftButton, {}, place.center());
        QCOMPARE(headingAtTheTop(), section->text(0));
    }

    void theContentsFitInAnotherLanguageToo()
    {
        const auto isCut = [this] {
            return contents()->columnWidth(0) > contents()->viewport()->width();
        };
        m_window->findChild<QSplitter *>()->setSizes({1, m_window->width()});
        QVERIFY(isCut());
        const test::Korean korean;
        QTRY_VERIFY(!isCut());
    }

    void aLinkToASectionMovesTheContentsToo()
    {
        contents()->setCurrentItem(contents()->topLevelItem(1));
        const QString section = ui::helpPages().at(1).sections.at(1);
        page()->setSource(page()->source().resolved(QUrl(u'#' + ui::anchorOf(section))));
        QCOMPARE(headingAtTheTop(), section);
        QCOMPARE(contents()->currentItem()->text(0), section);
        page()->backward();
        QCOMPARE(contents()->currentItem(), contents()->topLevelItem(1));
    }

    void aLinkToTheWebOpensInTheBrowser()
    {
        QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "browse");
        page()->setHtml(QStringLiteral("<a href='https://one.example/'>elsewhere</a>"));
        QTextCursor inside(page()->document());
        inside.setPosition(3);
        const QPoint place = page()->cursorRect(inside).center();
        QTest::mouseClick(page()->viewport(), Qt::LeftButton, {}, place);
        QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
        QCOMPARE(m_browsed, QUrl(QStringLiteral("https://one.example/")));
        QVERIFY2(page()->toPlainText() == u"elsewhere", "the page stays");
    }

    void searchFindsATextInAllPages()
    {
        search()->setText(QStringLiteral("redirect loop"));
        QCOMPARE(selected(), u"redirect loop");
        const QString first = found()->text();
        QVERIFY2(first.startsWith(u"1 of "), qPrintable(first));
        const int hits = first.section(u' ', -1).toInt();
        QVERIFY(hits > 1);
        const QUrl page = this->page()->source();
        QSet<QUrl> pages{page};
        for (int hit = 2; hit <= hits; ++hit) {
            QTest::keyClick(search(), Qt::Key_Return);
            QCOMPARE(found()->text(), QStringLiteral("%1 of %2").arg(hit).arg(hits));
            QCOMPARE(selected(), u"redirect loop");
            pages << this->page()->source();
        }
        QVERIFY2(pages.size() > 1, "it goes on from page to page");
        QTest::keyClick(search(), Qt::Key_Return);
        QCOMPARE(found()->text(), first);
        QTest::keyClick(search(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(found()->text(), QStringLiteral("%1 of %1").arg(hits));
    }

    void whatIsNowhereIsSaid()
    {
        search()->setText(QStringLiteral("zzzzz"));
        QCOMPARE(found()->text(), u"Nothing found");
        QCOMPARE(QAccessible::queryAccessibleInterface(found())->text(QAccessible::Name),
                 found()->text()); // a name of its own would hide it
        for (const char *name : {"next", "previous"})
            QVERIFY(!m_window->findChild<QPushButton *>(QLatin1String(name))->isEnabled());
        search()->clear();
        QVERIFY(found()->text().isEmpty());
        QVERIFY(page()->textCursor().selectedText().isEmpty());
    }

    void controlFGoesToTheSearchField()
    {
        contents()->setFocus();
        QTest::keySequence(m_window.get(), QKeySequence::Find);
        QCOMPARE(m_window->focusWidget(), search());
    }

    void escapeClosesIt()
    {
        QVERIFY(!m_window->isModal());
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QVERIFY(!m_window->isVisible());
    }

private:
    QTextBrowser *page() const { return m_window->findChild<QTextBrowser *>(); }
    QLineEdit *search() const { return m_window->findChild<QLineEdit *>(QStringLiteral("search")); }
    QLabel *found() const { return m_window->findChild<QLabel *>(QStringLiteral("found")); }
    QString selected() const { return page()->textCursor().selectedText().toLower(); }
    QTreeWidget *contents() const { return m_window->findChild<QTreeWidget *>(); }

    /// The first heading that is to be seen, if nearly nothing stands above it.
    QString headingAtTheTop() const
    {
        QTextBlock block = page()->document()->begin();
        while (block.isValid() && (block.blockFormat().headingLevel() == 0 || topOf(block) < 0))
            block = block.next();
        return block.isValid() && topOf(block) < 3 * page()->fontMetrics().height() ? block.text()
                                                                                    : QString();
    }

    int topOf(const QTextBlock &block) const
    {
        return page()->cursorRect(QTextCursor(block)).top();
    }

    std::unique_ptr<HelpWindow> m_window;
    QUrl m_browsed;
};

LAPWING_TEST(HelpWindowTest)
#include "tst_helpwindow.moc"
