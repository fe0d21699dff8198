// SPDX-License-Identifier: MIT
#include "questions.h"

#include "checksumdialog.h"
#include "linksdialog.h"
#include "settingsdialog.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>

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

/// Each with its ending; report/export.h writes what that says.
QStringList exportFilters()
{
    return {Words::tr("Run document, opens here again (*.json)"),
            Words::tr("Page for a browser (*.html)"),
            Words::tr("Table of the downloads (*.csv)"),
            Words::tr("Table of the numbers at once (*.sweep.csv)"),
            Words::tr("Summary in Markdown (*.md)"),
            Words::tr("HTTP archive for a browser's tools (*.har)"),
            Words::tr("Picture, as lines (*.svg)"),
            Words::tr("Picture, as dots (*.png)"),
            Words::tr("Pages to print (*.pdf)"),
            Words::tr("Figures for Prometheus (*.prom)")};
}

/// "json" of "Run document (*.json)"
QString suffixOf(const QString &filter)
{
    return filter.section(QStringLiteral("(*."), 1).chopped(1);
}

} // namespace

void askForLinks(QWidget *window, std::function<void(const QString &)> take)
{
    const QString clipboard = QGuiApplication::clipboard()->text();
    auto *dialog = new LinksDialog(hasLinks(clipboard) ? clipboard : QString(), window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, window,
                     [dialog, take = std::move(take)] { take(dialog->text()); });
    dialog->open();
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
    QFileDialog *dialog = fileDialog(window, Words::tr("Export the run"), folder);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QStringList filters = exportFilters();
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(suffixOf(filters.constFirst()));
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(suffixOf(filter));
    });
    QObject::connect(dialog, &QFileDialog::fileSelected, window, std::move(take));
    dialog->selectFile(QStringLiteral("lapwing-run.json"));
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

void askForSettings(QWidget *window, const Settings &now,
                    std::function<void(const Settings &)> take)
{
    auto *dialog = new SettingsDialog(now, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, window,
                     [dialog, take = std::move(take)] { take(dialog->settings()); });
    dialog->open();
}

void askToQuit(QWidget *window, std::function<void(bool)> take)
{
    auto *question =
        new QMessageBox(QMessageBox::Question, Words::tr("Quit Lapwing?"),
                        Words::tr("Downloads are still running."), QMessageBox::NoButton, window);
    question->setInformativeText(
        Words::tr("They will be stopped. What came is kept where the server lets a download "
                  "go on: start the same links again for the rest."));
    QPushButton *quit = question->addButton(Words::tr("&Quit"), QMessageBox::DestructiveRole);
    QPushButton *stay = question->addButton(Words::tr("&Keep running"), QMessageBox::RejectRole);
    question->setDefaultButton(stay);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(
        question, &QDialog::finished, window,
        [question, quit, take = std::move(take)] { take(question->clickedButton() == quit); });
    question->open();
}

} // namespace lapwing::ui
