// SPDX-License-Identifier: MIT
#include "help/helplink.h"

#include "text/failure.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QLabel>
#include <QStyle>

namespace lapwing::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::HelpLink)
};

const QString scheme = QStringLiteral("lapwing-help");
HelpLinks *opener = nullptr; ///< whose turn it is

QUrl linkTo(const QString &place)
{
    return QUrl(scheme + u':' + place);
}

} // namespace

QUrl helpLink(HelpTopic topic)
{
    switch (topic) {
    case HelpTopic::Estimate:
        break;
    case HelpTopic::Rounds:
        return linkTo(QStringLiteral("asynchronous.md#measuring-in-rounds"));
    case HelpTopic::BestNumber:
        return linkTo(QStringLiteral("asynchronous.md#simultaneous-downloads"));
    case HelpTopic::Limit:
        return linkTo(QStringLiteral("verdicts.md#how-it-is-determined"));
    case HelpTopic::Times:
        return linkTo(QStringLiteral("reports.md#how-times-are-reported"));
    case HelpTopic::Difference:
        return linkTo(QStringLiteral("reports.md#comparing-two-runs"));
    }
    return linkTo(QStringLiteral("asynchronous.md#estimating-the-sequential-time"));
}

QUrl helpLink(const record::Failure &failure)
{
    return linkTo(QStringLiteral("errors.md#") + text::topicOf(failure));
}

void showHelpLink(QLabel *label, const QString &text, const QUrl &link)
{
    label->setTextFormat(Qt::RichText);
    label->setText(
        QStringLiteral("<a href=\"%1\">%2</a>").arg(link.toString(), text.toHtmlEscaped()));
    label->setAlignment(QStyle::visualAlignment(label->layoutDirection(), Qt::AlignLeft)
                        | Qt::AlignVCenter); // QLabel aligns by the direction of the text
    label->setAccessibleName(text);
    label->setOpenExternalLinks(true);
    label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
}

void showMoreLink(QLabel *label, const QUrl &link)
{
    showHelpLink(label, Words::tr("More on this in the help"), link);
}

void showCalculationLink(QLabel *label, HelpTopic topic)
{
    showHelpLink(label, Words::tr("How is this calculated?"), helpLink(topic));
}

HelpLinks::HelpLinks(std::function<void(const QUrl &place)> open) : m_open(std::move(open))
{
    opener = this;
    QDesktopServices::setUrlHandler(scheme, this, "open");
}

HelpLinks::~HelpLinks()
{
    if (opener != this)
        return;
    opener = nullptr;
    QDesktopServices::unsetUrlHandler(scheme);
}

void HelpLinks::open(const QUrl &link)
{
    QUrl place(QStringLiteral("qrc:/help/") + link.path());
    place.setFragment(link.fragment());
    m_open(place);
}

} // namespace lapwing::ui
