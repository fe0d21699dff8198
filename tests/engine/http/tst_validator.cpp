// SPDX-License-Identifier: MIT
#include "engine/http/validator.h"
#include "support/testmain.h"

using namespace lapwing::engine;

namespace {

const QByteArray early = "Thu, 29 Feb 2024 11:58:59 GMT";
const QByteArray minuteBefore = "Thu, 29 Feb 2024 11:59:00 GMT";
const QByteArray tooLate = "Thu, 29 Feb 2024 11:59:01 GMT";
const QByteArray noon = "Thu, 29 Feb 2024 12:00:00 GMT";

} // namespace

class ValidatingStrongly : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsEntityTags_data();
    void knowsEntityTags();
    void validates_data();
    void validates();
    void isOneOrTheOther();
};

void ValidatingStrongly::knowsEntityTags_data()
{
    QTest::addColumn<QByteArray>("tag");
    QTest::addColumn<bool>("strong");

    const auto row = [](const char *name, const QByteArray &tag, bool strong) {
        QTest::newRow(name) << tag << strong;
    };
    row("plain", "\"xyzzy\"", true);
    row("one character", "\"x\"", true);
    row("nginx", "\"65e06b2e-1a4\"", true);
    row("every mark", "\"!#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\"", true);
    row("obs-text", "\"\x80\xFF\"", true);
    row("looks weak inside", "\"W/x\"", true);
    row("the longest", '"' + QByteArray(maxEntityTagLength - 2, 'x') + '"', true);
    row("too long", '"' + QByteArray(maxEntityTagLength - 1, 'x') + '"', false);
    row("empty", "", false);
    row("null", {}, false);
    row("the empty tag", "\"\"", false);
    row("one quotation mark", "\"", false);
    row("no quotation marks", "xyzzy", false);
    row("not closed", "\"xyzzy", false);
    row("not opened", "xyzzy\"", false);
    row("single quotes", "'xyzzy'", false);
    row("weak", "W/\"xyzzy\"", false);
    row("weak in lower case", "w/\"xyzzy\"", false);
    row("blank inside", "\"a b\"", false);
    row("tab inside", "\"a\tb\"", false);
    row("quotation mark inside", "\"a\"b\"", false);
    row("two", "\"a\", \"b\"", false);
    row("CR LF inside", "\"a\r\nX-Evil: 1\"", false);
    row("LF inside", "\"a\n\"", false);
    row("LF after", "\"a\"\n", false);
    row("NUL inside", QByteArray("\"a\0b\"", 5), false);
    row("DEL inside", "\"a\x7F\"", false);
    row("escape inside", "\"a\x1B\"", false);
    row("blank before", " \"a\"", false);
    row("any", "*", false);
}

void ValidatingStrongly::knowsEntityTags()
{
    QFETCH(QByteArray, tag);
    QTEST(isStrongEntityTag(tag), "strong");
}

void ValidatingStrongly::validates_data()
{
    QTest::addColumn<QByteArray>("etag");
    QTest::addColumn<QByteArray>("lastModified");
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<QByteArray>("ifRange");

    const QByteArray no;
    const QByteArray tag = "\"v1\"";
    const auto row = [](const char *name, const QByteArray &etag, const QByteArray &lastModified,
                        const QByteArray &date, const QByteArray &ifRange) {
        QTest::newRow(name) << etag << lastModified << date << ifRange;
    };
    row("nothing", no, no, no, no);
    row("a tag", tag, no, no, tag);
    row("a tag with blanks around", " \"v1\"\t", no, no, tag);
    row("a tag before a date", tag, early, noon, tag);
    row("an old date", no, early, noon, early);
    row("a minute", no, minuteBefore, noon, minuteBefore);
    row("less", no, tooLate, noon, no);
    row("the same second", no, noon, noon, no);
    row("modified after it was sent", no, noon, early, no);
    row("no Date", no, early, no, no);
    row("Date alone", no, no, noon, no);
    row("a broken Date", no, early, "Thu, 29 Feb 2024 12:00:00", no);
    row("a broken Last-Modified", no, "2024-02-29", noon, no);
    row("another form", no, "Thursday, 29-Feb-24 11:58:59 GMT", noon,
        "Thursday, 29-Feb-24 11:58:59 GMT");
    row("CR LF in Last-Modified", no, early + "\r\nX-Evil: 1", noon, no);
    row("a weak tag", "W/\"v1\"", no, noon, no);
    row("a weak tag forbids the date", "W/\"v1\"", early, noon, no);
    row("a broken tag forbids the date", "v1", early, noon, no);
    row("the empty tag forbids the date", "\"\"", early, noon, no);
}

void ValidatingStrongly::validates()
{
    QFETCH(QByteArray, etag);
    QFETCH(QByteArray, lastModified);
    QFETCH(QByteArray, date);
    QFETCH(QByteArray, ifRange);
    const Validator validator = strongValidator(etag, lastModified, date);
    QCOMPARE(validator.ifRange(), ifRange);
    QCOMPARE(validator.isEmpty(), ifRange.isEmpty());
}

void ValidatingStrongly::isOneOrTheOther()
{
    const Validator tag = strongValidator("\"v1\"", early, noon);
    QCOMPARE(tag.etag, QByteArray("\"v1\""));
    QVERIFY(tag.lastModified.isEmpty());
    const Validator date = strongValidator({}, early, noon);
    QVERIFY(date.etag.isEmpty());
    QCOMPARE(date.lastModified, early);
    QVERIFY(tag != date);
    QVERIFY(tag == strongValidator("\"v1\"", noon, {}));
}

LAPWING_TEST(ValidatingStrongly)
#include "tst_validator.moc"
