// SPDX-License-Identifier: MIT
#include "plan/http/contenttype.h"
#include "support/testmain.h"

using namespace Qt::Literals::StringLiterals;

using namespace lapwing::plan;

class NamedByItsType : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
};

void NamedByItsType::names_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("expected");

    const auto row = [](const QByteArray &type, const QString &expected) {
        QTest::addRow("%s", type.toPercentEncoding("/; =").constData()) << type << expected;
    };
    row("application/pdf", u"download.pdf"_s);
    row("Application/PDF", u"download.pdf"_s);
    row(" application/pdf ; x=y", u"download.pdf"_s);
    row("text/plain; charset=utf-8", u"download.txt"_s);
    row("image/jpeg", u"download.jpg"_s);
    row("application/zip", u"download.zip"_s);
    row("text/html", u"index.html"_s);
    row("text/html; charset=utf-8", u"index.html"_s);
    row("TEXT/HTML", u"index.html"_s);
    row("application/x-desktop", u"download.desktop_"_s);
    for (const QByteArray type : {"", ";", "application/octet-stream", "application/x-unheard-of",
                                  "binary", "*/*", "text", "text/", "../../etc/passwd",
                                  "application/../pdf", "\xFF/\xFF", "application/pdf,text/html"})
        row(type, u"download"_s);
    row(QByteArray("application/pdf\0", 16), u"download"_s);
}

void NamedByItsType::names()
{
    QFETCH(QByteArray, type);
    QTEST(nameFromType(type), "expected");
}

LAPWING_TEST(NamedByItsType)
#include "tst_contenttype.moc"
