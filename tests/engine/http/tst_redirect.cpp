// SPDX-License-Identifier: MIT
#include "engine/http/offeredname.h"
#include "engine/http/redirect.h"
#include "support/testmain.h"

using namespace lapwing;
using engine::ResponseHead;

namespace {

QString codeOf(const char *from, const char *to)
{
    const ResponseHead head{302, {{"Location", to}}};
    const auto target = engine::redirectTarget(QUrl(QString::fromLatin1(from)), head, {});
    return target ? QStringLiteral("fine") : target.error().code;
}

} // namespace

class TestRedirect : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whereItMayLead_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("end");
        const auto row = [](const char *from, const char *to, const char *end) {
            QTest::addRow("%s to %s", from, to)
                << QByteArray(from) << QByteArray(to) << QString::fromLatin1(end);
        };
        row("http://a.example/x", "/y", "fine");
        row("http://a.example/x", "https://b.example/y", "fine");
        row("https://a.example/x", "http://a.example/x", "unsafe-redirect");
        row("http://a.example/x", "file:///etc/passwd", "unsafe-redirect");
        row("http://a.example/x", "javascript:alert(1)", "unsafe-redirect");
        row("http://a.example/x", "h:80/y", "unsafe-redirect");
        row("http://a.example/x", "", "bad-redirect");
        row("http://a.example/x", "//b.example:99999/y", "bad-redirect");
        row("http://a.example/x", "http://", "bad-redirect");
        for (const char *inside :
             {"http://127.0.0.1/", "http://localhost/", "http://a.localhost/", "http://10.1.2.3/",
              "http://192.168.0.1/", "http://172.16.0.1/", "http://100.64.0.1/", "http://0.0.0.0/",
              "http://169.254.169.254/latest", "http://[::1]/", "http://[fe80::1]/",
              "http://[fd00::1]/", "http://[::]/"}) {
            row("http://a.example/x", inside, "unsafe-redirect");
            row("http://127.0.0.1:81/x", inside, "fine");
        }
        row("http://a.example/x", "http://8.8.8.8/", "fine");
    }
    void whereItMayLead()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, end);
        QCOMPARE(codeOf(from.constData(), to.constData()), end);
    }

    void theNameThatAResponseOffers_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("disposition");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QString>("name");
        QTest::newRow("by its disposition")
            << QByteArray("http://a/get.php") << QByteArray("attachment; filename=\"x.iso\"")
            << QByteArray("text/html") << QStringLiteral("x.iso");
        QTest::newRow("never out of the folder")
            << QByteArray("http://a/get.php") << QByteArray("attachment; filename=\"../../x.iso\"")
            << QByteArray() << QStringLiteral("x.iso");
        QTest::newRow("dots are no name")
            << QByteArray("http://a/b.zip") << QByteArray("attachment; filename=\"..\"")
            << QByteArray() << QString();
        QTest::newRow("else by the link") << QByteArray("http://a/b.zip") << QByteArray()
                                          << QByteArray("application/pdf") << QString();
        QTest::newRow("else by the type")
            << QByteArray("http://a/") << QByteArray() << QByteArray("application/pdf")
            << QStringLiteral("download.pdf");
    }
    void theNameThatAResponseOffers()
    {
        QFETCH(QByteArray, url);
        QFETCH(QByteArray, disposition);
        QFETCH(QByteArray, type);
        QFETCH(QString, name);
        plan::Entry entry;
        entry.url = QUrl::fromEncoded(url);
        ResponseHead head{200, {}};
        if (!disposition.isEmpty())
            head.headers.append({"Content-Disposition", disposition});
        if (!type.isEmpty())
            head.headers.append({"Content-Type", type});
        const QString offered = engine::offeredName(head, entry);
        QCOMPARE(offered, name);
        entry.isNamed = true;
        QCOMPARE(engine::offeredName(head, entry), QString()); // the list's word counts first
    }
};

LAPWING_TEST(TestRedirect)
#include "tst_redirect.moc"
