// SPDX-License-Identifier: MIT
#include "engine/http/proof.h"
#include "support/testmain.h"

using namespace lapwing::engine;

namespace {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

const Headers tag{{"ETag", "\"x\""}};
const Headers range{{"Content-Range", "bytes 10-19/20"}};

/// The last 10 of 20 bytes.
RequestedRange rest(const Validator &validator)
{
    RequestedRange asked;
    asked.from = 10;
    asked.total = 20;
    asked.validator = validator;
    return asked;
}

} // namespace
Q_DECLARE_METATYPE(Headers)

class AnsweringARange : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesTheRestAlone_data();
    void takesTheRestAlone();
    void nothingTellsVersionsApart();
};

void AnsweringARange::takesTheRestAlone_data()
{
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<bool>("isRest");

    QTest::newRow("no length") << tag + range << true;
    QTest::newRow("its length") << tag + range + Headers{{"Content-Length", "10"}} << true;
    QTest::newRow("chunked beats a length")
        << tag + range + Headers{{"Transfer-Encoding", "chunked"}, {"Content-Length", "4"}} << true;
    QTest::newRow("shorter than it says")
        << tag + range + Headers{{"Content-Length", "4"}} << false;
    QTest::newRow("the length of all of it")
        << tag + range + Headers{{"Content-Length", "20"}} << false;
    QTest::newRow("another range") << tag + Headers{{"Content-Range", "bytes 9-19/20"}} << false;
    QTest::newRow("not to the end") << tag + Headers{{"Content-Range", "bytes 10-18/20"}} << false;
    QTest::newRow("another total") << tag + Headers{{"Content-Range", "bytes 10-19/21"}} << false;
    QTest::newRow("another version") << range + Headers{{"ETag", "\"y\""}} << false;
    QTest::newRow("no range") << tag << false;
}

void AnsweringARange::takesTheRestAlone()
{
    QFETCH(Headers, headers);
    QFETCH(bool, isRest);
    const auto answer = classifyResponse(rest({"\"x\"", {}}), {206, headers});
    QVERIFY(answer.has_value());
    QCOMPARE(*answer, isRest ? ResponseKind::Partial : ResponseKind::RangeMismatch);
}

void AnsweringARange::nothingTellsVersionsApart()
{
    const auto answer = classifyResponse(rest({}), {206, range + Headers{{"Last-Modified", ""}}});
    QVERIFY(answer.has_value());
    QCOMPARE(*answer, ResponseKind::RangeMismatch);
}

LAPWING_TEST(AnsweringARange)
#include "tst_answertorange.moc"
