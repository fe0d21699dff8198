// SPDX-License-Identifier: MIT
#include "cli/timelinetext.h"

#include "text/displaywidth.h"
#include "text/primer.h"

#include <algorithm>
#include <array>

namespace lapwing::cli {
namespace {

using primer::Look;
using primer::Moment;
using primer::Piece;

/// In the order of Look.
constexpr std::array<char16_t, primer::lookCount> signs{u'|', u'.', u'!', u'=', u'#', u'x'};

/// The last piece that reaches into the column wins: so nothing that is drawn is shorter than a column.
QString barOf(const std::vector<Piece> &pieces, Moment whole, int columns, QChar otherwise)
{
    QString bar(columns, otherwise);
    const auto place = [whole, columns](Moment at) {
        return static_cast<int>(std::clamp<qint64>(at * columns / whole, 0, columns));
    };
    for (const Piece &piece : pieces) {
        const int from = std::min(place(piece.from), columns - 1);
        const bool isMoment = piece.look == Look::Runs && piece.length() < whole / columns;
        const int to = isMoment ? from : std::max(place(piece.to), from + 1);
        for (int column = from; column < to; ++column)
            bar[column] = signs[static_cast<std::size_t>(piece.look)];
    }
    return bar;
}

} // namespace

QStringList timelineText(const primer::StagePicture &picture, Moment whole, int columns)
{
    qsizetype names = text::displayWidth(text::loopTitle());
    for (const primer::RowPicture &row : picture.rows)
        names = std::max(names, text::displayWidth(row.name));
    whole = std::max(whole, Moment(columns));
    QStringList lines;
    const auto add = [&](const QString &name, const QString &bar) {
        lines << QStringLiteral("  ") + text::leftAligned(name, names + 2) + bar;
    };
    for (const primer::RowPicture &row : picture.rows)
        add(row.name, barOf(row.pieces, whole, columns, u' '));
    add(text::loopTitle(), barOf(picture.loop, whole, columns, u'-'));
    return lines;
}

QString timelineLegend()
{
    QStringList parts;
    for (int look = 0; look < primer::lookCount; ++look)
        parts << QString(signs[static_cast<std::size_t>(look)]) + u' '
                + text::pieceTitle(primer::toString(static_cast<Look>(look)));
    return parts.join(QStringLiteral("   "));
}

} // namespace lapwing::cli
