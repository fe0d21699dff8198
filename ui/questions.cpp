// SPDX-License-Identifier: MIT
#include "questions.h"

#include "details/entrydialog.h"
#include "input/checksumdialog.h"
#include "settings/settingsdialog.h"
#include "titleroom.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace lapwing::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::Questions)
};

bool hasLinks(const QString &text)
{
    return text.contains(QLatin1String("http://")) || text.contains(QLatin1String("https://"));
}

QFileDialog *fileDialog(QWidget *window, const QString &title, const QString &folder)
{
    auto *dialog = new QFileDialog(window, title, folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

struct ExportFilter {
    const char *ending;
    const char *text;
};

/// Each ending that report/export.h writes, and what it is good for.
constexpr ExportFilter exportFilters[] = {
    {"json", QT_TRANSLATE_NOOP("lapwing::ui::Questions", "Lapwing run")},
    {"html", QT_TRANSLATE_NOOP("lapwing::ui::Questions", "Web page")},
    {"csv", QT_TRANSLATE_NOOP("lapwing::ui::Questions", "Table of downloads")},
    {"sweep.csv",
     QT_TRANSLATE_NOOP("lapwing::ui::Questions", "Table by number of simultaneous downloads")},
    {"md", QT_TRANSLATE_NOOP("lapwing::ui::Questions", "Summary in Markdown")},
    {"har", QT_TRANSLATE_NOOP("lapwing::ui::Questions", "HTTP archive")},
    {"svg", QT_TRANSLATE_NOOP("lapwing::ui::Questions", "Vector image")},
    {"png", QT_TRANSLATE_NOOP("lapwing::ui::Questions", "Bitmap image")},
    {"pdf", QT_TRANSLATE_NOOP("lapwing::ui::Questions", "PDF document")},
    {"prom", QT_TRANSLATE_NOOP("lapwing::ui::Questions", "Prometheus metrics")},
};

/// A choice of a dialog that saves, and what a name without an ending gets by it.
struct SaveFilter {
    QString text;
    QLatin1String ending;
};

QFileDialog *saveDialog(QWidget *window, const QString &title, const QString &folder,
                        const std::vector<SaveFilter> &filters)
{
    QFileDialog *dialog = fileDialog(window, title, folder);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList texts;
    for (const SaveFilter &filter : filters)
        texts << QStringLiteral("%1 (*.%2)").arg(filter.text, filter.ending);
    dialog->setNameFilters(texts);
    const auto useEnding = [dialog, texts, filters](const QString &chosen) {
        if (const qsizetype place = texts.indexOf(chosen); place >= 0)
            dialog->setDefaultSuffix(filters[static_cast<std::size_t>(place)].ending);
    };
    useEnding(texts.constFirst());
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, useEnding);
    return dialog;
}

QString consequenceOfQuitting(DownloadController::Activity activity)
{
    switch (activity) {
    case DownloadController::Activity::Measuring:
        return Words::tr(
            "It will be stopped without a result. The last run and its files are kept.");
    case DownloadController::Activity::Trying:
        return Words::tr("It will be stopped. Only complete rounds are kept.");
    case DownloadController::Activity::Idle:
    case DownloadController::Activity::Running:
        break;
    }
    return Words::tr("They will be paused, and can be resumed when Lapwing is started again. "
                     "A download whose server does not support resuming starts over.");
}

/// What there is to think of before quitting.
struct Objection {
    QString fact, consequence;
    QString quit, stay; ///< the buttons
};

QDialog *ask(QWidget *window, const Objection &why, std::function<void(bool)> take)
{
    auto *question = new QMessageBox(QMessageBox::Question, Words::tr("Quit Lapwing?"), why.fact,
                                     QMessageBox::NoButton, window);
    question->setInformativeText(why.consequence);
    QPushButton *quit = question->addButton(why.quit, QMessageBox::DestructiveRole);
    question->setDefaultButton(question->addButton(why.stay, QMessageBox::RejectRole));
    makeRoomForTitle(question);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(question, &QDialog::finished, window,
                     [question, quit, take = std::move(take)](int result) {
                         const QAbstractButton *pressed = question->clickedButton();
                         take(pressed != nullptr ? pressed == quit : result == QDialog::Accepted);
                     });
    question->open();
    return question;
}

} // namespace

