// SPDX-License-Identifier: MIT
#include "text/catalogue.h"

#include "support/testmain.h"
#include "text/captions.h"

using namespace Qt::Literals::StringLiterals;

using namespace lapwing;
using text::Caption;

class CatalogueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsHaveTheirPluralForm()
    {
        text::speak(u"en"_s);
        QCOMPARE(text::caption(Caption::RoundCount, 1), u"1 round"_s);
        QCOMPARE(text::caption(Caption::RoundCount, 2), u"2 rounds"_s);
        QCOMPARE(text::caption(Caption::HoldCount, 1).arg(u"6.0 s"_s), u"once, 6.0 s"_s);
        QCOMPARE(text::caption(Caption::HoldCount, 3).arg(u"6.0 s"_s), u"3 times, 6.0 s in all"_s);
    }
};

LAPWING_TEST(CatalogueTest)
#include "tst_catalogue.moc"
