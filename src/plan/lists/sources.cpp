// SPDX-License-Identifier: MIT
#include "plan/lists/sources.h"

#include "plan/lists/formats.h"
#include "plan/lists/html.h"
#include "plan/lists/input/kind.h"
#include "plan/lists/input/unpack.h"
#include "plan/lists/linkcollector.h"
#include "plan/lists/readas.h"

#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QRegularExpression>
#include <QSet>
#include <QStringConverter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

/// Why `file` is not even opened; absent when it may be. Opening a FIFO would wait for its other end.
std::optional<ListFault> whyNotOpened(const QFileInfo &file)
{
    if (file.isDir())
        return ListFault::Folder;
    if (!file.exists())
        return ListFault::NoSuchFile;
    if (!file.isFile())
        return ListFault::NotRegular;
    if (file.isSymLink())
        return ListFault::SymbolicLink;
    if (file.size() > maxListSize)
        return ListFault::FileTooLarge;
    return std::nullopt;
}

/// Read with the limit again: the size that the system tells of a growing file, or of one in /proc, is no promise.
tl::expected<QByteArray, ListError> contents(const QString &path)
{
    QFile file(path);
    if (const auto why = whyNotOpened(QFileInfo(file)))
        return tl::unexpected(ListError{*why});
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(ListError{ListFault::Unreadable, file.errorString()});
    const QByteArray bytes = file.read(maxListSize + 1);
    if (file.error() != QFileDevice::NoError)
        return tl::unexpected(ListError{ListFault::Unreadable, file.errorString()});
    if (bytes.size() > maxListSize)
        return tl::unexpected(ListError{ListFault::FileTooLarge});
    return bytes;
}

bool isHtml(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    return ending == u"html" || ending == u"htm" || ending == u"xhtml";
}

/// More control characters than any text has, odd lines included.
bool isBinary(QByteArrayView bytes)
{
    constexpr qsizetype beginning = 4096; // bytes
    const QByteArrayView start = bytes.first(std::min(bytes.size(), beginning));
    const auto isControl = [](char c) {
        return c == '\x7F' || (c >= 0 && c < ' ' && !QByteArrayView("\t\n\r\f\x1B").contains(c));
    };
    return std::ranges::count_if(start, isControl) * 50 > start.size();
}

