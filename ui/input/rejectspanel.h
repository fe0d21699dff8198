// SPDX-License-Identifier: MIT
#pragma once

#include "input/rejectsmodel.h"

#include <QWidget>

#include <memory>

namespace lapwing::ui {

namespace Ui {
class RejectsPanel;
}

/// A part of a window that lists what was refused; hidden until it is asked for. Shown again, it has what it had, unless
/// something was added while the user had it hidden.
class RejectsPanel : public QWidget {
    Q_OBJECT

public:
    explicit RejectsPanel(QWidget *parent = nullptr);
    ~RejectsPanel() override;

    /// To what it has, or in its place.
    void addRejects(const std::vector<plan::Reject> &rejects);
    /// What is added next takes the place of what it has: the user has seen enough of that.
    [[nodiscard]] bool beginsAnew() const { return m_beginsAnew; }
    /// The user may want none of them any more.
    void offerClear();
    void setGroups(std::vector<plan::Gathered> groups);
    void setVisible(bool isVisible) override;
    /// Hidden for something else in its place: what is added next comes to what it has.
    void makeWay();

Q_SIGNALS:
    void cleared();
    void visibilityChanged(bool isVisible);

private:
    void copy() const;
    void clear();
    void fit();

    std::unique_ptr<Ui::RejectsPanel> m_ui;
    RejectsModel m_model;
    /// That were added; gathered when they are seen: there may be 100,000.
    std::vector<plan::Reject> m_rejects;
    bool m_beginsAnew = true;
};

} // namespace lapwing::ui
