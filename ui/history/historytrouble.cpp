// SPDX-License-Identifier: MIT
#include "history/historytrouble.h"

#include <QCoreApplication>

namespace lapwing::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::HistoryTrouble)
};

QString reasonOf(store::Trouble trouble)
{
    switch (trouble) {
    case store::Trouble::Damaged:
        return Words::tr("the file is damaged.");
    case store::Trouble::NewerVersion:
        return Words::tr("a newer version of Lapwing wrote the file.");
    case store::Trouble::NoSpace:
        return Words::tr("the disk is full.");
    case store::Trouble::NotWritable:
        return Words::tr("the data folder cannot be written to.");
    case store::Trouble::InUse:
        return Words::tr("another program keeps the file locked.");
    case store::Trouble::DiskError:
        return Words::tr("the disk reported an error.");
    case store::Trouble::NoDriver:
        return Words::tr("Qt's SQLite driver is not installed.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString whyNotListed(store::Trouble trouble)
{
    return Words::tr("The history cannot be read: %1").arg(reasonOf(trouble));
}

QString whyNotOpened(store::Trouble trouble)
{
    if (trouble == store::Trouble::Damaged)
        return Words::tr("This run cannot be read: it is damaged or no longer kept.");
    return Words::tr("This run cannot be read: %1").arg(reasonOf(trouble));
}

QString whyNotDeleted(store::Trouble trouble)
{
    return Words::tr("The history cannot be changed: %1").arg(reasonOf(trouble));
}

} // namespace lapwing::ui
