// SPDX-License-Identifier: MIT
#include "run/backgroundqueue.h"
#include "settings/settings.h"
#include "support/testmain.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>

using namespace lapwing;
using namespace std::chrono_literals;
using ui::Settings;

namespace {

const QString secret = QStringLiteral("hunter2");

Settings unusual()
{
    Settings settings;
    settings.startAfterAdding = true;
    settings.resumeAtStart = true;
    settings.maxKeptRuns = 7;
    settings.notifies = false;
    settings.keepsAwake = false;
    settings.conflict = plan::Conflict::Replace;
    settings.requireProof = true;
    settings.maxFileSize = 5'000'000;
    settings.retries.max = 0;
    settings.timeouts = {1s, 2s, 3s};
    settings.minimumRate.bytesPerSecond = 0;
    settings.proxy = plan::Proxy{plan::Proxy::Kind::Socks5, QStringLiteral("proxy.example"), 1081,
                                 QStringLiteral("me@home"), secret};
    settings.headers = {{"Authorization", "Bearer " + secret.toLatin1()}};
    settings.netrc = true;
    settings.cookieFile = QStringLiteral("/a/cookies.txt");
    settings.takesCookies = false;
    settings.caCertificateFile = QStringLiteral("/a/ca.pem");
    return settings;
}

} // namespace

class SettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatIsChosenIsRemembered()
    {
        const Settings before = unusual();
        const Settings after = keptAndLoaded(before);
        QCOMPARE(after.startAfterAdding, before.startAfterAdding);
        QCOMPARE(after.resumeAtStart, before.resumeAtStart);
        QCOMPARE(after.maxKeptRuns, before.maxKeptRuns);
        QVERIFY(!after.notifies && !after.keepsAwake);
        QCOMPARE(after.conflict, before.conflict);
        QCOMPARE(after.requireProof, true);
        QCOMPARE(after.maxFileSize, before.maxFileSize);
        QCOMPARE(after.retries.max, 0);
        QVERIFY(after.timeouts.connect == 1s && after.timeouts.firstByte == 2s);
        QVERIFY(after.timeouts.stall == 3s && after.minimumRate.bytesPerSecond == 0);
        QVERIFY(after.netrc);
        QCOMPARE(after.cookieFile, before.cookieFile);
        QVERIFY(!after.takesCookies);
        QCOMPARE(after.caCertificateFile, before.caCertificateFile);
        QVERIFY(after.proxy.has_value());
        QCOMPARE(after.proxy->host, u"proxy.example");
        QCOMPARE(after.proxy->port, 1081);
        QCOMPARE(after.proxy->user, u"me@home");
    }

    void askingDirectlyIsRemembered()
    {
        Settings before;
        before.isDirect = true;
        const Settings after = keptAndLoaded(before);
        QVERIFY(after.isDirect && !after.proxy);
    }

    void secretsAreNot()
    {
        const Settings after = keptAndLoaded(unusual());
        QVERIFY(after.headers.empty());
        QVERIFY(after.proxy->password.isEmpty());
        QFile file(storePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray stored = file.readAll();
        QVERIFY(stored.contains("proxy.example")); // the right file
        QVERIFY(!stored.contains(secret.toLatin1()) && !stored.contains("Authorization"));
    }

    void anEmptyStoreIsAnUntouchedPlan()
    {
        const QSettings store(storePath(), QSettings::IniFormat);
        const Settings settings = Settings::load(store);
        const plan::Plan untouched;
        QCOMPARE(settings.conflict, untouched.destination.conflict);
        QCOMPARE(settings.retries.max, untouched.retries.max);
        QVERIFY(settings.timeouts.stall == untouched.timeouts.stall);
        QCOMPARE(settings.minimumRate.bytesPerSecond, untouched.minimumRate.bytesPerSecond);
        QVERIFY(!settings.maxFileSize && !settings.proxy && !settings.netrc);
        QVERIFY(settings.notifies && settings.keepsAwake);
    }

    void whatIsNonsenseCountsAsUntouched()
    {
        QSettings store(storePath(), QSettings::IniFormat);
        store.setValue(QStringLiteral("settings/conflict"), QStringLiteral("delete"));
        store.setValue(QStringLiteral("settings/retries"), -3);
        store.setValue(QStringLiteral("settings/stallMilliseconds"), QStringLiteral("soon"));
        store.setValue(QStringLiteral("settings/proxy"), QStringLiteral("gopher://x"));
        const Settings settings = Settings::load(store);
        QCOMPARE(settings.conflict, plan::Conflict::Number);
        QCOMPARE(settings.retries.max, plan::Retries().max);
        QVERIFY(settings.timeouts.stall == plan::Timeouts().stall);
        QVERIFY(!settings.proxy);
    }

    void aPlanGetsAllOfIt()
    {
        Settings settings = unusual();
        settings.netrc = false;
        settings.cookieFile =
            written("cookies.txt", "one.example\tFALSE\t/\tFALSE\t0\tname\tvalue\n");
        settings.caCertificateFile.clear();
        const auto whole = completed(settings);
        QVERIFY2(whole.has_value(), "the cookie file is fine");
        QCOMPARE(whole->destination.conflict, plan::Conflict::Replace);
        QCOMPARE(whole->destination.whenFull, plan::WhenFull::Wait);
        QVERIFY(whole->requireProof && whole->maxFileSize == settings.maxFileSize);
        QCOMPARE(whole->retries.max, 0);
        QVERIFY(whole->timeouts.firstByte == 2s);
        QCOMPARE(whole->access.proxies.http->password, secret);
        QVERIFY2(whole->access.proxies.isChosen, "no list changes it");
        settings.proxy.reset();
        settings.isDirect = true;
        const auto direct = completed(settings);
        QVERIFY(direct->access.proxies.isEmpty() && direct->access.proxies.isChosen);
        QCOMPARE(whole->access.headers.size(), 1U);
        QCOMPARE(whole->access.cookies.size(), 1U);
        QCOMPARE(whole->access.cookies.front().domain, u"one.example");
    }

    void aFileThatIsMissingIsNamed()
    {
        Settings settings;
        settings.cookieFile = m_folder->filePath(QStringLiteral("none.txt"));
        const auto whole = completed(settings);
        QVERIFY(!whole);
        QVERIFY2(whole.error().contains(settings.cookieFile), qPrintable(whole.error()));
    }

    void aFileThatIsNoCertificateIsSaid()
    {
        Settings settings;
        settings.caCertificateFile = written("ca.pem", "nothing of the kind");
        const auto whole = completed(settings);
        QVERIFY(!whole);
        QVERIFY2(whole.error().contains(u"no PEM certificate"), qPrintable(whole.error()));
    }

    void whatNobodyCanMeanIsPassedOver()
    {
        QSettings store(storePath(), QSettings::IniFormat);
        const QString huge = QStringLiteral("9223372036854775807");
        for (const char *name : {"retries", "connectMilliseconds", "firstByteMilliseconds",
                                 "stallMilliseconds", "leastRate"})
            store.setValue(QStringLiteral("settings/") + QLatin1String(name), huge);
        const Settings loaded = Settings::load(store);
        const Settings untouched;
        QCOMPARE(loaded.retries.max, untouched.retries.max);
        QVERIFY(loaded.timeouts.connect == untouched.timeouts.connect);
        QVERIFY(loaded.timeouts.firstByte == untouched.timeouts.firstByte);
        QVERIFY(loaded.timeouts.stall == untouched.timeouts.stall);
    }

    void withoutFilesNobodyWaits()
    {
        bool taken = false;
        ui::complete({}, Settings(), m_errands,
                     [&taken](const tl::expected<plan::Plan, QString> &) { taken = true; });
        QVERIFY(taken);
    }

private:
    using Completed = tl::expected<plan::Plan, QString>;

    QString storePath() const { return m_folder->filePath(QStringLiteral("store.ini")); }

    QString written(const char *name, const QByteArray &contents) const
    {
        QFile file(m_folder->filePath(QLatin1String(name)));
        return file.open(QIODevice::WriteOnly) && file.write(contents) == contents.size()
            ? file.fileName()
            : QString();
    }

    Settings keptAndLoaded(const Settings &settings) const
    {
        {
            QSettings store(storePath(), QSettings::IniFormat);
            settings.save(store);
        }
        const QSettings store(storePath(), QSettings::IniFormat);
        return Settings::load(store);
    }

    Completed completed(const Settings &settings)
    {
        std::optional<Completed> answer;
        ui::complete({}, settings, m_errands,
                     [&answer](const Completed &whole) { answer = whole; });
        [&] { QTRY_VERIFY(answer.has_value()); }();
        return answer.value_or(tl::unexpected(QStringLiteral("nothing came")));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    ui::BackgroundQueue m_errands;
};

LAPWING_TEST(SettingsTest)
#include "tst_settings.moc"
