// SPDX-License-Identifier: MIT
#include "plan/lists/formats.h"
#include "plan/lists/sources.h"
#include "support/testmain.h"

#include <QFile>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing::plan;

/// The examples in resources/help/lists.md are what they say.
class ListsPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void examplesAreRead_data();
    void examplesAreRead();
    void everyFormatHasOne();
    void whatIsNotUsedIsNamed_data();
    void whatIsNotUsedIsNamed();

private:
    QString m_page;
};

void ListsPage::initTestCase()
{
    QFile file(qEnvironmentVariable("LAPWING_SOURCE_DIR") + u"/resources/help/lists.md"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_page = QString::fromUtf8(file.readAll());
}

void ListsPage::examplesAreRead_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("list");
    static const QRegularExpression block(u"^```(\\w+)\\n(.*?)^```$"_s,
                                          QRegularExpression::MultilineOption
                                              | QRegularExpression::DotMatchesEverythingOption);
    for (auto matches = block.globalMatch(m_page); matches.hasNext();) {
        const auto match = matches.next();
        QTest::newRow(qPrintable(match.captured(1)))
            << match.captured(1) << match.captured(2).toUtf8();
    }
}

void ListsPage::examplesAreRead()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, list);
    QCOMPARE(formatOf(list).id.toString(), format);
    const Links links = linksFromContents(list);
    QVERIFY(!links.urls.empty());
    QVERIFY(links.rejects.empty());
}

void ListsPage::everyFormatHasOne()
{
    for (const ListFormat &format : formats()) {
        const QString id = format.id.toString();
        QVERIFY2(m_page.contains(u"\n```"_s + id + u'\n'), qPrintable(id));
        if (format.write != nullptr)
            QVERIFY2(m_page.contains(u'`' + id + u'`'), qPrintable(id));
    }
}

void ListsPage::whatIsNotUsedIsNamed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    const QString table = m_page.section(u"| not used | why |"_s, 1).section(u"\n\n"_s, 0, 0);
    static const QRegularExpression row(u"^\\| `([a-z-]+)=(.+?)` \\|"_s,
                                        QRegularExpression::MultilineOption);
    for (auto matches = row.globalMatch(table); matches.hasNext();) {
        const auto match = matches.next();
        QTest::newRow(qPrintable(match.captured(1))) << match.captured(1) << match.captured(2);
    }
}

void ListsPage::whatIsNotUsedIsNamed()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    const Links links = linksFromContents(u"http://h/a\n %1=%2\n"_s.arg(name, value).toUtf8());
    QVERIFY(links.unused.contains(name));
}

LAPWING_TEST(ListsPage)
#include "tst_listspage.moc"
