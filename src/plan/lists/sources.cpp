// SPDX-License-Identifier: MIT
#include "plan/lists/linkcollector.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QRegularExpression>
#include <QStringConverter>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::plan::Links)
};

constexpr int maxLists = 64; ///< in one drop; whoever drops a folder's contents did not mean lists

/// Why `file` is not even opened; empty when it may be. Opening a FIFO would wait for its other end.
QString whyNotOpened(const QFileInfo &file)
{
    if (file.isDir())
        return Words::tr("It is a folder, not a list.");
    if (!file.exists())
        return Words::tr("There is no such file.");
    if (!file.isFile())
        return Words::tr("It is not a regular file.");
    if (file.size() > maxFileSize)
        return Words::tr("It is larger than 64 MiB.");
    return {};
}

/// Read with the limit again: the size that the system tells of a growing file, or of one in /proc, is no promise.
tl::expected<QByteArray, QString> contents(const QString &path)
{
    QFile file(path);
    if (const QString why = whyNotOpened(QFileInfo(file)); !why.isEmpty())
        return tl::unexpected(why);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(Words::tr("It cannot be read: %1.").arg(file.errorString()));
    const QByteArray bytes = file.read(maxFileSize + 1);
    if (file.error() != QFileDevice::NoError)
        return tl::unexpected(Words::tr("It cannot be read: %1.").arg(file.errorString()));
    if (bytes.size() > maxFileSize)
        return tl::unexpected(Words::tr("It is larger than 64 MiB."));
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
    tl::expected<Links, QString> list = linksFromFile(path);
    if (!list)
        return refuse(links, line, path, list.error());
    for (Reject &reject : list->rejects)
        reject.reason = Words::tr("In %1: %2").arg(QFileInfo(path).fileName(), reject.reason);
    links.append(*std::move(list));
}

void takeLocal(Links &links, int line, QUrl url, int lists)
{
    const bool isHere = url.host().isEmpty() || url.host() == u"localhost";
    url.setHost({});
    const QString path = url.toLocalFile();
    if (!isHere)
        refuse(links, line, path, Words::tr("The file is on a remote host."));
    else if (lists > maxLists)
        refuse(links, line, path,
               Words::tr("At most %1 lists can be added at once.").arg(maxLists));
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

tl::expected<Links, QString> linksFromFile(const QString &path)
{
    const tl::expected<QByteArray, QString> bytes = contents(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (isHtml(path))
        return linksFromHtml(textOfPage(*bytes));
    Links links = linksFromContents(*bytes);
    const bool isMarked = QStringConverter::encodingForData(*bytes).has_value();
    if (links.urls.empty() && !isMarked && bytes->contains('\0'))
        return tl::unexpected(Words::tr("It is not a text file."));
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