LinksDialog *askForLinks(QWidget *window, LinksDialog::Conditions now,
                         std::function<void(const LinksDialog::Choice &)> take)
{
    const QString clipboard = QGuiApplication::clipboard()->text();
    now.text = hasLinks(clipboard) ? clipboard : QString();
    auto *dialog = new LinksDialog(std::move(now), window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, window,
                     [dialog, take = std::move(take)] { take(dialog->choice()); });
    dialog->open();
    return dialog;
}

void askForLists(QWidget *window, std::function<void(const QStringList &)> take)
{
    QFileDialog *dialog = fileDialog(window, Words::tr("Open a list of links"), QString());
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, window, std::move(take));
    dialog->open();
}

void askForFolder(QWidget *window, const QString &now, std::function<void(const QString &)> take)
{
    QFileDialog *dialog = fileDialog(window, Words::tr("Save downloads in"), now);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, window, std::move(take));
    dialog->open();
}

void askForExport(QWidget *window, const QString &folder, std::function<void(const QString &)> take)
{
    std::vector<SaveFilter> filters;
    for (const ExportFilter &filter : exportFilters)
        filters.push_back({Words::tr(filter.text), QLatin1String(filter.ending)});
    QFileDialog *dialog = saveDialog(window, Words::tr("Export the run"), folder, filters);
    QObject::connect(dialog, &QFileDialog::fileSelected, window, std::move(take));
    dialog->selectFile(QStringLiteral("lapwing-run.json"));
    dialog->open();
}

void askForLinksExport(QWidget *window, const QString &folder, int links,
                       std::function<void(const QString &, const WritableFormat &)> take)
{
    const std::span<const WritableFormat> formats = writableFormats();
    std::vector<SaveFilter> filters;
    for (const WritableFormat &format : formats)
        filters.push_back({nameOf(format), QLatin1String(format.ending)});
    QFileDialog *dialog =
        saveDialog(window, Words::tr("Export %Ln links", nullptr, links), folder, filters);
    QObject::connect(dialog, &QFileDialog::fileSelected, window,
                     [dialog, formats, take = std::move(take)](const QString &path) {
                         const qsizetype place =
                             dialog->nameFilters().indexOf(dialog->selectedNameFilter());
                         const auto chosen =
                             static_cast<std::size_t>(std::max<qsizetype>(place, 0));
                         take(path, formatFor(path, formats[chosen]));
                     });
    dialog->selectFile(QStringLiteral("lapwing-links.txt"));
    dialog->open();
}

void askForRun(QWidget *window, std::function<void(const QString &)> take)
{
    QFileDialog *dialog = fileDialog(window, Words::tr("Open a run"), QString());
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(Words::tr("Run document (*.json)"));
    QObject::connect(dialog, &QFileDialog::fileSelected, window, std::move(take));
    dialog->open();
}

void askForChecksum(QWidget *window, const plan::Entry &entry,
                    std::function<void(const std::optional<plan::Checksum> &)> take)
{
    auto *dialog = new ChecksumDialog(entry, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, window,
                     [dialog, take = std::move(take)] { take(dialog->checksum()); });
    dialog->open();
}

void askForEdit(QWidget *window, const plan::Entry &entry, IsListed isListed,
                std::function<void(const plan::Entry &)> take)
{
    auto *dialog = new EntryDialog(entry, std::move(isListed), window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, window,
                     [dialog, take = std::move(take)] { take(dialog->entry()); });
    dialog->open();
}

void askForSettings(QWidget *window, const Settings &now,
                    std::function<void(const Settings &)> take)
{
    auto *dialog = new SettingsDialog(now, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, window,
                     [dialog, take = std::move(take)] { take(dialog->settings()); });
    dialog->open();
}

QDialog *askToQuit(QWidget *window, DownloadController::Activity activity,
                   std::function<void(bool)> take)
{
    using Activity = DownloadController::Activity;
    const bool isMeasurement = activity == Activity::Measuring || activity == Activity::Trying;
    return ask(window,
               {isMeasurement ? Words::tr("A measurement is still running.")
                              : Words::tr("Downloads are still running."),
                consequenceOfQuitting(activity), Words::tr("&Quit"), Words::tr("&Keep running")},
               std::move(take));
}

QDialog *askToQuitUnsaved(QWidget *window, const QString &unsaved, std::function<void(bool)> take)
{
    return ask(window,
               {unsaved, Words::tr("What has changed since it was last saved is lost."),
                Words::tr("&Quit without saving"), Words::tr("&Keep open")},
               std::move(take));
}

} // namespace lapwing::ui
