// SPDX-License-Identifier: MIT
#include "icons.h"
#include "support/testmain.h"

#include <QGuiApplication>
#include <QImage>
#include <QPalette>
#include <QPixmap>

using namespace lapwing;
using ui::IconId;

namespace {

QImage drawn(IconId icon, QIcon::Mode mode = QIcon::Normal)
{
    return ui::iconFor(icon)
        .pixmap(QSize(32, 32), mode)
        .toImage()
        .convertToFormat(QImage::Format_ARGB32);
}

/// The colour of its most opaque dot; none: nothing was drawn.
QColor inkOf(const QImage &image)
{
    QRgb ink = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) > qAlpha(ink))
                ink = image.pixel(x, y);
        }
    }
    return QColor::fromRgba(ink);
}

int distance(const QColor &one, const QColor &other)
{
    return std::abs(one.red() - other.red()) + std::abs(one.green() - other.green())
        + std::abs(one.blue() - other.blue());
}

QPalette paletteOf(const QColor &text, const QColor &disabled)
{
    QPalette palette;
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Disabled, QPalette::WindowText, disabled);
    return palette;
}

} // namespace

class IconsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QGuiApplication::setPalette(QPalette()); }

    void eachIsDrawnInTheColourOfTheText()
    {
        for (const QColor &text : {QColor(Qt::black), QColor(Qt::white), QColor(Qt::darkRed)}) {
            QGuiApplication::setPalette(paletteOf(text, Qt::gray));
            for (int icon = 0; icon <= static_cast<int>(IconId::Info); ++icon) {
                const QColor ink = inkOf(drawn(static_cast<IconId>(icon)));
                QVERIFY2(ink.alpha() > 150, qPrintable(QString::number(icon)));
                QVERIFY2(distance(ink, text) < 30, qPrintable(QString::number(icon)));
            }
        }
    }

    void aDisabledOneIsInTheColourOfDisabledText()
    {
        QGuiApplication::setPalette(paletteOf(Qt::black, QColor(0x80, 0x80, 0x80)));
        QVERIFY(distance(inkOf(drawn(IconId::Stop, QIcon::Disabled)), QColor(0x80, 0x80, 0x80))
                < 30);
    }

    void allAreDifferent()
    {
        QGuiApplication::setPalette(paletteOf(Qt::black, Qt::gray));
        QList<QImage> seen;
        for (int icon = 0; icon <= static_cast<int>(IconId::Info); ++icon) {
            const QImage image = drawn(static_cast<IconId>(icon));
            QVERIFY2(!seen.contains(image), qPrintable(QString::number(icon)));
            seen << image;
        }
    }

    void theProgramHasOneAtEverySize()
    {
        for (const int side : {16, 48, 128})
            QCOMPARE(ui::programIcon().pixmap(side, side).size(), QSize(side, side));
        QVERIFY(inkOf(ui::programIcon().pixmap(48, 48).toImage()).alpha() == 255);
    }
};

LAPWING_TEST(IconsTest)
#include "tst_icons.moc"
