// SPDX-License-Identifier: MIT
#include "../cli/process.h"
#include "support/testmain.h"
#include "words.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing;
using test::CliProcess;
using test::hasHangul;

namespace {

using Environment = QList<std::pair<QString, QString>>;

constexpr std::array variables{"LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"};

/// In a home of its own, so that the settings of whoever runs the tests do not count.
class Speaker {
public:
    explicit Speaker(const Environment &environment, const QString &chosen = {})
    {
        for (const char *name : variables)
            m_process.setEnvironment(QLatin1String(name), {});
        for (const auto &[name, value] : environment)
            m_process.setEnvironment(name, value);
        m_process.setEnvironment(u"XDG_CONFIG_HOME"_s, m_home.path());
        if (!chosen.isEmpty())
            choose(chosen);
    }

    [[nodiscard]] test::Ran run(const QStringList &arguments) { return m_process.run(arguments); }

private:
    void choose(const QString &language)
    {
        QVERIFY(QDir(m_home.path()).mkdir(u"Lapwing"_s));
        QFile settings(m_home.filePath(u"Lapwing/lapwing.conf"_s));
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write("[settings]\nlanguage=" + language.toUtf8() + '\n');
    }

    QTemporaryDir m_home;
    CliProcess m_process;
};

const Environment korean{{u"LANG"_s, u"ko_KR.UTF-8"_s}};
const Environment english{{u"LC_ALL"_s, u"C.UTF-8"_s}};

/// The sentences beside the codes of a document are for people: in the language of who wrote it.
QJsonValue withoutSentences(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue &element : value.toArray())
            array << withoutSentences(element);
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (const QString &name : object.keys()) {
        if (QStringList{u"text"_s, u"advice"_s, u"why"_s}.contains(name))
            object.remove(name);
        else
            object[name] = withoutSentences(object[name]);
    }
    return object;
}

QByteArray withoutSentences(const QByteArray &json)
{
    return QJsonDocument(withoutSentences(QJsonDocument::fromJson(json).object()).toObject())
        .toJson();
}

} // namespace

/// Which language the system asks for, whether or not this machine has the locale.
class SystemTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theEnvironmentChooses_data();
    void theEnvironmentChooses();
    void aDocumentIsInNoLanguage();
    void machinesReadTheSameInEach();
    void theManualIsEnglish();
};

void SystemTest::theEnvironmentChooses_data()
{
    QTest::addColumn<Environment>("environment");
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<bool>("isKorean");

    const QString ko = u"ko_KR.UTF-8"_s;
    const QString en = u"en_US.UTF-8"_s;
    const QString none{};
    QTest::newRow("nothing") << Environment{} << none << false;
    QTest::newRow("LANG") << korean << none << true;
    QTest::newRow("LANG without charset") << Environment{{u"LANG"_s, u"ko_KR"_s}} << none << true;
    QTest::newRow("LC_MESSAGES") << Environment{{u"LANG"_s, en}, {u"LC_MESSAGES"_s, ko}} << none
                                 << true;
    QTest::newRow("LC_ALL") << Environment{{u"LANG"_s, en}, {u"LC_ALL"_s, ko}} << none << true;
    QTest::newRow("LANGUAGE") << Environment{{u"LANG"_s, en}, {u"LANGUAGE"_s, u"ko"_s}} << none
                              << true;
    QTest::newRow("the first that there is")
        << Environment{{u"LANG"_s, en}, {u"LANGUAGE"_s, u"xx:ko:en"_s}} << none << true;
    QTest::newRow("English before Korean")
        << Environment{{u"LANG"_s, ko}, {u"LANGUAGE"_s, u"en:ko"_s}} << none << false;
    QTest::newRow("one that there is not")
        << Environment{{u"LANG"_s, u"eo.UTF-8"_s}} << none << false;
    QTest::newRow("the settings") << Environment{{u"LANG"_s, en}} << u"ko"_s << true;
    QTest::newRow("the settings, against it") << korean << u"en"_s << false;
    QTest::newRow("settings that name none") << korean << u"xx"_s << true;
    QTest::newRow("a script") << english << u"ko"_s << false;
}

void SystemTest::theEnvironmentChooses()
{
    QFETCH(const Environment, environment);
    QFETCH(const QString, chosen);
    QFETCH(const bool, isKorean);
    Speaker speaker(environment, chosen);
    const test::Ran ran = speaker.run({u"--help"_s});
    QCOMPARE(ran.status, 0);
    QCOMPARE(hasHangul(QString::fromUtf8(ran.out)), isKorean);
    QCOMPARE(QString::fromUtf8(ran.err), QString());
}

/// What a Korean exports an Englishman reads in English.
void SystemTest::aDocumentIsInNoLanguage()
{
    const QTemporaryDir folder;
    const QString document = folder.filePath(u"run.json"_s);
    Speaker writer(korean);
    const test::Ran wrote = writer.run(
        {u"demo"_s, u"--mode"_s, u"gather"_s, u"--scale"_s, u"0.05"_s, u"--export"_s, document});
    QCOMPARE(wrote.status, 0);
    QVERIFY(hasHangul(QString::fromUtf8(wrote.out + wrote.err)));
    QVERIFY(!hasHangul(QString::fromUtf8(withoutSentences(test::contentsOf(document)))));
    Speaker reader(english);
    const test::Ran read = reader.run({u"report"_s, document});
    QCOMPARE(read.status, 0);
    QVERIFY(!read.out.isEmpty());
    QVERIFY(!hasHangul(QString::fromUtf8(read.out + read.err)));
    Speaker koreanReader(korean);
    QVERIFY(hasHangul(QString::fromUtf8(koreanReader.run({u"report"_s, document}).out)));
}

void SystemTest::machinesReadTheSameInEach()
{
    const QTemporaryDir folder;
    const QString document = folder.filePath(u"run.json"_s);
    Speaker writer(english);
    QCOMPARE(writer.run({u"demo"_s, u"--scale"_s, u"0.05"_s, u"--export"_s, document}).status, 0);
    const QStringList endings{u"json"_s, u"csv"_s, u"har"_s, u"prom"_s};
    const QList<Environment> all{english, korean, {{u"LANG"_s, u"de_DE.UTF-8"_s}}};
    for (const QString &ending : endings) {
        QList<QByteArray> written;
        for (const Environment &environment : all) {
            const QString path = folder.filePath(u"again%1.%2"_s.arg(written.size()).arg(ending));
            Speaker speaker(environment);
            const test::Ran ran = speaker.run({u"report"_s, document, u"--export"_s, path});
            QVERIFY2(ran.status == 0, ran.err.constData());
            const QByteArray contents = test::contentsOf(path);
            written << (ending == u"json" ? withoutSentences(contents) : contents);
            QVERIFY(!written.last().isEmpty());
        }
        QCOMPARE(written.at(1), written.at(0));
        QCOMPARE(written.at(2), written.at(0));
    }
}

void SystemTest::theManualIsEnglish()
{
    const QDir manuals(QFileInfo(qEnvironmentVariable("LAPWING_CLI")).path()
                       + u"/share/man/man1"_s);
    for (const QString &name : manuals.entryList(QDir::Files))
        QVERIFY2(!hasHangul(QString::fromUtf8(test::contentsOf(manuals.filePath(name)))),
                 qPrintable(name));
}

LAPWING_TEST(SystemTest)
#include "tst_system.moc"
