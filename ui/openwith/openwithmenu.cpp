// SPDX-License-Identifier: MIT
#include "openwith/openwithmenu.h"

#include "text/catalogue.h"

#include <QIcon>
#include <QProcess>

namespace lapwing::ui {

OpenWithMenu::OpenWithMenu(std::function<QStringList()> paths, QWidget *parent)
    : QMenu(parent), m_paths(std::move(paths))
{
    setObjectName(QStringLiteral("openWithMenu"));
    text::inEachLanguage(this, [this] { setTitle(tr("Ope&n with")); });
    connect(this, &QMenu::aboutToShow, this, &OpenWithMenu::look);
}

void OpenWithMenu::look()
{
    const QStringList paths = m_paths();
    clear();
    say(tr("Looking for applications…"));
    m_looking.run([paths, folders = m_folders] { return applicationsFor(paths, folders); },
                  [this, paths, look = ++m_look](const std::vector<Application> &applications) {
                      if (look == m_look)
                          offer(paths, applications);
                  });
}

void OpenWithMenu::offer(const QStringList &paths, const std::vector<Application> &applications)
{
    clear();
    if (applications.empty())
        say(tr("No application is known for this kind of file"));
    for (const Application &application : applications) {
        // An "&" of its name is none of ours.
        QAction *action = addAction(QString(application.name).replace(u'&', QStringLiteral("&&")));
        action->setIcon(QIcon::fromTheme(application.icon));
        connect(action, &QAction::triggered, this,
                [this, application, paths] { open(application, paths); });
    }
}

void OpenWithMenu::say(const QString &words)
{
    addAction(words)->setEnabled(false);
}

void OpenWithMenu::open(const Application &application, const QStringList &paths)
{
    const std::vector<LaunchCommand> commands = commandsFor(application, paths);
    bool isStarted = !commands.empty();
    for (const LaunchCommand &command : commands)
        isStarted = QProcess::startDetached(command.program, command.arguments) && isStarted;
    if (!isStarted)
        Q_EMIT messageRaised(tr("%1 could not be started.").arg(application.name));
}

} // namespace lapwing::ui
