// SPDX-License-Identifier: MIT
#include "plan/access.h"

#include "plan/origin.h"

#include <algorithm>

namespace lapwing::plan {
namespace {

/// Appends the field unless there is one of this name, it is empty, or it would break out of its line.
void put(std::vector<Header> &fields, const Header &field)
{
    const auto breaksOut = [](char c) { return c == '\r' || c == '\n' || c == '\0'; };
    const bool isThere = std::ranges::any_of(fields, [&field](const Header &one) {
        return one.name.compare(field.name, Qt::CaseInsensitive) == 0;
    });
    const bool isFit = !field.name.isEmpty() && !field.value.isEmpty()
        && std::ranges::none_of(field.name, breaksOut)
        && std::ranges::none_of(field.value, breaksOut);
    if (isFit && !isThere)
        fields.push_back(field);
}

/// "name:password" for the origin of the entry; empty: nobody gave one.
QByteArray credentialsFor(const Access &access, const Entry &entry)
{
    if (!entry.userInfo.isEmpty()) {
        const bool hasPassword = entry.userInfo.contains(u':');
        return QByteArray::fromPercentEncoding(entry.userInfo.toUtf8()) + (hasPassword ? "" : ":");
    }
    const Login *login = loginFor(access.logins, entry.url.host(QUrl::FullyEncoded));
    if (login == nullptr || (login->user.isEmpty() && login->password.isEmpty()))
        return {};
    return login->user.toUtf8() + ':' + login->password.toUtf8();
}

} // namespace

std::vector<Header> headersFor(const Access &access, const Entry &entry, const QUrl &hop,
                               const QDateTime &now)
{
    std::vector<Header> fields;
    if (Origin(hop) == Origin(entry.url)) {
        for (const Header &header : access.headers)
            put(fields, header);
        const QByteArray credentials = credentialsFor(access, entry);
        if (!credentials.isEmpty())
            put(fields, {"Authorization", "Basic " + credentials.toBase64()});
    }
    put(fields, {"Cookie", cookieFieldFor(access.cookies, hop, now)});
    return fields;
}

} // namespace lapwing::plan
