// SPDX-License-Identifier: MIT
#include "store/load.h"

#include "store/file.h"
#include "store/setaside.h"
#include "store/storedlist.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::store {
namespace {

/// The tables by themselves: a check of the whole file would read every document of the history.
bool isWhole(DatabaseConnection &connection)
{
    for (const char *table : {"entries", "baseline", "list", "rejects", "runs"}) {
        const QVariant found =
            connection.value(u"PRAGMA quick_check('%1')"_s.arg(QLatin1String(table)));
        if (!connection.hasFailed() && found.toString() != u"ok")
            connection.fail(Trouble::Damaged);
    }
    return !connection.hasFailed()
        && connection.run(u"SELECT count(started), count(limited_by) FROM history"_s);
}

tl::expected<State, Trouble> readFrom(
    const tl::expected<std::unique_ptr<DatabaseConnection>, Trouble> &opened)
{
    if (!opened)
        return tl::unexpected(opened.error());
    DatabaseConnection &connection = **opened;
    std::optional<StoredList> list = isWhole(connection) ? fetchList(connection) : std::nullopt;
    if (!list)
        return tl::unexpected(connection.trouble());
    std::optional<State> state = stateFrom(std::move(*list));
    if (!state)
        return tl::unexpected(Trouble::Damaged);
    return std::move(*state);
}

Loaded loadUnchanging(const QString &folder)
{
    Loaded loaded;
    loaded.trouble = Trouble::NotWritable;
    loaded.mayWrite = false;
    if (QFile::exists(filePath(folder) + u"-wal"_s))
        return loaded; // the file without it is an older state
    auto state = readFrom(openUnchanging(folder));
    loaded.mayWrite = state.has_value();
    if (state)
        loaded.state = std::move(*state);
    return loaded;
}

} // namespace

Loaded load(const QString &folder)
{
    Loaded loaded;
    if (!QFile::exists(filePath(folder)))
        return loaded;
    tl::expected<State, Trouble> state = readFrom(openFile(folder));
    if (state) {
        loaded.state = std::move(*state);
        return loaded;
    }
    if (state.error() == Trouble::NotWritable)
        return loadUnchanging(folder);
    loaded.trouble = state.error();
    if (state.error() == Trouble::Damaged || state.error() == Trouble::NewerVersion)
        loaded.asideAs = setAside(folder, state.error(), QDateTime::currentDateTime());
    loaded.mayWrite = !loaded.asideAs.isEmpty();
    return loaded;
}

} // namespace lapwing::store
