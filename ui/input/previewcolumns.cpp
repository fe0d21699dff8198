// SPDX-License-Identifier: MIT
#include "input/previewcolumns.h"

#include "text/amounts.h"
#include "text/listerror.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace lapwing::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::PreviewColumns)
};

QString nameOf(const LinkPreview &, const PreviewRow &row)
{
    return row.name;
}

QString hostOf(const LinkPreview &preview, const PreviewRow &row)
{
    return row.state == PreviewState::Refused ? QString() : preview.urlOf(row).host();
}

QString folderOf(const LinkPreview &preview, const PreviewRow &row)
{
    const plan::Details *const said = preview.detailsOf(row);
    return said != nullptr && said->extras ? said->extras->folder : QString();
}

QString sizeOf(const LinkPreview &preview, const PreviewRow &row)
{
    if (row.state == PreviewState::Refused)
        return {};
    const std::optional<qint64> size = saidSize(preview, row);
    return size ? text::asBytes(*size) : Words::tr("unknown");
}

QString stateOf(const LinkPreview &preview, const PreviewRow &row)
{
    switch (row.state) {
    case PreviewState::New:
        return Words::tr("New");
    case PreviewState::SameName:
        return Words::tr("Same name as another; saved as “%1”").arg(row.note);
    case PreviewState::AlreadyThere:
        return Words::tr("Already in the list");
    case PreviewState::Repeated:
        return Words::tr("Same link as row %1").arg(QLocale().toString(row.note.toInt()));
    case PreviewState::Refused:
        break;
    }
    const plan::Reject &reject = preview.rejectOf(row);
    const QString reason = text::sentence(reject);
    return reject.line == 0
        ? Words::tr("Refused: %1").arg(reason)
        : Words::tr("Refused, line %1: %2").arg(QLocale().toString(reject.line), reason);
}

constexpr std::array columns{
    PreviewColumn{QT_TRANSLATE_NOOP("lapwing::ui::PreviewColumns", "Name"),
                  "a-long-file-name-1.2.3.iso", nameOf},
    PreviewColumn{QT_TRANSLATE_NOOP("lapwing::ui::PreviewColumns", "Host"), "downloads.example.org",
                  hostOf},
    PreviewColumn{QT_TRANSLATE_NOOP("lapwing::ui::PreviewColumns", "Folder"), "folder/name",
                  folderOf},
    PreviewColumn{QT_TRANSLATE_NOOP("lapwing::ui::PreviewColumns", "Size"), "unknown", sizeOf},
    PreviewColumn{QT_TRANSLATE_NOOP("lapwing::ui::PreviewColumns", "State"), "Already in the list",
                  stateOf},
};

} // namespace

std::span<const PreviewColumn> previewColumns()
{
    return columns;
}

QString titleOf(const PreviewColumn &column)
{
    return Words::tr(column.title);
}

std::optional<qint64> saidSize(const LinkPreview &preview, const PreviewRow &row)
{
    const plan::Details *const said = preview.detailsOf(row);
    return said != nullptr && said->extras ? said->extras->size : std::nullopt;
}

QString searchedText(const LinkPreview &preview, const PreviewRow &row)
{
    return row.name + u'\n' + hostOf(preview, row) + u'\n' + folderOf(preview, row) + u'\n'
        + stateOf(preview, row);
}

} // namespace lapwing::ui
