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

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::text::FileKind)
public:
    static constexpr auto kinds = std::to_array<KindText>({
        {u"pdf", QT_TR_NOOP("a PDF document")},
        {u"postscript", QT_TR_NOOP("a PostScript document")},
        {u"picture", QT_TR_NOOP("a picture")},
        {u"sound", QT_TR_NOOP("an audio file")},
        {u"film", QT_TR_NOOP("a video")},
        {u"zip", QT_TR_NOOP("a ZIP archive")},
        {u"archive", QT_TR_NOOP("an archive")},
        {u"package", QT_TR_NOOP("a software package")},
        {u"program", QT_TR_NOOP("a program")},
        {u"disc", QT_TR_NOOP("a disc image")},
        {u"office", QT_TR_NOOP("a text document of an office program")},
        {u"spreadsheet", QT_TR_NOOP("a spreadsheet (save it as CSV)")},
        {u"database", QT_TR_NOOP("a database")},
        {u"torrent", QT_TR_NOOP("a torrent")},
        {u"bplist", QT_TR_NOOP("a binary property list of macOS")},
        {u"xml", QT_TR_NOOP("an XML file of another kind")},
    });
};

} // namespace

QString fileKind(const QString &kind)
{
    const auto *const row = std::ranges::find(Words::kinds, QStringView(kind), &KindText::kind);
    return Words::tr(row == Words::kinds.end() ? QT_TR_NOOP("another file") : row->text);
}

} // namespace lapwing::text
