// SPDX-License-Identifier: MIT
#include "plan/lists/fields.h"
#include "plan/lists/read/readers.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

/// The attributes are those of its core/transfer.cpp. Of the destination the name alone is of use on another machine;
/// the limit is in KiB/s, and 0 is none.
void takeTransfer(Links &links, int line, const QXmlStreamAttributes &said)
{
    Found found{line, said.value("Source"_L1).toString()};
    const QString name = QUrl(said.value("Dest"_L1).toString()).fileName();
    const int limit = said.value("DownloadLimit"_L1).toInt();
    auto wrong = put(found, {Field::Name}, name);
    if (!wrong && limit > 0)
        wrong = put(found, {Field::Option, u"max-download-limit"_s}, u"%1K"_s.arg(limit));
    if (wrong)
        return refuse(links, line, found.link, *wrong);
    take(links, std::move(found));
}

} // namespace

Links linksFromKGet(const QByteArray &bytes, const Reading &)
{
    Links links;
    QXmlStreamReader xml(bytes);
    while (!xml.atEnd() && !tooManyRejects(links)) {
        const auto token = xml.readNext();
        const int line = static_cast<int>(xml.lineNumber());
        if (token == QXmlStreamReader::DTD && xml.text().contains(u'[')) {
            refuse(links, line, {}, {ListFault::DocumentType});
            return links;
        }
        if (token == QXmlStreamReader::StartElement && xml.name() == u"Transfer")
            takeTransfer(links, line, xml.attributes());
    }
    if (xml.hasError())
        refuse(links, static_cast<int>(xml.lineNumber()), {},
               {ListFault::BadXml, xml.errorString()});
    return links;
}

bool isKGet(QByteArrayView text)
{
    static const QRegularExpression type(
        u"^\\s*+(?:<\\?xml[^>]*+>\\s*+)?<!DOCTYPE\\s++KGetTransfers\\b"_s);
    constexpr qsizetype beginning = 1024; // bytes
    return type.match(QString::fromUtf8(text.first(std::min(text.size(), beginning)))).hasMatch();
}

} // namespace lapwing::plan
