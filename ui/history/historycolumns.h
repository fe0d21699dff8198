// SPDX-License-Identifier: MIT
#pragma once

#include "store/history.h"

#include <QString>
#include <QVariant>

#include <span>

namespace lapwing::ui {

enum class HistoryColumnId {
    Started,
    Kind,
    Links,
    Files,
    Size,
    AtOnce,
    Together,
    OneAtATime,
    Speedup,
    Limit,
    Host ///< last, for the columns that a user has kept
};

/// All there is to know of a column of the history.
struct HistoryColumn {
    HistoryColumnId id;
    const char *title;  ///< untranslated; see titleOf
    const char *sample; ///< as wide as its texts ordinarily are; sets the width. Empty: of the date
    Qt::Alignment alignment;
    QString (*text)(const store::RunSummary &);
    QVariant (*sortKey)(const store::RunSummary &); ///< invalid: unknown
    QString (*toolTip)(const store::RunSummary &);  ///< empty: none
};

[[nodiscard]] std::span<const HistoryColumn> historyColumns();
[[nodiscard]] const HistoryColumn &historyColumn(HistoryColumnId id);
[[nodiscard]] QString titleOf(const HistoryColumn &column);
/// For a screen reader: a number alone says nothing.
[[nodiscard]] QString spokenText(const HistoryColumn &column, const store::RunSummary &summary);

/// When the run began, here and now: "28/11/2026 23:00".
[[nodiscard]] QString dateOf(const store::RunSummary &summary);

} // namespace lapwing::ui
