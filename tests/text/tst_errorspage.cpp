// SPDX-License-Identifier: MIT
#include "support/testmain.h"
#include "text/catalogue.h"
#include "text/failure.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing;
using namespace lapwing::record;

namespace {

struct Row {
    QString code; ///< the first column as it stands
    QString text;
    QString advice;
    int first = 0; ///< of the statuses that it holds; 0: it is of no status
    int last = 0;
};

/// "`http-404`", "`http-500` to `http-599`" or "any other `http-…`", in any language.
void readStatuses(Row &row)
{
    static const QRegularExpression range(u"^`http-(\\d+)`(?:[^`]+`http-(\\d+)`[^`]*)?$"_s);
    const QRegularExpressionMatch match = range.match(row.code);
    if (row.code.contains(u"`http-…`"))
        row.last = row.first = -1;
    if (!match.hasMatch())
        return;
    row.first = match.captured(1).toInt();
    row.last = match.captured(2).isEmpty() ? row.first : match.captured(2).toInt();
}

/// The rows of the page whose first column holds a code, as the help shows them in the language at hand.
std::vector<Row> rowsOfThePage()
{
    const QString folder = text::language() == u"en" ? QString() : text::language() + u'/';
    QFile page(qEnvironmentVariable("LAPWING_SOURCE_DIR")
               + u"/resources/help/%1errors.md"_s.arg(folder));
    std::vector<Row> rows;
    if (!page.open(QIODevice::ReadOnly))
        return rows;
    for (const QString &line : QString::fromUtf8(page.readAll()).split(u'\n')) {
        const QStringList cells = line.split(u'|');
        if (cells.size() != 5 || !cells.at(1).contains(u'`'))
            continue;
        rows.push_back({cells.at(1).trimmed(), cells.at(2).trimmed(), cells.at(3).trimmed()});
        readStatuses(rows.back());
    }
    return rows;
}

bool says(const Row &row, const Failure &failure, const QString &text)
{
    return row.text == text && row.advice == text::advice(failure);
}

} // namespace

/// The page of the help that lists every failure says what failures say, and of no other.
class ErrorsPage : public QObject {
    Q_OBJECT

private:
    static void addLanguages()
    {
        QTest::addColumn<QString>("language");
        for (const QString &code : text::languages())
            QTest::newRow(qPrintable(code)) << code;
    }

private Q_SLOTS:
    void init()
    {
        QFETCH(const QString, language);
        text::speak(language);
    }
    void cleanup() { text::speak(u"en"_s); }

    void holdsEveryCause_data() { addLanguages(); }
    void holdsEveryCause();
    void holdsEveryStatus_data() { addLanguages(); }
    void holdsEveryStatus();
};

void ErrorsPage::holdsEveryCause()
{
    QStringList expected;
    for (int cause = 0; cause <= static_cast<int>(Cause::Internal); ++cause) {
        if (static_cast<Cause>(cause) == Cause::HttpStatus)
            continue;
        const Failure failure = make(static_cast<Cause>(cause));
        expected << u"`%1` | %2 | %3"_s.arg(failure.code, text::sentence(failure),
                                            text::advice(failure));
    }
    QStringList actual;
    for (const Row &row : rowsOfThePage()) {
        if (row.first == 0)
            actual << u"%1 | %2 | %3"_s.arg(row.code, row.text, row.advice);
    }
    QCOMPARE(actual, expected);
}

void ErrorsPage::holdsEveryStatus()
{
    const std::vector<Row> rows = rowsOfThePage();
    QSet<QString> used;
    for (int status = 100; status <= 999; ++status) {
        const Failure failure = make(Cause::HttpStatus, {}, status);
        const auto row = std::ranges::find_if(rows, [status](const Row &one) {
            return one.first == -1 || (one.first <= status && status <= one.last);
        });
        QVERIFY2(row != rows.end(), qPrintable(failure.code));
        const QString sentence =
            text::sentence(failure).remove(QRegularExpression(u"\\s*\\(HTTP %1\\)"_s.arg(status)));
        QVERIFY2(says(*row, failure, sentence), qPrintable(failure.code + u": "_s + row->code));
        used << row->code;
    }
    for (const Row &row : rows)
        QVERIFY2(row.first == 0 || used.contains(row.code), qPrintable(row.code));
}

LAPWING_TEST(ErrorsPage)
#include "tst_errorspage.moc"
