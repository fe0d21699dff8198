// SPDX-License-Identifier: MIT
#include "plan/lists/html.h"
#include "plan/lists/read/readers.h"

#include <QRegularExpression>
#include <QStringConverter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {

/// By its mark or its <meta charset>, else UTF-8.
Links linksFromPage(const QByteArray &bytes, const Reading &reading)
{
    QStringDecoder decoder = QStringDecoder::decoderForHtml(bytes);
    const QString text = decoder.isValid() ? QString(decoder(bytes)) : QString::fromUtf8(bytes);
    return linksFromHtml(text, reading.base);
}

/// By what it begins with, as browsers tell a page (WHATWG MIME sniffing, section 7.1), and files of
/// bookmarks; a link in angle brackets is none.
bool isPage(QByteArrayView text)
{
    static const QRegularExpression page(
        u"^\\x{FEFF}?\\s*+(?:<\\?xml[^>]*+>\\s*+)?"
        "<(?:!--|!doctype\\s++(?:html|netscape-bookmark)\\b|(?:html|head|body|title|meta|script|style|table|div|h1|ul|ol|a|b|br|p)[\\s>])"_s,
        QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype beginning = 1024; // bytes
    return page.match(QString::fromUtf8(text.first(std::min(text.size(), beginning)))).hasMatch();
}

} // namespace lapwing::plan
