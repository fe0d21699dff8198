// SPDX-License-Identifier: MIT
#include "support/otherwords.h"
#include "support/testmain.h"
#include "text/stateword.h"

using namespace Qt::Literals::StringLiterals;

using namespace lapwing;
using record::TaskState;

class StateWordTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Scripts that read lines know these words.
    void aLineInEnglishBeginsWithTheWordOfDocuments()
    {
        for (int state = 0; state <= static_cast<int>(TaskState::Cancelled); ++state)
            QCOMPARE(text::lineWord(static_cast<TaskState>(state)),
                     record::wordFor(static_cast<TaskState>(state)));
    }

    void aLineInAnotherLanguageHasNoEnglishWord()
    {
        QMap<QString, QString> words;
        for (int state = 0; state <= static_cast<int>(TaskState::Cancelled); ++state)
            words.insert(record::wordFor(static_cast<TaskState>(state)), u"낱말 %1"_s.arg(state));
        const test::OtherWords korean(words);
        for (int state = 0; state <= static_cast<int>(TaskState::Cancelled); ++state)
            QCOMPARE(text::lineWord(static_cast<TaskState>(state)), u"낱말 %1"_s.arg(state));
    }
};

LAPWING_TEST(StateWordTest)
#include "tst_stateword.moc"
