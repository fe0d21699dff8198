// SPDX-License-Identifier: MIT
#include "trial/trialform.h"

#include "isolated.h"
#include "letterwidth.h"
#include "tabular.h"
#include "text/catalogue.h"
#include "ui_trialform.h"

#include <QEvent>
#include <QRandomGenerator>
#include <QSettings>
#include <QSignalBlocker>

#include <algorithm>

namespace lapwing::ui {
namespace {

constexpr auto questionKey = "trial/question";
constexpr auto levelsKey = "trial/levels";
constexpr auto roundsKey = "trial/rounds";
constexpr auto warmKey = "trial/warm";

QString textOf(const std::vector<int> &levels)
{
    QStringList words;
    for (const int level : levels)
        words << QString::number(level);
    return words.join(QStringLiteral(", "));
}

/// Said under the choices, of the one that is made.
QString explanationOf(TrialQuestion question)
{
    switch (question) {
    case TrialQuestion::Once:
        return TrialForm::tr("Downloads the list one at a time and compares that with the last "
                             "run. One pair of runs may be off by about 10 %.");
    case TrialQuestion::Rounds:
        return TrialForm::tr("Downloads the list together and one at a time, in random order in "
                             "each round. Six rounds give a 95 % interval.");
    case TrialQuestion::BestNumber:
        return TrialForm::tr("Downloads the list with each of these numbers and recommends the "
                             "smallest that no other clearly beats. Six rounds give 95 % "
                             "intervals.");
    }
    Q_UNREACHABLE();
}

} // namespace

TrialForm::TrialForm(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::TrialForm>())
{
    m_ui->setupUi(this);
    m_ui->rounds->setMaximum(trial::maxRounds);
    m_ui->rounds->setValue(trial::roundsForInterval);
    connectQuestions();
    connect(m_ui->levels, &QLineEdit::textChanged, this, &TrialForm::refresh);
    connect(m_ui->rounds, &QSpinBox::valueChanged, this, &TrialForm::refresh);
    connect(m_ui->warm, &QCheckBox::toggled, this, &TrialForm::refresh);
    connect(m_ui->ask, &QPushButton::clicked, this, &TrialForm::sizesWanted);
    setUpSizes();
    text::inEachLanguage(this, [this] {
        m_ui->retranslateUi(this);
        refresh();
    });
}

TrialForm::~TrialForm() = default;

/// Screen readers toggle buttons; and what stands in is checked already when somebody clicks it.
void TrialForm::connectQuestions()
{
    for (const auto question :
         {TrialQuestion::Once, TrialQuestion::Rounds, TrialQuestion::BestNumber}) {
        connect(buttonOf(question), &QRadioButton::clicked, this,
                [this, question] { m_wanted = question; });
        connect(buttonOf(question), &QRadioButton::toggled, this, [this, question](bool isChecked) {
            if (!isChecked)
                return; // another one is, and tells
            m_wanted = question;
            refresh();
        });
    }
}

TrialQuestion TrialForm::question() const
{
    if (m_ui->once->isChecked())
        return TrialQuestion::Once;
    return m_ui->inRounds->isChecked() ? TrialQuestion::Rounds : TrialQuestion::BestNumber;
}

void TrialForm::setQuestion(TrialQuestion question)
{
    m_wanted = question;
    check(question);
}

QRadioButton *TrialForm::buttonOf(TrialQuestion question) const
{
    QRadioButton *const buttons[]{m_ui->once, m_ui->inRounds, m_ui->bestNumber};
    return buttons[static_cast<std::size_t>(question)];
}

/// Shows it, whatever is wanted.
void TrialForm::check(TrialQuestion question)
{
    QRadioButton *button = buttonOf(question);
    if (button->isChecked())
        return;
    {
        const QSignalBlocker quiet(button); // nobody chose it
        button->setChecked(true);
    }
    refresh();
}

std::optional<TrialChoice> TrialForm::choice() const
{
    return choiceFor(question());
}

std::optional<TrialChoice> TrialForm::choiceFor(TrialQuestion question) const
{
    TrialChoice choice;
    choice.isSweep = question == TrialQuestion::BestNumber;
    const auto levels = trial::levelsFrom(m_ui->levels->text());
    if (choice.isSweep && !levels)
        return std::nullopt;
    choice.levels = trial::levelsUpTo(levels.value_or(choice.levels), m_entries);
    choice.rounds.seed = QRandomGenerator::global()->generate();
    if (question == TrialQuestion::Once) {
        choice.rounds.count = 1;
        return choice;
    }
    choice.rounds.count = m_ui->rounds->value();
    choice.rounds.temperature =
        m_ui->warm->isChecked() ? record::Temperature::Warm : record::Temperature::Cold;
    return choice;
}

void TrialForm::setEntries(int entries)
{
    suggestFor(entries, m_atOnce);
}

void TrialForm::setAtOnce(int atOnce)
{
    suggestFor(m_entries, atOnce);
}

void TrialForm::suggestFor(int entries, int atOnce)
{
    if (entries == m_entries && atOnce == m_atOnce)
        return;
    const bool isEmptied = m_entries > 0 && entries == 0;
    const bool isUntouched = isEmptied || hasSuggestedLevels();
    m_entries = entries;
    m_atOnce = atOnce;
    if (isUntouched)
        m_ui->levels->setText(textOf(levelsFor(entries, atOnce)));
}

/// Those that the list suggests, rather than the user's.
bool TrialForm::hasSuggestedLevels() const
{
    return m_ui->levels->text().isEmpty()
        || m_ui->levels->text() == textOf(levelsFor(m_entries, m_atOnce));
}

void TrialForm::setOnceEnabled(bool isEnabled)
{
    m_ui->once->setEnabled(isEnabled);
    m_ui->once->setToolTip(isEnabled ? QString()
                                     : tr("Available after a finished run that downloaded files"));
    const bool standsIn = !isEnabled && m_wanted == TrialQuestion::Once;
    check(standsIn ? TrialQuestion::Rounds : m_wanted);
}

void TrialForm::setCost(const TrialCost &cost)
{
    setIsolatedText(m_ui->data, dataText(cost));
    setIsolatedText(m_ui->time, timeText(cost));
    m_ui->ask->setVisible(cost.canAsk && !cost.isAsking);
}

void TrialForm::refresh()
{
    const bool isOnce = question() == TrialQuestion::Once;
    const bool isSweep = question() == TrialQuestion::BestNumber;
    for (QWidget *field : std::initializer_list<QWidget *>{m_ui->levels, m_ui->levelsLabel})
        field->setEnabled(isSweep);
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_ui->rounds, m_ui->roundsLabel, m_ui->warm})
        field->setEnabled(!isOnce);
    const QString wrong =
        tr("Enter whole numbers from 1 to %1, separated by commas.").arg(plan::maxConcurrency);
    setIsolatedText(m_ui->explanation, choice() ? explanationOf(question()) : wrong);
    Q_EMIT changed();
}

