// SPDX-License-Identifier: MIT
#include "plan/access/header.h"

#include <algorithm>
#include <array>

namespace lapwing::plan {
namespace {

using namespace Qt::StringLiterals;

/// What the engine sets, and what is of one connection and not of the request (RFC 9110 section 7.6.1).
constexpr std::array<QLatin1StringView, 20> ours{
    "Accept-Encoding"_L1,
    "Connection"_L1,
    "Content-Length"_L1,
    "Expect"_L1,
    "HTTP2-Settings"_L1,
    "Host"_L1,
    "If-Match"_L1,
    "If-Modified-Since"_L1,
    "If-None-Match"_L1,
    "If-Range"_L1,
    "If-Unmodified-Since"_L1,
    "Keep-Alive"_L1,
    "Proxy-Authorization"_L1,
    "Proxy-Connection"_L1,
    "Range"_L1,
    "Request-Range"_L1,
    "TE"_L1,
    "Trailer"_L1,
    "Transfer-Encoding"_L1,
    "Upgrade"_L1,
};

/// tchar of RFC 9110 section 5.6.2.
bool isOfToken(QChar c)
{
    return c < QChar(0x7F) && (c.isLetterOrNumber() || QStringView(u"!#$%&'*+-.^_`|~").contains(c));
}

bool isControl(QChar c)
{
    return (c < u' ' && c != u'\t') || c == QChar(0x7F);
}

} // namespace

tl::expected<Header, HeaderError> headerFrom(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    const QString name = text.left(colon);
    if (colon <= 0 || !std::all_of(name.begin(), name.end(), isOfToken))
        return tl::unexpected(HeaderError{HeaderFault::NotNameAndValue});
    const auto own = std::find_if(ours.begin(), ours.end(), [&name](QLatin1StringView one) {
        return name.compare(one, Qt::CaseInsensitive) == 0;
    });
    if (own != ours.end())
        return tl::unexpected(HeaderError{HeaderFault::Reserved, *own});
    const QString value = text.mid(colon + 1);
    if (!value.isValidUtf16() || std::any_of(value.begin(), value.end(), isControl))
        return tl::unexpected(HeaderError{HeaderFault::Control, name});
    if (value.trimmed().isEmpty())
        return tl::unexpected(HeaderError{HeaderFault::NoValue, name});
    return Header{name.toLatin1(), value.trimmed().toUtf8()};
}

} // namespace lapwing::plan
