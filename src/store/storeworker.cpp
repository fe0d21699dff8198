// SPDX-License-Identifier: MIT
#include "store/storeworker.h"

#include "store/file.h"
#include "store/historytable.h"
#include "store/listtables.h"

#include <QMutexLocker>
#include <QSet>

#include <algorithm>
#include <type_traits>
#include <utility>

using namespace std::chrono_literals;

namespace lapwing::store {
namespace {

constexpr std::chrono::milliseconds commitEvery = 1s;
constexpr std::chrono::milliseconds atRest = 100ms; ///< what comes together is committed together
constexpr std::chrono::milliseconds retryAfter = 5s;

template<typename Kind>
constexpr bool isHistoryKind =
    std::is_same_v<
        Kind,
        KeepRun> || std::is_same_v<Kind, KeepDocument> || std::is_same_v<Kind, RemoveKept> || std::is_same_v<Kind, PutBackKept> || std::is_same_v<Kind, LimitKept>;

bool isOfHistory(const Change &change)
{
    return std::visit([]<typename Kind>(const Kind &) { return isHistoryKind<Kind>; }, change);
}

template<typename Kind>
bool writeToList(DatabaseConnection &connection, const Kind &change)
{
    if constexpr (!isHistoryKind<Kind>)
        return apply(connection, change);
    return true;
}

template<typename Kind>
bool writeToHistory(DatabaseConnection &connection, const Kind &change)
{
    if constexpr (std::is_same_v<Kind, KeepDocument>) {
        return keepDocument(connection, change.make());
    } else if constexpr (isHistoryKind<Kind> && !std::is_same_v<Kind, KeepRun>) {
        Transaction whole(connection);
        return whole.hasBegun() && apply(connection, change) && whole.commit();
    }
    return true;
}

/// What the changes after the one that is looked at write.
struct Later {
    QSet<int> records; ///< by id
    bool facts = false;
    bool folder = false;

    /// Whether nothing is left of the change.
    bool takesAll(Change &change)
    {
        if (auto *put = std::get_if<PutRecords>(&change)) {
            std::erase_if(put->records, [this](const record::TaskRecord &record) {
                return records.contains(record.id);
            });
            for (const record::TaskRecord &record : put->records)
                records.insert(record.id);
            return put->records.empty();
        }
        if (std::holds_alternative<PutFacts>(change))
            return std::exchange(facts, true);
        return std::holds_alternative<SetFolder>(change) && std::exchange(folder, true);
    }
};

} // namespace

bool ChangeLog::add(std::vector<Change> changes)
{
    const QMutexLocker locked(&m_mutex);
    const bool wasEmpty = m_changes.empty();
    std::ranges::move(changes, std::back_inserter(m_changes));
    return wasEmpty;
}

std::vector<Change> ChangeLog::take()
{
    const QMutexLocker locked(&m_mutex);
    return std::exchange(m_changes, {});
}

void dropOverwritten(std::vector<Change> &changes)
{
    Later later;
    std::vector<Change> left;
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        if (isOfHistory(*change))
            later = {}; // it may keep what was written before it
        if (!later.takesAll(*change))
            left.push_back(std::move(*change));
    }
    std::ranges::reverse(left);
    changes = std::move(left);
}

StoreWorker::StoreWorker(QString folder, std::shared_ptr<ChangeLog> log, PassOn passOn)
    : m_folder(std::move(folder)), m_log(std::move(log)), m_passOn(std::move(passOn)), m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &StoreWorker::commit);
}

void StoreWorker::schedule()
{
    if (m_timer.isActive())
        return;
    const std::chrono::milliseconds since(m_sinceCommit.isValid() ? m_sinceCommit.elapsed()
                                                                  : commitEvery.count());
    m_timer.start(std::max(atRest, commitEvery - since));
}

bool StoreWorker::commit()
{
    std::ranges::move(m_log->take(), std::back_inserter(m_unwritten));
    dropOverwritten(m_unwritten);
    m_timer.stop();
    if (m_unwritten.empty())
        return true;
    const bool isWritten = openFirst() && writeAll();
    m_sinceCommit.start();
    if (isWritten) {
        m_unwritten = {};
        m_hasFailed = false;
        Q_EMIT committed();
        return true;
    }
    m_connection.reset(); // the next try begins anew
    m_timer.start(retryAfter);
    if (!std::exchange(m_hasFailed, true))
        Q_EMIT failed(m_trouble);
    return false;
}

bool StoreWorker::openFirst()
{
    if (m_connection)
        return true;
    auto opened = openFile(m_folder);
    if (!opened) {
        m_trouble = opened.error();
        return false;
    }
    m_connection = std::move(*opened);
    if (!std::exchange(m_isPurged, true) && !purge(*m_connection))
        m_connection->forgetTrouble(); // the file is as large as it was, no more
    return true;
}

/// What is written goes from `m_unwritten`, so that a failure repeats nothing.
bool StoreWorker::writeAll()
{
    while (!m_unwritten.empty()) {
        auto end = std::ranges::find_if(m_unwritten, isOfHistory);
        const bool isNext = end == m_unwritten.begin();
        if (isNext ? !passOn(*end) : !writeTogether({m_unwritten.begin(), end}))
            return false;
        m_unwritten.erase(m_unwritten.begin(), isNext ? end + 1 : end);
    }
    return true;
}

bool StoreWorker::writeTogether(std::span<const Change> changes)
{
    Transaction all(*m_connection);
    bool isWritten = all.hasBegun();
    for (const Change &change : changes)
        isWritten = isWritten
            && std::visit([this](const auto &each) { return writeToList(*m_connection, each); },
                          change);
    isWritten = isWritten && all.commit();
    if (!isWritten)
        m_trouble = m_connection->trouble();
    return isWritten;
}

bool StoreWorker::passOn(const Change &change)
{
    if (std::holds_alternative<KeepRun>(change))
        return passOnRun();
    m_passOn([change](DatabaseConnection &connection) {
        return std::visit(
            [&connection](const auto &each) { return writeToHistory(connection, each); }, change);
    });
    return true;
}

/// As it is at this moment, whatever becomes of it while its document is made.
bool StoreWorker::passOnRun()
{
    Transaction whole(*m_connection);
    const auto place = whole.hasBegun() ? reservePlace(*m_connection) : std::nullopt;
    std::optional<StoredList> list = place ? fetchList(*m_connection) : std::nullopt;
    if (!list || !whole.commit()) {
        m_trouble = m_connection->trouble();
        return false;
    }
    if (*place != 0)
        m_passOn([place = *place, list = std::make_shared<const StoredList>(std::move(*list))](
                     DatabaseConnection &connection) { return keepRun(connection, place, *list); });
    return true;
}

} // namespace lapwing::store
