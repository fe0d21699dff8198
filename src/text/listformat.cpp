// SPDX-License-Identifier: MIT
#include "text/listformat.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace lapwing::text {
namespace {

struct FormatText {
    QStringView id;
    const char *text;
};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::text::ListFormat)
public:
    static constexpr auto formats = std::to_array<FormatText>({
        {u"run", QT_TR_NOOP("run document")},
        {u"jsonl", QT_TR_NOOP("JSON")},
        {u"metalink", QT_TR_NOOP("Metalink")},
        {u"kget", QT_TR_NOOP("KGet transfers")},
        {u"shortcut", QT_TR_NOOP("link file")},
        {u"html", QT_TR_NOOP("web page")},
        {u"curl", QT_TR_NOOP("curl or wget commands")},
        {u"apt", QT_TR_NOOP("output of apt-get --print-uris")},
        {u"checksums", QT_TR_NOOP("checksum list")},
        {u"aria2", QT_TR_NOOP("aria2 list")},
        {u"csv", QT_TR_NOOP("table")},
        {u"text", QT_TR_NOOP("plain text")},
    });
};

} // namespace

QString listFormat(QStringView id)
{
    const auto *const row = std::ranges::find(Words::formats, id, &FormatText::id);
    return row == Words::formats.end() ? id.toString() : Words::tr(row->text);
}

} // namespace lapwing::text
