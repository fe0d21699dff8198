// SPDX-License-Identifier: MIT
#include "results/svgview.h"
#include "support/testmain.h"

#include <QSignalSpy>

using namespace lapwing;
using ui::SvgView;

class SvgViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Each strip that comes is painted alone, while others are still being drawn.
    void allThatIsInSightIsDrawn()
    {
        constexpr int height = 4096;
        const auto blue = [] {
            return QByteArrayLiteral("<svg xmlns='http://www.w3.org/2000/svg' width='200' "
                                     "height='4096'><rect width='200' height='4096' "
                                     "fill='#0000ff'/></svg>");
        };
        SvgView view;
        QSignalSpy loaded(&view, &SvgView::loaded);
        view.load(blue);
        QTRY_COMPARE(loaded.size(), 1);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QImage shown;
        const auto look = [&] { shown = view.grab().toImage(); };
        const auto paint = [&] {
            view.repaint();
            view.repaint(0, 0, 1, 1);
            view.load([&view, look, blue] { // once all strips have come
                QMetaObject::invokeMethod(&view, look, Qt::QueuedConnection);
                return blue();
            });
        };
        connect(&view, &SvgView::loaded, this, paint, Qt::SingleShotConnection);
        view.load(blue);
        QTRY_COMPARE(loaded.size(), 3);
        for (int y = 0; y < height; y += 256)
            QCOMPARE(shown.pixelColor(2, y), QColor(Qt::blue));
    }

    void itIsSmallerWhereThereIsLessRoom()
    {
        SvgView view;
        view.fitTo(183);
        QSignalSpy loaded(&view, &SvgView::loaded);
        view.load([] {
            return QByteArrayLiteral("<svg xmlns='http://www.w3.org/2000/svg' width='200' "
                                     "height='400'><rect y='390' width='200' height='10' "
                                     "fill='#0000ff'/></svg>");
        });
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(view.size(), QSize(180, 360));
        const auto colourAt = [&view](int y) { return view.grab().toImage().pixelColor(2, y); };
        QTRY_COMPARE(colourAt(355), QColor(Qt::blue));
        view.fitTo(20);
        QCOMPARE(view.size(), QSize(160, 320)); // and the rest scrolls
        QTRY_COMPARE(colourAt(315), QColor(Qt::blue));
        view.fitTo(1000);
        QCOMPARE(view.size(), view.sizeHint());
    }
};

LAPWING_TEST(SvgViewTest)
#include "tst_svgview.moc"
