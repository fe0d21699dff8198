// SPDX-License-Identifier: MIT
#include "support/nginx.h"

#include "support/rawserver.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QHostAddress>
#include <QStandardPaths>
#include <QTcpSocket>

#include <sys/prctl.h>

#include <csignal>

using namespace Qt::StringLiterals;

namespace lapwing::test {
namespace {

QString program()
{
    const QString found = QStandardPaths::findExecutable(u"nginx"_s);
    return found.isEmpty() ? QStandardPaths::findExecutable(u"nginx"_s, {u"/usr/sbin"_s}) : found;
}

// One process, no daemon, nothing outside the prefix. A process alone keeps the rights of the test, so
// that it may read the test's temporary folders.
constexpr auto frame = R"(daemon off;
master_process off;
pid nginx.pid;
events { worker_connections 512; }
http {
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    log_format short '$status $body_bytes_sent $request';
    access_log access.log short;
    sendfile on;
    keepalive_requests 1000000;
    %HTTP
    server {
        listen 127.0.0.1:%PORT%LISTEN;
        %TLS
        root "%ROOT";
        %SERVER
    }
}
)";

QByteArray tlsLines(const Certificate &files)
{
    return "ssl_certificate \"" + files.certificate.toUtf8() + "\"; ssl_certificate_key \""
        + files.key.toUtf8() + "\";";
}

} // namespace

bool Nginx::available()
{
    return !program().isEmpty();
}

Nginx::Nginx(const QString &folder, const NginxOptions &options)
    : m_folder(folder), m_options(options)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    // Somebody may take the port between our look and nginx's.
    for (int attempt = 0; attempt < 5; ++attempt) {
        if (startAt(refusingPort()))
            return;
    }
}

Nginx::~Nginx()
{
    m_process.kill();
    m_process.waitForFinished();
}

bool Nginx::startAt(quint16 port)
{
    m_port = port;
    QFile file(m_state.filePath(u"nginx.conf"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(configuration()) < 0) {
        m_error = file.errorString();
        return false;
    }
    file.close();
    m_process.start(program(),
                    {u"-e"_s, u"stderr"_s, u"-p"_s, m_state.path(), u"-c"_s, file.fileName()});
    const QDeadlineTimer deadline(10'000);
    while (!deadline.hasExpired() && !m_process.waitForFinished(10)) {
        if (m_process.state() == QProcess::Running && answers())
            return true;
    }
    m_process.kill();
    m_process.waitForFinished();
    m_error = m_process.errorString() + u'\n' + QString::fromUtf8(m_process.readAll());
    return false;
}

bool Nginx::answers() const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, m_port);
    return socket.waitForConnected(1000);
}

QByteArray Nginx::configuration() const
{
    const bool tls = m_options.certificate.has_value();
    QByteArray listen = tls ? " ssl" : "";
    if (m_options.http2)
        listen += " http2";
    return QByteArray(frame)
        .replace("%PORT", QByteArray::number(m_port))
        .replace("%LISTEN", listen)
        .replace("%TLS", tls ? tlsLines(*m_options.certificate) : QByteArray())
        .replace("%ROOT", m_folder.toUtf8())
        .replace("%HTTP", m_options.inHttp)
        .replace("%SERVER", m_options.inServer);
}

bool Nginx::isRunning() const
{
    return m_process.state() == QProcess::Running;
}

QUrl Nginx::url(const QByteArray &path) const
{
    const QByteArray scheme = m_options.certificate ? "https" : "http";
    return QUrl::fromEncoded(scheme + "://127.0.0.1:" + QByteArray::number(m_port) + path);
}

QByteArray Nginx::accessLog() const
{
    QFile file(m_state.filePath(u"access.log"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace lapwing::test
