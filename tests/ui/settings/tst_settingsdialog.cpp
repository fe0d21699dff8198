// SPDX-License-Identifier: MIT
#include "settings/fielderror.h"
#include "settings/settingsdialog.h"
#include "support/korean.h"
#include "support/testmain.h"
#include "text/accesserror.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabBar>
#include <QTemporaryFile>
#include <QWheelEvent>

using namespace lapwing;
using namespace std::chrono_literals;
using ui::FieldError;
using ui::Settings;
using ui::SettingsDialog;

class SettingsDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { open({}); }

    void untouchedItChangesNothing()
    {
        const Settings settings = m_dialog->settings();
        QCOMPARE(settings.conflict, plan::Conflict::Number);
        QCOMPARE(settings.retries.max, plan::Retries().max);
        QVERIFY(settings.timeouts.connect == plan::Timeouts().connect);
        QVERIFY(settings.timeouts.firstByte == plan::Timeouts().firstByte);
        QVERIFY(settings.timeouts.stall == plan::Timeouts().stall);
        QCOMPARE(settings.minimumRate.bytesPerSecond, plan::MinimumRate().bytesPerSecond);
        QVERIFY(settings.takesCookies);
        QVERIFY(settings.notifies && settings.keepsAwake);
        QVERIFY(!settings.maxFileSize && !settings.proxy && settings.headers.empty());
        QVERIFY(ok()->isEnabled());
    }

    void howManyAttemptsRetriesMakeIsSaid()
    {
        const auto *note = child<QLabel>("retriesNote");
        QVERIFY2(note->text().startsWith(u"5 attempts in all. Only temporary errors"),
                 qPrintable(note->text()));
        child<QSpinBox>("retries")->setValue(0);
        QCOMPARE(note->text(), u"1 attempt in all.");
    }

    void everythingCanBeChosen()
    {
        child<QCheckBox>("startAfterAdding")->setChecked(true);
        child<QCheckBox>("resumeAtStart")->setChecked(true);
        child<QSpinBox>("maxKeptRuns")->setValue(3);
        child<QCheckBox>("notifies")->setChecked(false);
        child<QCheckBox>("keepsAwake")->setChecked(false);
        child<QComboBox>("conflict")->setCurrentIndex(1);
        child<QCheckBox>("requireProof")->setChecked(true);
        child<QCheckBox>("takesCookies")->setChecked(false);
        child<QSpinBox>("maxFileSize")->setValue(7);
        child<QSpinBox>("retries")->setValue(0);
        child<QSpinBox>("stall")->setValue(9);
        child<QSpinBox>("minRate")->setValue(0);
        child<QLineEdit>("proxy")->setText(QStringLiteral("socks5://proxy.example"));
        child<QPlainTextEdit>("headers")->setPlainText(QStringLiteral("X-One: 1\n\nX-Two: 2\n"));
        const Settings settings = m_dialog->settings();
        QVERIFY(settings.startAfterAdding);
        QVERIFY(settings.resumeAtStart);
        QVERIFY(!settings.notifies && !settings.keepsAwake);
        QCOMPARE(settings.maxKeptRuns, 3);
        QCOMPARE(settings.conflict, plan::Conflict::Skip);
        QVERIFY(!settings.takesCookies);
        QVERIFY(settings.requireProof && settings.maxFileSize == 7'000'000);
        QCOMPARE(settings.retries.max, 0);
        QVERIFY(settings.timeouts.stall == 9s && settings.minimumRate.bytesPerSecond == 0);
        QCOMPARE(settings.proxy->port, 1080);
        QCOMPARE(settings.headers.size(), 2U);
        QCOMPARE(settings.headers.back().value, QByteArray("2"));
    }

    void theEnvironmentIsShownWhereNoProxyIsChosen()
    {
        const auto putBack = qScopeGuard([] { qunsetenv("all_proxy"); });
        qputenv("all_proxy", "http://me:hunter2@proxy.example:8080");
        open({});
        const QString shown = child<QLineEdit>("proxy")->placeholderText();
        QVERIFY2(shown.contains(u"http://proxy.example:8080"), qPrintable(shown));
        QVERIFY2(!shown.contains(u"hunter2"), qPrintable(shown));
        child<QLineEdit>("proxy")->setText(QStringLiteral("none"));
        QVERIFY(ok()->isEnabled());
        QVERIFY(m_dialog->settings().isDirect && !m_dialog->settings().proxy);
    }

    void aWrongProxyIsSaidBesideItsField()
    {
        child<QLineEdit>("proxy")->setText(QStringLiteral("gopher://proxy.example"));
        const QString said = child<FieldError>("proxyWrong")->text();
        QVERIFY2(said.contains(text::sentence(plan::ProxyFault::Scheme)), qPrintable(said));
        QVERIFY(!ok()->isEnabled());
        child<QLineEdit>("proxy")->clear();
        QVERIFY(child<FieldError>("proxyWrong")->isEmpty());
        QVERIFY(ok()->isEnabled());
    }

    void aWrongHeaderIsSaidBesideItsField()
    {
        child<QPlainTextEdit>("headers")->setPlainText(QStringLiteral("X-One: 1\nRange: bytes=1-"));
        QVERIFY(child<FieldError>("headersWrong")->text().contains(u"Range"));
        QVERIFY(!ok()->isEnabled());
    }

    void aFileThatIsNotThereIsSaidBesideItsField()
    {
        for (const char *name : {"certificates", "cookies"}) {
            child<QLineEdit>(name)->setText(QStringLiteral("/no/such/file"));
            auto *complaint = child<FieldError>((QByteArray(name) + "Wrong").constData());
            QTRY_VERIFY(complaint->text().contains(u"/no/such/file"));
            QVERIFY(!ok()->isEnabled());
            child<QLineEdit>(name)->clear();
            QVERIFY(ok()->isEnabled());
        }
    }

    void aLineThatIsNoCookieIsSaidBesideItsField()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write("a.example\tFALSE\t/\tFALSE\t0\tn\tv\nhush\n");
        file.close();
        child<QLineEdit>("cookies")->setText(file.fileName());
        auto *complaint = child<FieldError>("cookiesWrong");
        QTRY_VERIFY(!complaint->isEmpty());
        QVERIFY2(complaint->text().contains(file.fileName() + QStringLiteral(", line 2"))
                     && complaint->text().contains(u"seven tab-separated fields"),
                 qPrintable(complaint->text()));
        QVERIFY(!complaint->text().contains(u"hush"));
        QVERIFY(!ok()->isEnabled());
    }

    void aPasswordOfTheProxyIsNotShown()
    {
        Settings settings;
        settings.proxy = *plan::proxyFrom(QStringLiteral("http://me:hunter2@proxy.example:8080"));
        open(settings);
        QCOMPARE(child<QLineEdit>("proxy")->text(), u"http://me@proxy.example:8080");
        QCOMPARE(child<QLineEdit>("proxyPassword")->echoMode(), QLineEdit::Password);
        QVERIFY(m_dialog->settings().proxy == settings.proxy);
    }

    void aPasswordNeedsAName()
    {
        child<QLineEdit>("proxy")->setText(QStringLiteral("http://proxy.example"));
        child<QLineEdit>("proxyPassword")->setText(QStringLiteral("hunter2"));
        QVERIFY(child<FieldError>("proxyWrong")->text().contains(u"name"));
        QVERIFY(!child<FieldError>("proxyWrong")->text().contains(u"hunter2"));
        QVERIFY(!ok()->isEnabled());
    }

    void everyFieldHasAName()
    {
        for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
            if (label->text().contains(u'&'))
                QVERIFY2(label->buddy() != nullptr, qPrintable(label->text()));
        }
    }

    void withRoomNothingScrolls()
    {
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
        auto *tabs = child<QTabWidget>("tabs");
        for (int page = 0; page < tabs->count(); ++page) {
            tabs->setCurrentIndex(page);
            const auto *form = qobject_cast<QScrollArea *>(tabs->currentWidget());
            QVERIFY2(form->verticalScrollBar()->maximum() == 0, qPrintable(tabs->tabText(page)));
        }
    }

    /// 1366x768 at scale 2, in a language whose lines are high.
    void itFitsASmallScreen()
    {
        const test::Korean korean;
        open({});
        m_dialog->resize(680, 340);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
        QVERIFY2(m_dialog->width() <= 680 && m_dialog->height() <= 340,
                 "its buttons are off the screen");
        child<QTabWidget>("tabs")->setCurrentIndex(3);
        auto *headers = child<QPlainTextEdit>("headers");
        headers->setFocus();
        headers->setPlainText(QStringLiteral("Range: bytes=1-"));
        QTRY_VERIFY2(!child<FieldError>("headersWrong")->visibleRegion().isEmpty(),
                     "what is wrong is out of sight");
    }

    void theWheelScrollsInPlaceOfChangingNumbers()
    {
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
        child<QTabWidget>("tabs")->setCurrentIndex(2);
        auto *stall = child<QSpinBox>("stall");
        const int before = stall->value();
        const QPointF place = stall->rect().center();
        QWheelEvent turned(place, stall->mapToGlobal(place), {}, {0, 120}, {}, {},
                           Qt::NoScrollPhase, false);
        child<QTabWidget>("tabs")->tabBar()->setFocus();
        QCoreApplication::sendEvent(stall, &turned);
        QCOMPARE(stall->value(), before);
    }

private:
    void open(const Settings &settings) { m_dialog = std::make_unique<SettingsDialog>(settings); }

    template<typename Widget>
    Widget *child(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QLatin1String(name));
    }

    QPushButton *ok() const
    {
        return child<QDialogButtonBox>("buttons")->button(QDialogButtonBox::Ok);
    }

    std::unique_ptr<SettingsDialog> m_dialog;
};

LAPWING_TEST(SettingsDialogTest)
#include "tst_settingsdialog.moc"
