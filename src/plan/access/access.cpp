// SPDX-License-Identifier: MIT
#include "plan/access/access.h"

#include "plan/entryterms.h"
#include "plan/origin.h"

#include <algorithm>

namespace lapwing::plan {
namespace {

bool isNamed(const Header &header, const char *name)
{
    return header.name.compare(name, Qt::CaseInsensitive) == 0;
}

/// Appends the field unless there is one of this name, it is empty, or it would break out of its line.
void put(std::vector<Header> &fields, const Header &field)
{
    const auto breaksOut = [](char c) { return c == '\r' || c == '\n' || c == '\0'; };
    const bool isThere = std::ranges::any_of(
        fields, [&field](const Header &one) { return isNamed(one, field.name.constData()); });
    const bool isFit = !field.name.isEmpty() && !field.value.isEmpty()
        && std::ranges::none_of(field.name, breaksOut)
        && std::ranges::none_of(field.value, breaksOut);
    if (isFit && !isThere)
        fields.push_back(field);
}

std::optional<Credentials> credentialsIn(const QString &userInfo)
{
    if (userInfo.isEmpty())
        return std::nullopt;
    const auto decoded = [](const QString &text) {
        return QByteArray::fromPercentEncoding(text.toUtf8());
    };
    return Credentials{decoded(userInfo.section(u':', 0, 0)), decoded(userInfo.section(u':', 1))};
}

/// What of the user's own goes that way.
const Access &sharedWith(const Proxy *proxy, const Access &access)
{
    static const Access nothing;
    return proxy != nullptr && proxy->isListed ? nothing : access;
}

} // namespace

std::optional<Credentials> credentialsFor(const Access &access, const Entry &entry, const QUrl &hop,
                                          const Proxy *proxy)
{
    const Access &shared = sharedWith(proxy, access);
    const auto says = [](const std::vector<Header> &headers) {
        return std::ranges::any_of(
            headers, [](const Header &header) { return isNamed(header, "Authorization"); });
    };
    const bool isSaid = says(shared.headers) || (entry.extras && says(entry.extras->headers));
    if (isSaid || Origin(hop) != Origin(entry.url))
        return std::nullopt;
    if (const auto own = credentialsIn(entry.userInfo))
        return own;
    if (termsOf(entry).ignoresNetrc)
        return std::nullopt;
    const Login *login = loginFor(shared.logins, entry.url.host(QUrl::FullyEncoded));
    if (login == nullptr || (login->user.isEmpty() && login->password.isEmpty()))
        return std::nullopt;
    return Credentials{login->user.toUtf8(), login->password.toUtf8()};
}

QByteArray basicAuthorization(const Credentials &credentials)
{
    return "Basic " + (credentials.user + ':' + credentials.password).toBase64();
}

std::vector<Header> headersFor(const Access &access, const Entry &entry, const QUrl &hop,
                               const Proofs &proofs, const Proxy *proxy)
{
    std::vector<Header> fields;
    if (Origin(hop) == Origin(entry.url)) {
        for (const Header &header : entry.extras ? entry.extras->headers : std::vector<Header>())
            put(fields, header);
        for (const Header &header : sharedWith(proxy, access).headers)
            put(fields, header);
        put(fields, {"Authorization", proofs.authorization});
    }
    if (termsOf(entry).bypassesCaches) { // the second for caches of HTTP/1.0 (RFC 9111 section 5.4)
        put(fields, {"Cache-Control", "no-cache"});
        put(fields, {"Pragma", "no-cache"});
    }
    put(fields, {"Cookie", proofs.cookies});
    return fields;
}

} // namespace lapwing::plan
