// SPDX-License-Identifier: MIT
#include "letterwidth.h"
#include "support/testmain.h"

#include <QDirIterator>
#include <QFontDatabase>
#include <QtEndian>

using namespace lapwing;

namespace {

/// DejaVu Sans under another name, with the average width of a font that has ideographs, as one in which Korean is
/// shown: an em (OpenType, table OS/2, xAvgCharWidth). Empty where there is no DejaVu Sans.
QByteArray fontWithIdeographs()
{
    QDirIterator fonts(QStringLiteral("/usr/share/fonts"), {QStringLiteral("DejaVuSans.ttf")},
                       QDir::Files, QDirIterator::Subdirectories);
    QFile file(fonts.hasNext() ? fonts.next() : QString());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray font = file.readAll();
    const auto numberAt = [&font](qsizetype at) {
        return qFromBigEndian<quint32>(font.constData() + at);
    };
    const qsizetype metrics = numberAt(font.indexOf("OS/2") + 8);
    const qsizetype head = numberAt(font.indexOf("head") + 8);
    const qsizetype unitsPerEm = head + 18, averageWidth = metrics + 2;
    font.replace(averageWidth, 2, font.mid(unitsPerEm, 2));
    font.replace(QByteArrayView("\0S\0a\0n\0s", 8), QByteArrayView("\0W\0i\0d\0e", 8));
    return font;
}

} // namespace

class LetterWidthTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// With Noto Sans CJK everything was laid out for twice the width: there was no timeline below 1,320 pixels.
    void ideographsDoNotCount()
    {
        const QByteArray data = fontWithIdeographs();
        if (data.isEmpty())
            QSKIP("no DejaVu Sans to make such a font of");
        const QStringList families =
            QFontDatabase::applicationFontFamilies(QFontDatabase::addApplicationFontFromData(data));
        QCOMPARE(families, QStringList(QStringLiteral("DejaVu Wide")));
        const QFontMetrics metrics{QFont(families.constFirst())};
        QVERIFY(metrics.averageCharWidth() > metrics.horizontalAdvance(u'x'));
        QCOMPARE(ui::letterWidth(metrics), metrics.horizontalAdvance(u'x'));
    }

    void aLatinFontHasItsOwnAverage()
    {
        const QFontMetrics metrics{QFont(QStringLiteral("DejaVu Sans"))};
        QCOMPARE(ui::letterWidth(metrics), metrics.averageCharWidth());
    }
};

LAPWING_TEST(LetterWidthTest)
#include "tst_letterwidth.moc"
