// SPDX-License-Identifier: MIT
#include "text/filekind.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace lapwing::text {
namespace {

struct KindText {
    QStringView kind;
    const char *text;
};

#define TEXT(words) QT_TRANSLATE_NOOP("lapwing::text::FileKind", words)

constexpr auto kinds = std::to_array<KindText>({
    {u"pdf", TEXT("a PDF document")},
    {u"postscript", TEXT("a PostScript document")},
    {u"picture", TEXT("a picture")},
    {u"sound", TEXT("an audio file")},
    {u"film", TEXT("a video")},
    {u"zip", TEXT("a ZIP archive")},
    {u"archive", TEXT("an archive")},
    {u"package", TEXT("a software package")},
    {u"program", TEXT("a program")},
    {u"disc", TEXT("a disc image")},
    {u"office", TEXT("a text document of an office program")},
    {u"spreadsheet", TEXT("a spreadsheet (save it as CSV)")},
    {u"database", TEXT("a database")},
    {u"torrent", TEXT("a torrent")},
    {u"har", TEXT("what a browser recorded of a page (copy a request as cURL)")},
    {u"mail", TEXT("an encoded e-mail or saved page (open it, and copy its links)")},
    {u"bplist", TEXT("a binary property list of macOS")},
    {u"xml", TEXT("an XML file of another kind")},
});

constexpr auto other = TEXT("another file");

#undef TEXT

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::text::FileKind)
};

} // namespace

QString fileKind(const QString &kind)
{
    const auto *const row = std::ranges::find(kinds, QStringView(kind), &KindText::kind);
    return Words::tr(row == kinds.end() ? other : row->text);
}

} // namespace lapwing::text
