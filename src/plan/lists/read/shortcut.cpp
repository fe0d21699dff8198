// SPDX-License-Identifier: MIT
#include "plan/lists/linkcollector.h"
#include "plan/lists/read/beginning.h"
#include "plan/lists/read/readers.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

/// The property list that macOS writes: <key>URL</key><string>LINK</string>. Its DOCTYPE names the usual one, of
/// which nothing is read; one that declares anything itself is refused.
Links linksFromWebloc(const QByteArray &bytes)
{
    Links links;
    QXmlStreamReader xml(bytes);
    bool isUrl = false;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        const int line = static_cast<int>(xml.lineNumber());
        if (token == QXmlStreamReader::DTD && xml.text().contains(u'[')) {
            refuse(links, line, {}, {ListFault::DocumentType});
            return links;
        }
        if (token != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"key")
            isUrl = xml.readElementText(QXmlStreamReader::SkipChildElements) == u"URL";
        else if (xml.name() == u"string" && isUrl)
            take(links, line, xml.readElementText(QXmlStreamReader::SkipChildElements));
    }
    if (xml.hasError())
        refuse(links, static_cast<int>(xml.lineNumber()), {},
               {ListFault::BadXml, xml.errorString()});
    else if (links.urls.empty() && links.rejects.empty())
        refuse(links, 0, {}, {ListFault::NoLink});
    return links;
}

bool isShortcutSection(const QString &line)
{
    const QString section = line.trimmed().toLower();
    return section == u"[internetshortcut]" || section == u"[desktop entry]";
}

/// KEY=VALUE in the section [InternetShortcut] or [Desktop Entry].
Links linksFromSection(const QByteArray &bytes)
{
    Links links;
    bool isInside = false;
    bool isOtherType = false;
    readLines(links, bytes, [&](int line, const QString &text) {
        if (text.startsWith(u'['))
            isInside = isShortcutSection(text);
        const QString key = text.section(u'=', 0, 0).trimmed().toLower();
        const QString value = text.section(u'=', 1).trimmed();
        isOtherType |= isInside && key == u"type" && value != u"Link";
        if (isInside && (key == u"url" || key == u"url[$e]"))
            take(links, line, value);
    });
    if (links.urls.empty() && links.rejects.empty())
        refuse(links, 0, {}, {isOtherType ? ListFault::StartsProgram : ListFault::NoLink});
    return links;
}

} // namespace

Links linksFromShortcut(const QByteArray &bytes, const Reading &)
{
    return utf8From(bytes).trimmed().startsWith('<') ? linksFromWebloc(bytes)
                                                     : linksFromSection(bytes);
}

bool isShortcut(QByteArrayView text)
{
    static const QRegularExpression list(
        u"^\\s*+(?:<\\?[^>]*+>\\s*+|<!--.*?-->\\s*+)*+<(?:!DOCTYPE\\s++)?plist\\b"_s,
        QRegularExpression::DotMatchesEverythingOption);
    const QStringList lines = firstLines(text, 20);
    const bool isSettings = !lines.isEmpty() && lines.constFirst().trimmed().startsWith(u'[');
    constexpr qsizetype beginning = 4096; // bytes
    return (isSettings && std::ranges::any_of(lines, isShortcutSection))
        || list.match(QString::fromUtf8(text.first(std::min(text.size(), beginning)))).hasMatch();
}

} // namespace lapwing::plan
