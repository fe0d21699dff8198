// SPDX-License-Identifier: MIT
#include "engine/http/proof.h"
#include "support/testmain.h"

using namespace lapwing;
using engine::Proof;
using engine::ResponseHead;

namespace {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

} // namespace
Q_DECLARE_METATYPE(Headers)

namespace {

/// Rows of refused_data: 206, and what is success besides 200.
void addSuccesses()
{
    const Headers plain{{"Content-Length", "5"}};
    const Headers empty{{"Content-Length", "0"}};
    QTest::newRow("206 that nobody asked for")
        << 206 << plain << QStringLiteral("unexpected-range");
    const Headers all{{"Content-Range", "bytes 0-4/5"}};
    QTest::newRow("206 with all of it") << 206 << all + plain << QString();
    QTest::newRow("206 with all of it in chunks")
        << 206 << all + Headers{{"Transfer-Encoding", "chunked"}} << QString();
    QTest::newRow("206 with all of it, of another length")
        << 206 << all + Headers{{"Content-Length", "4"}} << QStringLiteral("unexpected-range");
    QTest::newRow("206 with the beginning")
        << 206 << Headers{{"Content-Range", "bytes 0-4/9"}} + plain
        << QStringLiteral("unexpected-range");
    for (const int success : {201, 202, 203, 208, 299})
        QTest::addRow("%d with a body", success) << success << plain << QString();
    QTest::newRow("201 without") << 201 << empty << QStringLiteral("no-content");
    QTest::newRow("203 of an empty file") << 203 << empty << QString();
    QTest::newRow("205") << 205 << plain << QStringLiteral("no-content");
}

} // namespace

