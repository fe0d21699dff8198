// SPDX-License-Identifier: MIT
#include "results/exporting.h"

#include "report/export.h"
#include "run/backgroundqueue.h"
#include "text/failure.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <tl/expected.hpp>

namespace lapwing::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::Exporting)
};

QString textOf(const record::Failure &failure)
{
    return Words::tr("Export failed: %1 %2")
        .arg(text::sentence(failure), text::advice(failure, text::Reader::Window));
}

qint64 placeOf(const plan::Entry &entry)
{
    return entry.turn.place;
}

} // namespace

void exportDocument(BackgroundQueue &errands, std::function<report::Document()> make,
                    const QString &path, std::function<void(const QString &)> say)
{
    if (report::formatOf(path) == nullptr) {
        say(Words::tr("Export failed: the ending of %1 is not a known format. It must end in %2.")
                .arg(QFileInfo(path).fileName(), report::knownEndings()));
        return;
    }
    const auto work = [make = std::move(make), path] { return report::save(make(), path); };
    errands.run(work, [path, say = std::move(say)](const std::optional<record::Failure> &failure) {
        say(failure ? textOf(*failure) : Words::tr("Exported to %1").arg(path));
    });
}

void exportLinks(BackgroundQueue &errands, std::vector<plan::Entry> entries,
                 const WritableFormat &format, const QString &path,
                 std::function<void(const QString &)> say)
{
    using Saved = tl::expected<WrittenList, record::Failure>;
    auto work = [entries = std::move(entries), &format, path]() mutable -> Saved {
        std::ranges::stable_sort(entries, {}, placeOf);
        WrittenList written = writtenIn(format, entries);
        if (const auto failure = report::saveBytes(written.bytes, path))
            return tl::unexpected(*failure);
        return written;
    };
    errands.run(std::move(work), [path, say = std::move(say)](const Saved &saved) {
        say(saved ? withLoss(Words::tr("%Ln links exported to %1", nullptr, saved->links).arg(path),
                             *saved)
                  : textOf(saved.error()));
    });
}

} // namespace lapwing::ui
