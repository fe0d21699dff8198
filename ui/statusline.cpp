// SPDX-License-Identifier: MIT
#include "statusline.h"

#include "isolated.h"
#include "letterwidth.h"
#include "tabular.h"
#include "text/catalogue.h"
#include "ui_statusline.h"

#include <QDir>
#include <QEvent>
#include <QMenu>

namespace lapwing::ui {
namespace {

constexpr int charactersOfFolder = 30;

/// "~/Downloads"
QString shortPath(const QString &folder)
{
    const QString home = QDir::homePath();
    if (folder == home)
        return QStringLiteral("~");
    return QDir::toNativeSeparators(folder.startsWith(home + u'/') ? u'~' + folder.mid(home.size())
                                                                   : folder);
}

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::StatusLine>()), m_menu(new QMenu(this))
{
    m_ui->setupUi(this);
    m_ui->link->hide();
    m_ui->amounts->setFont(tabular(font()));
    m_ui->line->setSpacing(letterWidth(fontMetrics()));
    connect(m_ui->folder, &QToolButton::clicked, this, &StatusLine::openMenu);
    connect(m_ui->link, &QToolButton::clicked, this, [this] {
        if (const auto action = m_action) // it may show the next message
            action();
    });
    colourLink();
    text::inEachLanguage(this, [this] {
        m_ui->retranslateUi(this);
        showFolder();
        sayMessage();
    });
}

StatusLine::~StatusLine() = default;

void StatusLine::setFolderActions(const QList<QAction *> &actions)
{
    m_menu->addActions(actions);
}

/// Above its button, which is at the end of the window.
void StatusLine::openMenu()
{
    const QPoint corner = m_ui->folder->mapToGlobal(QPoint());
    m_menu->popup(corner - QPoint(0, m_menu->sizeHint().height()));
}

void StatusLine::setFolder(const QString &folder)
{
    m_folder = folder;
    showFolder();
}

void StatusLine::setDemo(bool isDemo)
{
    m_isDemo = isDemo;
    showFolder();
}

void StatusLine::showFolder()
{
    const QString path = shortPath(m_folder);
    const QString elided = fontMetrics().elidedText(
        path, Qt::ElideMiddle, letterWidth(fontMetrics()) * charactersOfFolder);
    m_ui->folder->setText(m_isDemo ? tr("Demo: nothing is saved ▾")
                                   : isolated(tr("Saving in %1 ▾").arg(elided), this));
    m_ui->folder->setToolTip(tr("Save downloads in %1").arg(QDir::toNativeSeparators(m_folder)));
    m_ui->folder->setAccessibleName(m_isDemo ? tr("Demo: nothing is saved")
                                             : tr("Saving in %1").arg(path));
}

int StatusLine::showMessage(const QString &message)
{
    const int number = showMessage([message] { return message; }, {}, {});
    m_message = {};
    return number;
}

int StatusLine::showMessage(const Wording &message, const Wording &link,
                            std::function<void()> action)
{
    m_message = message;
    m_linkText = link;
    m_action = std::move(action);
    sayMessage();
    return ++m_shown;
}

void StatusLine::sayMessage()
{
    const QString message = m_message ? m_message() : QString();
    const QString link = m_linkText && !message.isEmpty() ? m_linkText() : QString();
    setIsolatedText(m_ui->message, message);
    // No wider than its words, so that the link follows them; narrower, and they are wrapped.
    m_ui->message->setMaximumWidth(fontMetrics().horizontalAdvance(message)
                                   + letterWidth(fontMetrics()));
    m_ui->link->setAccessibleDescription(message);
    m_ui->link->setText(isolated(link, this));
    m_ui->link->setVisible(!link.isEmpty());
}

bool StatusLine::withdraw(int message)
{
    const bool isShown = m_shown == message;
    if (isShown)
        showMessage(QString());
    return isShown;
}

void StatusLine::setAmounts(const QString &amounts)
{
    setIsolatedText(m_ui->amounts, amounts);
}

void StatusLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        colourLink();
}

void StatusLine::colourLink()
{
    QPalette own = palette();
    own.setColor(QPalette::ButtonText, palette().color(QPalette::Link));
    m_ui->link->setPalette(own);
}

} // namespace lapwing::ui
