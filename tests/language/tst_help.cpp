// SPDX-License-Identifier: MIT
#include "help/helppages.h"
#include "help/helpwindow.h"
#include "support/testmain.h"
#include "text/catalogue.h"
#include "words.h"

#include <QTextBlock>
#include <QTextBrowser>
#include <QTreeWidget>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing;
using test::hasHangul;

namespace {

QStringList placesIn(const ui::HelpWindow &window)
{
    QStringList places;
    QTreeWidget *contents = window.findChild<QTreeWidget *>(u"contents"_s);
    for (QTreeWidgetItemIterator item(contents); *item; ++item)
        places << (*item)->data(0, Qt::UserRole).toUrl().toString();
    return places;
}

/// At the top of what is seen.
QString lineAtTheTop(QTextBrowser *page)
{
    return page->cursorForPosition(QPoint(page->fontMetrics().height(), 4)).block().text();
}

} // namespace

/// The same addresses lead to the same places of the help in every language.
class HelpTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { text::speak(u"en"_s); }

    void contentsLeadToTheSamePlaces()
    {
        const ui::HelpWindow english;
        text::speak(u"ko"_s);
        const ui::HelpWindow korean;
        QCOMPARE(placesIn(korean), placesIn(english));
        for (const ui::HelpPage &page : ui::helpPages()) {
            QVERIFY2(hasHangul(page.title), qPrintable(page.source.toString()));
            QCOMPARE(page.anchors.size(), page.sections.size());
        }
    }

    void aLinkToASectionArrivesThere()
    {
        text::speak(u"ko"_s);
        const std::vector<ui::HelpPage> pages = ui::helpPages();
        const auto errors =
            std::ranges::find(pages, QUrl(u"qrc:/help/errors.md"_s), &ui::HelpPage::source);
        QVERIFY(errors != pages.end());
        ui::HelpWindow window;
        window.resize(700, 300);
        window.show();
        auto *page = window.findChild<QTextBrowser *>(u"page"_s);
        QUrl place = errors->source;
        place.setFragment(errors->anchors.at(1));
        window.goTo(place);
        QVERIFY(hasHangul(page->toPlainText()));
        QTRY_COMPARE(lineAtTheTop(page), errors->sections.at(1));
        QCOMPARE(page->source(), place);
    }

    void aPageThatIsNotTranslatedIsEnglish()
    {
        text::speak(u"ko"_s);
        QCOMPARE(ui::inLanguage(QUrl(u"qrc:/help/start.md"_s)), QUrl(u"qrc:/help/ko/start.md"_s));
        QCOMPARE(ui::inLanguage(QUrl(u"qrc:/help/none.md"_s)), QUrl(u"qrc:/help/none.md"_s));
    }
};

LAPWING_TEST(HelpTest)
#include "tst_help.moc"
