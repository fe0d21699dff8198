// SPDX-License-Identifier: MIT
#include "list/priorityname.h"

#include <QCoreApplication>

namespace lapwing::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::Priority)
};

} // namespace

QString nameOf(plan::Priority priority)
{
    switch (priority) {
    case plan::Priority::High:
        return Words::tr("High");
    case plan::Priority::Normal:
        return Words::tr("Normal");
    case plan::Priority::Low:
        return Words::tr("Low");
    }
    return {};
}

} // namespace lapwing::ui
