// SPDX-License-Identifier: MIT
#include "questions.h"
#include "report/export.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QFileDialog>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryFile>
#include <QThreadPool>
#include <QTranslator>
#include <QWidget>

#include <optional>

using namespace lapwing;
using Activity = ui::DownloadController::Activity;

namespace {

/// Into a language that has its own ideas of brackets.
class OtherBrackets : public QTranslator {
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *source, const char *,
                                    int) const override
    {
        return QLatin1String(context) == QLatin1String("lapwing::ui::Questions")
            ? QStringLiteral("(%1)!").arg(QString::fromUtf8(source))
            : QString();
    }
};

} // namespace

class QuestionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFormatIsOffered() { QCOMPARE(offered(), expected()); }

    void linksAreOfferedInEveryFormatThatIsWritten()
    {
        QStringList written, offered;
        for (const plan::ListFormat &format : plan::formats()) {
            if (format.write != nullptr)
                written << format.id.toString();
        }
        for (const ui::WritableFormat &format : ui::writableFormats())
            offered << format.id.toString();
        written.sort();
        offered.sort();
        QCOMPARE(offered, written);
    }

    void theEndingOrTheChoiceTellsTheFormatOfLinks_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("choice");
        QTest::addColumn<QString>("format");
        const auto row = [](const char *path, const char *choice, const char *format) {
            QTest::addRow("%s, %s", path, choice)
                << QString::fromLatin1(path) << QString::fromLatin1(choice)
                << QString::fromLatin1(format);
        };
        row("/a/links.txt", "Plain text (*.txt)", "text");
        row("/a/links.txt", "aria2 input file (*.txt)", "aria2");
        row("/a/links.CSV", "Plain text (*.txt)", "csv");
        row("/a/links.sh", "Metalink (*.meta4)", "curl");
        row("/a/links.v2", "Metalink (*.meta4)", "metalink");
    }

    void theEndingOrTheChoiceTellsTheFormatOfLinks()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, choice);
        QWidget window;
        QString format;
        ui::askForLinksExport(&window, {}, 3,
                              [&format](const QString &, const ui::WritableFormat &told) {
                                  format = told.id.toString();
                              });
        auto *dialog = window.findChild<QFileDialog *>();
        QCOMPARE(dialog->windowTitle(), u"Export 3 links");
        QVERIFY(dialog->nameFilters().contains(choice));
        dialog->selectNameFilter(choice);
        Q_EMIT dialog->fileSelected(path);
        QTEST(format, "format");
    }

    /// Which would hold the window for as long as it waits for the reading.
    void closingDoesNotWaitForALongListToBeRead()
    {
        QTemporaryFile list;
        QVERIFY(list.open());
        for (int number = 0; number < 30'000; ++number)
            list.write("http://one.example/file-" + QByteArray::number(number) + ".iso\n");
        list.close();
        QWidget window;
        const QPointer<ui::LinksDialog> dialog =
            ui::askForLinks(&window, {}, [](const ui::LinksDialog::Choice &) {});
        dialog->addFiles({list.fileName()});
        QTest::qWait(100); // what was typed is read first
        QElapsedTimer time;
        time.start();
        dialog->reject();
        QTest::qWait(1); // what is to go later goes
        QVERIFY2(time.elapsed() < 500, qPrintable(QString::number(time.elapsed())));
        QTRY_VERIFY_WITH_TIMEOUT(dialog.isNull(), 60'000);
        QThreadPool::globalInstance()->waitForDone(); // it must not outlive the test
    }

    void toQuitIsWhatIsPressedOrAccepted()
    {
        QWidget window;
        std::optional<bool> quits;
        const auto ask = [&] {
            quits.reset();
            return qobject_cast<QMessageBox *>(
                ui::askToQuit(&window, Activity::Running, [&quits](bool quit) { quits = quit; }));
        };
        ask()->accept();
        QCOMPARE(quits, std::optional(true));
        QMessageBox *question = ask();
        question->defaultButton()->click();
        QCOMPARE(quits, std::optional(false));
        question = ask();
        for (QAbstractButton *button : question->buttons()) {
            if (question->buttonRole(button) == QMessageBox::DestructiveRole)
                button->click();
        }
        QCOMPARE(quits, std::optional(true));
        ask()->close(); // by its frame
        QCOMPARE(quits, std::optional(false));
    }

    void toQuitIsAskedForWhatIsLost()
    {
        QWidget window;
        const auto askedWhile = [&window](Activity activity) {
            const auto *question =
                qobject_cast<QMessageBox *>(ui::askToQuit(&window, activity, [](bool) {}));
            return question->text() + u' ' + question->informativeText();
        };
        QVERIFY(askedWhile(Activity::Running).contains(u"They will be paused"));
        QVERIFY(askedWhile(Activity::Measuring).contains(u"without a result"));
        QVERIFY(askedWhile(Activity::Trying).contains(u"Only complete rounds are kept"));
    }

    /// "Quit Lapwing? — Lapwing" with the buttons of the window beside it.
    void theTitleOfTheQuestionHasRoom()
    {
        QWidget window;
        const QString name = QGuiApplication::applicationDisplayName();
        QGuiApplication::setApplicationDisplayName(
            QStringLiteral("Lapwing Lapwing Lapwing Lapwing Lapwing"));
        auto *question = ui::askToQuit(&window, Activity::Running, [](bool) {});
        const int title = question->fontMetrics().horizontalAdvance(
            question->windowTitle() + QGuiApplication::applicationDisplayName());
        QGuiApplication::setApplicationDisplayName(name);
        QVERIFY2(question->width() > title, qPrintable(QString::number(question->width())));
    }

    void theEndingDoesNotHangOnATranslation()
    {
        OtherBrackets translator;
        QCoreApplication::installTranslator(&translator);
        const QStringList endings = offered();
        QCoreApplication::removeTranslator(&translator);
        QCOMPARE(endings, expected());
    }

private:
    static QStringList expected()
    {
        QStringList endings = report::endings();
        endings.sort();
        return endings;
    }

    /// What each filter of the dialog has a name end with.
    static QStringList offered()
    {
        QWidget window;
        ui::askForExport(&window, {}, [](const QString &) {});
        auto *dialog = window.findChild<QFileDialog *>();
        QStringList endings;
        for (const QString &filter : dialog->nameFilters()) {
            Q_EMIT dialog->filterSelected(filter);
            endings << u'.' + dialog->defaultSuffix();
        }
        endings.sort();
        return endings;
    }
};

LAPWING_TEST(QuestionsTest)
#include "tst_questions.moc"
