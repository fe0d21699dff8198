// SPDX-License-Identifier: MIT
#include "engine/access/challenge.h"

#include <algorithm>

namespace lapwing::engine {
namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

/// The parts of a list between its commas, of which those between quotation marks are none.
std::vector<QByteArray> partsOf(const QByteArray &field)
{
    std::vector<QByteArray> parts(1);
    bool isQuoted = false;
    for (qsizetype i = 0; i < field.size(); ++i) {
        const char c = field.at(i);
        if (c == '"')
            isQuoted = !isQuoted;
        if (c == ',' && !isQuoted) {
            parts.emplace_back();
            continue;
        }
        parts.back() += c;
        if (isQuoted && c == '\\' && i + 1 < field.size())
            parts.back() += field.at(++i);
    }
    return parts;
}

QByteArray unquoted(const QByteArray &value)
{
    if (!value.startsWith('"'))
        return value;
    QByteArray text;
    for (qsizetype i = 1; i < value.size() && value.at(i) != '"'; ++i) {
        if (value.at(i) == '\\' && i + 1 < value.size())
            ++i;
        text += value.at(i);
    }
    return text;
}

/// "name = value" into the challenge; of two with one name the first counts.
void addParameter(const QByteArray &part, Challenge &challenge)
{
    const qsizetype equals = part.indexOf('=');
    if (equals > 0)
        challenge.parameters.try_emplace(part.first(equals).trimmed().toLower(),
                                         unquoted(part.sliced(equals + 1).trimmed()));
}

} // namespace

QByteArray Challenge::parameter(const char *name) const
{
    const auto found = parameters.find(name);
    return found == parameters.end() ? QByteArray() : found->second;
}

std::vector<Challenge> challengesFrom(const QByteArray &field)
{
    std::vector<Challenge> challenges;
    for (const QByteArray &untrimmed : partsOf(field)) {
        QByteArray part = untrimmed.trimmed();
        // A new scheme is a word with no "=" behind it: "Digest realm=...", or "Negotiate" alone.
        const auto wordEnd =
            std::find_if(part.cbegin(), part.cend(), [](char c) { return isBlank(c) || c == '='; });
        const qsizetype length = wordEnd - part.cbegin();
        const QByteArray rest = part.sliced(length).trimmed();
        if (length > 0 && !rest.startsWith('=')) {
            challenges.push_back({part.first(length).toLower(), {}});
            part = rest;
        }
        if (!challenges.empty())
            addParameter(part, challenges.back());
    }
    return challenges;
}

} // namespace lapwing::engine
