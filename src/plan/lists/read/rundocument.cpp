// SPDX-License-Identifier: MIT
#include "plan/lists/linkcollector.h"
#include "plan/lists/read/readers.h"
#include "plan/safename.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

/// As displayUrl() hides the values of a query: such a link leads elsewhere.
bool isRedacted(const QString &link)
{
    static const QRegularExpression hidden(u"\\?(?:.*[=&])?redacted(?:&|$)"_s);
    return link.contains(hidden);
}

bool isWanted(const QJsonObject &task, const Reading &reading)
{
    const QString state = task.value("state"_L1).toString();
    return !reading.onlyFailed || (state != u"done" && state != u"unverified");
}

} // namespace

void takeRecorded(Links &links, int id, const QString &link, const QString &name)
{
    if (tooManyRejects(links))
        return;
    if (isRedacted(link))
        return refuse(links, id, link, {ListFault::RedactedLink});
    Found found{id, link};
    const auto url = linkFrom(link);
    if (url && name != nameFromUrl(*url))
        found.name = name;
    take(links, std::move(found));
}

Links linksFromRunDocument(const QByteArray &bytes, const Reading &reading)
{
    Links links;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(utf8From(bytes), &error);
    if (error.error != QJsonParseError::NoError || bytes.size() > maxListSize) {
        refuse(links, 0, {},
               {bytes.size() > maxListSize ? ListFault::ListTooLarge : ListFault::BadJson});
        return links;
    }
    const QJsonArray runs = document.object().value("runs"_L1).toArray();
    const QJsonArray tasks = runs.first().toObject().value("tasks"_L1).toArray(); // each has all
    for (const QJsonValue &value : tasks) {
        const QJsonObject task = value.toObject();
        if (isWanted(task, reading))
            takeRecorded(links, std::max(0, task.value("id"_L1).toInt()),
                         task.value("url"_L1).toString(), task.value("name"_L1).toString());
    }
    return links;
}

bool isRunDocument(QByteArrayView text)
{
    constexpr qsizetype beginning = 1024 * 1024; // bytes: members stand in the order of their names
    static const QRegularExpression mark(u"\"format\"\\s*:\\s*\"lapwing-run\""_s);
    return text.trimmed().startsWith('{')
        && QString::fromUtf8(text.first(std::min(text.size(), beginning))).contains(mark);
}

} // namespace lapwing::plan