/// The last line of the longest explanation has its place also while there is none.
void TrialForm::setUpSizes()
{
    const int character = letterWidth(fontMetrics());
    m_ui->explanation->setMinimumHeight(4 * fontMetrics().lineSpacing());
    m_ui->grid->setHorizontalSpacing(2 * character);
    m_ui->grid->setVerticalSpacing(character);
    for (QWidget *figures :
         std::initializer_list<QWidget *>{m_ui->data, m_ui->time, m_ui->rounds, m_ui->levels})
        figures->setFont(tabular(font()));
}

void TrialForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        setUpSizes();
}

void TrialForm::save(QSettings &settings) const
{
    settings.setValue(QLatin1String(questionKey), static_cast<int>(m_wanted));
    settings.setValue(QLatin1String(levelsKey),
                      hasSuggestedLevels() ? QString() : m_ui->levels->text());
    settings.setValue(QLatin1String(roundsKey), m_ui->rounds->value());
    settings.setValue(QLatin1String(warmKey), m_ui->warm->isChecked());
}

void TrialForm::restore(const QSettings &settings)
{
    const int question = settings.value(QLatin1String(questionKey), 1).toInt();
    setQuestion(static_cast<TrialQuestion>(std::clamp(question, 0, 2)));
    if (const QString levels = settings.value(QLatin1String(levelsKey)).toString();
        !levels.isEmpty())
        m_ui->levels->setText(levels);
    m_ui->rounds->setValue(
        settings.value(QLatin1String(roundsKey), trial::roundsForInterval).toInt());
    m_ui->warm->setChecked(settings.value(QLatin1String(warmKey)).toBool());
}

} // namespace lapwing::ui
