// SPDX-License-Identifier: MIT
#include "support/nginx.h"
#include "support/script.h"
#include "support/testmain.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>

using namespace Qt::StringLiterals;
using namespace lapwing::test;

class NginxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void servesAFolder_data();
    void servesAFolder();
    void saysWhyItDoesNotRun();

private:
    QTemporaryDir m_folder;
    std::optional<Certificate> m_certificate;
};

void NginxTest::initTestCase()
{
    if (!Nginx::available())
        QSKIP("no nginx");
    QFile file(m_folder.filePath(u"a.bin"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(filler(100'000)), 100'000);
    m_certificate = makeCertificate(m_folder.path());
}

void NginxTest::servesAFolder_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<bool>("http2");
    QTest::newRow("plain") << false << false;
    QTest::newRow("TLS") << true << false;
    QTest::newRow("HTTP/2") << true << true;
}

void NginxTest::servesAFolder()
{
    QFETCH(bool, tls);
    QFETCH(bool, http2);
    if (tls && !m_certificate)
        QSKIP("no openssl program");
    const Nginx nginx(m_folder.path(),
                      {.certificate = tls ? m_certificate : std::nullopt,
                       .http2 = http2,
                       .inServer = "add_header X-Extra yes;"});
    QVERIFY2(nginx.isRunning(), qPrintable(nginx.errorString()));
    QNetworkAccessManager manager;
    QNetworkRequest request(nginx.url("/a.bin"));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, http2);
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (tls)
        configuration.setCaCertificates(QSslCertificate::fromPath(m_certificate->certificate));
    if (http2)
        configuration.setAllowedNextProtocols({QSslConfiguration::ALPNProtocolHTTP2});
    request.setSslConfiguration(configuration);
    const std::unique_ptr<QNetworkReply> reply(manager.get(request));
    QTRY_VERIFY(reply->isFinished());
    QVERIFY2(reply->error() == QNetworkReply::NoError, qPrintable(reply->errorString()));
    QCOMPARE(reply->readAll(), filler(100'000));
    QCOMPARE(reply->rawHeader("X-Extra"), QByteArray("yes"));
    QCOMPARE(reply->attribute(QNetworkRequest::Http2WasUsedAttribute).toBool(), http2);
    QTRY_COMPARE(nginx.accessLog().left(11), QByteArray("200 100000 "));
}

void NginxTest::saysWhyItDoesNotRun()
{
    const Nginx nginx(m_folder.path(), {.inServer = "no_such_word on;"});
    QVERIFY(!nginx.isRunning());
    QVERIFY2(nginx.errorString().contains(u"no_such_word"), qPrintable(nginx.errorString()));
}

LAPWING_TEST(NginxTest)

#include "tst_nginx.moc"
