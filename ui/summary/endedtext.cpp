// SPDX-License-Identifier: MIT
#include "summary/endedtext.h"

#include "measure/compare/completeness.h"
#include "text/amounts.h"
#include "text/comparison.h"

#include <QCoreApplication>

#include <algorithm>

namespace lapwing::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::EndedText)
};

} // namespace

QString endedFigures(const record::Run &run)
{
    const int files = measure::filesIn(run);
    const auto failed = static_cast<int>(
        std::ranges::count(run.tasks, record::TaskState::Failed, &record::TaskRecord::state));
    if (files + failed == 0)
        return {};
    QStringList parts{Words::tr("%Ln files", nullptr, files)};
    if (failed > 0)
        parts << Words::tr("%Ln failed", nullptr, failed);
    parts << Words::tr("%1 in %2")
                 .arg(text::asBytes(measure::bytesOfFiles(run)),
                      text::comparedTime(run, text::asTime));
    return parts.join(Words::tr(", "));
}

QString endedText(const record::Run &run)
{
    const QString figures = endedFigures(run);
    return figures.isEmpty() ? figures : Words::tr("%1.").arg(figures);
}

} // namespace lapwing::ui
