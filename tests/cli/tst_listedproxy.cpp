// SPDX-License-Identifier: MIT
#include "process.h"
#include "support/rawserver.h"
#include "support/testmain.h"

#include <QDirIterator>
#include <QTemporaryDir>

using namespace lapwing::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray secret = "s3cr3tW0rd";

QString write(const QTemporaryDir &folder, const QString &name, const QByteArray &text)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return {};
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return file.fileName();
}

} // namespace

/// The real program, a list of aria2 and three servers, one of which the list names as a proxy.
class ListedProxyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void onlyItsFileGoesThereAndNothingOfTheUsers();
    void anotherIsReportedAsIgnored();
    void oneThatCannotBeReadIsNamed();

private:
    [[nodiscard]] Ran get(const QStringList &more);

    std::unique_ptr<RawServer> m_server, m_proxy;
    std::unique_ptr<QTemporaryDir> m_files, m_folder;
    QByteArray m_list; ///< two links, the second through the proxy
};

void ListedProxyTest::init()
{
    m_server = std::make_unique<RawServer>();
    m_server->route("/*", ok("direct"));
    m_proxy = std::make_unique<RawServer>();
    const QByteArray asked = m_server->url("/b").toEncoded();
    m_proxy->route(asked, [](const Request &request) {
        if (request.header("Proxy-Authorization").isNull())
            return status(407).header("Proxy-Authenticate", "Basic realm=\"proxy\"");
        return ok("by the proxy").header("Set-Cookie", "planted=1; Path=/");
    });
    m_files = std::make_unique<QTemporaryDir>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_list = m_server->url("/a").toEncoded() + '\n' + asked + "\n all-proxy=http://me:" + secret
        + "@127.0.0.1:" + QByteArray::number(m_proxy->port()) + "\n header=X-Listed: 1\n";
}

Ran ListedProxyTest::get(const QStringList &more)
{
    const QByteArray cookies = "127.0.0.1\tFALSE\t/\tFALSE\t0\tc\town\n";
    CliProcess process;
    process.setEnvironment(u"NETRC"_s,
                           write(*m_files, u"netrc"_s, "machine 127.0.0.1 login me password own"));
    for (const char *name : {"http_proxy", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"})
        process.setEnvironment(QLatin1String(name), {});
    return process.run(QStringList{u"get"_s, u"-i"_s, write(*m_files, u"list"_s, m_list), u"-d"_s,
                                   m_folder->path(), u"--netrc"_s, u"--header"_s, u"X-Own: 1"_s,
                                   u"--load-cookies"_s, write(*m_files, u"cookies"_s, cookies),
                                   u"--export"_s, m_folder->filePath(u"run.json"_s), u"--export"_s,
                                   m_folder->filePath(u"run.html"_s)}
                       + more);
}

void ListedProxyTest::onlyItsFileGoesThereAndNothingOfTheUsers()
{
    const Ran ran = get({});
    QVERIFY2(ran.status == 0, ran.err.constData());
    QCOMPARE(contentsOf(m_folder->filePath(u"a"_s)), QByteArray("direct"));
    QCOMPARE(contentsOf(m_folder->filePath(u"b"_s)), QByteArray("by the proxy"));
    QVERIFY2(!ran.err.contains("not supported"), ran.err.constData());

    QCOMPARE(m_server->connections(), 1);
    QCOMPARE(m_server->requests(), 1);
    const Request direct = m_server->log().front();
    QCOMPARE(direct.header("X-Own"), QByteArray("1"));
    QCOMPARE(direct.header("Cookie"), QByteArray("c=own"));
    QCOMPARE(direct.header("Authorization"), "Basic " + QByteArray("me:own").toBase64());

    QVERIFY(m_proxy->requests() > 0);
    for (const Request &request : m_proxy->log()) {
        QCOMPARE(request.target, m_server->url("/b").toEncoded());
        QVERIFY(request.header("X-Own").isNull() && request.header("Cookie").isNull()
                && request.header("Authorization").isNull());
        QCOMPARE(request.header("X-Listed"), QByteArray("1"));
    }
    QCOMPARE(m_proxy->log().back().header("Proxy-Authorization"),
             "Basic " + ("me:" + secret).toBase64());

    QVERIFY(!ran.out.contains(secret) && !ran.err.contains(secret));
    QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QVERIFY2(!contentsOf(path).contains(secret), qPrintable(path));
    }
}

void ListedProxyTest::anotherIsReportedAsIgnored()
{
    const Ran ran = get({u"--proxy"_s, u"none"_s});
    QVERIFY2(ran.status == 0, ran.err.constData());
    QVERIFY2(ran.err.contains("Proxies in the list are ignored because of --proxy."),
             ran.err.constData());
    QCOMPARE(m_server->requests(), 2);
    QCOMPARE(m_proxy->connections(), 0);
}

void ListedProxyTest::oneThatCannotBeReadIsNamed()
{
    m_list.replace("all-proxy=http:", "all-proxy=https:");
    const Ran ran = get({});
    QCOMPARE(m_proxy->connections(), 0);
    QVERIFY2(ran.err.contains("all-proxy"), ran.err.constData());
    QVERIFY2(!ran.err.contains(secret), ran.err.constData());
}

LAPWING_TEST(ListedProxyTest)
#include "tst_listedproxy.moc"
