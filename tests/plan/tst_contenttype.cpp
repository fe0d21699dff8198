// SPDX-License-Identifier: MIT
#include "plan/contenttype.h"
#include "support/testmain.h"

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
    row("application/pdf", u"download.pdf"_qs);
    row("Application/PDF", u"download.pdf"_qs);
    row(" application/pdf ; x=y", u"download.pdf"_qs);
    row("text/plain; charset=utf-8", u"download.txt"_qs);
    row("image/jpeg", u"download.jpg"_qs);
    row("application/zip", u"download.zip"_qs);
    row("text/html", u"index.html"_qs);
    row("text/html; charset=utf-8", u"index.html"_qs);
    row("TEXT/HTML", u"index.html"_qs);
    row("application/x-desktop", u"download.desktop_"_qs);
    for (const QByteArray type : {"", ";", "application/octet-stream", "application/x-unheard-of",
                                  "binary", "*/*", "text", "text/", "../../etc/passwd",
                                  "application/../pdf", "\xFF/\xFF", "application/pdf,text/html"})
        row(type, u"download"_qs);
    row(QByteArray("application/pdf\0", 16), u"download"_qs);
}

void NamedByItsType::names()
{
    QFETCH(QByteArray, type);
    QTEST(nameFromType(type), "expected");
}

LAPWING_TEST(NamedByItsType)
#include "tst_contenttype.moc"
