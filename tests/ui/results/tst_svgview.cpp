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
};

LAPWING_TEST(SvgViewTest)
#include "tst_svgview.moc"
