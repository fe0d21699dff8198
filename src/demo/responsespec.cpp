// SPDX-License-Identifier: MIT
#include "demo/responsespec.h"

#include <QList>

namespace lapwing::demo {
namespace {

/// "meal-5000" for the name "meal" is 5000; absent when it is not that.
std::optional<qint64> numberAfter(const QByteArray &part, const QByteArray &name)
{
    if (!part.startsWith(name + '-'))
        return std::nullopt;
    bool isNumber = false;
    const qint64 number = part.mid(name.size() + 1).toLongLong(&isNumber);
    return isNumber && number >= 0 ? std::optional(number) : std::nullopt;
}

bool apply(const QByteArray &part, ResponseSpec *response)
{
    if (const auto wait = numberAfter(part, "wait"))
        response->wait = std::chrono::milliseconds(*wait);
    else if (const auto meal = numberAfter(part, "meal"))
        response->meal = std::chrono::milliseconds(*meal);
    else if (const auto size = numberAfter(part, "size"))
        response->size = *size;
    else
        return false;
    return true;
}

} // namespace

std::optional<ResponseSpec> parseRequest(const QByteArray &head)
{
    const QList<QByteArray> words = head.left(head.indexOf("\r\n")).split(' ');
    if (words.size() != 3 || (words.at(0) != "GET" && words.at(0) != "HEAD"))
        return std::nullopt;
    QList<QByteArray> parts = words.at(1).split('?').first().split('/');
    if (parts.size() < 2 || !parts.takeFirst().isEmpty() || parts.takeLast().isEmpty())
        return std::nullopt;
    ResponseSpec response;
    for (const QByteArray &part : parts) {
        if (!apply(part, &response))
            return std::nullopt;
    }
    return response;
}

QByteArray bodyOf(qint64 offset, qint64 count)
{
    static const QByteArray alphabet = [] {
        QByteArray letters;
        for (int i = 0; i < 26 * 1024; ++i)
            letters.append(char('a' + i % 26));
        return letters;
    }();
    QByteArray bytes;
    bytes.reserve(count);
    while (bytes.size() < count) {
        const qint64 from = (offset + bytes.size()) % alphabet.size();
        bytes.append(alphabet.mid(from, count - bytes.size()));
    }
    return bytes;
}

} // namespace lapwing::demo