class TestProof : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refused_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<Headers>("headers");
        QTest::addColumn<QString>("code");
        const Headers plain{{"Content-Length", "5"}};
        QTest::newRow("plain") << 200 << plain << QString();
        QTest::newRow("chunked") << 200 << Headers{{"Transfer-Encoding", "chunked"}} << QString();
        QTest::newRow("no length") << 200 << Headers{{"Server", "x"}} << QString();
        QTest::newRow("equal lengths") << 200 << Headers{{"Content-Length", "5, 5"}} << QString();
        QTest::newRow("chunked beats a bad length")
            << 200 << Headers{{"Transfer-Encoding", "chunked"}, {"Content-Length", "-5"}}
            << QString();
        QTest::newRow("no headers at all")
            << 200 << Headers() << QStringLiteral("malformed-response");
        QTest::newRow("negative length")
            << 200 << Headers{{"content-length", "-5"}} << QStringLiteral("malformed-response");
        QTest::newRow("garbage length")
            << 200 << Headers{{"Content-Length", "12abc"}} << QStringLiteral("malformed-response");
        QTest::newRow("length with a sign")
            << 200 << Headers{{"Content-Length", "+5"}} << QStringLiteral("malformed-response");
        QTest::newRow("25 digits") << 200 << Headers{{"Content-Length", QByteArray(25, '9')}}
                                   << QStringLiteral("malformed-response");
        QTest::newRow("two lengths")
            << 200 << Headers{{"Content-Length", "5, 6"}} << QStringLiteral("malformed-response");
        QTest::newRow("gzip then chunked") << 200 << Headers{{"Transfer-Encoding", "gzip, chunked"}}
                                           << QStringLiteral("malformed-response");
        QTest::newRow("gzip although identity was asked")
            << 200 << Headers{{"Content-Encoding", "gzip"}} << QStringLiteral("encoded-body");
        QTest::newRow("identity said")
            << 200 << Headers{{"Content-Encoding", "identity"}, {"Content-Length", "1"}}
            << QString();
        for (const char *none : {"none", "binary", "utf-8", "Identity, none", ""})
            QTest::addRow("no coding: '%s'", none)
                << 200 << Headers{{"Content-Encoding", none}, {"Content-Length", "1"}} << QString();
        addSuccesses();
        QTest::newRow("a NUL") << 200 << plain + Headers{{"ETag", QByteArray("\"a\0b\"", 5)}}
                               << QStringLiteral("malformed-response");
        QTest::newRow("chunked beside a length of 0")
            << 200 << Headers{{"Content-Length", "0"}, {"Transfer-Encoding", "chunked"}}
            << QStringLiteral("malformed-response");
        QTest::newRow("102 as the last word")
            << 102 << plain << QStringLiteral("malformed-response");
        QTest::newRow("103 as the last word")
            << 103 << plain << QStringLiteral("malformed-response");
        QTest::newRow("status 2") << 2 << plain << QStringLiteral("malformed-response");
        QTest::newRow("204") << 204 << plain << QStringLiteral("no-content");
        QTest::newRow("304") << 304 << plain << QStringLiteral("no-content");
        QTest::newRow("404") << 404 << plain << QStringLiteral("http-404");
        QTest::newRow("503") << 503 << plain << QStringLiteral("http-503");
    }
    void refused()
    {
        QFETCH(int, status);
        QFETCH(Headers, headers);
        QFETCH(QString, code);
        const auto answer = engine::classifyResponse({}, {status, headers});
        QCOMPARE(answer ? QString() : answer.error().code, code);
    }

    void aCodingThatIsTheFilesOwn_data()
    {
        QTest::addColumn<QByteArray>("coding");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isOwn");
        QTest::newRow("gzip") << QByteArray("gzip") << QStringLiteral("x.tar.gz") << true;
        QTest::newRow("of old") << QByteArray("X-GZIP") << QStringLiteral("x.TGZ") << true;
        QTest::newRow("put on") << QByteArray("gzip") << QStringLiteral("x.html") << false;
        QTest::newRow("another") << QByteArray("br") << QStringLiteral("x.tar.gz") << false;
        QTest::newRow("twice") << QByteArray("gzip, gzip") << QStringLiteral("x.tar.gz") << false;
        QTest::newRow("xz") << QByteArray("xz") << QStringLiteral("x.xz") << true;
    }
    void aCodingThatIsTheFilesOwn()
    {
        QFETCH(QByteArray, coding);
        QFETCH(QString, name);
        QFETCH(bool, isOwn);
        engine::RequestedRange asked;
        asked.names = {QStringLiteral("download"), name};
        const auto answer = engine::classifyResponse(
            asked, {200, {{"Content-Encoding", coding}, {"Content-Length", "5"}}});
        QCOMPARE(answer.has_value(), isOwn);
        if (!isOwn)
            QCOMPARE(answer.error().code, QStringLiteral("encoded-body"));
    }

    void aBodyWithoutAByte_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<Headers>("headers");
        QTest::addColumn<QString>("code"); // empty: unverified
        const Headers chunked{{"Transfer-Encoding", "chunked"}};
        QTest::newRow("chunked") << 200 << chunked << QStringLiteral("malformed-response");
        QTest::newRow("ended by its connection") << 200 << Headers{{"Server", "x"}} << QString();
        QTest::newRow("of no file")
            << 202 << Headers{{"Server", "x"}} << QStringLiteral("no-content");
    }
    void aBodyWithoutAByte()
    {
        QFETCH(int, status);
        QFETCH(Headers, headers);
        QFETCH(QString, code);
        const auto judged = engine::judge({status, headers}, 0);
        QCOMPARE(judged ? QString() : judged.error().code, code);
    }

    void aRangeOfAllPromisesItsLength()
    {
        const ResponseHead head{
            206, {{"Content-Range", "bytes 0-4/5"}, {"Transfer-Encoding", "chunked"}}};
        QCOMPARE(engine::promisedLength(head), std::optional<qint64>(5));
        QVERIFY(engine::judge(head, 5) == Proof::Proven);
        QVERIFY(!engine::judge(head, 4));
    }

    void worth_data()
    {
        QTest::addColumn<Headers>("headers");
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<int>("proof"); // -1: a failure
        const Headers five{{"Content-Length", "5"}};
        QTest::newRow("whole") << five << qint64(5) << int(Proof::Proven);
        QTest::newRow("short") << five << qint64(4) << -1;
        QTest::newRow("long") << five << qint64(6) << -1;
        QTest::newRow("empty and promised so")
            << Headers{{"Content-Length", "0"}} << qint64(0) << int(Proof::Proven);
        QTest::newRow("close-delimited")
            << Headers{{"Server", "x"}} << qint64(5) << int(Proof::Unverified);
        QTest::newRow("chunked with a length")
            << Headers{{"Content-Length", "5"}, {"Transfer-Encoding", "chunked"}} << qint64(5)
            << int(Proof::Unverified);
    }
    void worth()
    {
        QFETCH(Headers, headers);
        QFETCH(qint64, bytes);
        QFETCH(int, proof);
        const auto judged = engine::judge({200, headers}, bytes);
        QCOMPARE(judged ? int(*judged) : -1, proof);
        if (!judged)
            QCOMPARE(judged.error().code, QStringLiteral("length-mismatch"));
    }
};

LAPWING_TEST(TestProof)
#include "tst_proof.moc"
