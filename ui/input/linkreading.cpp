// SPDX-License-Identifier: MIT
#include "input/linkreading.h"

#include "plan/lists/sources.h"
#include "run/backgroundqueue.h"

#include <QFileInfo>
#include <QMimeData>

#include <memory>

namespace lapwing::ui {
namespace {

/// What is dropped belongs to the drag and is gone after it.
std::shared_ptr<QMimeData> copyOf(const QMimeData &data)
{
    auto copy = std::make_shared<QMimeData>();
    const QString uriList = QStringLiteral("text/uri-list");
    if (data.hasFormat(uriList))
        copy->setData(uriList, data.data(uriList));
    if (data.hasHtml())
        copy->setHtml(data.html());
    if (data.hasFormat(QStringLiteral("text/plain")))
        copy->setText(data.text());
    return copy;
}

/// Whether a file or a link was meant, nobody can tell where it is neither.
plan::Links linksOfText(const QString &input)
{
    plan::Links links = plan::linksFromText(input.toUtf8());
    for (plan::Reject &reject : links.rejects) {
        if (reject.error.fault == plan::ListFault::NotHttp)
            reject.error.fault = plan::ListFault::NeitherFileNorLink;
    }
    return links;
}

plan::Links linksOf(const QString &input)
{
    if (!QFileInfo::exists(input))
        return linksOfText(input);
    tl::expected<plan::Links, plan::ListError> links = plan::linksFromFile(input);
    if (links)
        return *std::move(links);
    return {{}, {{1, input, links.error()}}};
}

} // namespace

void readLinks(BackgroundQueue &errands, const QMimeData &data, TakeLinks take)
{
    errands.run([copy = copyOf(data)] { return plan::linksFromMimeData(*copy); }, std::move(take));
}

void readInputs(BackgroundQueue &errands, const QStringList &inputs, TakeLinks take)
{
    const auto work = [inputs] {
        plan::Links all;
        for (const QString &input : inputs)
            all.append(linksOf(input));
        return all;
    };
    errands.run(work, std::move(take));
}

} // namespace lapwing::ui
