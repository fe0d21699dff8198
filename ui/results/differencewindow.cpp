// SPDX-License-Identifier: MIT
#include "results/differencewindow.h"

#include "help/helplink.h"
#include "history/historycolumns.h"
#include "isolated.h"
#include "isolateddelegate.h"
#include "letterwidth.h"
#include "results/differencerows.h"
#include "tabular.h"
#include "text/catalogue.h"
#include "text/difference.h"
#include "trial/trialtable.h"
#include "ui_differencewindow.h"

#include <QEvent>
#include <QHeaderView>
#include <QLocale>
#include <QScreen>
#include <QScrollBar>
#include <QShortcut>

#include <algorithm>
#include <utility>

namespace lapwing::ui {
namespace {

constexpr double sentenceScale = 1.2; ///< the headline, beside other text
constexpr int allRows = 20;           ///< of tables that have no more
constexpr int filesInSight = 12;
constexpr int changeColumn = 3; ///< of the files

/// With its heading, where there is anything in it.
void fillTable(QLabel *heading, TrialTable *table, TrialRows rows, int inSight)
{
    const auto count = static_cast<int>(rows.rows.size());
    table->setRows(std::move(rows), count, inSight);
    table->setVisible(count > 0);
    if (heading != nullptr)
        heading->setVisible(count > 0);
}

} // namespace

DifferenceWindow::DifferenceWindow(ComparedRuns runs, QWidget *parent)
    : QMainWindow(parent), m_ui(std::make_unique<Ui::DifferenceWindow>()), m_runs(std::move(runs))
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setUpTables();
    setUpFonts();
    for (const QKeySequence &keys :
         {QKeySequence(Qt::Key_Escape), QKeySequence(QKeySequence::Close)})
        connect(new QShortcut(keys, this), &QShortcut::activated, this, &QWidget::close);
    text::inEachLanguage(this, [this] { retranslate(); });
    m_ui->files->sortByColumn(changeColumn, Qt::DescendingOrder);
    chooseSize();
}

DifferenceWindow::~DifferenceWindow() = default;

void DifferenceWindow::setUpTables()
{
    for (TrialTable *table : findChildren<TrialTable *>())
        table->setItemDelegate(new IsolatedDelegate(table));
    m_ui->files->setTextElideMode(
        Qt::ElideMiddle); // the ending of a name tells as much as its beginning
    m_ui->runs->setSortingEnabled(false);
}

void DifferenceWindow::setUpFonts()
{
    QFont large = tabular(font());
    large.setPointSizeF(font().pointSizeF() * sentenceScale);
    large.setBold(true);
    m_ui->headline->setFont(large);
    QFont bold = font();
    bold.setBold(true);
    for (QLabel *heading : {m_ui->phasesTitle, m_ui->hostsTitle, m_ui->filesTitle})
        heading->setFont(bold);
    m_ui->remarks->setFont(tabular(font()));
    for (TrialTable *table : findChildren<TrialTable *>())
        table->setFont(tabular(font()));
}

void DifferenceWindow::retranslate()
{
    setLocale(QLocale());
    m_ui->retranslateUi(this);
    setWindowTitle(tr("%1, compared with %2 – Lapwing", "the dates of two runs")
                       .arg(dateOf(m_runs.after.summary), dateOf(m_runs.before.summary)));
    showSentences();
    showTables();
}

void DifferenceWindow::showSentences()
{
    setIsolatedText(m_ui->headline, text::headlineOf(m_runs.difference));
    QStringList remarks = text::remarksOn(m_runs.difference);
    for (QString &remark : remarks)
        remark = isolated(remark, this);
    m_ui->remarks->setText(remarks.join(u'\n'));
    m_ui->remarks->setAlignment(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)
                                | Qt::AlignVCenter);
    m_ui->remarks->setVisible(!remarks.isEmpty());
    showHelpLink(m_ui->calculation, tr("What is compared?"), helpLink(HelpTopic::Difference));
}

void DifferenceWindow::showTables()
{
    const measure::Difference &difference = m_runs.difference;
    fillTable(nullptr, m_ui->runs, runRows(m_runs), allRows);
    fillTable(m_ui->phasesTitle, m_ui->phases, changedPhaseRows(difference), allRows);
    TrialRows hosts;
    if (difference.hosts.size() > 1) // of one it says what the figures say
        hosts = changedHostRows(difference);
    fillTable(m_ui->hostsTitle, m_ui->hosts, std::move(hosts), filesInSight);
    fillTable(m_ui->filesTitle, m_ui->files, changedFileRows(difference), filesInSight);
    if (difference.tasks.size() > maxChangedFiles)
        m_ui->filesTitle->setText(
            tr("The %1 of %2 files that changed most")
                .arg(QLocale().toString(static_cast<qlonglong>(maxChangedFiles)),
                     QLocale().toString(static_cast<qlonglong>(difference.tasks.size()))));
}

void DifferenceWindow::chooseSize()
{
    int width = 0;
    for (const TrialTable *table : findChildren<TrialTable *>())
        width = std::max(width, table->horizontalHeader()->length());
    const QSize wanted(width + m_ui->scroll->verticalScrollBar()->sizeHint().width()
                           + 6 * letterWidth(fontMetrics()),
                       fontMetrics().height() * 44);
    resize(wanted.boundedTo(screen()->availableSize() * 9 / 10));
}

void DifferenceWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setUpFonts();
    if (event->type() == QEvent::LayoutDirectionChange)
        showSentences();
}

} // namespace lapwing::ui
