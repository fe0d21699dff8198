// SPDX-License-Identifier: MIT
#include "help/helplink.h"

#include "help/helppages.h"
#include "help/helpview.h"
#include "record/failure.h"
#include "support/testmain.h"
#include "text/catalogue.h"

#include <QDesktopServices>
#include <QLabel>
#include <QTextBlock>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing;
using record::Cause;
using ui::HelpTopic;

namespace {

QStringList anchorsOn(const QUrl &page)
{
    ui::HelpView view;
    view.setSource(page);
    ui::finishPage(view.document(), page);
    QStringList anchors;
    for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next()) {
        for (QTextBlock::iterator at = block.begin(); !at.atEnd(); ++at)
            anchors << at.fragment().charFormat().anchorNames();
    }
    return anchors;
}

} // namespace

/// Links from figures and errors arrive at a section or a row that is there, in each language.
class HelpLinkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        m_place.clear();
        text::speak(u"en"_s);
    }

    void fromRightToLeftALinkBeginsAtTheRight()
    {
        QLabel label;
        label.setLayoutDirection(Qt::RightToLeft);
        ui::showMoreLink(&label, ui::helpLink(HelpTopic::Estimate));
        QVERIFY(label.alignment() & Qt::AlignRight);
    }

    void everyTopicLeadsToASection_data() { addLanguages(); }
    void everyTopicLeadsToASection()
    {
        QFETCH(QString, language);
        text::speak(language);
        for (const HelpTopic topic : {HelpTopic::Estimate, HelpTopic::Rounds, HelpTopic::BestNumber,
                                      HelpTopic::Limit, HelpTopic::Times, HelpTopic::Difference})
            verifyPlace(ui::helpLink(topic));
    }

    void everyFailureLeadsToItsRow_data() { addLanguages(); }
    void everyFailureLeadsToItsRow()
    {
        QFETCH(QString, language);
        text::speak(language);
        for (int cause = 0; cause <= static_cast<int>(Cause::Internal); ++cause) {
            if (static_cast<Cause>(cause) != Cause::HttpStatus)
                verifyPlace(ui::helpLink(record::make(static_cast<Cause>(cause))));
        }
        for (const int status : {400, 401, 404, 418, 429, 500, 502, 503, 504, 511, 799})
            verifyPlace(ui::helpLink(record::make(Cause::HttpStatus, {}, status)));
    }

    void aLinkIsFollowedByKeyboard()
    {
        const ui::HelpLinks links([this](const QUrl &place) { m_place = place; });
        QLabel label;
        ui::showCalculationLink(&label, HelpTopic::Estimate);
        label.show();
        QVERIFY(QTest::qWaitForWindowActive(&label));
        QTest::keyClick(&label, Qt::Key_Tab);
        QTest::keyClick(&label, Qt::Key_Return);
        QCOMPARE(m_place.fileName(), u"asynchronous.md"_s);
        QCOMPARE(label.accessibleName(), u"How is this calculated?"_s);
    }

private:
    static void addLanguages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Korean") << u"ko"_s;
    }

    void verifyPlace(const QUrl &link)
    {
        const ui::HelpLinks links([this](const QUrl &place) { m_place = place; });
        QVERIFY(QDesktopServices::openUrl(link));
        const QString anchor = m_place.fragment();
        m_place.setFragment({});
        QVERIFY2(anchorsOn(m_place).contains(anchor), qPrintable(link.toString()));
    }

    QUrl m_place;
};

LAPWING_TEST(HelpLinkTest)
#include "tst_helplink.moc"
