// SPDX-License-Identifier: MIT
#include "run/filechecks.h"

namespace lapwing::ui {
namespace {

std::vector<CheckedFile> checkAll(std::vector<CheckedFile> files, const std::stop_token &stop)
{
    for (CheckedFile &file : files)
        file.found = engine::recheck(file.known, [&stop] { return !stop.stop_requested(); });
    return files;
}

} // namespace

void FileChecks::run(std::vector<CheckedFile> files)
{
    m_reading.run(
        [files = std::move(files), stop = m_stop.get_token()]() mutable {
            return checkAll(std::move(files), stop);
        },
        [this](const std::vector<CheckedFile> &checked) { Q_EMIT ended(checked); });
}

} // namespace lapwing::ui
