// SPDX-License-Identifier: MIT
#include "plan/lists/write/writers.h"
#include "plan/safename.h"

#include <QSet>
#include <QXmlStreamWriter>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

/// Relative, and without what RFC 5854 (section 4.1.2.1) forbids.
QString pathOf(const Entry &entry, const QString &name)
{
    const QString &folder = extrasOf(entry).folder;
    const QStringList parts = folder.split(u'/');
    const bool isFit = !folder.isEmpty() && !folder.startsWith(u'/') && !parts.contains(u".."_s)
        && !parts.contains(u"."_s);
    return isFit ? folder + u'/' + name : name;
}

/// No two files of a Metalink have one name.
QString uniquePath(const Entry &entry, QSet<QString> &taken)
{
    QString unique = pathOf(entry, entry.name);
    for (int number = 1; taken.contains(unique); ++number)
        unique = pathOf(entry, numbered(entry.name, number));
    taken.insert(unique);
    return unique;
}

void putHash(QXmlStreamWriter &xml, const Checksum &checksum, bool isTyped)
{
    xml.writeStartElement(u"hash"_s);
    if (isTyped)
        xml.writeAttribute(u"type"_s, nameOf(checksum));
    xml.writeCharacters(QString::fromLatin1(checksum.digest.toHex()));
    xml.writeEndElement();
}

void putPieces(QXmlStreamWriter &xml, const Pieces &pieces)
{
    const auto size = QCryptographicHash::hashLength(pieces.algorithm);
    xml.writeStartElement(u"pieces"_s);
    xml.writeAttribute(u"type"_s, nameOf(Checksum{pieces.algorithm, {}}));
    xml.writeAttribute(u"length"_s, QString::number(pieces.length));
    for (qsizetype at = 0; at + size <= pieces.digests.size(); at += size)
        putHash(xml, {pieces.algorithm, pieces.digests.mid(at, size)}, false);
    xml.writeEndElement();
}

void putUrl(QXmlStreamWriter &xml, const QByteArray &url, const QString &location, int priority)
{
    xml.writeStartElement(u"url"_s);
    if (!location.isEmpty())
        xml.writeAttribute(u"location"_s, location);
    xml.writeAttribute(u"priority"_s, QString::number(priority));
    xml.writeCharacters(QString::fromUtf8(url));
    xml.writeEndElement();
}

void putFile(QXmlStreamWriter &xml, const Entry &entry, const QString &path)
{
    const Extras &extras = extrasOf(entry);
    xml.writeStartElement(u"file"_s);
    xml.writeAttribute(u"name"_s, path);
    if (extras.size)
        xml.writeTextElement(u"size"_s, QString::number(*extras.size));
    if (entry.checksum)
        putHash(xml, *entry.checksum, true);
    for (const Checksum &checksum : extras.checksums)
        putHash(xml, checksum, true);
    if (extras.pieces)
        putPieces(xml, *extras.pieces);
    int priority = 1;
    putUrl(xml, linkOf(entry), extras.location, priority);
    for (const Mirror &mirror : extras.mirrors)
        putUrl(xml, mirror.url.toString(QUrl::FullyEncoded).toUtf8(), mirror.location, ++priority);
    xml.writeEndElement();
}

} // namespace

QByteArray metalinkOf(const std::vector<Entry> &entries)
{
    QByteArray text;
    QXmlStreamWriter xml(&text);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    xml.writeStartDocument();
    xml.writeStartElement(u"metalink"_s);
    xml.writeDefaultNamespace(u"urn:ietf:params:xml:ns:metalink"_s);
    QSet<QString> taken;
    for (const Entry &entry : entries)
        putFile(xml, entry, uniquePath(entry, taken));
    xml.writeEndElement();
    xml.writeEndDocument();
    return text;
}

} // namespace lapwing::plan
