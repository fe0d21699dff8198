// SPDX-License-Identifier: MIT
#include "trial/trialresult.h"

#include "help/helplink.h"
#include "isolated.h"
#include "letterwidth.h"
#include "measure/compare/completeness.h"
#include "report/selectedruns.h"
#include "tabular.h"
#include "text/catalogue.h"
#include "text/sweep.h"
#include "ui_trialresult.h"

#include <QEvent>
#include <QLocale>

namespace lapwing::ui {
namespace {

constexpr double headlineScale = 1.3; ///< the headline, beside other text

QString whyFewerOf(const record::Run &first, const measure::Sweep &sweep)
{
    const int failed = measure::leftOutOf(first);
    const int left = static_cast<int>(first.tasks.size()) - failed;
    const bool isReached = !sweep.points.empty() && sweep.points.back().atOnce == left;
    return isReached ? whyFewer(failed, left) : QString();
}

QString originOf(const report::Document &document)
{
    const QDateTime started = document.runs.front().facts.started.toLocalTime();
    return TrialResult::tr("Measured on %1, with another list.")
        .arg(QLocale().toString(started, QLocale::ShortFormat));
}

/// What the headline stands on, and what limits it.
QString basisOf(const report::Document &document)
{
    QStringList sentences{report::basisText(document)};
    if (document.sweep)
        sentences << text::limitMet(*document.sweep) << text::whyStopped(*document.sweep);
    if (document.sweep && !document.sweep->stopped && !document.runs.empty())
        sentences << whyFewerOf(document.runs.front(), *document.sweep);
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

std::optional<int> recommendedIn(const std::optional<report::Document> &document)
{
    return document && document->sweep ? document->sweep->recommended : std::nullopt;
}

} // namespace

QString whyFewer(int failed, int left)
{
    if (failed == 0)
        return {};
    return TrialResult::tr("%Ln files failed in the first run and were left out, so no number "
                           "above %1 could be tried.",
                           nullptr, failed)
        .arg(QLocale().toString(left));
}

TrialResult::TrialResult(QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::TrialResult>())
{
    m_ui->setupUi(this);
    connect(m_ui->use, &QPushButton::clicked, this, [this] {
        if (const std::optional<int> recommended = recommendedIn(m_document))
            Q_EMIT atOnceWanted(*recommended);
    });
    connect(m_ui->report, &QPushButton::clicked, this, &TrialResult::reportWanted);
    connect(m_ui->exportButton, &QPushButton::clicked, this, &TrialResult::exportWanted);
    setUpSizes();
    text::inEachLanguage(this, [this] {
        m_ui->retranslateUi(this);
        showRows(m_picture);
        showOffers();
    });
}

TrialResult::~TrialResult() = default;

const report::Document *TrialResult::document() const
{
    return m_document ? &*m_document : nullptr;
}

QString TrialResult::headline() const
{
    return m_document ? report::headlineOf(*m_document) : QString();
}

void TrialResult::clear()
{
    showPicture({});
}

void TrialResult::showPicture(const TrialPicture &picture)
{
    m_document.reset();
    m_isOfOtherList = false;
    m_picture = picture;
    showRows(m_picture);
    showOffers();
}

void TrialResult::showDocument(report::Document document)
{
    m_document = std::move(document);
    m_isOfOtherList = false;
    m_picture = pictureOf(*m_document);
    showRows(m_picture);
    showOffers();
}

void TrialResult::setOfOtherList(bool isOfOtherList)
{
    m_isOfOtherList = isOfOtherList;
    showOffers();
}

void TrialResult::showRows(const TrialPicture &picture)
{
    const bool isEmpty = picture.runs.empty();
    m_ui->awaiting->setVisible(isEmpty);
    m_ui->chart->setVisible(!isEmpty);
    m_ui->runs->setVisible(!isEmpty);
    m_ui->chart->setPicture(picture);
    m_ui->runs->setRows(rowsOf(picture),
                        picture.isSweep() ? static_cast<int>(picture.levels.size())
                                          : picture.rounds);
}

void TrialResult::showOffers()
{
    const std::optional<int> recommended =
        m_isOfOtherList ? std::nullopt : recommendedIn(m_document);
    m_ui->otherList->setVisible(m_document && m_isOfOtherList);
    m_ui->headline->setVisible(m_document.has_value());
    m_ui->basis->setVisible(m_document.has_value());
    m_ui->offers->setVisible(m_document.has_value());
    m_ui->calculation->setVisible(m_document.has_value());
    if (!m_document)
        return;
    if (m_isOfOtherList)
        setIsolatedText(m_ui->otherList, originOf(*m_document));
    setIsolatedText(m_ui->headline, headline());
    showCalculationLink(m_ui->calculation,
                        m_document->sweep ? HelpTopic::BestNumber : HelpTopic::Rounds);
    setIsolatedText(m_ui->basis, basisOf(*m_document));
    m_ui->basis->setVisible(!m_ui->basis->text().isEmpty());
    m_ui->use->setVisible(recommended.has_value());
    m_ui->used->setVisible(recommended == m_atOnce);
    if (!recommended)
        return;
    const QString number = QLocale().toString(*recommended);
    m_ui->use->setText(isolated(tr("Use %1").arg(number), this));
    m_ui->use->setToolTip(tr("Download %1 at once from now on").arg(number));
    m_ui->use->setEnabled(*recommended != m_atOnce);
    setIsolatedText(m_ui->used, tr("%1 at once is chosen.").arg(number));
}

void TrialResult::setAtOnce(int atOnce)
{
    m_atOnce = atOnce;
    showOffers();
}

void TrialResult::setUpSizes()
{
    QFont large = tabular(font());
    large.setPointSizeF(font().pointSizeF() * headlineScale);
    large.setBold(true);
    m_ui->headline->setFont(large);
    m_ui->basis->setFont(tabular(font()));
    m_ui->runs->setFont(tabular(font()));
    m_ui->column->setSpacing(letterWidth(fontMetrics()));
}

void TrialResult::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        setUpSizes();
    if (event->type() == QEvent::LayoutDirectionChange)
        showOffers();
}

} // namespace lapwing::ui
