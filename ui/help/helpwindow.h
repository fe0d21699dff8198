// SPDX-License-Identifier: MIT
#pragma once

#include "help/helpsearch.h"

#include <QDialog>

#include <memory>

class QTreeWidgetItem;

namespace lapwing::ui {

namespace Ui {
class HelpWindow;
}

/// The help, beside the main window: contents and page. A link to the web opens in the browser.
class HelpWindow : public QDialog {
    Q_OBJECT

public:
    HelpWindow();
    ~HelpWindow() override;

    /// qrc:/help/NAME.md, with #anchor for a section.
    void goTo(const QUrl &place);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();
    void addContents();
    /// That they need for their longest line.
    [[nodiscard]] int contentsWidth() const;
    void chooseSize();
    void arrive(const QUrl &place);
    void connectSearch();
    void search(const QString &text);
    /// By one hit forward or back, round the end.
    void step(int by);
    void showHit();
    [[nodiscard]] QTreeWidgetItem *itemOf(const QUrl &place) const;

    std::unique_ptr<Ui::HelpWindow> m_ui;
    std::vector<HelpHit> m_hits;
    int m_hit = 0; ///< that is shown
};

} // namespace lapwing::ui
