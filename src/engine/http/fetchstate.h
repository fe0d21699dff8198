// SPDX-License-Identifier: MIT
#pragma once

#include "engine/http/exchange.h"
#include "engine/http/fetch.h"

/// Inside this folder only: what the parts of a fetch share.
namespace lapwing::engine {

/// What one fetch carries from hop to hop.
struct FetchState {
    Transport *transport;
    Sink *sink;
    FetchRequest request;
    FetchResult result{};
    plan::Proxies proxies{}; ///< for this file
    std::optional<ResumePoint>
        kept{};             ///< what one may go on from; it goes once a server has another version
    int unsent = 0;         ///< hops that broke before their request was sent
    RequestedRange asked{}; ///< by the hop under way
    std::optional<record::Stamp> lookUp{}; ///< when that of the hop under way began
    bool startsAgain = false;              ///< see Progress
    QByteArray cookies{};                  ///< that it carries; secrets
    QByteArray authorization{};            ///< the same
    int answers = 0;                       ///< to what a server asked for in a 401, at this address
    QByteArray pendingOverlap{};           ///< what is still to come again of the kept part's end

    void tell(record::TaskState state, const Exchange &exchange) const
    {
        if (!request.tell)
            return;
        FetchProgress progress{state,       result.attempt, result.stock,
                               result.size, result.status,  startsAgain};
        progress.attempt.firstByte = exchange.firstByte();
        progress.attempt.hops.push_back(exchange.hop());
        request.tell(progress);
    }
    /// By which the next request goes; null: directly.
    [[nodiscard]] const plan::Proxy *proxy() const { return proxies.forUrl(request.url); }
    void fail(record::Failure failure) { result.attempt.failure = std::move(failure); }

    /// What is there cannot be gone on from: all of the file has to come.
    void startOver(record::Discarded::Why why)
    {
        if (kept)
            result.attempt.discarded = record::Discarded{kept->bytes, why};
        kept.reset();
        result.stock = {};
        result.attempt.bytes = 0;
        result.attempt.from = 0;
    }
};

/// One hop with what watches over it.
struct HopInProgress {
    HopInProgress(FetchState *state, const std::vector<plan::Header> &fields,
                  const std::stop_token &stopToken)
        : stop(stopToken)
        , wake(stopToken, &wakeUp)
        , exchange(state->transport, state->request.url, state->proxy(), state->lookUp, fields,
                   state->request.exclusiveManager, &wakeUp)
        , watch(state->transport->watchdog(), &wakeUp, [this] { return exchange.lastSent(); })
    {
    }

    /// Why it must end although the server has not ended it; absent: go on.
    [[nodiscard]] std::optional<record::Failure> interruption() const
    {
        if (stop.stop_requested())
            return make(record::Cause::Cancelled);
        if (watch.expiredWith())
            return make(*watch.expiredWith(), watch.detail());
        return std::nullopt;
    }

    std::stop_token stop;
    async::Event wakeUp;
    async::WakeOnStop wake;
    Exchange exchange;
    Watchdog::Watch watch;
};

/// What the list says of the size of the file, in bytes.
[[nodiscard]] std::optional<qint64> listedSize(const FetchState &state);

/// Who has the rest of a part, or says whether a file is another one now: only he who sent what is there
/// is asked for that, or for a rest anyone where a checksum of the whole will tell.
[[nodiscard]] RequestedRange requestConditions(const FetchState &state);

/// By what right the next request of this course is made, into its cookies and its authorization.
void prepareProofs(FetchState *state);

/// Everything that the next request of this course carries besides what every request does.
[[nodiscard]] std::vector<plan::Header> fieldsFor(const FetchState &state);

} // namespace lapwing::engine
