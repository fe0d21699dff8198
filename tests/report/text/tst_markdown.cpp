// SPDX-License-Identifier: MIT
#include "report/fullsample.h"
#include "report/sample.h"
#include "report/text/markdown.h"
#include "report/text/markdowntext.h"
#include "support/testmain.h"
#include "text/comparison.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing;
using namespace lapwing::test;
using plan::Mode;

namespace {

QString markdown(const report::Document &document)
{
    return QString::fromUtf8(report::toMarkdown(document));
}

/// The sample with a failure whose name, link and words are hostile.
QString hostile(const QString &words)
{
    record::Run run = sampleRun();
    record::TaskRecord &task = run.tasks.at(2).edit();
    task.url.setPath(u'/' + words);
    record::Failure failure = *task.failure;
    failure.code = words;
    task.failure = failure;
    report::Document document = sampleDocument({run});
    document.verdicts.resize(1);
    document.sweep = sweptDocument().sweep;
    document.sweep->critical->name = words;
    document.sweep->critical->isMet = true; // so that it is named in prose too
    return markdown(document);
}

} // namespace

class MarkdownTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void code_data();
    void code();
    void prose_data();
    void prose();
    void theResultComesFirst_data();
    void theResultComesFirst();
    void theRunsAreATable();
    void phasesAreATable();
    void aSweepIsATable();
    void aSweepExplainsNoComparison();
    void failuresAreListed();
    void whatTheFirstRunLostIsListed();
    void strangersMakeNoMarkup_data();
    void strangersMakeNoMarkup();
    void secretsAppearNowhere();
};

void MarkdownTest::code_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("", "");
    row("a_b*.txt", "`a_b*.txt`");
    row("a`b", "``a`b``");
    row("`", "`` ` ``");
    row("a``` b", "````a``` b````");
    row("a|b", "`a\\|b`");
    row("a\\|b", "`a\\ \\|b`"); // no pair of backslashes before the bar
    row("a\nb\r\nc", "`a b  c`");
    row("a\u202eb\x1b", "`a\ufffdb\ufffd`");
    row(" a", "`  a `");
}

void MarkdownTest::code()
{
    QFETCH(QString, text);
    QTEST(report::asCode(text), "expected");
}

void MarkdownTest::prose_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("It took 2.1 s, and 3 % more.", "It took 2.1 s, and 3 % more.");
    row("<b>&amp;", "\\<b\\>\\&amp;");
    row("[a](http://x)", "\\[a\\]\\(http\\://x\\)");
    row("www.x.example", "www\\.x.example");
    row("It is: :smile:", "It is: \\:smile:");
    row("a|b\\", "a\\|b\\\\");
    row("a\n# b", "a \\# b");
    row("`*_~", "\\`\\*\\_\\~");
}

void MarkdownTest::prose()
{
    QFETCH(QString, text);
    QTEST(report::asProse(text), "expected");
}

void MarkdownTest::theResultComesFirst_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *name, const report::Document &document, const char *result) {
        QTest::newRow(name) << markdown(document) << QString::fromUtf8(result);
    };
    const record::Run together = wholeRun(Mode::Together, 1000);
    row("nothing", sampleDocument({}), "There is no run.");
    row("alone", sampleDocument({wholeRun(Mode::OneAtATime, 3000)}), "It took 3.0 s.");
    row("measured", sampleDocument({together, wholeRun(Mode::OneAtATime, 3000)}),
        "It took 1.0 s. Together was 3.0× as fast \\(measured\\). From a single pair of runs: may "
        "be "
        "off by about 10 %.");
    row("not comparable", sampleDocument({sampleRun()}),
        "It took 1.1 s. Together and one at a time are not comparable.");
    row("compared", comparedDocument(),
        "Together was 3.2× as fast \\(measured\\). For 2 of 3 files; the others were not "
        "downloaded. "
        "\\(3.11 to 3.27 with 96.9 %, 6 rounds, warm\\)");
}

void MarkdownTest::theResultComesFirst()
{
    QFETCH(QString, text);
    QFETCH(QString, result);
    const QString start = QStringLiteral("# Lapwing: downloads together\n\n**%1**\n").arg(result);
    QVERIFY2(text.startsWith(start), qPrintable(text));
}

void MarkdownTest::theRunsAreATable()
{
    const QString text = markdown(sampleDocument({sampleRun()}));
    QVERIFY2(text.contains(
                 u"\n| How | At once | Round | Elapsed | Bytes | Throughput | Done | Unverified "
                 "| Failed |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
                 "| together | 6 | 1 | 1.1 s | 3.0 kB | 2.7 kB/s | 1 | 1 | 1 |\n"_s),
             qPrintable(text));
}

void MarkdownTest::phasesAreATable()
{
    const QString text = markdown(comparedDocument());
    QVERIFY2(text.contains(u"\n| Phase | Together | One at a time |\n| --- | --- | --- |\n"_s),
             qPrintable(text));
    QVERIFY2(text.contains(u"\n| Send | – | – |\n"_s), qPrintable(text));
    QVERIFY2(text.contains(u"\n| Stalled (a part) | 1.339 s | 4.290 s |\n"_s), qPrintable(text));
    QVERIFY(text.contains(u"uncounted warm-up run"));
}

