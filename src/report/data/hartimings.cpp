// SPDX-License-Identifier: MIT
#include "report/data/hartimings.h"

#include "measure/phases.h"
#include "measure/times.h"
#include "report/json/jsonvalues.h"

#include <QHostAddress>

namespace lapwing::report::har {
namespace {

using namespace Qt::Literals::StringLiterals;
using measure::between;
using record::Stamp;

bool isNumber(const QString &host)
{
    return !QHostAddress(host).isNull();
}

class Timings {
public:
    explicit Timings(const Request &request)
        : m_request(request), m_hop(request.ofHop()), m_reused(measure::isReused(m_hop))
    {
    }

    QJsonObject made()
    {
        putBlocked();
        putNameLookUp();
        putConnection();
        put("send"_L1, Stamp{}); // it cannot be seen; the format demands a number
        put("wait"_L1,
            between(m_hop.sent, m_hop.headers ? m_hop.headers : m_hop.end).value_or(Stamp{}));
        put("receive"_L1, between(m_hop.headers, m_hop.end).value_or(Stamp{}));
        m_timings.insert("_sendObserved"_L1, false);
        if (m_request.isLastHop())
            putExtra("_firstBodyByte"_L1, between(m_hop.sent, m_request.ofAttempt().firstByte));
        return m_timings;
    }

    [[nodiscard]] Stamp total() const { return m_total; }

private:
    void put(QLatin1String name, Stamp time)
    {
        m_timings.insert(name, milliseconds(time));
        m_total += time;
    }
    void putExtra(QLatin1String name, std::optional<Stamp> time)
    {
        if (time)
            m_timings.insert(name, milliseconds(*time));
    }
    void doesNotApply(QLatin1String name) { m_timings.insert(name, -1); }

    /// Waiting before anything was done for it; and set-up, where one cannot tell that it was a connection.
    void putBlocked()
    {
        const Stamp ready = m_hop.lookUp.value_or(m_hop.asked);
        Stamp blocked = between(m_request.begin(), ready).value_or(Stamp{});
        if (m_reused != false)
            blocked += setUp();
        put("blocked"_L1, blocked);
        if (m_request.attempt == 0 && m_request.hop == 0)
            putExtra("_blocked_queueing"_L1, between(m_request.begin(), m_request.task.start));
    }

    void putNameLookUp()
    {
        if (m_hop.lookUp)
            put("dns"_L1, between(m_hop.lookUp, m_hop.asked).value_or(Stamp{}));
        else if (isNumber(m_hop.url.host()) || m_reused == true)
            doesNotApply("dns"_L1);
    }

    void putConnection()
    {
        if (m_reused == false) {
            put("connect"_L1, setUp());
            putExtra("_tlsUpperBoundMs"_L1, between(m_hop.asked, m_hop.encrypted));
        } else if (m_reused == true) {
            doesNotApply("connect"_L1);
            doesNotApply("ssl"_L1);
        }
        if (m_hop.url.scheme() == u"http")
            doesNotApply("ssl"_L1);
    }

    [[nodiscard]] Stamp setUp() const
    {
        return between(m_hop.asked, m_hop.sent ? m_hop.sent : m_hop.end).value_or(Stamp{});
    }

    const Request &m_request;
    const record::Hop &m_hop;
    std::optional<bool> m_reused; ///< absent: not observable
    QJsonObject m_timings;
    Stamp m_total{};
};

} // namespace

Stamp Request::begin() const
{
    const Stamp ready = ofHop().lookUp.value_or(ofHop().asked);
    if (hop > 0)
        return ready;
    return attempt > 0 ? std::min(ofAttempt().start, ready) : measure::queuedSince(task);
}

double milliseconds(Stamp time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

QJsonObject timingsOf(const Request &request, Stamp &total)
{
    Timings timings(request);
    QJsonObject made = timings.made();
    total = timings.total();
    return made;
}

} // namespace lapwing::report::har
