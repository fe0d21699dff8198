// SPDX-License-Identifier: MIT
#include "plan/lists/ranges.h"

#include "plan/lists/linkcollector.h"

#include <QRegularExpression>
#include <QStringList>

#include <limits>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

constexpr qint64 countless = std::numeric_limits<qint64>::max();

/// One range of a line, and what stands before it.
struct Axis {
    QString before{};
    QStringList words{}; ///< empty: numbers, or the codes of characters
    qint64 start = 0, step = 1;
    qint64 count = 0;
    int width = 0; ///< digits; 0: characters

    [[nodiscard]] QString at(qint64 place) const
    {
        if (!words.isEmpty())
            return words[place];
        const qint64 value = start + place * step;
        if (width == 0)
            return QChar(static_cast<char16_t>(value));
        return QString::number(value).rightJustified(width, u'0');
    }
};

/// A line with its ranges.
struct Pattern {
    std::vector<Axis> axes{};
    QString after{};

    [[nodiscard]] qint64 count() const
    {
        qint64 product = 1;
        for (const Axis &axis : axes) {
            if (qMulOverflow(product, axis.count, &product))
                return countless;
        }
        return product;
    }

    [[nodiscard]] QString at(qint64 place) const
    {
        QString line = after;
        for (auto axis = axes.rbegin(); axis != axes.rend(); ++axis) {
            line.prepend(axis->before + axis->at(place % axis->count));
            place /= axis->count;
        }
        return line;
    }
};

/// Both ends included; absent: it leads nowhere.
std::optional<Axis> axisFrom(qint64 start, qint64 stop, qint64 step, int width)
{
    if (step == 0 || (step > 0 && start > stop) || (step < 0 && start < stop))
        return std::nullopt;
    Axis axis;
    axis.start = start;
    axis.step = step;
    axis.count = (stop - start) / step + 1;
    axis.width = width;
    return axis;
}

/// Between numbers: padded to as many digits as the end has that comes first in the order of numbers.
std::optional<Axis> numbersFrom(const QString &range)
{
    static const QRegularExpression pattern(
        u"^(\\d{1,15})(?:-(\\d{1,15})(?::(\\d{1,15}))?|:(\\d{1,15})(?::(-?\\d{1,15}))?)$"_s);
    const auto match = pattern.match(range);
    if (!match.hasMatch())
        return std::nullopt;
    const QString start = match.captured(1);
    const QString stop = match.captured(2) + match.captured(4);
    const QString step = match.captured(3) + match.captured(5);
    const qsizetype width = step.startsWith(u'-') ? stop.size() : start.size();
    return axisFrom(start.toLongLong(), stop.toLongLong(), step.isEmpty() ? 1 : step.toLongLong(),
                    static_cast<int>(width));
}

std::optional<Axis> charactersFrom(const QString &range)
{
    static const QRegularExpression pattern(
        u"^(?:([a-z])-([a-z])|([A-Z])-([A-Z]))(?::(\\d{1,3}))?$|^([^\\d:]):([^\\d:])(?::(-?\\d{1,5}))?$"_s);
    const auto match = pattern.match(range);
    if (!match.hasMatch())
        return std::nullopt;
    const QString start = match.captured(1) + match.captured(3) + match.captured(6);
    const QString stop = match.captured(2) + match.captured(4) + match.captured(7);
    const QString step = match.captured(5) + match.captured(8);
    return axisFrom(start.front().unicode(), stop.front().unicode(),
                    step.isEmpty() ? 1 : step.toLongLong(), 0);
}

std::optional<Axis> wordsFrom(const QString &set)
{
    Axis axis;
    axis.words = set.split(u',');
    axis.count = axis.words.size();
    if (axis.count < 2 || axis.words.contains(QString()))
        return std::nullopt;
    return axis;
}

