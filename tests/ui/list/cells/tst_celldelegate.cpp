// SPDX-License-Identifier: MIT
#include "isolateddelegate.h"
#include "list/cells/celldelegate.h"
#include "support/testmain.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QStandardItemModel>

using namespace lapwing;

namespace {

class Delegate : public ui::IsolatedDelegate {
public:
    [[nodiscard]] QString shown(const QString &text, Qt::LayoutDirection direction) const
    {
        QStandardItemModel model;
        model.appendRow(new QStandardItem(text));
        QStyleOptionViewItem option;
        option.direction = direction;
        initStyleOption(&option, model.index(0, 0));
        return option.text;
    }
};

} // namespace

class CellDelegateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// "8.0 MB" would be shown as "MB 8.0".
    void fromRightToLeftFiguresKeepTheirOrder()
    {
        QImage image(100, 20, QImage::Format_ARGB32);
        QPainter painter(&image);
        QStyleOptionViewItem option;
        option.rect = image.rect();
        option.text = QStringLiteral("8.0 MB");
        ui::Cell cell{option, {}, record::TaskState::Done, QApplication::style()};
        cell.drawOrdinary(&painter);
        QCOMPARE(cell.option.text, u"8.0 MB");
        cell.option.direction = Qt::RightToLeft;
        cell.drawOrdinary(&painter);
        QCOMPARE(cell.option.text, u"\u20688.0 MB\u2069");
        const Delegate delegate;
        QCOMPARE(delegate.shown(QStringLiteral("2.0 s"), Qt::LeftToRight), u"2.0 s");
        QCOMPARE(delegate.shown(QStringLiteral("2.0 s"), Qt::RightToLeft), u"\u20682.0 s\u2069");
    }
};

LAPWING_TEST(CellDelegateTest)
#include "tst_celldelegate.moc"
