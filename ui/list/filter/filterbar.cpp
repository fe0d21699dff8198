// SPDX-License-Identifier: MIT
#include "list/filter/filterbar.h"

#include "letterwidth.h"
#include "text/catalogue.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStyleOptionToolButton>
#include <QToolButton>

namespace lapwing::ui {
namespace {

QString textOf(TaskGroup group, const QString &number)
{
    //: A button: a group of rows and how many are in it, "Failed 3"
    return FilterBar::tr("%1 %2").arg(titleOf(group), number);
}

bool isRare(TaskGroup group)
{
    return group == TaskGroup::Paused || group == TaskGroup::Cancelled
        || group == TaskGroup::NotStarted || group == TaskGroup::Saving;
}

/// Where one of the two is, the other usually is not.
bool sharesPlace(TaskGroup group)
{
    return group == TaskGroup::Queued || group == TaskGroup::NotStarted;
}

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_note(new QLabel)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(letterWidth(fontMetrics()) / 2);
    for (const TaskGroup group : taskGroups)
        setUpButton(group);
    m_note->setObjectName(QStringLiteral("filterNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_note, 1);
    setGroup(TaskGroup::All);
    text::inEachLanguage(this, [this] { retranslate(); });
}

void FilterBar::retranslate()
{
    setAccessibleName(tr("Filter"));
    for (const auto &[group, button] : m_buttons)
        button->setToolTip(group == TaskGroup::All ? tr("Show all downloads")
                                                   : tr("Show only: %1").arg(titleOf(group)));
    m_digits = 0;
    setCounts(m_shown);
}

void FilterBar::setUpButton(TaskGroup group)
{
    auto *button = new QToolButton;
    button->setObjectName(QStringLiteral("filter%1").arg(static_cast<int>(group)));
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    m_group->addButton(button);
    m_buttons[group] = button;
    layout()->addWidget(button);
    connect(button, &QToolButton::toggled, this, [this, group](bool isChosen) {
        if (isChosen) // by a screen reader too, which does not click
            Q_EMIT groupChosen(group);
    });
}

void FilterBar::setCounts(const RowCounts &counts)
{
    if (counts == m_shown && m_digits > 0)
        return;
    m_shown = counts;
    reserveWidths(countIn(TaskGroup::All, counts));
    for (const auto &[group, button] : m_buttons) {
        const QString text = textOf(group, QLocale().toString(countIn(group, counts)));
        button->setText(text);
        button->setAccessibleName(text);
        button->setVisible(isWanted(group));
    }
}

/// Saving is over in a moment: its button does not go between one file and the next.
bool FilterBar::isWanted(TaskGroup group) const
{
    const QToolButton *button = m_buttons.at(group);
    if (countIn(group, m_shown) > 0 || button->isChecked())
        return true;
    if (group == TaskGroup::Queued)
        return countIn(TaskGroup::NotStarted, m_shown) == 0;
    if (group == TaskGroup::Saving)
        return !button->isHidden() && countIn(TaskGroup::Running, m_shown) > 0;
    return !isRare(group);
}

/// They only grow, with the list.
void FilterBar::reserveWidths(int all)
{
    const int digits = static_cast<int>(QString::number(all).size());
    if (digits <= m_digits)
        return;
    m_digits = digits;
    const QString widest = QLocale().toString(QString(digits, u'8').toLongLong());
    for (const auto &[group, button] : m_buttons) {
        QStyleOptionToolButton option;
        option.initFrom(button);
        option.toolButtonStyle = Qt::ToolButtonTextOnly;
        const TaskGroup longest = sharesPlace(group) ? TaskGroup::NotStarted : group;
        const QSize text =
            button->fontMetrics().size(Qt::TextShowMnemonic, textOf(longest, widest));
        button->setMinimumWidth(
            button->style()->sizeFromContents(QStyle::CT_ToolButton, &option, text, button).width()
            + 2 * letterWidth(button->fontMetrics()));
    }
}

TaskGroup FilterBar::group() const
{
    for (const auto &[group, button] : m_buttons) {
        if (button->isChecked())
            return group;
    }
    return TaskGroup::All;
}

void FilterBar::setGroup(TaskGroup group)
{
    m_buttons.at(group)->setChecked(true);
}

void FilterBar::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setToolTip(note);
}

} // namespace lapwing::ui