std::optional<Axis> axisFrom(const QRegularExpressionMatch &brackets)
{
    if (brackets.hasCaptured(2))
        return wordsFrom(brackets.captured(2));
    const auto numbers = numbersFrom(brackets.captured(1));
    return numbers ? numbers : charactersFrom(brackets.captured(1));
}

const QRegularExpression &linkPattern()
{
    static const QRegularExpression pattern(u"https?://[^\\s<>\"']+"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

Pattern patternOf(const QString &line)
{
    static const QRegularExpression brackets(u"\\[([^\\[\\]{}]+)\\]|\\{([^\\[\\]{}]+)\\}"_s);
    Pattern pattern;
    qsizetype begin = 0;
    for (auto links = linkPattern().globalMatch(line); links.hasNext();) {
        const auto link = links.next();
        for (auto found = brackets.globalMatch(link.captured()); found.hasNext();) {
            const auto match = found.next();
            std::optional<Axis> axis = axisFrom(match);
            if (!axis)
                continue;
            const qsizetype at = link.capturedStart() + match.capturedStart();
            axis->before = line.sliced(begin, at - begin);
            begin = link.capturedStart() + match.capturedEnd();
            pattern.axes.push_back(*std::move(axis));
        }
    }
    pattern.after = line.sliced(begin);
    return pattern;
}

bool mayHaveRanges(const QByteArray &bytes)
{
    return bytes.contains('[') || bytes.contains('{');
}

bool mayHaveRanges(const QString &line)
{
    return (line.contains(u'[') || line.contains(u'{')) && !line.trimmed().startsWith(u'#');
}

QString linkIn(const QString &line)
{
    return linkPattern().match(line).captured();
}

void note(Ranges &ranges, const Pattern &pattern)
{
    constexpr qsizetype few = 3;
    const qint64 count = pattern.count();
    if (qAddOverflow(ranges.links, count, &ranges.links))
        ranges.links = countless;
    for (qint64 place = 0; place < count && ranges.first.size() < few; ++place)
        ranges.first << linkIn(pattern.at(place));
    ranges.last = linkIn(pattern.at(count - 1));
}

} // namespace

Ranges rangesIn(const QByteArray &list)
{
    Ranges ranges;
    if (!mayHaveRanges(list))
        return ranges;
    Links ignored;
    readWholeLines(ignored, list, [&ranges](int, const QString &line) {
        if (!mayHaveRanges(line))
            return;
        const Pattern pattern = patternOf(line);
        if (!pattern.axes.empty())
            note(ranges, pattern);
    });
    return ranges;
}

tl::expected<QStringList, ListError> expand(const QString &line, RangeRoom &room)
{
    const Pattern pattern = mayHaveRanges(line) ? patternOf(line) : Pattern();
    if (pattern.axes.empty())
        return QStringList{line};
    const qint64 count = pattern.count();
    const ListError tooMany{ListFault::TooManyInRange, QString::number(count)};
    if (count > room.links)
        return tl::unexpected(tooMany);
    QStringList lines;
    qint64 bytes = room.bytes;
    for (qint64 place = 0; place < count; ++place) {
        lines << pattern.at(place);
        bytes -= lines.back().toUtf8().size() + 1;
        if (bytes < 0) {
            room.links = 0; // what follows would be tried in vain
            return tl::unexpected(tooMany);
        }
    }
    room.links -= count;
    room.bytes = bytes;
    return lines;
}

Expanded withRangesExpanded(const QByteArray &list)
{
    Expanded whole;
    Links links;
    RangeRoom room;
    readWholeLines(links, list, [&](int number, const QString &line) {
        const auto lines = expand(line, room);
        if (!lines)
            return refuse(links, number, line, lines.error());
        for (const QString &one : *lines)
            whole.text += one.toUtf8() + '\n';
        whole.lines.insert(whole.lines.end(), static_cast<std::size_t>(lines->size()), number);
    });
    whole.rejects = std::move(links.rejects);
    return whole;
}

} // namespace lapwing::plan
