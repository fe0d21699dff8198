// SPDX-License-Identifier: MIT
#include "report/picture/picture.h"

#include "report/picture/svg.h"
#include "report/svgprobe.h"
#include "report/xmlread.h"
#include "support/testmain.h"

#include <QImage>
#include <QSet>

using namespace lapwing;
using namespace lapwing::test;

namespace {

QSize sizeOf(const QByteArray &svg)
{
    const auto number = [root = readXml(svg).elements.front()](const QString &name) {
        return root.attributes.value(name).toDouble();
    };
    return (QSizeF(number(QStringLiteral("width")), number(QStringLiteral("height")))).toSize();
}

int coloursIn(const QImage &image)
{
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3)
            colours.insert(image.pixel(x, y));
    }
    return static_cast<int>(colours.size());
}

/// Some pixel of this colour, or nearly.
bool hasColour(const QImage &image, const QColor &wanted)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor found = image.pixelColor(x, y);
            if (std::abs(found.red() - wanted.red()) + std::abs(found.green() - wanted.green())
                    + std::abs(found.blue() - wanted.blue())
                < 6)
                return true;
        }
    }
    return false;
}

} // namespace

class PictureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPngIsTwiceAsLargeAsItsSvg();
    void everyHueIsInThePng();
    void aLongPictureIsNotDoubled();
    void aPdfHasOnePage();
    void whatIsNoSvgIsRefused_data();
    void whatIsNoSvgIsRefused();
};

void PictureTest::aPngIsTwiceAsLargeAsItsSvg()
{
    const QByteArray svg = report::toSvg(picturedComparison());
    const auto png = report::toPng(svg);
    QVERIFY2(png, png ? "" : qPrintable(png.error()));
    const QImage image = QImage::fromData(*png, "PNG");
    const QSize size = sizeOf(svg) * 2;
    QVERIFY(std::abs(image.width() - size.width()) <= 1);
    QVERIFY(std::abs(image.height() - size.height()) <= 1);
    QVERIFY(coloursIn(image) > 50);
}

/// QSvgRenderer draws what the browser does: nothing is left out because it does not know it.
void PictureTest::everyHueIsInThePng()
{
    using report::ColorRole;
    const auto png = report::toPng(report::toSvg(troubledDocument()));
    QVERIFY(png);
    const QImage image = QImage::fromData(*png, "PNG");
    for (const ColorRole ink :
         {ColorRole::Paper, ColorRole::Band, ColorRole::Text, ColorRole::LookUp, ColorRole::SetUp,
          ColorRole::Wait, ColorRole::Receive, ColorRole::Retry, ColorRole::Commit,
          ColorRole::Still, ColorRole::Bad})
        QVERIFY2(hasColour(image, QColor(report::colourOf(ink, report::Theme::Light))),
                 qPrintable(report::nameOf(ink)));
}

void PictureTest::aLongPictureIsNotDoubled()
{
    const QByteArray svg = report::toSvg(longDocument());
    const auto png = report::toPng(svg);
    QVERIFY(png);
    const QImage image = QImage::fromData(*png, "PNG");
    QVERIFY(qint64(image.width()) * image.height() <= 32'000'000);
    QVERIFY(image.width() >= sizeOf(svg).width());
}

void PictureTest::aPdfHasOnePage()
{
    const auto pdf = report::toPdf(report::toSvg(picturedSweep()));
    QVERIFY2(pdf, pdf ? "" : qPrintable(pdf.error()));
    QVERIFY(pdf->startsWith("%PDF-"));
    QVERIFY(pdf->contains("/Count 1"));
    QVERIFY(pdf->trimmed().endsWith("%%EOF"));
}

void PictureTest::whatIsNoSvgIsRefused_data()
{
    QTest::addColumn<QByteArray>("svg");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no XML") << QByteArray("picture");
    QTest::newRow("no SVG") << QByteArray("<html/>");
}

void PictureTest::whatIsNoSvgIsRefused()
{
    QFETCH(QByteArray, svg);
    QVERIFY(!report::toPng(svg));
    QVERIFY(!report::toPdf(svg));
}

LAPWING_TEST(PictureTest)
#include "tst_picture.moc"
