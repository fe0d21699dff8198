// SPDX-License-Identifier: MIT
#include "settings/accessfiles.h"

#include "text/accesserror.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSslCertificate>

namespace lapwing::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::AccessFiles)
};

/// No file of these kinds is larger; a disk image chosen by mistake is.
constexpr qint64 largest = 16 * 1000 * 1000;

tl::expected<QByteArray, QString> contentsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(Words::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    const QByteArray bytes = file.read(largest + 1);
    if (bytes.size() > largest)
        return tl::unexpected(Words::tr("%1 is too large.").arg(path));
    return bytes;
}

} // namespace

QString netrcPath()
{
    return QDir::home().absoluteFilePath(QStringLiteral(".netrc"));
}

tl::expected<std::vector<plan::Login>, QString> readNetrc()
{
    const auto bytes = contentsOf(netrcPath());
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto logins = plan::netrcFrom(*bytes);
    if (!logins)
        return tl::unexpected(Words::tr("%1: %2").arg(netrcPath(), text::sentence(logins.error())));
    return *std::move(logins);
}

tl::expected<std::vector<plan::Cookie>, QString> readCookies(const QString &path)
{
    const auto bytes = contentsOf(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    plan::Cookies found = plan::cookiesFrom(*bytes);
    if (!found.errors.empty())
        return tl::unexpected(text::sentence(found.errors.front(), path));
    if (found.cookies.empty())
        return tl::unexpected(
            Words::tr("%1 contains no cookie in the Netscape cookies.txt format.").arg(path));
    return std::move(found.cookies);
}

std::optional<QString> errorOfCertificates(const QString &path)
{
    const auto bytes = contentsOf(path);
    if (!bytes)
        return bytes.error();
    if (QSslCertificate::fromData(*bytes, QSsl::Pem).isEmpty())
        return Words::tr("%1 contains no PEM certificate.").arg(path);
    return std::nullopt;
}

std::optional<QString> AccessFiles::addTo(plan::Access &access) const
{
    if (netrc) {
        auto logins = readNetrc();
        if (!logins)
            return logins.error();
        access.logins = std::move(*logins);
    }
    if (!cookieFile.isEmpty()) {
        auto cookies = readCookies(cookieFile);
        if (!cookies)
            return cookies.error();
        access.cookies = std::move(*cookies);
    }
    return caCertificateFile.isEmpty() ? std::nullopt : errorOfCertificates(caCertificateFile);
}

} // namespace lapwing::ui
