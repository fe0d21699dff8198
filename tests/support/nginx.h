// SPDX-License-Identifier: MIT
#pragma once

#include "support/certificate.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

#include <optional>

namespace lapwing::test {

struct NginxOptions {
    std::optional<Certificate> certificate = std::nullopt; ///< given: TLS
    bool http2 = false;                                    ///< only with TLS
    QByteArray inServer =
        {}; ///< further lines of the server block: "limit_rate 500k;", "location ..."
    QByteArray inHttp = {}; ///< further lines of the http block: "limit_conn_zone ..."
};

/// A real nginx at a free port of 127.0.0.1 that serves a folder. It runs as whoever runs the test, with
/// everything that it writes in a temporary folder, and ends with this object or with the test.
///
///     if (!Nginx::available())
///         QSKIP("no nginx");
///     Nginx nginx(folder.path());
///     QVERIFY2(nginx.isRunning(), qPrintable(nginx.errorString()));
class Nginx {
public:
    [[nodiscard]] static bool available();

    explicit Nginx(const QString &folder, const NginxOptions &options = NginxOptions());
    ~Nginx();

    Nginx(const Nginx &) = delete;
    Nginx &operator=(const Nginx &) = delete;

    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] QString errorString() const { return m_error; }
    [[nodiscard]] QUrl url(const QByteArray &path = "/") const;
    /// One line for each answered request: status, bytes of the body, request line.
    [[nodiscard]] QByteArray accessLog() const;

private:
    bool startAt(quint16 port);
    [[nodiscard]] QByteArray configuration() const;
    [[nodiscard]] bool answers() const;

    const QString m_folder;
    const NginxOptions m_options;
    QTemporaryDir m_state;
    QProcess m_process;
    quint16 m_port = 0;
    QString m_error;
};

} // namespace lapwing::test
