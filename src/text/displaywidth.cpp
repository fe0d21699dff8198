// SPDX-License-Identifier: MIT
#include "text/displaywidth.h"

#include <QList>

#include <algorithm>
#include <array>

namespace lapwing::text {
namespace {

struct Range {
    char32_t first;
    char32_t last;
};

/// Wide and full-width characters, in ascending order. The blocks of East Asian scripts and of pictures stand whole,
/// although some of their places are not assigned yet.
constexpr auto wide = std::to_array<Range>({
    {0x1100, 0x115F}, // leading consonants of Hangul
    {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},
    {0x23F0, 0x23F0},   {0x23F3, 0x23F3},   {0x25FD, 0x25FE},
    {0x2614, 0x2615},   {0x2648, 0x2653},   {0x267F, 0x267F},
    {0x2693, 0x2693},   {0x26A1, 0x26A1},   {0x26AA, 0x26AB},
    {0x26BD, 0x26BE},   {0x26C4, 0x26C5},   {0x26CE, 0x26CE},
    {0x26D4, 0x26D4},   {0x26EA, 0x26EA},   {0x26F2, 0x26F3},
    {0x26F5, 0x26F5},   {0x26FA, 0x26FA},   {0x26FD, 0x26FD},
    {0x2705, 0x2705},   {0x270A, 0x270B},   {0x2728, 0x2728},
    {0x274C, 0x274C},   {0x274E, 0x274E},   {0x2753, 0x2755},
    {0x2757, 0x2757},   {0x2795, 0x2797},   {0x27B0, 0x27B0},
    {0x27BF, 0x27BF},   {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},
    {0x2B55, 0x2B55},   {0x2E80, 0x303E}, // radicals, punctuation
    {0x3041, 0x4DBF},                     // kana, bopomofo, compatibility forms, ideographs
    {0x4E00, 0xA4CF},                     // ideographs, Yi
    {0xA960, 0xA97F},                     // more leading consonants
    {0xAC00, 0xD7A3},                     // Hangul
    {0xF900, 0xFAFF},                     // compatibility ideographs
    {0xFE10, 0xFE19},   {0xFE30, 0xFE6F},   {0xFF01, 0xFF60},
    {0xFFE0, 0xFFE6},                       // full-width forms
    {0x16FE0, 0x18DFF}, {0x1AFF0, 0x1B2FF}, // Tangut, Khitan, more kana
    {0x1F004, 0x1F004}, {0x1F0CF, 0x1F0CF}, {0x1F18E, 0x1F18E},
    {0x1F191, 0x1F19A}, {0x1F200, 0x1F320}, {0x1F32D, 0x1F335},
    {0x1F337, 0x1F37C}, {0x1F37E, 0x1F393}, {0x1F3A0, 0x1F3CA},
    {0x1F3CF, 0x1F3D3}, {0x1F3E0, 0x1F3F0}, {0x1F3F4, 0x1F3F4},
    {0x1F3F8, 0x1F43E}, {0x1F440, 0x1F440}, {0x1F442, 0x1F4FC},
    {0x1F4FF, 0x1F53D}, {0x1F54B, 0x1F54E}, {0x1F550, 0x1F567},
    {0x1F57A, 0x1F57A}, {0x1F595, 0x1F596}, {0x1F5A4, 0x1F5A4},
    {0x1F5FB, 0x1F64F}, {0x1F680, 0x1F6C5}, {0x1F6CC, 0x1F6CC},
    {0x1F6D0, 0x1F6D2}, {0x1F6D5, 0x1F6DF}, {0x1F6EB, 0x1F6EC},
    {0x1F6F4, 0x1F6FC}, {0x1F7E0, 0x1F7F0}, {0x1F90C, 0x1F93A},
    {0x1F93C, 0x1F945}, {0x1F947, 0x1F9FF}, {0x1FA70, 0x1FAFF},
    {0x20000, 0x3FFFD}, // more ideographs
});

static_assert(std::ranges::is_sorted(wide, {}, &Range::last));

bool isWide(char32_t character)
{
    const auto *const range = std::ranges::lower_bound(wide, character, {}, &Range::last);
    return range != wide.end() && range->first <= character;
}

/// Marks and invisible characters, and the vowels and final consonants that complete a syllable of Hangul.
bool combines(char32_t character)
{
    const QChar::Category category = QChar::category(character);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing
        || category == QChar::Other_Format || (character >= 0x1160 && character <= 0x11FF)
        || (character >= 0xD7B0 && character <= 0xD7FF);
}

qsizetype widthOf(char32_t character)
{
    if (combines(character))
        return 0;
    return isWide(character) ? 2 : 1;
}

QString blanks(const QString &text, qsizetype columns)
{
    return QString(std::max<qsizetype>(0, columns - displayWidth(text)), u' ');
}

} // namespace

qsizetype displayWidth(const QString &text)
{
    qsizetype width = 0;
    for (const char32_t character : text.toUcs4())
        width += widthOf(character);
    return width;
}

QString leftAligned(const QString &text, qsizetype columns)
{
    return text + blanks(text, columns);
}

QString rightAligned(const QString &text, qsizetype columns)
{
    return blanks(text, columns) + text;
}

QString cutToWidth(const QString &text, qsizetype columns)
{
    qsizetype fits = 0;
    qsizetype width = 0;
    for (const char32_t character : text.toUcs4()) {
        width += widthOf(character);
        if (width > columns)
            break;
        fits += QChar::requiresSurrogates(character) ? 2 : 1;
    }
    return text.left(fits);
}

} // namespace lapwing::text
