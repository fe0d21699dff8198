// SPDX-License-Identifier: MIT
#include "input/rejectsmodel.h"
#include "input/rejectspanel.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;
using namespace lapwing;
using plan::ListFault;

namespace {

/// Lines 1, 2 and 4 of one reason, line 3 of another.
std::vector<plan::Reject> rejects()
{
    return {{1, u"one"_s, {ListFault::NotHttp}},
            {2, u"two"_s, {ListFault::NotHttp}},
            {3, u"http://"_s, {ListFault::NoHost}},
            {4, u"four"_s, {ListFault::NotHttp}}};
}

} // namespace

class RejectsModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_model.reset(plan::gathered(rejects())); }

    void theModelIsSound() { const QAbstractItemModelTester tester(&m_model); }

    void equalReasonsAreOneRow()
    {
        QCOMPARE(m_model.rowCount(), 2);
        const QModelIndex many = m_model.index(0, 0);
        QCOMPARE(text(many, 0), u"3 lines");
        QCOMPARE(text(many, 2), u"It does not start with http:// or https://.");
        QCOMPARE(m_model.rowCount(many), 3);
        QCOMPARE(text(m_model.index(2, 0, many), 0), u"4");
        QCOMPARE(text(m_model.index(2, 0, many), 1), u"four");
    }

    void aSingleLineHasNothingBelow()
    {
        const QModelIndex one = m_model.index(1, 0);
        QCOMPARE(text(one, 0), u"3");
        QCOMPARE(text(one, 1), u"http://");
        QCOMPARE(m_model.rowCount(one), 0);
    }

    void eachLineIsCopiedOnce()
    {
        const QModelIndex many = m_model.index(0, 0);
        const QStringList lines =
            m_model.textOf({m_model.index(1, 0), m_model.index(1, 0, many), many}).split(u'\n');
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines.first(), u"1\tone\tIt does not start with http:// or https://.");
        QCOMPARE(lines.last(), u"3\thttp://\tIt has no host name.");
        QVERIFY(m_model.textOf({m_model.index(1, 0, many)}).startsWith(u"2\ttwo\t"));
    }

    void thePanelGathersWhatItShows()
    {
        ui::RejectsPanel panel;
        panel.addRejects(rejects());
        QVERIFY(panel.isHidden());
        panel.show();
        auto *lines = panel.findChild<QTreeView *>();
        QCOMPARE(lines->model()->rowCount(), 2);
        lines->selectAll();
        lines->actions().constFirst()->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 3);
    }

    void thePanelKeepsThemUntilItIsHidden()
    {
        ui::RejectsPanel panel;
        const auto *lines = panel.findChild<QTreeView *>();
        panel.addRejects(rejects());
        panel.show();
        panel.addRejects({{7, QStringLiteral("ftp://one"), {plan::ListFault::NoHost}}});
        const auto counted = [lines] {
            int count = 0;
            for (int row = 0; row < lines->model()->rowCount(); ++row)
                count += std::max(1, lines->model()->rowCount(lines->model()->index(row, 0)));
            return count;
        };
        QCOMPARE(counted(), static_cast<int>(rejects().size()) + 1);
        panel.addRejects({});
        QCOMPARE(counted(), static_cast<int>(rejects().size()) + 1);
        panel.hide();
        panel.addRejects(rejects());
        panel.show();
        QCOMPARE(counted(), static_cast<int>(rejects().size()));
    }

private:
    static QString text(const QModelIndex &row, int column)
    {
        return row.siblingAtColumn(column).data().toString();
    }

    ui::RejectsModel m_model;
};

LAPWING_TEST(RejectsModelTest)
#include "tst_rejectsmodel.moc"
