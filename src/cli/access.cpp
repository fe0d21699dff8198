// SPDX-License-Identifier: MIT
#include "cli/access.h"

#include "cli/command.h"
#include "cli/values.h"
#include "text/accesserror.h"

#include <QDir>
#include <QFile>
#include <QProcessEnvironment>
#include <QSslCertificate>

#include <algorithm>

namespace lapwing::cli {
namespace {

constexpr qint64 maxAccessFileSize =
    16 * 1024 * 1024; ///< bytes; far more than a user or a browser writes

QString named(const QString &path, const QString &reason)
{
    return Text::tr("%1: %2").arg(path, reason);
}

/// The whole of a file; also of one that is read once, like a pipe of the shell's <(...).
Read<QByteArray> contentsOf(QFile &file)
{
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return tl::unexpected(named(file.fileName(), file.errorString()));
    QByteArray bytes = file.read(maxAccessFileSize + 1);
    if (bytes.size() > maxAccessFileSize)
        return tl::unexpected(named(file.fileName(), Text::tr("it is too large.")));
    return bytes;
}

QString readHeaders(const QCommandLineParser &given, std::vector<plan::Header> &headers)
{
    for (const QString &line : given.values(QStringLiteral("header"))) {
        const auto header = plan::headerFrom(line);
        if (!header)
            return text::sentence(header.error());
        const bool isThere = std::ranges::any_of(headers, [&header](const plan::Header &one) {
            return one.name.compare(header->name, Qt::CaseInsensitive) == 0;
        });
        if (isThere)
            return Text::tr("The header %1 is given twice.").arg(QLatin1String(header->name));
        headers.push_back(*header);
    }
    return {};
}

/// As ftp does: a netrc that others can read or change is refused.
bool isPrivate(const QFile &file)
{
    constexpr QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    return (file.permissions() & others) == QFile::Permissions();
}

QString readNetrc(const QCommandLineParser &given, std::vector<plan::Login> &logins)
{
    if (!given.isSet(QStringLiteral("netrc")))
        return {};
    const QString told = qEnvironmentVariable("NETRC");
    QFile file(told.isEmpty() ? QDir::home().filePath(QStringLiteral(".netrc")) : told);
    const Read<QByteArray> bytes = contentsOf(file);
    if (!bytes)
        return bytes.error();
    if (!isPrivate(file))
        return named(file.fileName(),
                     Text::tr("other users can read or change it; run chmod 600 on it."));
    const auto read = plan::netrcFrom(*bytes);
    if (!read)
        return named(file.fileName(), text::sentence(read.error()));
    logins = *read;
    return {};
}

QString readCookies(const QCommandLineParser &given, plan::Access &access)
{
    access.takesCookies = !given.isSet(QStringLiteral("no-cookies"));
    const QString path = given.value(QStringLiteral("load-cookies"));
    if (path.isEmpty())
        return {};
    QFile file(path);
    const Read<QByteArray> bytes = contentsOf(file);
    if (!bytes)
        return bytes.error();
    plan::Cookies read = plan::cookiesFrom(*bytes);
    if (!read.errors.empty())
        return text::sentence(read.errors.front(), path);
    access.cookies = std::move(read.cookies);
    return {};
}

QString readProxies(const QCommandLineParser &given, plan::Proxies &proxies)
{
    const QString option = QStringLiteral("proxy");
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!given.isSet(option)) {
        const auto found = plan::proxiesOf(environment);
        proxies = found.value_or(plan::Proxies());
        return found ? QString() : text::sentence(found.error());
    }
    if (plan::isNoProxy(given.value(option))) {
        proxies = plan::directly();
        return {};
    }
    const auto chosen = plan::proxyFrom(given.value(option));
    if (!chosen)
        return text::sentence(chosen.error());
    proxies = plan::proxiesThrough(*chosen, environment);
    return {};
}

QString readTrust(const QCommandLineParser &given, QString &certificateFile)
{
    certificateFile = given.value(QStringLiteral("ca-certificate"));
    if (certificateFile.isEmpty())
        return {};
    QFile file(certificateFile);
    if (!file.open(QIODevice::ReadOnly))
        return named(certificateFile, file.errorString());
    if (QSslCertificate::fromDevice(&file, QSsl::Pem).isEmpty())
        return named(certificateFile, Text::tr("it contains no PEM certificate."));
    return {};
}

} // namespace

QString readAccess(const QCommandLineParser &given, plan::Access &access)
{
    QString wrong = readHeaders(given, access.headers);
    if (wrong.isEmpty())
        wrong = readNetrc(given, access.logins);
    if (wrong.isEmpty())
        wrong = readCookies(given, access);
    if (wrong.isEmpty())
        wrong = readProxies(given, access.proxies);
    if (wrong.isEmpty())
        wrong = readTrust(given, access.caCertificateFile);
    return wrong;
}

} // namespace lapwing::cli
