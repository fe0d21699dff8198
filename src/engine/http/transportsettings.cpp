// SPDX-License-Identifier: MIT
#include "engine/http/transportsettings.h"

#include <QFileInfo>

#include <algorithm>

namespace lapwing::engine {
namespace {

using record::Failure;

tl::expected<QList<QSslCertificate>, Failure> certificatesIn(const QString &path)
{
    if (path.isEmpty())
        return QList<QSslCertificate>();
    QList<QSslCertificate> certificates = QSslCertificate::fromPath(path);
    if (!certificates.isEmpty())
        return certificates;
    const QString file = QFileInfo(path).fileName();
    return tl::unexpected(
        make(record::Cause::TlsFailed, QStringLiteral("no certificate in %1").arg(file)));
}

} // namespace

tl::expected<TransportSettings, Failure> transportSettings(const plan::Plan &plan)
{
    auto trusted = certificatesIn(plan.access.caCertificateFile);
    if (!trusted)
        return tl::unexpected(trusted.error());
    return TransportSettings{plan.timeouts,       plan.minimumRate, plan.access,
                             std::move(*trusted), plan.maxFileSize, sharersOf(plan)};
}

QSslConfiguration tlsFor(const TransportSettings &terms)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    if (!terms.trusted.isEmpty())
        tls.addCaCertificates(terms.trusted);
    return tls;
}

int sharersOf(const plan::Plan &plan)
{
    return std::min(plan.atOnce, static_cast<int>(plan.entries.size()));
}

} // namespace lapwing::engine
