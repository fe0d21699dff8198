// SPDX-License-Identifier: MIT
// lapwing-picture png|pdf: an SVG picture on standard input becomes a PNG or PDF on standard output, without
// a display. report/picture/picture.h runs it.
#include <QBuffer>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgRenderer>

#include <cstdio>

namespace {

constexpr qint64 maxPixels =
    32'000'000; ///< 128 MB while it is drawn: what QImageReader takes, unless it is told otherwise
constexpr double a4Width = 841.89; ///< points; lying, so that a usual picture prints on one page

/// Two pixels for each unit, so that it is sharp on any screen; fewer for a very high picture.
double scaleFor(QSize size)
{
    const qint64 pixels = qint64(size.width()) * size.height();
    return 4 * pixels <= maxPixels ? 2 : 1;
}

bool writePng(QSvgRenderer &svg, QIODevice &out)
{
    const QSize size = svg.defaultSize();
    QImage image((QSizeF(size) * scaleFor(size)).toSize(), QImage::Format_RGB32);
    if (image.isNull())
        return false;
    image.fill(Qt::white);
    QPainter painter(&image);
    svg.render(&painter);
    painter.end();
    return image.save(&out, "PNG");
}

/// One page as wide as A4 lying, and as high as the picture needs.
bool writePdf(QSvgRenderer &svg, QIODevice &out)
{
    const QSizeF size = svg.defaultSize();
    QPdfWriter writer(&out);
    writer.setCreator(QStringLiteral("Lapwing"));
    writer.setPageSize(QPageSize(QSizeF(a4Width, a4Width * size.height() / size.width()),
                                 QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    writer.setResolution(1200);
    QPainter painter(&writer);
    if (!painter.isActive())
        return false;
    svg.render(&painter, QRectF(0, 0, writer.width(), writer.height()));
    return painter.end();
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    QFile in;
    QSvgRenderer svg;
    if (arguments.size() != 2 || !in.open(stdin, QIODevice::ReadOnly) || !svg.load(in.readAll())
        || svg.defaultSize().isEmpty())
        return 2;
    QBuffer picture;
    picture.open(QIODevice::WriteOnly);
    const bool isDrawn =
        arguments.at(1) == u"pdf" ? writePdf(svg, picture) : writePng(svg, picture);
    picture.close();
    QFile out;
    if (!isDrawn || !out.open(stdout, QIODevice::WriteOnly)
        || out.write(picture.data()) != picture.size())
        return 1;
    return out.flush() ? 0 : 1;
}
