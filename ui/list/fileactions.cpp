// SPDX-License-Identifier: MIT
#include "list/fileactions.h"

#include "list/row.h"
#include "openwith/openwithmenu.h"
#include "run/controller/downloadcontroller.h"
#include "run/runqueries.h"
#include "text/catalogue.h"

#include <QAction>
#include <QTableView>

namespace lapwing::ui {

FileActions::FileActions(QTableView *table, DownloadController &controller,
                         std::function<Tasks()> selectedTasks)
    : QObject(table)
    , m_controller(controller)
    , m_selectedTasks(std::move(selectedTasks))
    , m_openWith(new OpenWithMenu([this] { return selectedPaths(); }, table))
    , m_check(new QAction(this))
    , m_trash(new QAction(this))
{
    m_check->setObjectName(QStringLiteral("actionCheckAgain"));
    m_trash->setObjectName(QStringLiteral("actionTrash"));
    m_trash->setShortcut(Qt::SHIFT | Qt::Key_Delete);
    m_trash->setShortcutContext(Qt::WidgetShortcut); // elsewhere it cuts
    table->addAction(m_trash);
    text::inEachLanguage(this, [this] { retranslate(); });
    connect(m_openWith, &OpenWithMenu::messageRaised, this, &FileActions::messageRaised);
    connect(m_check, &QAction::triggered, this,
            [this] { m_controller.check(idsOf(m_selectedTasks())); });
    connect(m_trash, &QAction::triggered, this,
            [this] { m_controller.moveToTrash(idsOf(m_selectedTasks())); });
}

void FileActions::retranslate()
{
    m_check->setText(tr("Check a&gain"));
    m_check->setToolTip(tr("Read the files of the selected downloads again, and compare them with "
                           "what was downloaded"));
    m_trash->setText(tr("Move to tras&h"));
    m_trash->setToolTip(tr("Move the files of the selected downloads to the trash, and remove "
                           "their rows; Undo brings both back"));
}

QStringList FileActions::selectedPaths() const
{
    QStringList paths;
    for (const record::TaskRecord *task : m_selectedTasks()) {
        if (hasOpenFile(*task))
            paths << task->path;
    }
    return paths;
}

QMenu *FileActions::openWithMenu() const
{
    return m_openWith;
}

void FileActions::refresh(bool isAnyFileSelected)
{
    m_openWith->setEnabled(isAnyFileSelected);
    m_check->setEnabled(isAnyFileSelected);
    m_trash->setEnabled(isAnyFileSelected && m_controller.canRemove());
}

} // namespace lapwing::ui
