// SPDX-License-Identifier: MIT
#include "report/xmlread.h"

#include <QXmlStreamReader>

namespace lapwing::test {

std::vector<const Element *> Xml::all(const QString &name) const
{
    std::vector<const Element *> found;
    for (const Element &element : elements) {
        if (element.name == name)
            found.push_back(&element);
    }
    return found;
}

std::vector<const Element *> Xml::inside(int place, const QString &name) const
{
    std::vector<const Element *> found;
    const int depth = elements.at(static_cast<std::size_t>(place)).depth;
    for (auto next = static_cast<std::size_t>(place) + 1;
         next < elements.size() && elements[next].depth > depth; ++next) {
        if (elements[next].name == name)
            found.push_back(&elements[next]);
    }
    return found;
}

Xml readXml(const QByteArray &bytes)
{
    Xml xml;
    std::vector<int> open;
    QXmlStreamReader reader(bytes);
    while (!reader.atEnd()) {
        const QXmlStreamReader::TokenType token = reader.readNext();
        if (token == QXmlStreamReader::StartElement) {
            Element element;
            element.name = reader.name().toString();
            element.parent = open.empty() ? -1 : open.back();
            element.depth = static_cast<int>(open.size());
            for (const QXmlStreamAttribute &attribute : reader.attributes())
                element.attributes.insert(attribute.qualifiedName().toString(),
                                          attribute.value().toString());
            open.push_back(static_cast<int>(xml.elements.size()));
            xml.elements.push_back(std::move(element));
        } else if (token == QXmlStreamReader::EndElement) {
            open.pop_back();
        } else if (token == QXmlStreamReader::Characters) {
            for (const int place : open)
                xml.elements[static_cast<std::size_t>(place)].text += reader.text();
        }
    }
    if (reader.hasError())
        xml.error =
            QStringLiteral("line %1: %2").arg(reader.lineNumber()).arg(reader.errorString());
    return xml;
}

} // namespace lapwing::test
