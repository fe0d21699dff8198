// SPDX-License-Identifier: MIT
#pragma once

#include "support/rawcore.h"

#include <QTcpSocket>

namespace lapwing::test {

/// One accepted connection: reads a request head, plays its script, reads the next.
/// Each step is begun once and gives a condition; whatever happens pokes the connection, which goes on
/// to the next step when the condition holds.
class RawConnection : public QObject {
    Q_OBJECT

public:
    RawConnection(QTcpSocket *socket, int number, RawCore &core);
    ~RawConnection() override;

    void poke();
    [[nodiscard]] qint64 due() const
    {
        return m_output.end - m_output.at;
    }                           ///< bytes not handed to the socket
    void deliver(qint64 count); ///< at most due()

private:
    using Condition = std::function<bool()>;
    struct Output {
        QByteArray bytes; // empty: filler()
        qint64 at = 0;
        qint64 end = 0;
    };

    void readMore();
    void takeRequest();
    void play(const Request &request);
    void finish();
    void gone();
    void pump();
    [[nodiscard]] bool isFlushed() const;

    [[nodiscard]] Condition begin(const Script::Step &step);
    [[nodiscard]] Condition beginStep(const Script::Send &send);
    [[nodiscard]] Condition beginStep(const Script::Fill &fill);
    [[nodiscard]] Condition beginStep(const Script::Wait &wait);
    [[nodiscard]] Condition beginStep(const Script::Hold &hold);
    [[nodiscard]] Condition beginStep(const Script::Gather &gather);
    [[nodiscard]] Condition beginStep(Script::End end);
    [[nodiscard]] Condition beginOutput(Output output);
    void waitOn();

    QTcpSocket *m_socket; // a child
    RawCore &m_core;
    const int m_number;
    QByteArray m_input;
    qint64 m_bodyToSkip = 0;
    bool m_isLast = false; // no further request is read from this connection
    bool m_isHalfClosed = false;

    Script m_script;
    std::size_t m_next = 0;
    Condition m_condition; // of the step that is being played; empty between requests
    Output m_output;
    int m_sawInFlight = 0;
    QTimer m_timer{this};
    QElapsedTimer m_sinceTimer;
    double m_msLeft = 0;
};

} // namespace lapwing::test
