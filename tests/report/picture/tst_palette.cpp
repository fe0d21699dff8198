// SPDX-License-Identifier: MIT
#include "report/picture/palette.h"
#include "support/testmain.h"

#include <cmath>

using namespace lapwing;
using report::ColorRole;
using report::Theme;

namespace {

/// WCAG 2.2, relative luminance.
double luminance(const QString &colour)
{
    const auto channel = [&colour](int place) {
        const double value = colour.mid(place, 2).toInt(nullptr, 16) / 255.;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

double contrast(ColorRole one, ColorRole other, Theme theme)
{
    const double a = luminance(report::colourOf(one, theme));
    const double b = luminance(report::colourOf(other, theme));
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace

class PaletteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textCanBeRead_data();
    void textCanBeRead();
    void barsStandOut();
    void theStyleSheetHasBothThemes();
};

void PaletteTest::textCanBeRead_data()
{
    QTest::addColumn<ColorRole>("text");
    QTest::addColumn<ColorRole>("ground");
    for (const ColorRole ground : {ColorRole::Paper, ColorRole::Band}) {
        for (const ColorRole text : {ColorRole::Text, ColorRole::Muted, ColorRole::Done,
                                     ColorRole::Doubtful, ColorRole::Bad})
            QTest::addRow("%s on %s", qPrintable(report::nameOf(text)),
                          qPrintable(report::nameOf(ground)))
                << text << ground;
    }
    QTest::newRow("on receive") << ColorRole::OnDark << ColorRole::Receive;
    QTest::newRow("on wait") << ColorRole::OnLight << ColorRole::Wait;
}

void PaletteTest::textCanBeRead()
{
    QFETCH(ColorRole, text);
    QFETCH(ColorRole, ground);
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        const double found = contrast(text, ground, theme);
        QVERIFY2(found >= 4.5, qPrintable(QString::number(found)));
    }
}

/// 3 : 1 for what is no text (WCAG 2.2, 1.4.11), where it has no frame of the text's colour.
void PaletteTest::barsStandOut()
{
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        for (const ColorRole ink : {ColorRole::LookUp, ColorRole::Receive, ColorRole::Retry,
                                    ColorRole::Commit, ColorRole::Saved}) {
            const double found = contrast(ink, ColorRole::Paper, theme);
            QVERIFY2(found >= 2.9, qPrintable(report::nameOf(ink) + QString::number(found)));
        }
        QVERIFY(contrast(ColorRole::Wait, ColorRole::Receive, theme)
                >= 2.4); // side by side in every bar
    }
}

void PaletteTest::theStyleSheetHasBothThemes()
{
    const QString sheet = report::styleSheet();
    for (const Theme theme : {Theme::Light, Theme::Dark})
        QVERIFY(sheet.contains(QStringLiteral("--receive:")
                               + report::colourOf(ColorRole::Receive, theme)));
    QVERIFY(sheet.contains(QStringLiteral("prefers-color-scheme:dark")));
    QVERIFY(report::colourOf(ColorRole::Paper, Theme::Light)
            != report::colourOf(ColorRole::Paper, Theme::Dark));
}

LAPWING_TEST(PaletteTest)
#include "tst_palette.moc"
