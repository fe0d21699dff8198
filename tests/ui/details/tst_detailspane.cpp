// SPDX-License-Identifier: MIT
#include "details/detailspane.h"
#include "measure/recordbuilder.h"
#include "support/testmain.h"
#include "text/failure.h"
#include "ui/rows.h"

#include <QAction>
#include <QLabel>
#include <QSignalSpy>
#include <QTableWidget>
#include <QToolButton>

using namespace lapwing;
using namespace Qt::Literals::StringLiterals;

namespace {

/// "a | b", a line for each row.
QString textOf(const QTableWidget *table)
{
    QStringList lines;
    for (int row = 0; row < table->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < table->columnCount(); ++column)
            cells << table->item(row, column)->text();
        lines << cells.join(u" | "_s);
    }
    return lines.join(u'\n');
}

} // namespace

class DetailsPaneTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_pane = std::make_unique<ui::DetailsPane>(); }
    void cleanup() { m_pane.reset(); }

    void aFailureIsExplainedWithWhatToDo()
    {
        const record::TaskRecord task = test::failedTask(1);
        show(task);
        QCOMPARE(label("title"), u"1.bin");
        QCOMPARE(label("reason"), text::sentence(*task.failure));
        QCOMPARE(label("advice"), text::advice(*task.failure, text::Reader::Window));
        for (const char *name : {"reason", "advice"}) // for whoever has it read to them
            QCOMPARE(child<QLabel>(name)->accessibleDescription(), label(name));
        show(test::doneTask(2));
        QCOMPARE(child<QLabel>("reason")->accessibleDescription(), u"Done");
        QCOMPARE(label("reason"), u"Done");
        QVERIFY(child<QLabel>("advice")->isHidden());
        QCOMPARE(table("phases")->rowCount() > 0, true);
    }

    void phasesSayHowTheyAreKnown()
    {
        record::TaskRecord task = test::doneTask(1, 2);
        task.url = QUrl(u"https://one.example/1.bin"_s);
        task.attempts.front().hops.front().url = task.url; // TLS without `encrypted`: reused
        show(task);
        const QString phases = textOf(table("phases"));
        QVERIFY2(phases.contains(u"Send | not observable | "), qPrintable(phases));
        QVERIFY2(phases.contains(u"reused: "), qPrintable(phases));
        QVERIFY2(phases.contains(u"Wait | 10 ms | "), qPrintable(phases));
        QVERIFY2(!phases.contains(u"late"), qPrintable(phases));
        record::Loop loop;
        loop.stills = {{test::ms(0), test::ms(10)}};
        m_pane->showTask({task, {}}, {}, loop);
        const QString late = textOf(table("phases"));
        QVERIFY2(late.contains(u"Wait | ~10 ms | late: "), qPrintable(late));
    }

    void phasesAreALineTooWithoutWhatDidNotOccur()
    {
        record::TaskRecord task = test::doneTask(1, 2);
        task.start = task.attempts.front().start = test::ms(30);
        task.attempts.front().hops = {test::hop(u"http://one.example/1.bin"_s, 30, 45, 60, 2000)};
        task.attempts.front().firstByte = test::ms(60);
        show(task);
        QVERIFY2(
            label("timing").startsWith(u"Queued 30 ms, Connect 15 ms, Wait 15 ms, Receive 1."_s),
            qPrintable(label("timing")));
        QCOMPARE(child<QLabel>("timing")->accessibleDescription(), label("timing"));
        QVERIFY(!textOf(table("phases")).contains(u"Stalled"));
        task.attempts.front().stalled = test::ms(1200);
        show(task);
        QVERIFY(textOf(table("phases")).contains(u"of which: Stalled | 1.2 s"));
        QVERIFY(!label("timing").contains(u"Stalled")); // it is in Receive
        task.attempts.front().hops.front().url = QUrl(u"https://one.example/1.bin"_s);
        show(task);
        QVERIFY2(label("timing").contains(u", Connect reused, "), qPrintable(label("timing")));
        show(test::queuedTask(2));
        QVERIFY(child<QLabel>("timing")->isHidden());
    }

    void requestsAreWithoutSecrets()
    {
        record::TaskRecord task = test::failedTask(1);
        record::Attempt attempt;
        attempt.hops = {test::hop(u"http://one.example/a?token=hunter2"_s, 0, 0, 10, 20),
                        test::hop(u"http://two.example/b"_s, 20, 20, 50, 60)};
        attempt.hops[0].status = 302;
        attempt.hops[1].status = 404;
        attempt.end = test::ms(60);
        attempt.failure = task.failure;
        task.attempts = {attempt};
        show(task);
        const QString requests = textOf(table("requests"));
        QVERIFY2(requests.startsWith(u"1 | http://one.example/a?token=redacted | 302 | 10 ms | – | "
                                     u"Redirected\n"),
                 qPrintable(requests));
        QVERIFY2(
            requests.contains(u"1 | http://two.example/b | 404 | 30 ms | 0 bytes | The server"),
            qPrintable(requests));
    }

    void anAttemptWithoutARequestIsShownToo()
    {
        record::TaskRecord task = test::failedTask(1);
        record::Attempt attempt;
        attempt.failure = record::make(record::Cause::HostNotFound);
        attempt.end = test::ms(5);
        task.attempts = {attempt, attempt};
        show(task);
        QCOMPARE(table("requests")->rowCount(), 2);
        QVERIFY(textOf(table("requests")).startsWith(u"1 | – | – | – | 0 bytes | "));
    }

    void theChecksumAndThePlaceAreShown()
    {
        record::TaskRecord task = test::doneTask(1);
        task.path = u"/tmp/1.bin"_s;
        show(task);
        QVERIFY(textOf(table("file")).contains(u"Saved as | /tmp/1.bin"));
        QVERIFY(textOf(table("file")).contains(u"Checksum | none given"));
        const auto checksum = plan::checksumFrom(u"md5=00112233445566778899aabbccddeeff"_s);
        task.attempts.front().verify = test::ms(1);
        m_pane->showTask({task, {}}, *checksum, {});
        QVERIFY2(textOf(table("file")).contains(u"md5=00112233445566778899aabbccddeeff, matches"),
                 qPrintable(textOf(table("file"))));
    }

    void whatTheListSaysOfItIsShown()
    {
        record::TaskRecord task = test::doneTask(1);
        record::Attempt dropped;
        dropped.mirror = QUrl(u"http://wrong.example/f?key=secret"_s);
        dropped.end = test::ms(5);
        dropped.failure = record::make(record::Cause::SizeMismatch, u"4 bytes, not 5"_s);
        task.attempts.insert(task.attempts.begin(), dropped);
        plan::Extras extras;
        extras.folder = u"a/b"_s;
        extras.size = 5;
        extras.mirrors = {{QUrl(u"http://name:secret@wrong.example/f?key=secret"_s)},
                          {QUrl(u"http://other.example/"_s)}};
        extras.headers = {{"X-Token", "secret"}, {"User-Agent", "own/1"}};
        extras.options = {{u"max-download-limit"_s, u"100K"_s},
                          {u"all-proxy"_s, u"name:secret@proxy.example:8080"_s}};
        m_pane->showTask({task, {}}, {}, {}, extras);
        const QString file = textOf(table("file"));
        QVERIFY2(file.contains(u"Folder in the list | a/b\nSize in the list | 5 bytes\n"
                               "Mirror | http://wrong.example/f?key=redacted (dropped: The file is "
                               "not the size that the list says.)\n"
                               "Mirror | http://other.example/ (not asked)"_s),
                 qPrintable(file));
        QVERIFY2(file.contains(u"Header | X-Token: ••••••••\nHeader | User-Agent: own/1\n"
                               "Speed limit | 100K\nProxy | http://proxy.example:8080"_s),
                 qPrintable(file));
        QVERIFY(!file.contains(u"secret"));
        QVERIFY(label("reason").contains(u"was dropped"));
        QVERIFY(textOf(table("requests")).startsWith(u"1 | http://wrong.example/f?key=redacted"));
        show(test::doneTask(2));
        QVERIFY(!textOf(table("file")).contains(u"Mirror"));
    }

    void whatIsSelectedStaysSoWhileItGoesOn()
    {
        show(test::downloadingTask(1));
        table("phases")->selectRow(1);
        m_pane->showTask({test::downloadingTask(1), test::ms(5000)}, {}, {});
        QCOMPARE(table("phases")->currentRow(), 1);
    }

    void buttonsDoWhatTheirActionsDo()
    {
        QAction retry(u"Retry"_s);
        const QSignalSpy triggered(&retry, &QAction::triggered);
        m_pane->setActions({&retry});
        QToolButton *button = nullptr;
        for (QToolButton *each : m_pane->findChildren<QToolButton *>())
            button = each->defaultAction() == &retry ? each : button;
        QVERIFY(button != nullptr);
        button->click();
        QCOMPARE(triggered.size(), 1);
        retry.setEnabled(false);
        QVERIFY(!button->isEnabled());
    }

private:
    template<typename Widget>
    Widget *child(const char *name) const
    {
        return m_pane->findChild<Widget *>(QLatin1String(name));
    }
    QString label(const char *name) const { return child<QLabel>(name)->text(); }
    QTableWidget *table(const char *name) const { return child<QTableWidget>(name); }
    void show(const record::TaskRecord &task) { m_pane->showTask({task, {}}, {}, {}); }

    std::unique_ptr<ui::DetailsPane> m_pane;
};

LAPWING_TEST(DetailsPaneTest)
#include "tst_detailspane.moc"
