// SPDX-License-Identifier: MIT
#include "support/otherwords.h"
#include "support/testmain.h"
#include "text/runword.h"

using namespace Qt::Literals::StringLiterals;

using namespace lapwing;
using plan::Mode;
using record::Temperature;

class RunWordTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void inEnglish()
    {
        QCOMPARE(text::modeWord(Mode::Together), u"together"_s);
        QCOMPARE(text::modeWord(Mode::OneAtATime), u"one-at-a-time"_s);
        QCOMPARE(text::temperatureWord(Temperature::Cold), u"cold"_s);
        QCOMPARE(text::temperatureWord(Temperature::Warm), u"warm"_s);
    }

    void inAnotherLanguage()
    {
        const test::OtherWords korean({{u"together"_s, u"함께"_s},
                                       {u"one-at-a-time"_s, u"하나씩"_s},
                                       {u"cold"_s, u"예열 없음"_s},
                                       {u"warm"_s, u"예열함"_s}});
        QCOMPARE(text::modeWord(Mode::Together), u"함께"_s);
        QCOMPARE(text::modeWord(Mode::OneAtATime), u"하나씩"_s);
        QCOMPARE(text::temperatureWord(Temperature::Cold), u"예열 없음"_s);
        QCOMPARE(text::temperatureWord(Temperature::Warm), u"예열함"_s);
    }
};

LAPWING_TEST(RunWordTest)
#include "tst_runword.moc"
