// SPDX-License-Identifier: MIT
#include "fuzz/promises.h"
#include "fuzz/target.h"
#include "plan/access/access.h"
#include "plan/access/netrc.h"
#include "plan/origin.h"
#include "text/accesserror.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing;

namespace {

/// An error is one of a few sentences; whatever else is in it came out of the file.
void promiseError(const QString &error)
{
    LAPWING_PROMISE(error.contains(u"ine "_s) && error.size() < 150);
    LAPWING_PROMISE(std::all_of(error.begin(), error.end(), [](QChar c) {
        return c.isLetterOrNumber() || QStringView(u" .,:-").contains(c);
    }));
}

void readsLogins(const QByteArray &input)
{
    const auto logins = plan::netrcFrom(input);
    if (!logins)
        return promiseError(text::sentence(logins.error()));
    for (const plan::Login &login : *logins) {
        LAPWING_PROMISE(plan::hostFrom(login.machine) == login.machine);
        LAPWING_PROMISE(login.user.isValidUtf16() && login.password.isValidUtf16());
        const plan::Login *found = plan::loginFor(*logins, login.machine);
        LAPWING_PROMISE(found != nullptr && found->machine == login.machine);
    }
    plan::Access access;
    access.logins = *logins;
    plan::Entry entry;
    entry.url = QUrl(u"https://example.org/a"_s);
    for (const char *hop : {"https://example.org/b", "http://example.org/b", "https://h/"}) {
        const QUrl url(QString::fromLatin1(hop));
        const bool isHome = plan::Origin(url) == plan::Origin(entry.url);
        const auto credentials = plan::credentialsFor(access, entry, url, nullptr);
        LAPWING_PROMISE(isHome || !credentials);
        const plan::Proofs proofs{
            credentials ? plan::basicAuthorization(*credentials) : QByteArray(), {}};
        for (const plan::Header &header : plan::headersFor(access, entry, url, proofs, nullptr))
            LAPWING_PROMISE(isHome && fuzz::fitsOneLine(header.value));
    }
}

} // namespace

LAPWING_FUZZ(readsLogins)
