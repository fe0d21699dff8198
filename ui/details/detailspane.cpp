// SPDX-License-Identifier: MIT
#include "details/detailspane.h"

#include "details/detailtables.h"
#include "details/filesettings.h"
#include "help/helplink.h"
#include "isolateddelegate.h"
#include "letterwidth.h"
#include "list/row.h"
#include "list/statustext.h"
#include "measure/times.h"
#include "plan/redaction.h"
#include "text/amounts.h"
#include "text/catalogue.h"
#include "text/failure.h"
#include "text/notes/answernote.h"
#include "text/notes/mirrornote.h"
#include "text/notes/resumenote.h"
#include "ui_detailspane.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QTabBar>
#include <QToolButton>

#include <utility>

namespace lapwing::ui {
namespace {

QString reasonOf(const Row &row)
{
    QStringList sentences{statusSentence(row)};
    if (row.task.failure && row.task.state == record::TaskState::Failed)
        sentences << row.task.failure->detail;
    sentences << text::resumeNotes(row.task) << text::answerNotes(row.task);
    sentences.removeAll(QString());
    return sentences.join(u'\n');
}

/// What nobody can do anything about needs none: it was cancelled, or it is over.
QString adviceOf(const record::TaskRecord &task)
{
    const bool isOver = record::hasFile(task.state) || task.state == record::TaskState::Cancelled;
    return task.failure && !isOver ? text::advice(*task.failure, text::Reader::Window) : QString();
}

QString checksumOf(const record::TaskRecord &task, const std::optional<plan::Checksum> &checksum)
{
    if (!checksum)
        return DetailsPane::tr("none given");
    const QString text = QString::fromLatin1(plan::textOf(*checksum));
    const bool wasChecked = task.state == record::TaskState::Done && !task.attempts.empty()
        && task.attempts.back().verify;
    return wasChecked ? DetailsPane::tr("%1, matches").arg(text) : text;
}

/// What the list says besides, where it can be told in a line.
QList<QStringList> listRows(const record::TaskRecord &task, const plan::Extras &extras)
{
    QList<QStringList> rows;
    if (!extras.folder.isEmpty())
        rows << QStringList{DetailsPane::tr("Folder in the list"), extras.folder};
    if (extras.size)
        rows << QStringList{DetailsPane::tr("Size in the list"), text::asBytes(*extras.size)};
    for (const plan::Mirror &mirror : extras.mirrors) {
        const QUrl url = mirror.url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
        rows << QStringList{DetailsPane::tr("Mirror"),
                            DetailsPane::tr("%1 (%2)", "an address and how it stands")
                                .arg(plan::displayUrl(url), text::stateOfMirror(task, url))};
    }
    return rows + settingRows(extras);
}

QList<QStringList> fileRows(const record::TaskRecord &task,
                            const std::optional<plan::Checksum> &checksum)
{
    QList<QStringList> rows{
        {DetailsPane::tr("Link"), plan::displayUrl(task.url)},
        {DetailsPane::tr("Saved as"), task.path.isEmpty() ? text::unknown() : task.path},
        {DetailsPane::tr("Size"), text::asBytes(measure::sizeOf(task))},
        {DetailsPane::tr("Received"), text::asBytes(task.bytes)},
    };
    if (task.kept > 0 && task.start) // else it is yet to be asked for the rest
        rows << QStringList{DetailsPane::tr("Resumed"), text::asBytes(task.kept)};
    rows << QStringList{DetailsPane::tr("Checksum"), checksumOf(task, checksum)}
         << QStringList{DetailsPane::tr("Protocol"),
                        task.protocol.isEmpty() ? text::unknown() : task.protocol};
    return rows;
}

/// In place, so that what is selected in it stays so while a download goes on.
void fill(QTableWidget *table, const QList<QStringList> &rows)
{
    table->setRowCount(static_cast<int>(rows.size()));
    for (int row = 0; row < table->rowCount(); ++row) {
        for (int column = 0; column < table->columnCount(); ++column) {
            const QString &text = rows[row][column];
            QTableWidgetItem *item = table->item(row, column);
            if (item == nullptr)
                table->setItem(row, column, item = new QTableWidgetItem);
            if (item->text() == text)
                continue;
            item->setText(text);
            item->setToolTip(text);
        }
    }
}

void setUp(QTableWidget *table, qsizetype columns)
{
    const int height = table->fontMetrics().height();
    table->setItemDelegate(new IsolatedDelegate(table));
    table->setColumnCount(static_cast<int>(columns));
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setFrameShape(QFrame::NoFrame);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(height * 5 / 4);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
}

/// The name of a label hides its words from a screen reader.
void say(QLabel *label, const QString &words)
{
    QStringList lines = words.split(u'\n');
    for (QString &line : lines)
        line = isolated(line, label);
    label->setText(lines.join(u'\n'));
    label->setAlignment(QStyle::visualAlignment(label->layoutDirection(), Qt::AlignLeft)
                        | Qt::AlignVCenter);
    label->setAccessibleDescription(words);
}

void setWidth(QTableWidget *table, int column, int characters)
{
    table->setColumnWidth(column, letterWidth(table->fontMetrics()) * characters);
}

} // namespace

DetailsPane::DetailsPane(QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::DetailsPane>())
{
    m_ui->setupUi(this);
    setUpTables();
    connect(m_ui->closeButton, &QToolButton::clicked, this, &DetailsPane::closeWanted);
    text::inEachLanguage(this, [this] {
        m_ui->retranslateUi(this);
        setTitles();
        if (m_isEmpty)
            showNothing();
        Q_EMIT rowWanted();
    });
    showNothing();
}

DetailsPane::~DetailsPane() = default;

void DetailsPane::setUpTables()
{
    setUp(m_ui->phases, phaseTitles().size());
    setUp(m_ui->requests, requestTitles().size());
    setUp(m_ui->file, 2);
    setWidth(m_ui->phases, 0, 32);
    setWidth(m_ui->phases, 1, 18);
    setWidth(m_ui->requests, 1, 50);
    setWidth(m_ui->file, 0, 18);
    // Where both have no room, all of it scrolls.
    m_ui->tabs->setMinimumHeight(heightOfTabs(4));
    m_ui->scroll->setMinimumHeight(fontMetrics().height() * 3);
}

int DetailsPane::heightOfTabs(int rows) const
{
    const QTableWidget *table = m_ui->phases;
    return m_ui->tabs->tabBar()->sizeHint().height()
        + table->horizontalHeader()->sizeHint().height()
        + rows * table->verticalHeader()->defaultSectionSize();
}

void DetailsPane::setTitles()
{
    m_ui->phases->setHorizontalHeaderLabels(phaseTitles());
    m_ui->requests->setHorizontalHeaderLabels(requestTitles());
    m_ui->file->setHorizontalHeaderLabels({tr("Property"), tr("Value")});
}

void DetailsPane::setActions(const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        auto *button = new QToolButton;
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setHidden(m_isEmpty);
        m_ui->buttons->addWidget(button);
    }
    m_ui->buttons->addStretch();
}

