// SPDX-License-Identifier: MIT
#include "input/addedtext.h"
#include "support/testmain.h"

using namespace Qt::Literals::StringLiterals;
using namespace lapwing;
using plan::ListFault;

/// What is said once links were added.
class AddedTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneReasonIsNamedOnce()
    {
        plan::Added added;
        added.added = 2;
        for (int line = 1; line <= 206; ++line)
            added.rejects.push_back({line, u"x"_s, {ListFault::NotHttp}});
        QCOMPARE(ui::addedText(added),
                 u"2 links added, 206 lines refused (It does not start with http:// or https://.)");
    }

    void severalReasonsAreLeftToTheList()
    {
        plan::Added added;
        added.added = 1;
        added.rejects = {{1, u"x"_s, {ListFault::NotHttp}}, {2, u"y"_s, {ListFault::NoHost}}};
        QCOMPARE(ui::addedText(added), u"1 link added, 2 lines refused");
    }

    void whatBecameOfChecksumsIsSaid()
    {
        plan::Added added;
        added.alreadyThere = 9;
        added.checksums = {1, 2, 3, 4};
        added.lateChecksums = 1;
        added.otherChecksums = 5;
        QCOMPARE(ui::addedText(added),
                 u"0 links added, 9 duplicates, 3 checksums added, 1 checksum came too late to be "
                 u"checked, 5 checksums differ from those in the list and were ignored");
    }

    void whatTheListPausesIsCounted()
    {
        plan::Added added;
        added.added = 3;
        added.paused = 2;
        QCOMPARE(ui::addedText(added), u"3 links added, 2 paused by the list");
    }

    void whatIsNotUsedIsNamed()
    {
        plan::Added added;
        added.added = 1;
        added.unused = {{u"Owner"_s, 1}, {u"Price"_s, 1}};
        QCOMPARE(ui::addedText(added), u"1 link added, not used: Owner, Price");
    }

    void whatNamesWereReadAsIsSaid()
    {
        plan::Added added;
        added.added = 1;
        added.encoding = u"CP949";
        QCOMPARE(ui::addedText(added), u"1 link added, names read as CP949");
    }

    void whatIsNoListSaysWhatItIs()
    {
        plan::Added added;
        added.rejects = {{0, {}, {ListFault::NotAList, u"pdf"_s}}};
        QCOMPARE(ui::addedText(added), u"This is a PDF document, not a list of links.");
    }
};

LAPWING_TEST(AddedTextTest)
#include "tst_addedtext.moc"
