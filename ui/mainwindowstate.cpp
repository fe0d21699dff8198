// SPDX-License-Identifier: MIT
// What of the main window is kept from one session to the next.
#include "commandline.h"
#include "letterwidth.h"
#include "list/listpage.h"
#include "mainwindow.h"
#include "session/storage.h"
#include "text/catalogue.h"
#include "thememenu.h"
#include "timeline/runtimeline.h"
#include "ui_mainwindow.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QScreen>
#include <QSettings>
#include <QSpinBox>
#include <QSplitter>
#include <QStandardPaths>
#include <QWindow>

#include <utility>

namespace lapwing::ui {
namespace {

constexpr auto geometryKey = "window/geometry";
constexpr auto themeKey = "window/theme";
constexpr auto atOnceKey = "run/atOnce";
constexpr auto folderKey = "run/folder";

} // namespace

void MainWindow::openStorage()
{
    using namespace std::chrono_literals;
    m_storage = std::make_unique<Storage>(m_conditions.dataFolder, m_controller);
    connect(m_storage.get(), &Storage::messageRaised, this, &MainWindow::showMessage);
    connect(m_storage.get(), &Storage::rejectsRead, this, &MainWindow::addRejects);
    connect(m_storage.get(), &Storage::listRead, this, &MainWindow::greet);
    connect(m_storage.get(), &Storage::saved, this, &MainWindow::answerByItself);
    connect(m_storage.get(), &Storage::listRead, &m_freedMemory, &FreedMemory::giveBackSoon);
    connect(m_storage.get(), &Storage::historyChanged, &m_freedMemory, &FreedMemory::giveBackSoon);
    QTimer::singleShot(300ms, this, [this] {
        if (!m_storage->isRead())
            showMessage(tr("Reading the saved list…"));
    });
}

/// The list of the last session is there, perhaps in a folder that cannot be written to.
void MainWindow::greet()
{
    const QString trouble = m_storage->trouble();
    showMessage(trouble);
    const bool isClosing = m_controller.hasLeft();
    if (isClosing || m_controller.pausedCount() == 0)
        return;
    const std::vector<int> interrupted = m_controller.interruptedIds();
    if (m_controller.settings().resumeAtStart && !interrupted.empty()) {
        // Before what came with the start begins a run of its own.
        m_controller.perform(TaskAction::Resume, interrupted);
        return;
    }
    const bool isStopped = m_controller.isStopped(); // then the rest waits for Start
    const auto resume = [this, isStopped] {
        if (isStopped)
            m_controller.start();
        else
            m_controller.perform(TaskAction::Resume, m_controller.pausedIds());
    };
    const auto say = [this, trouble, language = text::language()] {
        const QString unfinished = unfinishedText();
        const bool isBoth =
            !trouble.isEmpty() && !unfinished.isEmpty() && text::language() == language;
        return isBoth ? tr("%1 %2").arg(trouble, unfinished) : unfinished;
    };
    m_greetedIn = text::language();
    m_unfinished = m_ui->status->showMessage(
        say, [isStopped] { return isStopped ? tr("Start") : tr("Resume all"); }, resume);
}

QString MainWindow::unfinishedText() const
{
    const int paused = m_controller.pausedCount();
    const int left = m_controller.isStopped() ? m_controller.unfinishedCount() : paused;
    const QString text =
        paused > 0 ? tr("%Ln downloads are unfinished.", nullptr, left) : QString();
    const QString where = m_controller.begunElsewhereText();
    return paused == 0 || where.isEmpty() ? text : tr("%1 %2").arg(text, where);
}

/// What was wrong with the list was said with what is left to resume, and is still so.
void MainWindow::refreshGreeting()
{
    if (m_unfinished == 0 || m_controller.pausedCount() > 0)
        return;
    const bool wasShown = m_ui->status->withdraw(std::exchange(m_unfinished, 0));
    if (wasShown && text::language() == m_greetedIn)
        showMessage(m_storage->trouble());
}

void MainWindow::restoreState()
{
    const QSettings settings;
    const QString downloads = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    const QString chosen = settings.value(QLatin1String(folderKey), downloads).toString();
    m_controller.setFolder(m_conditions.folder.isEmpty() ? chosen : m_conditions.folder);
    m_controller.setSettings(Settings::load(settings));
    m_fields.atOnce->setValue(
        settings.value(QLatin1String(atOnceKey), plan::defaultAtOnce).toInt());
    m_theme->choose(settings.value(QLatin1String(themeKey)).toString());
    m_list->restore(settings);
    m_timeline->restore(settings);
    const QSize wanted(letterWidth(fontMetrics()) * 220, fontMetrics().height() * 48);
    resize(wanted.boundedTo(screen()->availableSize() * 9 / 10));
    restoreGeometry(
        settings.value(QLatin1String(geometryKey)).toByteArray()); // Qt keeps it on the screen
    m_saving.setSingleShot(true);
    connect(&m_saving, &QTimer::timeout, this, &MainWindow::saveState);
    const QHeaderView *header = m_ui->table->horizontalHeader();
    connect(header, &QHeaderView::sectionResized, this, &MainWindow::saveSoon);
    connect(header, &QHeaderView::sectionMoved, this, &MainWindow::saveSoon);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &MainWindow::saveSoon);
    connect(m_fields.atOnce, &QSpinBox::valueChanged, this, &MainWindow::saveSoon);
    connect(m_timeline, &RunTimeline::changed, this, &MainWindow::saveSoon);
    connect(m_list, &ListPage::filterChanged, this, &MainWindow::saveSoon);
    for (const QSplitter *splitter : findChildren<QSplitter *>())
        connect(splitter, &QSplitter::splitterMoved, this, &MainWindow::saveSoon);
}

void MainWindow::saveState() const
{
    QSettings settings;
    settings.setValue(QLatin1String(geometryKey), saveGeometry());
    m_list->save(settings);
    m_timeline->save(settings);
    settings.setValue(QLatin1String(themeKey), m_theme->chosen());
    settings.setValue(QLatin1String(atOnceKey), m_fields.atOnce->value());
    settings.setValue(QLatin1String(folderKey), m_controller.folder());
    saveTrial();
}

/// A crash loses a second of it at most.
void MainWindow::saveSoon()
{
    using namespace std::chrono_literals;
    if (!m_saving.isActive())
        m_saving.start(900ms);
}

void MainWindow::moveEvent(QMoveEvent *event)
{
    QMainWindow::moveEvent(event);
    saveSoon();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    showCard();
    saveSoon();
}

/// On Wayland a program learns what is on the clipboard once it has the keyboard.
void MainWindow::pasteOnceFocused()
{
    const QString platform =
        m_conditions.platform.isEmpty() ? QGuiApplication::platformName() : m_conditions.platform;
    if (platform.startsWith(u"wayland") && QGuiApplication::focusWindow() == nullptr)
        connect(qGuiApp, &QGuiApplication::focusWindowChanged, this, &MainWindow::paste,
                static_cast<Qt::ConnectionType>(Qt::SingleShotConnection | Qt::UniqueConnection));
    else
        paste();
}

void MainWindow::carryOut(const CommandLineRequest &request)
{
    addInputs(request.inputs);
    if (request.pastes)
        pasteOnceFocused();
    if (request.startsDemo)
        m_controller.startDemo();
}

void MainWindow::takeOver(const CommandLineRequest &request)
{
    if (!request.activationToken.isEmpty()) // Qt's Wayland plugin takes it from there
        qputenv("XDG_ACTIVATION_TOKEN", request.activationToken.toUtf8());
    bringForward(this);
    carryOut(request);
}

} // namespace lapwing::ui