void DetailsPane::showTask(const Row &row, const std::optional<plan::Checksum> &checksum,
                           const std::optional<record::Loop> &loop, const plan::Extras &extras)
{
    setIsolatedText(m_ui->title, nameOf(row.task));
    say(m_ui->reason, reasonOf(row));
    say(m_ui->advice, adviceOf(row.task));
    m_ui->advice->setVisible(!m_ui->advice->text().isEmpty());
    m_ui->more->setVisible(!m_ui->advice->text().isEmpty());
    if (row.task.failure)
        showMoreLink(m_ui->more, helpLink(*row.task.failure));
    say(m_ui->timing, phaseLine(row.task, loop));
    m_ui->timing->setVisible(!m_ui->timing->text().isEmpty());
    fill(m_ui->phases, phaseRows(row.task, loop));
    fill(m_ui->requests, requestRows(row.task));
    fill(m_ui->file, fileRows(row.task, checksum) + listRows(row.task, extras));
    setEmpty(false);
}

void DetailsPane::showNothing()
{
    m_ui->title->clear();
    say(m_ui->reason, tr("Select a download to see its details."));
    say(m_ui->advice, {});
    for (QLabel *label : {m_ui->advice, m_ui->more, m_ui->timing})
        label->hide();
    for (QTableWidget *table : {m_ui->phases, m_ui->requests, m_ui->file})
        table->setRowCount(0);
    setEmpty(true);
}

/// Buttons and tables of nothing would take half of the list's height from it.
void DetailsPane::setEmpty(bool isEmpty)
{
    m_ui->tabs->setHidden(isEmpty);
    for (int place = 0; place < m_ui->buttons->count(); ++place) {
        if (QWidget *button = m_ui->buttons->itemAt(place)->widget())
            button->setHidden(isEmpty);
    }
    if (std::exchange(m_isEmpty, isEmpty) != isEmpty)
        Q_EMIT roomChanged();
}

/// Of what is not empty.
int DetailsPane::heightForPhases() const
{
    constexpr int rows =
        9; // the line that is over them, and eight where nothing was waited for or verified
    return m_ui->top->sizeHint().height() + m_ui->column->spacing()
        + m_ui->contents->minimumSizeHint().height() - m_ui->tabs->minimumHeight()
        + heightOfTabs(rows);
}

void DetailsPane::takeFocus()
{
    QWidget *first = m_isEmpty ? m_ui->closeButton : static_cast<QWidget *>(m_ui->tabs);
    first->setFocus(Qt::TabFocusReason);
    if (!m_isEmpty)
        m_ui->scroll->verticalScrollBar()->setValue(m_ui->tabs->y());
}

} // namespace lapwing::ui
