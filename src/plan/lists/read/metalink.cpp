// SPDX-License-Identifier: MIT
#include "plan/lists/fields.h"
#include "plan/lists/read/readers.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

constexpr int lastPriority = 999'999; ///< what has none (RFC 5854 section 4.2.16.1)

struct Source {
    QString link;
    QString location;
    int priority = lastPriority;
};

/// Reads one <file> after the other.
class MetalinkReader {
public:
    explicit MetalinkReader(const QByteArray &bytes) : m_xml(bytes) { }
    Links read();

private:
    void readChildren(auto readChild);
    void readFile();
    void readPart(Found &found, std::vector<Source> &sources);
    void readSource(Found &found, std::vector<Source> &sources);
    void readHash(Found &found);
    void readPieces(Found &found);
    void takeFile(Found found, std::vector<Source> sources);
    [[nodiscard]] int line() const { return static_cast<int>(m_xml.lineNumber()); }
    [[nodiscard]] QString attribute(const QString &name) const
    {
        return m_xml.attributes().value(name).trimmed().toString();
    }

    QXmlStreamReader m_xml;
    Links m_links;
    std::optional<ListError> m_error; ///< of the file that is being read
};

Links MetalinkReader::read()
{
    while (!m_xml.atEnd() && !tooManyRejects(m_links)) {
        const auto token = m_xml.readNext();
        if (token == QXmlStreamReader::DTD) { // nothing behind it is looked at
            refuse(m_links, line(), {}, {ListFault::DocumentType});
            return std::move(m_links);
        }
        if (token == QXmlStreamReader::StartElement && m_xml.name() == u"file")
            readFile();
    }
    if (m_xml.hasError())
        refuse(m_links, line(), {}, {ListFault::BadXml, m_xml.errorString()});
    return std::move(m_links);
}

void MetalinkReader::readChildren(auto readChild)
{
    while (m_xml.readNextStartElement())
        readChild();
}

void MetalinkReader::readFile()
{
    Found found{line(), {}};
    setPath(found, attribute(u"name"_s));
    std::vector<Source> sources;
    m_error.reset();
    readChildren([&] { readPart(found, sources); });
    if (m_xml.hasError())
        return; // cut off: half of what is said of a file is not to be believed
    takeFile(std::move(found), std::move(sources));
}

/// <verification> and <resources> are those of Metalink 3, around what Metalink 4 has without them.
void MetalinkReader::readPart(Found &found, std::vector<Source> &sources)
{
    const QStringView name = m_xml.name();
    if (name == u"url")
        readSource(found, sources);
    else if (name == u"hash")
        readHash(found);
    else if (name == u"pieces")
        readPieces(found);
    else if (name == u"size")
        static_cast<void>(put(found, {Field::Size}, m_xml.readElementText().trimmed()));
    else if (name == u"resources" || name == u"verification")
        readChildren([&] { readPart(found, sources); });
    else {
        if (name == u"metaurl" || name == u"signature")
            found.unused << name.toString();
        m_xml.skipCurrentElement();
    }
}

/// What version 3 calls a link of BitTorrent leads to a torrent, mostly over HTTP, and not to the file.
void MetalinkReader::readSource(Found &found, std::vector<Source> &sources)
{
    if (attribute(u"type"_s).compare(u"bittorrent", Qt::CaseInsensitive) == 0) {
        found.unused << u"bittorrent"_s;
        return m_xml.skipCurrentElement();
    }
    Source source{{}, attribute(u"location"_s)};
    bool isNumber = false;
    if (const int priority = attribute(u"priority"_s).toInt(&isNumber); isNumber)
        source.priority = priority;
    else if (const int preference = attribute(u"preference"_s).toInt(&isNumber); isNumber)
        source.priority = 101 - std::clamp(preference, 0, 100); // of version 3: 100 is the best
    source.link = m_xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed();
    sources.push_back(std::move(source));
}

void MetalinkReader::readHash(Found &found)
{
    const QString type = attribute(u"type"_s);
    const QString digits = m_xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed();
    const auto checksum = checksumFrom(type + u'=' + digits);
    if (checksum)
        addChecksum(found, *checksum);
    else if (checksum.error().fault == ChecksumFault::UnknownType)
        found.unused << u"hash "_s + type;
    else
        m_error = ListError{ListFault::BadChecksum, type + u'=' + digits};
}

void MetalinkReader::readPieces(Found &found)
{
    const QString type = attribute(u"type"_s);
    Pieces pieces;
    pieces.length = attribute(u"length"_s).toLongLong();
    bool isWhole = pieces.length > 0;
    readChildren([&] {
        const QString digits = m_xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed();
        const auto checksum = checksumFrom(type + u'=' + digits);
        isWhole = isWhole && checksum;
        if (!isWhole)
            return;
        pieces.algorithm = checksum->algorithm;
        pieces.digests += checksum->digest;
    });
    if (isWhole && !pieces.digests.isEmpty())
        found.extras.pieces = pieces;
    else
        found.unused << u"pieces"_s;
}

/// The best one is the link. What cannot be fetched from is left out, unless nothing else is there.
void MetalinkReader::takeFile(Found found, std::vector<Source> sources)
{
    const QString what = found.name;
    std::ranges::stable_sort(sources, {}, &Source::priority);
    const auto isNone = [](const Source &source) { return !linkFrom(source.link); };
    const auto fetchable = std::ranges::find_if_not(sources, isNone);
    if (m_error)
        return refuse(m_links, found.line, what, *m_error);
    if (sources.empty())
        return refuse(m_links, found.line, what, {ListFault::NoLink});
    if (fetchable == sources.end())
        return take(m_links, found.line, sources.front().link);
    found.link = fetchable->link;
    found.extras.location = fetchable->location;
    for (const Source &source : sources) {
        if (&source == &*fetchable)
            continue;
        const std::size_t before = found.extras.mirrors.size();
        static_cast<void>(put(found, {Field::Mirror}, source.link));
        if (found.extras.mirrors.size() > before)
            found.extras.mirrors.back().location = source.location;
    }
    take(m_links, std::move(found));
}

} // namespace

Links linksFromMetalink(const QByteArray &bytes, const Reading &)
{
    return MetalinkReader(bytes).read();
}

bool isMetalink(QByteArrayView text)
{
    static const QRegularExpression root(
        u"^\\s*+(?:<\\?[^>]*+>\\s*+|<!--.*?-->\\s*+)*+"
        "(?:<!DOCTYPE\\s++(?!html\\b).*?)?<(?:!DOCTYPE\\s++|\\w++:)?metalink\\b"_s,
        QRegularExpression::DotMatchesEverythingOption | QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype beginning = 4096; // bytes
    return root.match(QString::fromUtf8(text.first(std::min(text.size(), beginning)))).hasMatch();
}

} // namespace lapwing::plan
