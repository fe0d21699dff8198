// SPDX-License-Identifier: MIT
#include "plan/lists/input/kind.h"

#include <QByteArrayView>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

struct Mark {
    qsizetype at;
    QByteArrayView bytes;
    QStringView kind;
};

/// The longer and more telling ones first.
constexpr auto marks = std::to_array<Mark>({
    {0, "%PDF-", u"pdf"},
    {0, "%!PS", u"postscript"},
    {0, "\x89PNG\r\n", u"picture"},
    {0, "\xFF\xD8\xFF", u"picture"},
    {0, "<svg", u"picture"},
    {0, "GIF87a", u"picture"},
    {0, "GIF89a", u"picture"},
    {0, QByteArrayView("II*\0", 4), u"picture"},
    {0, QByteArrayView("MM\0*", 4), u"picture"},
    {0, "7z\xBC\xAF\x27\x1C", u"archive"},
    {0, "Rar!\x1A\x07", u"archive"},
    {257, "ustar", u"archive"},
    {0, "BZh", u"archive"},
    {0,
     "\x7F"
     "ELF",
     u"program"},
    {0, QByteArrayView("MZ\x90\0", 4), u"program"},
    {0, "!<arch>\n", u"package"},
    {0, "\xED\xAB\xEE\xDB", u"package"},
    {0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", u"office"},
    {0, "{\\rtf", u"office"},
    {0, "SQLite format 3", u"database"},
    {0, "ID3\x03", u"sound"},
    {0, "ID3\x04", u"sound"},
    {0, "fLaC", u"sound"},
    {0, "OggS", u"sound"},
    {4, "ftyp", u"film"},
    {0, "\x1A\x45\xDF\xA3", u"film"},
    {32'769, "CD001", u"disc"},
    {0, "bplist00", u"bplist"},
});

bool isMarked(QByteArrayView bytes, const Mark &mark)
{
    return bytes.size() >= mark.at + mark.bytes.size()
        && bytes.sliced(mark.at, mark.bytes.size()) == mark.bytes;
}

/// A ZIP archive, or one of the documents that are kept as such: the name of the first file in it tells.
QString kindOfZip(QByteArrayView bytes)
{
    const QByteArrayView beginning = bytes.first(std::min<qsizetype>(bytes.size(), 4096));
    const auto has = [&beginning](QByteArrayView part) { return beginning.contains(part); };
    if (has("opendocument.spreadsheet") || has("xl/"))
        return u"spreadsheet"_s;
    if (has("opendocument.") || has("[Content_Types].xml"))
        return u"office"_s;
    return u"zip"_s;
}

/// What is in the container tells its form, behind its size.
QString kindOfRiff(QByteArrayView bytes)
{
    const QByteArrayView form = bytes.sliced(std::min<qsizetype>(bytes.size(), 8));
    if (form.startsWith("WAVE"))
        return u"sound"_s;
    return form.startsWith("WEBP") ? u"picture"_s : u"film"_s;
}

/// A dictionary in the coding of BitTorrent (BEP 3) whose first key is one of those that a torrent has.
bool isTorrent(QByteArrayView bytes)
{
    constexpr std::array<QByteArrayView, 6> keys{"d8:announce",       "d13:announce-list",
                                                 "d7:comment",        "d10:created by",
                                                 "d13:creation date", "d4:info"};
    return std::ranges::any_of(keys, [&](QByteArrayView key) { return bytes.startsWith(key); });
}

/// What a browser writes of its requests (HAR 1.2, which has these keys): addresses of all that a page consists of.
bool isHar(QByteArrayView bytes)
{
    static const QRegularExpression start(u"^\\s*+\\{\\s*+\"log\"\\s*+:\\s*+\\{\\s*+"
                                          "\"(?:version|creator|browser|pages|entries)\""_s);
    constexpr qsizetype beginning = 256; // bytes
    const QByteArrayView view = bytes.first(std::min(bytes.size(), beginning));
    return QString::fromLatin1(view).contains(start);
}

/// A mail, or a page that was saved as one, whose text is encoded (RFC 2045, section 6): in it "=3D" stands for "=", and
/// a link may go on in the next line.
bool isEncodedMail(QByteArrayView bytes)
{
    constexpr auto inAnyCase =
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption;
    static const QRegularExpression headers(u"\\A(?:[^\\r\\n]++\\R){0,500}?MIME-Version:"_s,
                                            inAnyCase);
    static const QRegularExpression encoded(
        u"^Content-Transfer-Encoding:\\s*+quoted-printable|^Content-Type:\\s*+text/"
        "(?:[^\\r\\n]++\\R)*?Content-Transfer-Encoding:\\s*+base64"_s,
        inAnyCase);
    constexpr qsizetype beginning = 64 * 1024; // bytes
    const QByteArrayView view = bytes.first(std::min(bytes.size(), beginning));
    if (!view.contains(':') || view.startsWith("http"))
        return false;
    const QString text = QString::fromLatin1(view);
    return text.contains(headers) && text.contains(encoded);
}

} // namespace

QString kindOf(const QByteArray &bytes)
{
    if (bytes.startsWith("PK\x03\x04"))
        return kindOfZip(bytes);
    if (bytes.startsWith("RIFF"))
        return kindOfRiff(bytes);
    if (isTorrent(bytes))
        return u"torrent"_s;
    if (isHar(bytes))
        return u"har"_s;
    if (isEncodedMail(bytes))
        return u"mail"_s;
    const auto *const mark = std::ranges::find_if(
        marks, [view = QByteArrayView(bytes)](const Mark &one) { return isMarked(view, one); });
    return mark == marks.end() ? QString() : mark->kind.toString();
}

} // namespace lapwing::plan
