// SPDX-License-Identifier: MIT
#include "list/listwriting.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace lapwing::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::ListWriting)
public:
    static constexpr auto formats = std::to_array<WritableFormat>({
        {u"text", "txt", QT_TR_NOOP("Plain text")},
        {u"aria2", "txt", QT_TR_NOOP("aria2 input file")},
        {u"metalink", "meta4", QT_TR_NOOP("Metalink")},
        {u"csv", "csv", QT_TR_NOOP("CSV table")},
        {u"jsonl", "jsonl", QT_TR_NOOP("JSON Lines")},
        {u"curl", "sh", QT_TR_NOOP("curl commands")},
    });
};

bool isEnding(const WritableFormat &format, const QString &ending)
{
    return ending.compare(QLatin1String(format.ending), Qt::CaseInsensitive) == 0;
}

} // namespace

std::span<const WritableFormat> writableFormats()
{
    return Words::formats;
}

QString nameOf(const WritableFormat &format)
{
    return Words::tr(format.text);
}

const WritableFormat &formatFor(const QString &path, const WritableFormat &chosen)
{
    const QString ending = QFileInfo(path).suffix();
    const auto found =
        std::ranges::find_if(Words::formats, [&ending](const WritableFormat &format) {
            return isEnding(format, ending);
        });
    return found == Words::formats.end() || isEnding(chosen, ending) ? chosen : *found;
}

WrittenList writtenIn(const WritableFormat &format, const std::vector<plan::Entry> &entries)
{
    const auto all = plan::formats();
    const auto writer = std::ranges::find(all, format.id, &plan::ListFormat::id);
    const QByteArray bytes = writer->write(entries);
    return {bytes, static_cast<int>(entries.size()), plan::poorerIn(bytes, entries)};
}

QString withLoss(const QString &said, const WrittenList &written)
{
    if (written.poorer == 0)
        return said;
    return Words::tr("%1. This format cannot contain everything the list says of %Ln links.",
                     nullptr, written.poorer)
        .arg(said);
}

} // namespace lapwing::ui
