// SPDX-License-Identifier: MIT
#include "results/reportwindow.h"

#include "help/helplink.h"
#include "list/statusstyle.h"
#include "mnemonics.h"
#include "questions.h"
#include "report/json/readjson.h"
#include "report/picture/svg.h"
#include "report/text/trialtext.h"
#include "results/differencewindow.h"
#include "results/exporting.h"
#include "results/svgview.h"
#include "text/catalogue.h"
#include "trial/trialcolumns.h"
#include "ui_reportwindow.h"

#include <QFile>
#include <QKeyEvent>
#include <QLocale>
#include <QScreen>
#include <QScrollBar>
#include <QShortcut>
#include <QStandardPaths>
#include <QStatusBar>

#include <algorithm>

namespace lapwing::ui {
namespace {

QString summaryOf(const report::Document &document)
{
    return report::textSummary(document, report::Tables::LeftOut).join(u'\n');
}

} // namespace

tl::expected<report::Document, QString> readRun(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(ReportWindow::tr("%1: %2").arg(path, file.errorString()));
    if (file.size() > report::maxDocumentSize)
        return tl::unexpected(ReportWindow::tr("%1 is too large to be a run document.").arg(path));
    auto document = report::fromJson(file.readAll());
    if (!document)
        return tl::unexpected(ReportWindow::tr("%1: %2").arg(path, document.error()));
    return std::move(*document);
}

Report reportOf(report::Document document)
{
    const QString summary = summaryOf(document);
    return {std::make_shared<const report::Document>(std::move(document)), summary};
}

ReportWindow::ReportWindow(report::Document document, Wording title, QWidget *parent)
    : ReportWindow(reportOf(std::move(document)), std::move(title), parent)
{
}

ReportWindow::ReportWindow(const Report &report, Wording title, QWidget *parent)
    : QMainWindow(parent)
    , m_ui(std::make_unique<Ui::ReportWindow>())
    , m_title(std::move(title))
    , m_document(report.document)
    , m_picture(new SvgView)
{
    m_ui->setupUi(this);
    resize(size().boundedTo(screen()->availableSize() * 9 / 10));
    setAttribute(Qt::WA_DeleteOnClose);
    showTitle();
    m_ui->scroll->setWidget(m_picture);
    m_ui->scroll->installEventFilter(this);
    connect(m_picture, &SvgView::loaded, this, &ReportWindow::widen);
    m_ui->summary->setPlainText(report.summary);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    connect(m_ui->actionExport, &QAction::triggered, this, [this, folder] {
        askForExport(this, folder, [this](const QString &path) { exportTo(path); });
    });
    connect(m_ui->actionDiffer, &QAction::triggered, this,
            [this] { askForRun(this, [this](const QString &path) { differFrom(path); }); });
    for (const QKeySequence &keys :
         {QKeySequence(Qt::Key_Escape), QKeySequence(QKeySequence::Close)})
        connect(new QShortcut(keys, this), &QShortcut::activated, this, &QWidget::close);
    tell();
    connect(&text::LanguageNews::instance(), &text::LanguageNews::changed, this,
            &ReportWindow::retranslate);
}

void ReportWindow::retranslate()
{
    m_ui->retranslateUi(this);
    statusBar()->clearMessage();
    showTitle();
    m_documents.run([document = m_document] { return summaryOf(*document); },
                    [this, document = m_document](const QString &summary) {
                        if (document == m_document) // there may be another one since
                            m_ui->summary->setPlainText(summary);
                    });
    tell();
}

void ReportWindow::take(const Report &report)
{
    m_document = report.document;
    statusBar()->clearMessage();
    m_ui->summary->setPlainText(report.summary);
    tell();
}

void ReportWindow::showTitle()
{
    setWindowTitle(tr("%1 – Lapwing").arg(m_title()));
}

/// All but the summary, which somebody else made where it takes long.
void ReportWindow::tell()
{
    setLocale(QLocale());
    nameWithoutMnemonics(this);
    const bool isSweep = m_document->trial.kind == report::Trial::Kind::Sweep;
    showCalculationLink(m_ui->calculation, isSweep ? HelpTopic::BestNumber : HelpTopic::Estimate);
    showRuns();
    showPicture();
}

ReportWindow::~ReportWindow() = default;

/// Of several rounds: one pair is told by the sentences.
void ReportWindow::showRuns()
{
    const bool isTrial = m_document->trial.kind != report::Trial::Kind::Get;
    m_ui->runs->setVisible(isTrial);
    if (!isTrial)
        return;
    TrialRows rows = rowsOf(pictureOf(*m_document));
    const auto count = static_cast<int>(rows.rows.size());
    m_ui->runs->setRows(std::move(rows), count);
}

void ReportWindow::showPicture()
{
    const report::Theme theme = isDark(palette()) ? report::Theme::Dark : report::Theme::Light;
    m_picture->load([document = m_document, theme] { return report::toSvg(*document, theme); });
}

void ReportWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showPicture();
}

int ReportWindow::roomOfPicture() const
{
    return m_ui->scroll->maximumViewportSize().width();
}

void ReportWindow::widen()
{
    const int wanted = width() + std::max(0, m_picture->sizeHint().width() - roomOfPicture());
    resize(std::min(wanted, screen()->availableGeometry().width()), height());
    fitPicture();
}

/// Smaller where there is less room for it; sideways it scrolls alone, else with all that stands above it.
void ReportWindow::fitPicture()
{
    m_picture->fitTo(roomOfPicture());
    QScrollArea *scroll = m_ui->scroll;
    const bool isTooWide = m_picture->width() > roomOfPicture();
    const int bar = isTooWide ? scroll->horizontalScrollBar()->sizeHint().height() : 0;
    scroll->setFixedHeight(m_picture->height() + bar + 2 * scroll->frameWidth());
}

bool ReportWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fitPicture();
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        for (const Qt::Key ofPage : {Qt::Key_Up, Qt::Key_Down, Qt::Key_PageUp, Qt::Key_PageDown}) {
            if (key == ofPage) {
                event->ignore();
                return true;
            }
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void ReportWindow::exportTo(const QString &path)
{
    exportDocument(
        m_documents, [document = m_document] { return *document; }, path,
        [this](const QString &sentence) { say(sentence); });
}

void ReportWindow::differFrom(const QString &path)
{
    using Compared = tl::expected<ComparedRuns, QString>;
    const auto compare = [document = m_document, path]() -> Compared {
        const auto earlier = readRun(path);
        if (!earlier)
            return tl::unexpected(earlier.error());
        std::optional<ComparedRuns> runs = comparedRuns(*earlier, *document);
        if (!runs)
            return tl::unexpected(
                tr("One of the documents contains no run, so there is nothing to compare."));
        return std::move(*runs);
    };
    m_documents.run(compare, [this](Compared runs) {
        if (runs)
            (new DifferenceWindow(std::move(*runs), this))->show();
        else
            say(runs.error());
    });
}

void ReportWindow::say(const QString &sentence)
{
    statusBar()->showMessage(sentence);
}

} // namespace lapwing::ui
