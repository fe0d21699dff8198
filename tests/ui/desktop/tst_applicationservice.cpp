// SPDX-License-Identifier: MIT
#include "support/testmain.h"
#include "ui/desktop/windowonbus.h"

#include <QClipboard>
#include <QDBusPendingCall>
#include <QGuiApplication>
#include <QRegularExpression>

using namespace lapwing;
using namespace std::chrono_literals;

namespace {

const auto path = QStringLiteral("/org/lapwing/Lapwing");
const auto interface = QStringLiteral("org.freedesktop.Application");

constexpr auto metalink = R"(<?xml version="1.0"?><metalink xmlns="urn:ietf:params:xml:ns:metalink">
<file name="a.iso"><url>http://one.example/a.iso</url></file>
<file name="b.iso"><url>http://one.example/b.iso</url></file></metalink>)";
constexpr auto aria2List = "http://two.example/c\n  out=c.bin\n";

} // namespace

class ApplicationServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (!test::PrivateBus::canBe())
            QSKIP("there is no dbus-daemon");
        m_bus = std::make_unique<test::PrivateBus>();
        QVERIFY(m_bus->isUp());
        m_at = std::make_unique<test::WindowOnBus>();
        QTRY_VERIFY(m_bus->isOwned(test::programId));
    }

    void cleanup()
    {
        m_at.reset();
        m_bus.reset();
    }

    void activateShowsTheWindow()
    {
        const test::Variable token("XDG_ACTIVATION_TOKEN", "");
        call(QStringLiteral("Activate"),
             {QVariantMap{{QStringLiteral("activation-token"), QStringLiteral("let-it-rise")}}});
        QTRY_VERIFY(m_at->window().isVisible());
        QCOMPARE(qgetenv("XDG_ACTIVATION_TOKEN"), QByteArray("let-it-rise"));
        QVERIFY(m_at->controller().isEmpty());
    }

    void openAddsFilesOfLinksAndLinks()
    {
        call(QStringLiteral("Open"),
             {QStringList{written("two files.meta4", metalink), written("list.txt", aria2List),
                          QStringLiteral("https://three.example/d"), QStringLiteral("--demo")},
              QVariantMap()});
        QTRY_COMPARE(m_at->controller().count(), 4);
        QVERIFY(m_at->window().isVisible());
        QStringList names;
        for (const plan::Entry &entry : m_at->controller().listing().entries())
            names << entry.name;
        QCOMPARE(names,
                 (QStringList{QStringLiteral("a.iso"), QStringLiteral("b.iso"),
                              QStringLiteral("c.bin"), QStringLiteral("d")}));
        QVERIFY2(!m_at->isRunning(),
                 "nothing starts by itself, and what is to be opened is no option");
    }

    void theActionsAreThoseOfTheDesktopEntry()
    {
        QGuiApplication::clipboard()->setText(QStringLiteral("http://one.example/pasted"));
        act(QStringLiteral("paste"));
        QTRY_COMPARE(m_at->controller().count(), 1);
        m_at->controller().clear();
        act(QStringLiteral("demo"));
        QTRY_COMPARE(m_at->controller().count(), 3);
        QCOMPARE(actionsOfTheEntry(),
                 (QStringList{QStringLiteral("paste"), QStringLiteral("demo")}));
    }

    void anActionThatNobodyKnowsShowsTheWindowAlone()
    {
        act(QStringLiteral("frobnicate"));
        QTRY_VERIFY(m_at->window().isVisible());
        QVERIFY(m_at->controller().isEmpty());
    }

    void aSecondProgramHasTheNameOnceTheFirstHasEnded()
    {
        test::WindowOnBus second;
        call(QStringLiteral("Activate"), {QVariantMap()});
        QTRY_VERIFY(m_at->window().isVisible());
        QVERIFY(!second.window().isVisible());
        m_at.reset();
        QTRY_VERIFY(m_bus->isOwned(test::programId));
        QTRY_VERIFY(
            (call(QStringLiteral("Activate"), {QVariantMap()}), second.window().isVisible()));
    }

private:
    void call(const QString &method, const QVariantList &arguments)
    {
        QDBusMessage message =
            QDBusMessage::createMethodCall(test::programId, path, interface, method);
        message.setArguments(arguments);
        m_bus->other().asyncCall(message);
    }

    void act(const QString &action)
    {
        call(QStringLiteral("ActivateAction"), {action, QVariantList(), QVariantMap()});
    }

    QString written(const char *name, const QByteArray &contents) const
    {
        QFile file(m_lists.filePath(QLatin1String(name)));
        return file.open(QIODevice::WriteOnly) && file.write(contents) == contents.size()
            ? QUrl::fromLocalFile(file.fileName()).toString(QUrl::FullyEncoded)
            : QString();
    }

    static QStringList actionsOfTheEntry()
    {
        QFile entry(qEnvironmentVariable("LAPWING_SOURCE_DIR")
                    + QStringLiteral("/resources/desktop/lapwing.desktop.in"));
        if (!entry.open(QIODevice::ReadOnly))
            return {};
        const QString text = QString::fromUtf8(entry.readAll());
        const QRegularExpression actions(QStringLiteral("^Actions=(.*);$"),
                                         QRegularExpression::MultilineOption);
        return actions.match(text).captured(1).split(u';');
    }

    std::unique_ptr<test::PrivateBus> m_bus;
    std::unique_ptr<test::WindowOnBus> m_at;
    QTemporaryDir m_lists;
};

LAPWING_TEST(ApplicationServiceTest)
#include "tst_applicationservice.moc"
