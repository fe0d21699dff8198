// SPDX-License-Identifier: MIT
#pragma once

#include "engine/http/proof.h"
#include "engine/http/transport.h"

#include <QNetworkReply>

#include <limits>

namespace lapwing::engine {

enum class Method {
    Get,
    Head, ///< the header alone
};

/// One request and its response: the only place that touches a QNetworkReply. Its stamps are taken first
/// thing in the slots (they are queued from Qt's HTTP thread, so each is late by the loop's lag).
class Exchange {
public:
    /// Sends the request. `news` is set whenever there is something to look at.
    /// `proxy`: by which it goes; null: directly.
    /// `lookUp`: when the look-up of its name began, where there was one.
    /// `alone`: on a manager of its own.
    Exchange(Transport *transport, const QUrl &url, const plan::Proxy *proxy,
             std::optional<record::Stamp> lookUp, const std::vector<plan::Header> &fields,
             bool alone, async::Event *wakeUp, Method method = Method::Get);
    ~Exchange(); ///< aborts what did not end
    Exchange(const Exchange &) = delete;
    Exchange &operator=(const Exchange &) = delete;

    [[nodiscard]] const record::Hop &hop() const { return m_hop; }
    [[nodiscard]] std::optional<record::Stamp> firstByte() const { return m_firstByte; }
    [[nodiscard]] bool isSent() const { return m_hop.sent.has_value(); }
    /// How its connection is known from outside; absent: nothing was sent yet.
    [[nodiscard]] std::optional<LastSent> lastSent() const;
    [[nodiscard]] bool hasHead() const { return m_hop.headers.has_value(); }
    [[nodiscard]] bool isShared() const { return m_lease.isShared(); }
    [[nodiscard]] bool hasEnded() const { return m_hop.end.has_value(); }

    [[nodiscard]] ResponseHead head() const; ///< when hasHead()
    [[nodiscard]] QString protocol() const;

    /// What is here of the body, at most `maxBytes` and one chunk of the transport's share; empty when nothing is.
    [[nodiscard]] QByteArray read(qint64 maxBytes = std::numeric_limits<qint64>::max());

    /// When hasEnded(): what Qt or TLS had against it; absent for NoError. It proves nothing else.
    [[nodiscard]] std::optional<record::Failure> failure() const;

    /// Ends it now; the connection goes with it.
    void abort();
    /// The same, of one that waited in vain: Qt's thread may be reading what has no end.
    void giveUp();

private:
    struct DeleteLater {
        void operator()(QNetworkReply *reply) const
        {
            reply->deleteLater();
        } // it may be inside its own signal
    };
    void listen(async::Event *wakeUp);
    void takeEncrypted();
    void boundBuffer();

    Transport *m_transport;
    Transport::Lease m_lease;
    record::Hop m_hop;
    std::optional<record::Stamp> m_firstByte;
    QStringList m_tlsErrors;
    bool m_isRepeated = false; ///< it ended because Qt would have sent it again
    std::unique_ptr<QNetworkReply, DeleteLater> m_reply;
    QObject m_receiver; ///< last, so that it is destroyed first and disconnects every slot
};

} // namespace lapwing::engine
