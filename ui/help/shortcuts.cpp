// SPDX-License-Identifier: MIT
#include "help/shortcuts.h"

#include "letterwidth.h"
#include "mnemonics.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeySequence>
#include <QScreen>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace lapwing::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::Shortcuts)
};

QString textOf(const QKeySequence &keys)
{
    return keys.toString(QKeySequence::NativeText);
}

QString plain(QString text)
{
    text = withoutMnemonic(std::move(text));
    return text.endsWith(u'…') ? text.chopped(1) : text;
}

/// What is done by a key without a menu entry.
std::vector<Shortcut> others()
{
    const auto key = [](int code) { return textOf(QKeySequence(code)); };
    const auto both = [&key](int one, int other) {
        return key(one) + QStringLiteral(", ") + key(other);
    };
    return {{Words::tr("Menu of the selected rows"), textOf(Qt::SHIFT | Qt::Key_F10)},
            {Words::tr("Between list and details"), key(Qt::Key_F6)},
            {Words::tr("Close, or clear the selection"), key(Qt::Key_Escape)},
            {Words::tr("First row, last row"), both(Qt::Key_Home, Qt::Key_End)},
            {Words::tr("Add links: select or deselect rows"), key(Qt::Key_Space)},
            {Words::tr("Timeline: all of it"), key(Qt::Key_F)},
            {Words::tr("Timeline: all of it, and one at a time"), textOf(Qt::SHIFT | Qt::Key_F)},
            {Words::tr("Timeline: zoom in, zoom out"), both(Qt::Key_Plus, Qt::Key_Minus)},
            {Words::tr("Timeline: move left, move right"), both(Qt::Key_Left, Qt::Key_Right)},
            {Words::tr("Timeline: start, end"), both(Qt::Key_Home, Qt::Key_End)},
            {Words::tr("Timeline: select the visible period"), key(Qt::Key_S)}};
}

QTableWidget *makeTable(const std::vector<Shortcut> &shortcuts)
{
    auto *table = new QTableWidget(static_cast<int>(shortcuts.size()), 2);
    table->setAccessibleName(Words::tr("Keyboard shortcuts"));
    table->setHorizontalHeaderLabels({Words::tr("Command"), Words::tr("Keys")});
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->setTabKeyNavigation(false);
    for (int row = 0; row < table->rowCount(); ++row) {
        const Shortcut &shortcut = shortcuts[static_cast<std::size_t>(row)];
        table->setItem(row, 0, new QTableWidgetItem(shortcut.command));
        table->setItem(row, 1, new QTableWidgetItem(shortcut.keys));
    }
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    return table;
}

} // namespace

std::vector<Shortcut> shortcutsOf(const QWidget &window)
{
    std::vector<Shortcut> shortcuts = others();
    for (const QAction *action : window.findChildren<QAction *>()) {
        if (action->shortcuts().isEmpty() || action->text().isEmpty())
            continue;
        // "Undo: Remove 3 downloads" is the same command as "Undo".
        const QString command = plain(action->text()).section(QStringLiteral(": "), 0, 0);
        shortcuts.push_back(
            {command,
             QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText)
                 .replace(QStringLiteral("; "), QStringLiteral(", "))});
    }
    std::ranges::sort(shortcuts, [](const Shortcut &left, const Shortcut &right) {
        return QString::localeAwareCompare(left.command, right.command) < 0;
    });
    // Each table copies by the same key.
    const auto again =
        std::ranges::unique(shortcuts, [](const Shortcut &left, const Shortcut &right) {
            return left.command == right.command && left.keys == right.keys;
        });
    shortcuts.erase(again.begin(), again.end());
    return shortcuts;
}

void showShortcuts(QWidget *window)
{
    auto *dialog = new QDialog(window);
    dialog->setObjectName(QStringLiteral("shortcuts"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Words::tr("Keyboard Shortcuts"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto *column = new QVBoxLayout(dialog);
    column->addWidget(makeTable(shortcutsOf(*window)));
    column->addWidget(buttons);
    const QSize wanted(letterWidth(window->fontMetrics()) * 70,
                       window->fontMetrics().height() * 28);
    dialog->resize(wanted.boundedTo(dialog->screen()->availableSize() * 9 / 10));
    dialog->open();
}

} // namespace lapwing::ui
