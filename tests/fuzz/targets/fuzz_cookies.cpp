// SPDX-License-Identifier: MIT
#include "fuzz/promises.h"
#include "fuzz/target.h"
#include "plan/access/cookies.h"
#include "plan/access/setcookie.h"
#include "plan/origin.h"
#include "text/accesserror.h"

using namespace Qt::Literals::StringLiterals;

using namespace lapwing;

namespace {

const QDateTime now = QDateTime::fromSecsSinceEpoch(1'700'000'000).toUTC();

void promiseCookie(const plan::Cookie &cookie)
{
    LAPWING_PROMISE(!cookie.domain.isEmpty() && plan::hostFrom(cookie.domain) == cookie.domain);
    LAPWING_PROMISE(cookie.path.startsWith(u'/'));
    LAPWING_PROMISE(!cookie.name.isEmpty() && !cookie.name.contains('='));
    for (const QByteArray &text : {cookie.name, cookie.value})
        LAPWING_PROMISE(fuzz::fitsOneLine(text) && !text.contains(';') && !text.contains('\t'));
    LAPWING_PROMISE(!cookie.expires || cookie.expires->isValid());
}

/// Each cookie alone, asked for at its own place and at places where it does not belong.
void promiseItsPlace(const plan::Cookie &cookie)
{
    const auto sent = [&cookie](const QString &scheme, const QString &host) {
        const QString name = host.contains(u':') ? u'[' + host + u']' : host;
        const QUrl url(scheme + u"://"_s + name + u'/');
        const QByteArray field = plan::cookieFieldFor({cookie}, url, now);
        LAPWING_PROMISE(fuzz::fitsOneLine(field));
        return url.isValid() && !url.host().isEmpty() && !field.isEmpty();
    };
    const bool isAlive = !cookie.expires || *cookie.expires > now;
    LAPWING_PROMISE(isAlive || !sent(u"https"_s, cookie.domain));
    LAPWING_PROMISE(!isAlive || cookie.path != u"/" || sent(u"https"_s, cookie.domain));
    LAPWING_PROMISE(!cookie.secure || !sent(u"http"_s, cookie.domain));
    LAPWING_PROMISE(!sent(u"https"_s, u"x"_s + cookie.domain));
    LAPWING_PROMISE(cookie.subdomains || !sent(u"https"_s, u"x."_s + cookie.domain));
    LAPWING_PROMISE(cookie.domain.contains(u'.') || !sent(u"https"_s, u"x."_s + cookie.domain));
    LAPWING_PROMISE(cookie.path == u"/" || !sent(u"https"_s, cookie.domain));
}

void readsCookies(const QByteArray &input)
{
    const plan::Cookies read = plan::cookiesFrom(input);
    for (const plan::Cookie &cookie : read.cookies) {
        promiseCookie(cookie);
        promiseItsPlace(cookie);
    }
    for (const QByteArray &line : input.split('\n')) {
        const auto set = plan::cookieSetBy(line, QUrl(u"https://a.b.example.org/c/d"_s), now);
        if (set)
            promiseCookie(*set);
    }
    for (const plan::CookieError &error : read.errors)
        LAPWING_PROMISE(error.line > 0 && !text::sentence(error.fault).isEmpty());
}

} // namespace

LAPWING_FUZZ(readsCookies)
