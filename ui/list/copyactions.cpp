// SPDX-License-Identifier: MIT
#include "list/copyactions.h"

#include "details/curlcommand.h"
#include "list/listwriting.h"
#include "list/row.h"
#include "plan/entryterms.h"
#include "plan/redaction.h"
#include "run/controller/downloadcontroller.h"
#include "text/catalogue.h"
#include "text/failure.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace lapwing::ui {
namespace {

constexpr std::size_t fewCopied = 1000; ///< are put together at once

QString errorLine(const record::TaskRecord &task)
{
    QStringList parts{plan::displayUrl(task.url) + u':', text::sentence(*task.failure),
                      text::advice(*task.failure, text::Reader::Window),
                      QStringLiteral("[%1]").arg(task.failure->code), task.failure->detail};
    parts.removeAll(QString());
    return parts.join(u' ');
}

bool hasError(const record::TaskRecord *task)
{
    return task->failure && task->state != record::TaskState::Cancelled; // that was the user
}

void removeSecrets(plan::Entry &entry)
{
    entry.userInfo.clear();
    if (!entry.extras)
        return;
    plan::Extras extras = plan::withoutSecrets(*entry.extras);
    extras.headers.clear();
    entry.extras = std::make_shared<const plan::Extras>(std::move(extras));
}

/// What a copied line is made of. Of 100,000 records it is copied while the window waits, so it is little.
struct Copied {
    QUrl url;
    QString name;
    QString path;
    record::TaskState state;
    record::Rare<record::Failure> failure;

    [[nodiscard]] record::TaskRecord record() const
    {
        record::TaskRecord brief;
        brief.url = url;
        brief.name = name;
        brief.path = path;
        brief.name = nameOf(brief);
        brief.state = state;
        brief.failure = failure;
        return brief;
    }
};

} // namespace

CopyActions::CopyActions(QAction *copyLink, QAction *copyError,
                         const DownloadController &controller, std::function<Tasks()> selectedTasks,
                         QWidget *window)
    : QObject(window)
    , m_link(copyLink)
    , m_error(copyError)
    , m_formats(new QMenu(window))
    , m_controller(controller)
    , m_selectedTasks(std::move(selectedTasks))
{
    setUpFormats();
    connect(m_link, &QAction::triggered, this, &CopyActions::copyLinks);
    connect(m_error, &QAction::triggered, this, &CopyActions::copyErrors);
    connect(m_curl, &QAction::triggered, this, &CopyActions::copyCurlCommands);
    text::inEachLanguage(this, [this] { retranslate(); });
}

/// For curl there is a command that can stand alone, in the details too.
void CopyActions::setUpFormats()
{
    m_formats->setObjectName(QStringLiteral("copyAsMenu"));
    for (const WritableFormat &format : writableFormats()) {
        QAction *action = m_formats->addAction(QString());
        if (format.id == u"curl")
            m_curl = action;
        else
            connect(action, &QAction::triggered, this, [this, &format] { copyIn(format); });
    }
    m_curl->setObjectName(QStringLiteral("actionCopyCurl"));
}

void CopyActions::retranslate()
{
    m_formats->setTitle(tr("Copy &as"));
    for (qsizetype place = 0; const WritableFormat &format : writableFormats())
        m_formats->actions().at(place++)->setText(nameOf(format));
    m_curl->setIconText(tr("Copy as curl"));
    m_curl->setToolTip(tr("Copy a curl command for the selected downloads, without "
                          "passwords, cookies and headers"));
}

void CopyActions::refresh(const Tasks &selected)
{
    m_link->setEnabled(!selected.empty());
    m_formats->setEnabled(!selected.empty());
    for (QAction *action : m_formats->actions())
        action->setEnabled(!selected.empty());
    m_error->setEnabled(std::ranges::any_of(selected, hasError));
}

/// To put the lines of 100,000 together holds the window; of a few they are there when this returns.
void CopyActions::copy(LineOf lineOf, SaidOf said)
{
    const auto tasks = m_selectedTasks();
    std::vector<Copied> rows;
    rows.reserve(tasks.size());
    for (const record::TaskRecord *task : tasks)
        rows.push_back({task->url, task->name, task->path, task->state, task->failure});
    const bool isShort = rows.size() <= fewCopied;
    auto join = [rows = std::move(rows), lineOf] {
        QStringList lines;
        for (const Copied &row : rows)
            lines << lineOf(row.record());
        lines.removeAll(QString());
        return std::pair(lines.join(u'\n'), static_cast<int>(lines.size()));
    };
    const auto put = [this, said](const std::pair<QString, int> &copied) {
        QGuiApplication::clipboard()->setText(copied.first);
        Q_EMIT messageRaised(said(copied.second));
    };
    if (isShort)
        put(join());
    else
        m_copying.run(std::move(join), put);
}

void CopyActions::copyIn(const WritableFormat &format)
{
    std::vector<plan::Entry> entries;
    for (const record::TaskRecord *task : m_selectedTasks()) {
        if (const plan::Entry *entry = m_controller.entry(task->id))
            entries.push_back(*entry);
    }
    auto work = [entries = std::move(entries), &format]() mutable {
        std::ranges::for_each(entries, removeSecrets);
        return writtenIn(format, entries);
    };
    m_copying.run(std::move(work), [this](const WrittenList &written) {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(written.bytes));
        Q_EMIT messageRaised(withLoss(
            tr("%Ln links copied, without passwords, cookies and headers", nullptr, written.links),
            written));
    });
}

void CopyActions::copyLinks()
{
    copy([](const record::TaskRecord &task) { return task.url.toString(QUrl::FullyEncoded); },
         [](int count) { return tr("%Ln links copied", nullptr, count); });
}

void CopyActions::copyErrors()
{
    copy(
        [](const record::TaskRecord &task) {
            return hasError(&task) ? errorLine(task) : QString();
        },
        [](int count) { return tr("%Ln errors copied", nullptr, count); });
}

void CopyActions::copyCurlCommands()
{
    copy(&curlCommand, [](int count) {
        return tr("%Ln curl commands copied, without passwords, cookies and headers", nullptr,
                  count);
    });
}

} // namespace lapwing::ui