/// XML of another kind than those that are lists, which may say so by its namespaces alone.
bool isXml(const QByteArray &bytes)
{
    constexpr qsizetype enough = 4096; // bytes
    static const QRegularExpression start(
        u"^\\s*+<(?:\\?xml|!DOCTYPE|[a-z_][\\w.:-]*+\\s[^<>]*?\\bxmlns(?::[\\w.-]++)?\\s*+=)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QByteArray beginning = utf8From(bytes.first(std::min(bytes.size(), enough)));
    return start.match(QString::fromUtf8(beginning)).hasMatch();
}

bool isEmpty(const Links &links)
{
    return links.urls.empty() && links.rejects.empty();
}

const ListFormat &pages()
{
    return *std::ranges::find(formats(), QStringView(u"html"), &ListFormat::id);
}

/// The error: it is no list at all.
tl::expected<Links, ListError> readContents(const QByteArray &packed, bool isPage,
                                            const Reading &reading)
{
    const tl::expected<QByteArray, ListError> bytes = unpacked(packed);
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (const QString kind = kindOf(*bytes); !kind.isEmpty())
        return tl::unexpected(ListError{ListFault::NotAList, kind});
    const ListFormat &format = isPage ? pages() : formatOf(*bytes);
    if (format.id == u"text" && isXml(*bytes))
        return tl::unexpected(ListError{ListFault::NotAList, u"xml"_s});
    if (reading.onlyFailed && format.id != u"run")
        return tl::unexpected(ListError{ListFault::NotARun});
    Links links = linksIn(*bytes, format, reading);
    const bool isMarked = QStringConverter::encodingForData(*bytes).has_value();
    if (links.urls.empty() && !isMarked && (bytes->contains('\0') || isBinary(*bytes)))
        return tl::unexpected(ListError{ListFault::NotTextFile});
    if (isEmpty(links) && !reading.onlyFailed)
        refuse(links, 0, {}, {ListFault::NoLink});
    return links;
}

/// Adds the contents of a list, or of its rejects; they say in which list they are.
void takeList(Links &links, int line, const QString &path)
{
    tl::expected<Links, ListError> list = linksFromFile(path);
    if (!list)
        return refuse(links, line, path, list.error());
    for (Reject &reject : list->rejects)
        reject.list = QFileInfo(path).fileName();
    links.append(*std::move(list));
}

void takeLocal(Links &links, int line, QUrl url, int lists)
{
    const bool isHere = url.host().isEmpty() || url.host() == u"localhost";
    url.setHost({});
    const QString path = url.toLocalFile();
    if (!isHere)
        refuse(links, line, path, {ListFault::RemoteHost});
    else if (lists > maxLists)
        refuse(links, line, path, {ListFault::TooManyLists});
    else
        takeList(links, line, path);
}

/// One line that is a path, or a file: URL, stands for that list.
QUrl localList(const QString &text)
{
    const QString line = text.trimmed();
    if (line.contains(u'\n') || line.contains(u'\r'))
        return {};
    if (line.startsWith(u"file:"_s, Qt::CaseInsensitive))
        return QUrl(line);
    const QFileInfo file(line);
    return !line.isEmpty() && file.isAbsolute() && file.exists() ? QUrl::fromLocalFile(line)
                                                                 : QUrl();
}

/// See input/utf8.cpp: not toUtf8().
QByteArray utf8Of(const QString &text)
{
    return QStringEncoder(QStringEncoder::Utf8)(text);
}

Links linksFromPlainText(const QString &text, const Reading &reading)
{
    const QUrl list = localList(text);
    return list.isLocalFile() ? linksFromUriList(list.toEncoded())
                              : linksFromContents(utf8Of(text), reading);
}

/// The text of a page but for that of its links, which may show an address shortened, or another than it leads to.
QString textBesideLinks(const QString &html)
{
    static const QRegularExpression ends(u"<a\\s|</a\\s*+>"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tag(u"<[^<>]*+>"_s);
    const QString page = html.first(std::min(html.size(), maxListSize));
    QString text;
    qsizetype begin = 0; // of what stands beside; negative inside a link
    for (auto matches = ends.globalMatch(page); matches.hasNext();) {
        const auto match = matches.next();
        const bool isClosing = match.capturedView().startsWith(u"</");
        const bool isInside = begin < 0;
        if (isClosing != isInside)
            continue;
        if (!isInside)
            text += QStringView(page).sliced(begin, match.capturedStart() - begin);
        begin = isInside ? match.capturedStart() : -1;
    }
    if (begin >= 0)
        text += QStringView(page).sliced(begin);
    return text.replace(tag, u"\n"_s).replace(u"&amp;"_s, u"&"_s);
}

/// Adds what the text has and the page has not, with what it says of the file.
void addMissing(Links &page, const Links &text, const QSet<QUrl> &missing)
{
    for (std::size_t place = 0; place < text.urls.size(); ++place) {
        if (!missing.contains(text.urls[place]))
            continue;
        if (const auto said = text.details.find(place); said != text.details.end())
            page.details.emplace(page.urls.size(), said->second);
        page.urls.push_back(text.urls[place]);
    }
}

QSet<QUrl> setOf(const std::vector<QUrl> &urls)
{
    return {urls.begin(), urls.end()};
}

/// What was copied comes as a page and as text, of which either may say more: a page has the addresses behind its words;
/// the text of a spreadsheet has names and checksums in columns, and many pages have addresses that are no links.
Links withTextBeside(Links page, const QString &html, Links text)
{
    const QSet<QUrl> linked = setOf(page.urls);
    const QSet<QUrl> written = setOf(text.urls);
    if (written.isEmpty())
        return page;
    QSet<QUrl> beside = written;
    if (!linked.isEmpty())
        beside.intersect(setOf(linksFromText(utf8Of(textBesideLinks(html))).urls));
    const bool isAllWritten = written.contains(linked) && (linked + beside).contains(written);
    if (!isAllWritten) {
        addMissing(page, text, beside - linked);
        return page;
    }
    if (!linked.isEmpty() && text.details.empty()) // then its other lines are those of a page
        text.rejects.clear();
    text.rejects.insert(text.rejects.end(), page.rejects.begin(), page.rejects.end());
    return text;
}

} // namespace

Links linksFromUriList(const QByteArray &bytes)
{
    Links links;
    int lists = 0;
    readLines(links, bytes, [&](int line, const QString &text) {
        const QUrl url(text);
        if (url.isLocalFile())
            takeLocal(links, line, url, ++lists);
        else
            take(links, line, text);
    });
    return links;
}

Links linksFromContents(const QByteArray &bytes, const Reading &reading)
{
    if (bytes.isEmpty())
        return {};
    tl::expected<Links, ListError> read = readContents(bytes, false, reading);
    if (read)
        return *std::move(read);
    Links links;
    refuse(links, 0, {}, read.error());
    return links;
}

tl::expected<Links, ListError> linksFromFile(const QString &path, const Reading &reading)
{
    const tl::expected<QByteArray, ListError> bytes = contents(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    return readContents(*bytes, isHtml(path), reading);
}

Links linksFromMimeData(const QMimeData &data, const Reading &reading)
{
    Links links;
    if (data.hasFormat(u"text/uri-list"_s))
        links = linksFromUriList(data.data(u"text/uri-list"_s));
    if (!isEmpty(links))
        return links;
    const QString html = data.hasHtml() ? data.html() : QString();
    links = linksFromHtml(html);
    if (!data.hasText())
        return links;
    if (isEmpty(links))
        return linksFromPlainText(data.text(), reading);
    return withTextBeside(std::move(links), html, linksFromContents(utf8Of(data.text()), reading));
}

} // namespace lapwing::plan
