// SPDX-License-Identifier: MIT
#pragma once

#include "list/row.h"
#include "plan/extras.h"
#include "record/loop.h"

#include <QWidget>

#include <memory>

class QAction;

namespace lapwing::ui {

namespace Ui {
class DetailsPane;
}

/// All there is to know of one download: why it failed and what to do, with buttons that do it; where its time went;
/// its requests; its file. What has no room scrolls.
class DetailsPane : public QWidget {
    Q_OBJECT

public:
    explicit DetailsPane(QWidget *parent = nullptr);
    ~DetailsPane() override;

    /// As buttons, in this order.
    void setActions(const QList<QAction *> &actions);
    /// `loop`: of the run that the record is of, for what was recorded late. `extras`: what the list says besides.
    void showTask(const Row &row, const std::optional<plan::Checksum> &checksum,
                  const std::optional<record::Loop> &loop, const plan::Extras &extras = {});
    void showNothing();
    /// Only its hint is shown then.
    [[nodiscard]] bool isEmpty() const { return m_isEmpty; }
    /// From the keyboard.
    void takeFocus();
    /// In which all phases of a download are seen that came at the first attempt.
    [[nodiscard]] int heightForPhases() const;

Q_SIGNALS:
    void closeWanted();
    /// Whoever shows a row here is to do so again: in another language it says something else.
    void rowWanted();
    /// It is empty now, or is so no longer: it needs another height.
    void roomChanged();

private:
    void setEmpty(bool isEmpty);
    void setUpTables();
    void setTitles();
    [[nodiscard]] int heightOfTabs(int rows) const;

    std::unique_ptr<Ui::DetailsPane> m_ui;
    bool m_isEmpty = true;
};

} // namespace lapwing::ui
