// SPDX-License-Identifier: MIT
#include "list/columns/columns.h"

#include "list/cells/celltexts.h"
#include "list/statustext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace lapwing::ui {
namespace {

using namespace cell;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::Columns)
};

constexpr Qt::Alignment left = Qt::AlignLeft | Qt::AlignVCenter;
constexpr Qt::Alignment right = Qt::AlignRight | Qt::AlignVCenter;

#define TITLE(text) QT_TRANSLATE_NOOP("lapwing::ui::Columns", text)
constexpr std::array table{
    Column{ColumnId::Number, TITLE("#"), "0000", right, numberText, numberKey, linkTip, nullptr,
           false, true},
    Column{ColumnId::Name, TITLE("Name"), "a-file-of-a-name.tar.gz", left, nameText, nameKey,
           linkTip, nullptr, false, true},
    Column{ColumnId::Link, TITLE("Link"), "https://downloads.example.org/a-file", left, linkText,
           linkKey, linkTip, nullptr, false, false},
    Column{ColumnId::Host, TITLE("Host"), "downloads.example.org", left, hostText, hostKey, linkTip,
           nullptr, false, false},
    Column{ColumnId::Status, TITLE("Status"), "Retrying in 30 s: No response", left, statusText,
           statusKey, statusTip, statusSpoken, true, true},
    Column{ColumnId::Progress, TITLE("Progress"), "a bar of 100 %", left, progressText, progressKey,
           progressSpoken, progressSpoken, true, true},
    Column{ColumnId::Size, TITLE("Size"), "1000.0 MB", right, sizeText, sizeKey, sizeTip, nullptr,
           true, true},
    Column{ColumnId::Speed, TITLE("Speed"), "1000.0 MB/s", right, speedText, speedKey, speedTip,
           nullptr, true, true},
    Column{ColumnId::TimeLeft, TITLE("Time left"), "00 min 00 s", right, timeLeftText, timeLeftKey,
           timeLeftTip, nullptr, true, true},
    Column{ColumnId::OwnTime, TITLE("Time"), "00 min 00 s", right, ownTimeText, ownTimeKey,
           ownTimeTip, nullptr, true, false},
    Column{ColumnId::AverageSpeed, TITLE("Average speed"), "Average speed 1", right,
           averageSpeedText, averageSpeedKey, averageSpeedTip, nullptr, true, false},
    Column{ColumnId::Wait, TITLE("Wait"), "under 1 ms", right, waitText, waitKey, waitTip, nullptr,
           true, false},
    Column{ColumnId::Attempts, TITLE("Attempts"), "Attempts 1", right, attemptsText, attemptsKey,
           attemptsTip, nullptr, true, false},
    Column{ColumnId::HttpStatus, TITLE("HTTP status"), "HTTP status 1", right, httpStatusText,
           httpStatusKey, httpStatusTip, nullptr, true, false},
    Column{ColumnId::SavedAs, TITLE("Saved as"), "/home/somebody/Downloads/a-file", left,
           savedAsText, savedAsKey, linkTip, nullptr, true, false},
    Column{ColumnId::Priority, TITLE("Priority"), "Priority 1", left, priorityText, priorityKey,
           priorityTip, nullptr, true, false},
};
#undef TITLE

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (static_cast<std::size_t>(table[i].id) != i)
            return false;
    }
    return table.size() == static_cast<std::size_t>(ColumnId::Priority) + 1;
}
static_assert(inOrder(), "one column for each id, in the order of the enumeration");
static_assert(std::is_partitioned(table.begin(), table.end(),
                                  [](const Column &c) { return !c.live; }),
              "the live columns stand together at the end, so that one run of cells covers them");

} // namespace

std::span<const Column> columns()
{
    return table;
}

const Column &column(ColumnId id)
{
    return table[static_cast<std::size_t>(id)];
}

QString titleOf(const Column &column)
{
    return Words::tr(column.title);
}

} // namespace lapwing::ui
