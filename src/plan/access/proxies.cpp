// SPDX-License-Identifier: MIT
#include "plan/access/proxies.h"

#include "plan/origin.h"
#include "plan/redaction.h"

#include <QHostAddress>
#include <QProcessEnvironment>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

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

/// Absent within: none of them is set.
tl::expected<std::optional<Proxy>, ProxyVariableError> readVariable(
    const QProcessEnvironment &environment, const QStringList &names)
{
    const auto [name, value] = firstOf(environment, names);
    if (name.isEmpty())
        return std::nullopt;
    const auto read = proxyFrom(value);
    if (!read)
        return tl::unexpected(ProxyVariableError{name, read.error()});
    return *read;
}

QStringList exceptionsOf(const QProcessEnvironment &environment)
{
    return exceptionsFrom(firstOf(environment, {u"no_proxy"_s, u"NO_PROXY"_s}).second);
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

QStringList exceptionsFrom(const QString &text)
{
    static const QRegularExpression between(u"[,\\s]+"_s);
    return text.split(between, Qt::SkipEmptyParts);
}

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

tl::expected<Proxies, ProxyVariableError> proxiesOf(const QProcessEnvironment &environment)
{
    static const QStringList all{u"all_proxy"_s, u"ALL_PROXY"_s};
    static const QStringList http = QStringList{u"http_proxy"_s} + all;
    static const QStringList https = QStringList{u"https_proxy"_s, u"HTTPS_PROXY"_s} + all;
    const auto forHttp = readVariable(environment, http);
    if (!forHttp)
        return tl::unexpected(forHttp.error());
    const auto forHttps = readVariable(environment, https);
    if (!forHttps)
        return tl::unexpected(forHttps.error());
    return Proxies{*forHttp, *forHttps, exceptionsOf(environment), false};
}

Proxies directly()
{
    return {{}, {}, {}, true};
}

Proxies proxiesThrough(const Proxy &proxy, const QProcessEnvironment &environment)
{
    return {proxy, proxy, exceptionsOf(environment), true};
}

bool isNoProxy(const QString &text)
{
    return text.trimmed() == noProxy;
}

QString displayText(const Proxies &proxies)
{
    if (proxies.isEmpty())
        return {};
    const auto way = [](const std::optional<Proxy> &proxy) {
        return proxy ? displayText(*proxy) : noProxy.toString();
    };
    QString text = proxies.http == proxies.https
        ? way(proxies.http)
        : u"http=%1 https=%2"_s.arg(way(proxies.http), way(proxies.https));
    if (!proxies.exceptions.isEmpty())
        text += u" no="_s + redactText(proxies.exceptions.join(u','));
    return text;
}

} // namespace lapwing::plan
