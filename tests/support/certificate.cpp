// SPDX-License-Identifier: MIT
#include "support/certificate.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace lapwing::test {

std::optional<Certificate> makeCertificate(const QString &folder)
{
    const Certificate made{folder + u"/certificate.pem"_s, folder + u"/key.pem"_s};
    QProcess openssl;
    openssl.start(u"openssl"_s,
                  {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                   u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s,
                   u"/CN=localhost"_s, u"-addext"_s, u"subjectAltName=DNS:localhost,IP:127.0.0.1"_s,
                   u"-keyout"_s, made.key, u"-out"_s, made.certificate});
    const bool ended = openssl.waitForFinished();
    if (!ended || openssl.exitStatus() != QProcess::NormalExit || openssl.exitCode() != 0)
        return std::nullopt;
    return made;
}

} // namespace lapwing::test
