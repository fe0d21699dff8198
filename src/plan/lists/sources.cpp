// SPDX-License-Identifier: MIT
#include "plan/lists/sources.h"

#include "plan/lists/html.h"
#include "plan/lists/linkcollector.h"

#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QRegularExpression>
#include <QStringConverter>

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

/// By what it begins with, as browsers tell a page (WHATWG MIME sniffing, section 7.1), and files of
/// bookmarks; a link in angle brackets is none.
bool looksLikeHtml(const QByteArray &bytes)
{
    static const QRegularExpression page(
        u"^\\x{FEFF}?\\s*+(?:<\\?xml[^>]*+>\\s*+)?"
        "<(?:!--|!doctype\\b|(?:html|head|body|title|meta|script|style|table|div|h1|ul|ol|a|b|br|p)[\\s>])"_s,
        QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype beginning = 1024; // bytes
    const auto encoding = QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8);
    const QString text = QStringDecoder(encoding)(bytes.left(beginning));
    return page.match(text).hasMatch();
}

/// By its mark or its <meta charset>, else UTF-8.
QString textOfPage(const QByteArray &bytes)
{
    QStringDecoder decoder = QStringDecoder::decoderForHtml(bytes);
    return decoder.isValid() ? QString(decoder(bytes)) : QString::fromUtf8(bytes);
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

Links linksFromPlainText(const QString &text)
{
    const QUrl list = localList(text);
    if (list.isLocalFile())
        return linksFromUriList(list.toEncoded());
    return linksFromText(
        QStringEncoder(QStringEncoder::Utf8)(text)); // see collect.cpp: not toUtf8()
}

bool isEmpty(const Links &links)
{
    return links.urls.empty() && links.rejects.empty();
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

Links linksFromContents(const QByteArray &bytes)
{
    return looksLikeHtml(bytes) ? linksFromHtml(textOfPage(bytes)) : linksFromText(bytes);
}

tl::expected<Links, ListError> linksFromFile(const QString &path)
{
    const tl::expected<QByteArray, ListError> bytes = contents(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (isHtml(path))
        return linksFromHtml(textOfPage(*bytes));
    Links links = linksFromContents(*bytes);
    const bool isMarked = QStringConverter::encodingForData(*bytes).has_value();
    if (links.urls.empty() && !isMarked && bytes->contains('\0'))
        return tl::unexpected(ListError{ListFault::NotTextFile});
    return links;
}

Links linksFromMimeData(const QMimeData &data)
{
    Links links;
    if (data.hasFormat(u"text/uri-list"_s))
        links = linksFromUriList(data.data(u"text/uri-list"_s));
    if (isEmpty(links) && data.hasHtml())
        links = linksFromHtml(data.html());
    if (isEmpty(links) && data.hasText())
        links = linksFromPlainText(data.text());
    return links;
}

} // namespace lapwing::plan
