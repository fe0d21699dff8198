// SPDX-License-Identifier: MIT
#include "engine/http/validator.h"

#include "plan/http/httpdate.h"

#include <algorithm>

namespace lapwing::engine {
namespace {

/// etagc of RFC 9110 section 8.8.3: no quotation mark, no blank, no control character.
bool isOfTag(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0x21 || (byte >= 0x23 && byte != 0x7F);
}

bool isStrongDate(const QByteArray &lastModified, const QByteArray &date)
{
    const auto modified = plan::httpDate(lastModified);
    const auto sent = plan::httpDate(date);
    return modified && sent && modified->secsTo(*sent) >= surelyOlder.count();
}

} // namespace

bool isStrongEntityTag(QByteArrayView text)
{
    if (text.size() <= 2 || text.size() > maxEntityTagLength || !text.startsWith('"')
        || !text.endsWith('"'))
        return false;
    const QByteArrayView opaque = text.sliced(1, text.size() - 2);
    return std::all_of(opaque.begin(), opaque.end(), isOfTag);
}

Validator strongValidator(const QByteArray &etag, const QByteArray &lastModified,
                          const QByteArray &date)
{
    if (const QByteArray tag = etag.trimmed(); isStrongEntityTag(tag))
        return {tag, {}};
    const QByteArray modified = lastModified.trimmed();
    if (etag.isEmpty() && isStrongDate(modified, date.trimmed()))
        return {{}, modified};
    return {};
}

} // namespace lapwing::engine
