// SPDX-License-Identifier: MIT
#include "support/testmain.h"
#include "thememenu.h"

#include <QApplication>
#include <QCheckBox>
#include <QMenu>
#include <QRadioButton>

#include <cmath>

using namespace lapwing;
using namespace Qt::Literals::StringLiterals;

class ThemeMenuTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_themes.choose(u"system"_s); }

    void whatIsNotChosenHasAnOutline_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::newRow("light") << u"light"_s;
        QTest::newRow("dark") << u"dark"_s;
    }

    void whatIsNotChosenHasAnOutline()
    {
        QFETCH(QString, theme);
        m_themes.choose(theme);
        QWidget window;
        QCheckBox box(&window);
        QRadioButton radio(&window);
        for (QAbstractButton *button :
             {static_cast<QAbstractButton *>(&box), static_cast<QAbstractButton *>(&radio)}) {
            button->resize(button->sizeHint());
            const double seen = contrastIn(button->grab().toImage());
            QVERIFY2(
                seen >= 3,
                qPrintable(
                    u"%1: %2"_s.arg(QLatin1String(button->metaObject()->className())).arg(seen)));
        }
    }

private:
    /// WCAG 2.2, relative luminance.
    static double luminanceOf(const QColor &colour)
    {
        const auto channel = [](float value) {
            return value <= 0.04045F ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF())
            + 0.0722 * channel(colour.blueF());
    }

    /// The most that any dot has against the window.
    static double contrastIn(const QImage &image)
    {
        const double ground = luminanceOf(QApplication::palette().color(QPalette::Window));
        double most = 1;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const double ink = luminanceOf(image.pixelColor(x, y));
                most =
                    std::max(most, (std::max(ink, ground) + 0.05) / (std::min(ink, ground) + 0.05));
            }
        }
        return most;
    }

    QMenu m_menu;
    ui::ThemeMenu m_themes{&m_menu};
};

LAPWING_TEST(ThemeMenuTest)
#include "tst_thememenu.moc"
