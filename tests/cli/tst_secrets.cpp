// SPDX-License-Identifier: MIT
#include "process.h"
#include "requests.h"
#include "support/rawserver.h"
#include "support/testmain.h"

#include <QDirIterator>

#include <sys/xattr.h>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing::test;

namespace {

const QByteArray secret = "hush-7F3A";

/// What the secret looks like where something sends or stores it.
QByteArrayList disguises()
{
    return {secret, ("me:" + secret).toBase64(), secret.toHex(), secret.toPercentEncoding({}, "h")};
}

/// Where the secret stands in `text`; empty: nowhere.
QString placeIn(const QByteArray &text, const QString &place)
{
    for (const QByteArray &disguise : disguises()) {
        if (text.contains(disguise))
            return u"%1: …%2…"_s.arg(place,
                                     QString::fromUtf8(text.mid(text.indexOf(disguise) - 40, 100)));
    }
    return {};
}

/// The names and values of the extended attributes of a file.
QByteArray attributesOf(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    QByteArray names(64 * 1024, '\0');
    names.truncate(std::max<ssize_t>(
        0, ::listxattr(name.constData(), names.data(), static_cast<std::size_t>(names.size()))));
    QByteArray all = names;
    for (const QByteArray &one : names.split('\0')) {
        QByteArray value(64 * 1024, '\0');
        value.truncate(std::max<ssize_t>(0,
                                         ::getxattr(name.constData(), one.constData(), value.data(),
                                                    static_cast<std::size_t>(value.size()))));
        all += value;
    }
    return all;
}

/// Everything that a run left behind.
QStringList placesIn(const Ran &ran, const QString &folder)
{
    QStringList places{placeIn(ran.out, u"standard output"_s),
                       placeIn(ran.err, u"standard error"_s)};
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        places << placeIn(path.toUtf8(), u"a name"_s) << placeIn(contentsOf(path), path)
               << placeIn(attributesOf(path), u"attributes of "_s + path);
    }
    places.removeAll(QString());
    return places;
}

/// As a proxy that wants a password does; as a server, what the script says.
RawServer::Handler guarded(const Script &script, bool isProxy)
{
    return [script, isProxy](const Request &request) {
        if (!isProxy || !request.header("Proxy-Authorization").isNull())
            return script;
        return status(407).header("Proxy-Authenticate", "Basic realm=\"proxy\"");
    };
}

/// One of each way that a download ends, at `base`: here, or at a server that this one is the proxy of.
void serve(RawServer &server, const QByteArray &base)
{
    const std::vector<std::pair<QByteArray, Script>> answers{
        {"/whole",
         ok("abc").header("ETag", "\"1\"").header("Set-Cookie", "set=" + secret + "; Path=/set")},
        {"/unproven", noLength("abc")},
        {"/large", withLength(4'000'000, filler(2'000'000)).header("ETag", "\"1\"").close()},
        {"/moved", redirect(base + "/whole?key=" + secret)},
        {"/nowhere", redirect("ftp://me:" + secret + "@127.0.0.1/?key=" + secret)},
        {"/refused", status(403, "no")},
    };
    for (const auto &[path, script] : answers)
        server.route(base + path, guarded(script, !base.isEmpty()));
}

} // namespace

/// A secret that is planted wherever a person may give one comes to the server, and stands in no output.
class SecretsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void appearNowhere_data();
    void appearNowhere();
    void ofAProxyAppearNowhere();

private:
    [[nodiscard]] QStringList arguments(const QString &folder, const QString &base,
                                        const QString &progress);
    Lists m_files;
};