void MarkdownTest::aSweepIsATable()
{
    report::Document document = sweptDocument();
    document.sweep->points.back().speedup = 1.25; // above the middle of what one file bounds it to
    const QString text = markdown(document);
    QVERIFY2(text.contains(u"\n| 1 | 3 | 8.858 s | "_s), qPrintable(text));
    QVERIFY2(text.contains(u"\n2 at a time was the fastest: 4.64 s, 1.1 MB/s. "_s),
             qPrintable(text));
    QVERIFY(text.contains(u"\nThroughput stops growing at 2 at a time. "_s));
    QVERIFY(text.contains(u"\nA server reported that 4 at a time is too many. "_s));
    QVERIFY(text.contains(u"\nThe knee of the curve is at 2.\n"_s));
    QVERIFY(text.contains(u": `again`, at most 1.10 to 1.30×.\n"_s));
}

/// There may be an estimate beside it, which it does not show.
void MarkdownTest::aSweepExplainsNoComparison()
{
    const report::Document compared = comparedDocument();
    const QString reason = report::asProse(text::reasonOf(compared.comparison->speedup));
    QVERIFY(markdown(compared).contains(reason));
    report::Document document = sweptDocument();
    document.comparison = compared.comparison;
    QVERIFY2(!markdown(document).contains(reason), qPrintable(reason));
}

void MarkdownTest::failuresAreListed()
{
    record::Run run = sampleRun();
    QVERIFY(
        markdown(sampleDocument({run}))
            .endsWith(
                u"## Failed\n\n- `http://one.example/e?key=redacted&n=redacted`"
                ": The server says this file does not exist \\(HTTP 404\\). Check the link; retrying is unlikely to help.\n"_s));
    for (int id = 5; id < 60; ++id) {
        run.tasks.push_back(run.tasks.at(2));
        run.tasks.back().edit().id = id;
    }
    QVERIFY(markdown(sampleDocument({run})).endsWith(u"\n- and 6 more\n"_s));
    QVERIFY(!markdown(sampleDocument({richRun()})).contains(u"## Failed"));
}

/// It is in the first run alone, which is not the one in the middle.
void MarkdownTest::whatTheFirstRunLostIsListed()
{
    record::Run first = wholeRun(Mode::Together, 2000);
    first.tasks.push_back(sampleRun().tasks.at(2));
    std::vector<record::Run> runs{first};
    for (const int round : {2, 3})
        runs.push_back(wholeRun(Mode::Together, 900 + round * 10));
    const QString text = markdown(sampleDocument(runs));
    QVERIFY2(text.contains(u"\n\nLeft out because they failed: e.\n\n## Failed\n\n"
                           "- `http://one.example/e?key=redacted&n=redacted`"_s),
             qPrintable(text));
    QVERIFY(!markdown(sampleDocument({first})).contains(u"Left out"));
}

void MarkdownTest::strangersMakeNoMarkup_data()
{
    QTest::addColumn<QString>("words");
    for (const char *words :
         {"\n\n# heading", "a | b | c", "<script>alert(1)</script>", "`` ` code",
          "[x](javascript:alert(1))", "![x](http://evil.example/p.png)",
          "@someone #1 https://evil.example www.evil.example", "\\|\\`"})
        QTest::newRow(words) << QString::fromUtf8(words);
}

/// Outside of code there is no bare mark, and no cell too many.
void MarkdownTest::strangersMakeNoMarkup()
{
    QFETCH(QString, words);
    static const QRegularExpression code(u"(?<![`\\\\])(`+)(?!`).*?(?<!`)\\1(?!`)"_s);
    static const QRegularExpression bare(
        u"(?<!\\\\)(\\\\\\\\)*[<>\\[\\]`@#!]|https?:|www\\.[a-z]"_s);
    QString text = hostile(words);
    static const QRegularExpression heading(u"^#+ .*$"_s, QRegularExpression::MultilineOption);
    QCOMPARE(text.count(heading), 6); // the title, and five of ours
    text.replace(code, QStringLiteral("code"));
    text.remove(heading);
    const auto match = bare.match(text);
    QVERIFY2(!match.hasMatch(), qPrintable(text.mid(match.capturedStart() - 40, 80)));
    for (const QString &line : text.split(u'\n')) {
        static const QRegularExpression bar(u"(?<!\\\\)(\\\\\\\\)*\\|"_s);
        if (line.startsWith(u"| "))
            QVERIFY2(line.count(bar) == 4 || line.count(bar) == 9 || line.count(bar) == 10,
                     qPrintable(line));
    }
}

void MarkdownTest::secretsAppearNowhere()
{
    const QString text = markdown(sampleDocument({sampleRun()}));
    QVERIFY(text.contains(u"one.example"));
    QVERIFY(!text.contains(password));
    QVERIFY(!text.contains(token));
}

LAPWING_TEST(MarkdownTest)
#include "tst_markdown.moc"
