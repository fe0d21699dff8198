// SPDX-License-Identifier: MIT
#include "plan/access/proxies.h"

#include "plan/origin.h"
#include "plan/redaction.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QProcessEnvironment>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::plan::Proxies)
};

/// The first of these that is set and not empty, as curl has it, with its name.
std::pair<QString, QString> firstOf(const QProcessEnvironment &environment,
                                    const QStringList &names)
{
    for (const QString &name : names) {
        if (const QString value = environment.value(name); !value.isEmpty())
            return {name, value};
    }
    return {};
}

/// False: `wrong` says why.
bool readVariable(const QProcessEnvironment &environment, const QStringList &names,
                  std::optional<Proxy> &proxy, QString &wrong)
{
    const auto [name, value] = firstOf(environment, names);
    if (name.isEmpty())
        return true;
    const auto read = proxyFrom(value);
    if (read)
        proxy = *read;
    else
        wrong = Words::tr("The environment variable %1: %2").arg(name, read.error());
    return read.has_value();
}

QStringList exceptionsOf(const QProcessEnvironment &environment)
{
    static const QRegularExpression between(u"[,\\s]+"_s);
    return firstOf(environment, {u"no_proxy"_s, u"NO_PROXY"_s})
        .second.split(between, Qt::SkipEmptyParts);
}

/// `network` is an address, or one with the number of its bits behind a slash; no bits are all.
bool holds(const QString &network, const QHostAddress &address)
{
    const qsizetype slash = network.indexOf(u'/');
    const QHostAddress base(slash < 0 ? network : network.first(slash));
    if (base.isNull() || base.protocol() != address.protocol())
        return false;
    const int all = address.protocol() == QAbstractSocket::IPv4Protocol ? 32 : 128;
    const int bits = slash < 0 ? 0 : network.sliced(slash + 1).toInt();
    return bits <= 0 ? base == address : bits <= all && address.isInSubnet(base, bits);
}

QString withoutDots(QString name)
{
    if (name.endsWith(u'.'))
        name.chop(1);
    if (name.startsWith(u'.'))
        name.remove(0, 1);
    return name;
}

bool isBelow(const QString &host, const QString &exception)
{
    const QString name = hostFrom(withoutDots(exception));
    return !name.isEmpty() && (host == name || host.endsWith(u'.' + name));
}

} // namespace

bool isException(const QStringList &exceptions, const QString &host)
{
    if (exceptions == QStringList{u"*"_s})
        return true;
    const QHostAddress address(host);
    const QString name = withoutDots(host);
    return std::ranges::any_of(exceptions, [&](QString exception) {
        if (address.isNull())
            return isBelow(name, exception);
        return holds(exception.remove(u'[').remove(u']'), address);
    });
}

const Proxy *Proxies::forUrl(const QUrl &url) const
{
    const std::optional<Proxy> &proxy = url.scheme() == u"https" ? https : http;
    return proxy && !isException(exceptions, url.host(QUrl::FullyEncoded)) ? &*proxy : nullptr;
}

tl::expected<Proxies, QString> proxiesOf(const QProcessEnvironment &environment)
{
    static const QStringList all{u"all_proxy"_s, u"ALL_PROXY"_s};
    static const QStringList http = QStringList{u"http_proxy"_s} + all;
    static const QStringList https = QStringList{u"https_proxy"_s, u"HTTPS_PROXY"_s} + all;
    Proxies proxies;
    QString wrong;
    if (!readVariable(environment, http, proxies.http, wrong)
        || !readVariable(environment, https, proxies.https, wrong))
        return tl::unexpected(wrong);
    if (proxies.isEmpty())
        return proxies;
    proxies.exceptions = exceptionsOf(environment);
    proxies.isFromEnvironment = true;
    return proxies;
}

Proxies proxiesThrough(const Proxy &proxy, const QProcessEnvironment &environment)
{
    return {proxy, proxy, exceptionsOf(environment), false};
}

bool isNoProxy(const QString &text)
{
    return text.trimmed() == u"none";
}

QString displayText(const Proxies &proxies)
{
    if (proxies.isEmpty())
        return {};
    const auto way = [](const std::optional<Proxy> &proxy) {
        return proxy ? displayText(*proxy) : Words::tr("none");
    };
    const QString ways = proxies.http == proxies.https
        ? way(proxies.http)
        : Words::tr("http: %1, https: %2").arg(way(proxies.http), way(proxies.https));
    return proxies.exceptions.isEmpty()
        ? ways
        : Words::tr("%1; not for %2").arg(ways, redactText(proxies.exceptions.join(u", "_s)));
}

} // namespace lapwing::plan
