// SPDX-License-Identifier: MIT
#include "results/exporting.h"

#include "report/export.h"
#include "run/backgroundqueue.h"
#include "text/failure.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace lapwing::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::Exporting)
};

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
        say(failure
                ? Words::tr("Export failed: %1 %2")
                      .arg(text::sentence(*failure), text::advice(*failure, text::Reader::Window))
                : Words::tr("Exported to %1").arg(path));
    });
}

} // namespace lapwing::ui
