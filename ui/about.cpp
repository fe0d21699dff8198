// SPDX-License-Identifier: MIT
#include "about.h"

#include "titleroom.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace lapwing::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::About)
};

} // namespace

void showAbout(QWidget *window)
{
    auto *box =
        new QMessageBox(QMessageBox::NoIcon, Words::tr("About Lapwing"),
                        QStringLiteral("<b>Lapwing %1</b>").arg(QStringLiteral(LAPWING_VERSION)),
                        QMessageBox::NoButton, window);
    box->addButton(Words::tr("&Close"), QMessageBox::RejectRole);
    box->setInformativeText(
        Words::tr("Downloads a list of links in parallel and measures how much faster that is than "
                  "one at a time.\n\nLicence: MIT\nRuns on Qt %1")
            .arg(QLatin1String(qVersion())));
    box->setIconPixmap(window->windowIcon().pixmap(64));
    makeRoomForTitle(box);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace lapwing::ui
