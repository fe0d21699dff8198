// SPDX-License-Identifier: MIT
#include "input/previewcolumns.h"
#include "input/previewmaking.h"
#include "input/previewtext.h"
#include "support/testmain.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace lapwing;
using ui::PreviewColumnId;
using ui::PreviewState;

namespace {

ui::PreviewRequest requestFor(const QString &text)
{
    ui::PreviewRequest request;
    request.sources = {{{}, {}, text}};
    request.known = std::make_shared<const ui::KnownEntries>(
        ui::KnownEntries{{{QUrl(u"http://one.example/there.iso"_s), 7}}, {u"there.iso"_s}});
    return request;
}

QString cell(const ui::PreviewResult &result, int row, PreviewColumnId column)
{
    const auto &columns = ui::previewColumns();
    return columns[static_cast<std::size_t>(column)].text(
        *result.preview, result.preview->rows[static_cast<std::size_t>(row)]);
}

} // namespace

/// What is said of a list before it is added.
class LinkPreviewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachLineHasAState()
    {
        const ui::PreviewResult made = ui::makePreview(
            requestFor(u"http://one.example/new.iso\nhttp://one.example/there.iso\nno link\n"
                       "http://two.example/new.iso\nhttp://one.example/new.iso#x\n"
                       "http://two.example/there.iso"_s));
        QCOMPARE(made.preview->rows.size(), 6U);
        QCOMPARE(cell(made, 0, PreviewColumnId::State), u"New");
        QCOMPARE(cell(made, 1, PreviewColumnId::State), u"Already in the list");
        QCOMPARE(cell(made, 2, PreviewColumnId::State),
                 u"Refused, line 3: It does not start with http:// or https://.");
        QCOMPARE(cell(made, 2, PreviewColumnId::Name), u"no link");
        QCOMPARE(cell(made, 3, PreviewColumnId::State),
                 u"Same name as another; saved as “new (1).iso”");
        QCOMPARE(cell(made, 4, PreviewColumnId::State), u"Same link as row 1");
        QCOMPARE(cell(made, 5, PreviewColumnId::State),
                 u"Same name as another; saved as “there (1).iso”");
        QCOMPARE(made.ticks, (std::vector{true, false, false, true, false, true}));
        QCOMPARE(ui::countsText(*made.preview, 3),
                 u"3 new (2 renamed), 2 already there, 1 refused");
        QCOMPARE(ui::countsText(*made.preview, 1),
                 u"3 new (2 renamed), 2 already there, 1 refused, 1 selected");
    }

    void whatTheListSaysIsShown()
    {
        const ui::PreviewResult made =
            ui::makePreview(requestFor(u"url,name,size,folder\n"
                                       "http://one.example/a,b.iso,1500000,sub\n"
                                       "http://one.example/c,,,\n"_s));
        QCOMPARE(cell(made, 0, PreviewColumnId::Name), u"b.iso");
        QCOMPARE(cell(made, 0, PreviewColumnId::Host), u"one.example");
        QCOMPARE(cell(made, 0, PreviewColumnId::Folder), u"sub");
        QCOMPARE(cell(made, 0, PreviewColumnId::Size), u"1.5 MB");
        QCOMPARE(cell(made, 1, PreviewColumnId::Size), u"unknown");
        QCOMPARE(ui::sourcesText(made.sources), u"table, 2 links");
        QVERIFY(made.preview->unused.empty());
    }

    void theFilterLooksForEachWord()
    {
        const ui::PreviewResult made = ui::makePreview(
            requestFor(u"http://one.example/a.iso\nhttp://two.example/a.iso\nno link"_s));
        QCOMPARE(ui::rowsWith(*made.preview, u"ISO two"_s), std::vector{1});
        QCOMPARE(ui::rowsWith(*made.preview, u"refused"_s), std::vector{2});
        QCOMPARE(ui::rowsWith(*made.preview, {}), (std::vector{0, 1, 2}));
    }

    void onlyWhatIsTickedIsChosen()
    {
        const ui::PreviewResult made = ui::makePreview(
            requestFor(u"http://one.example/a\tfirst\nhttp://one.example/b\tsecond\nno link\n"
                       "http://me:pw@one.example/there.iso\nhttp://one.example/there.iso"_s));
        const plan::Links chosen =
            ui::chosenLinks(*made.preview, {false, true, false, false, false});
        QCOMPARE(chosen.urls.size(), 2U);
        QCOMPARE(chosen.urls[0], QUrl(u"http://one.example/b"_s));
        QCOMPARE(chosen.urls[1].userName(), u"me"); // the entry that is there may need it
        QCOMPARE(chosen.details.at(0).name, u"second");
        QCOMPARE(chosen.rejects.size(), 1U);
    }

    void aTickThatWasTakenAwayStaysSo()
    {
        ui::PreviewRequest request = requestFor(u"http://one.example/a\nhttp://one.example/b"_s);
        const ui::PreviewResult first = ui::makePreview(request);
        request.before = first.preview;
        request.ticks = {false, true};
        request.sources = {{{}, {}, u"http://one.example/c\nhttp://one.example/a"_s}};
        QCOMPARE(ui::makePreview(request).ticks, (std::vector{true, false}));
    }

    void rangesAreExpandedOnRequest()
    {
        ui::PreviewRequest request = requestFor(u"http://one.example/[01:20].iso"_s);
        const ui::PreviewResult offered = ui::makePreview(request);
        QCOMPARE(offered.preview->rows.size(), 1U);
        QCOMPARE(ui::rangesTitle(offered.ranges), u"Expand ranges (20 links)");
        QCOMPARE(ui::rangesExample(offered.ranges),
                 u"http://one.example/01.iso, 02.iso, 03.iso, … 20.iso");
        request.expandsRanges = true;
        const ui::PreviewResult expanded = ui::makePreview(request);
        QCOMPARE(expanded.preview->rows.size(), 20U);
        QCOMPARE(expanded.ranges.links, 20);
    }

    void aFileThatIsNoListSaysWhatItIs()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.pdf"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("%PDF-1.7\n");
        file.close();
        ui::PreviewRequest request = requestFor({});
        request.sources = {{u"a.pdf"_s, path}};
        const ui::PreviewResult made = ui::makePreview(request);
        QCOMPARE(made.preview->rows.size(), 1U);
        QCOMPARE(cell(made, 0, PreviewColumnId::State),
                 u"Refused: This is a PDF document, not a list of links.");
    }

    void secretsAreNotShown()
    {
        const ui::PreviewResult made =
            ui::makePreview(requestFor(u"ftp://me:secret@one.example/a?key=secret"_s));
        QVERIFY(!cell(made, 0, PreviewColumnId::Name).contains(u"secret"));
    }
};

LAPWING_TEST(LinkPreviewTest)
#include "tst_linkpreview.moc"
