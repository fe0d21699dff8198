// SPDX-License-Identifier: MIT
#include "support/otherwords.h"
#include "support/testmain.h"
#include "text/runword.h"

#include <QLocale>

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

    void aRunHasATitle()
    {
        record::Run run;
        run.facts.started = QDateTime({2026, 11, 30}, {14, 2});
        run.facts.atOnce = 4;
        run.facts.round = 2;
        const QString date = QLocale().toString(run.facts.started, QLocale::ShortFormat);
        QCOMPARE(text::runTitle(run, record::Trial::Kind::Get, false),
                 date + u", together, 4 at a time"_s);
        run.tasks.resize(3);
        for (std::size_t place = 0; place < run.tasks.size(); ++place)
            run.tasks[place].edit().url = QUrl(u"http://%1.example/"_s.arg(place / 2));
        QCOMPARE(
            text::runTitle(run, record::Trial::Kind::Sweep, true),
            date
                + u", 0.example and 1 more, together, 4 at a time, sweep, round 2, recommended number"_s);
        run.facts.mode = Mode::OneAtATime;
        run.tasks.resize(1);
        QCOMPARE(text::runTitle(run, record::Trial::Kind::Compare, false),
                 date + u", 0.example, one-at-a-time, comparison, round 2"_s);
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