/// Six links with the secret in the query, one of them with it as a password.
QStringList SecretsTest::arguments(const QString &folder, const QString &base,
                                   const QString &progress)
{
    const QString key = QString::fromUtf8(secret);
    const QString cookies =
        m_files.list("cookies.txt", "127.0.0.1\tFALSE\t/\tFALSE\t0\tsession\t" + secret + '\n');
    QStringList arguments{u"get"_s,
                          u"-d"_s,
                          folder,
                          u"--progress"_s,
                          progress,
                          u"--retries"_s,
                          u"0"_s,
                          u"--header"_s,
                          u"X-Key: "_s + key,
                          u"--netrc"_s,
                          u"--export"_s,
                          folder + u"/run.json"_s,
                          u"--export"_s,
                          folder + u"/run.csv"_s,
                          u"--load-cookies"_s,
                          cookies};
    for (const char *path : {"whole", "unproven", "large", "moved", "nowhere"})
        arguments << u"%1/%2?key=%3"_s.arg(base, QLatin1String(path), key);
    arguments << u"%1/refused?%2"_s.arg(QString(base).replace(u"://"_s, u"://me:%1@"_s.arg(key)),
                                        key);
    return arguments;
}

void SecretsTest::appearNowhere_data()
{
    QTest::addColumn<QString>("progress");
    QTest::newRow("plain") << u"plain"_s;
    QTest::newRow("json") << u"json"_s;
}

void SecretsTest::appearNowhere()
{
    QFETCH(QString, progress);
    RawServer server;
    serve(server, {});
    QTemporaryDir folder;
    CliProcess get;
    get.setEnvironment(
        u"NETRC"_s, m_files.list("netrc", "machine 127.0.0.1 login me password " + secret + '\n'));
    const QString base = QString::fromLatin1(server.url().toEncoded()).chopped(1);
    const Ran ran = get.run(arguments(folder.path(), base, progress));
    QCOMPARE(ran.status, 1);

    for (const Request &request : server.log()) { // it was there to be told
        QVERIFY(request.head.contains("key=" + secret) || request.path() == "/refused");
        QCOMPARE(request.header("X-Key"), secret);
        QCOMPARE(request.header("Cookie"), "session=" + secret);
        QCOMPARE(request.header("Authorization"), "Basic " + ("me:" + secret).toBase64());
    }
    QVERIFY(server.requests() >= 7); // Qt may send one again by itself
    const QStringList names = namesIn(folder.path());
    QVERIFY2(names.filter(u".part"_s).size() == 2, qPrintable(names.join(u' ')));
    const QStringList places = placesIn(ran, folder.path());
    QVERIFY2(places.isEmpty(), qPrintable(places.join(u'\n')));
}

/// The server is the proxy: it asks for the password, then answers for everybody.
void SecretsTest::ofAProxyAppearNowhere()
{
    RawServer server;
    serve(server, "http://127.0.0.1:1");
    QTemporaryDir folder;
    CliProcess get;
    get.setEnvironment(u"NETRC"_s, m_files.list("netrc", {}));
    QString proxy = QString::fromLatin1(server.url().toEncoded());
    proxy.replace(u"://"_s, u"://me:%1@"_s.arg(QString::fromUtf8(secret)));
    const Ran ran = get.run(arguments(folder.path(), u"http://127.0.0.1:1"_s, u"plain"_s)
                            << u"--proxy"_s << proxy);
    QCOMPARE(ran.status, 1);
    QVERIFY2(ran.out.contains("2 done, 1 unverified, 3 failed"), ran.out.constData());
    QCOMPARE(server.log().back().header("Proxy-Authorization"), // it was there to be told
             "Basic " + ("me:" + secret).toBase64());
    QStringList places = placesIn(ran, folder.path());
    QVERIFY2(places.isEmpty(), qPrintable(places.join(u'\n')));

    proxy.replace(u":%1/"_s.arg(server.port()), u":%1/"_s.arg(refusingPort()));
    const Ran refused = get.run(arguments(folder.path(), u"http://127.0.0.1:1"_s, u"plain"_s)
                                << u"--proxy"_s << proxy);
    QCOMPARE(refused.status, 3);
    places = placesIn(refused, folder.path());
    QVERIFY2(places.isEmpty(), qPrintable(places.join(u'\n')));
}

LAPWING_TEST(SecretsTest)
#include "tst_secrets.moc"
