// SPDX-License-Identifier: MIT
#include "fuzz/promises.h"
#include "fuzz/target.h"
#include "plan/access/proxy.h"
#include "plan/origin.h"
#include "text/accesserror.h"

using namespace lapwing;

namespace {

void readsProxies(const QByteArray &input)
{
    const auto proxy = plan::proxyFrom(QString::fromUtf8(input));
    if (!proxy) {
        const QString error = text::sentence(proxy.error());
        LAPWING_PROMISE(!error.isEmpty() && fuzz::isShowable(error));
        return;
    }
    LAPWING_PROMISE(!proxy->host.isEmpty() && proxy->port != 0);
    LAPWING_PROMISE(plan::hostFrom(proxy->host) == proxy->host);
    const QString shown = plan::displayText(*proxy);
    LAPWING_PROMISE(!shown.contains(u'@') && fuzz::isShowable(shown));
    const auto again = plan::proxyFrom(shown); // all of it but the login
    LAPWING_PROMISE(again && again->host == proxy->host && again->port == proxy->port);
    LAPWING_PROMISE(again->kind == proxy->kind && again->user.isEmpty());
}

} // namespace

LAPWING_FUZZ(readsProxies)
