// SPDX-License-Identifier: MIT
#include "input/previewmaking.h"
#include "input/previewtable.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace lapwing;

namespace {

ui::PreviewResult made(const QString &text)
{
    ui::PreviewRequest request;
    request.sources = {{{}, {}, text}};
    request.known = std::make_shared<const ui::KnownEntries>();
    return ui::makePreview(std::move(request));
}

void fill(ui::PreviewModel &model, const QString &text)
{
    ui::PreviewResult result = made(text);
    model.reset(std::move(result.preview), std::move(result.ticks), std::move(result.shown));
}

const QString three = u"http://one.example/a\nno link\nhttp://one.example/b"_s;

} // namespace

class PreviewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theModelIsSound()
    {
        ui::PreviewModel model;
        const QAbstractItemModelTester tester(&model);
        fill(model, three);
        model.setShown({2});
        model.tickAll(false);
    }

    void allAndNoneMeanWhatIsShown()
    {
        ui::PreviewModel model;
        fill(model, three);
        const QSignalSpy changes(&model, &ui::PreviewModel::ticksChanged);
        model.setShown({2});
        model.tickAll(false);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(model.tickedCount(), 1);
        QCOMPARE(model.ticks(), (ui::PreviewModel::Ticks{true, false, false}));
        QCOMPARE(model.headerData(0, Qt::Vertical, Qt::DisplayRole), u"3"_s);
        model.setShown({0, 1, 2});
        model.tickAll(true);
        QCOMPARE(model.ticks(), (ui::PreviewModel::Ticks{true, false, true}));
    }

    void aTickIsSetByMouseAndByKeyboard()
    {
        ui::PreviewTable table;
        fill(table.rows(), three);
        table.resize(800, 300);
        table.show();
        const QModelIndex first = table.model()->index(0, 0);
        table.setCurrentIndex(first);
        QTest::keyClick(&table, Qt::Key_Space);
        QVERIFY(!table.rows().ticks()[0]);
        table.selectAll();
        QTest::keyClick(&table, Qt::Key_Space);
        QCOMPARE(table.rows().tickedCount(), 2);
        QTest::keyClick(&table, Qt::Key_Space);
        QCOMPARE(table.rows().tickedCount(), 0);
        const QRect cell = table.visualRect(first);
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {},
                          {cell.left() + table.fontMetrics().height() / 2, cell.center().y()});
        QCOMPARE(table.rows().tickedCount(), 1);
    }

    void selectedRowsAreCopied()
    {
        ui::PreviewTable table;
        fill(table.rows(), three);
        table.selectRow(2);
        table.actions().constFirst()->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"b\tone.example\t\tunknown\tNew");
    }
};

LAPWING_TEST(PreviewModelTest)
#include "tst_previewmodel.moc"
