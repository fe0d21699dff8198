// SPDX-License-Identifier: MIT
#pragma once

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

private:
    void retranslate();
    void addContents();
    void chooseSize();
    void arrive(const QUrl &place);
    [[nodiscard]] QTreeWidgetItem *itemOf(const QUrl &place) const;

    std::unique_ptr<Ui::HelpWindow> m_ui;
};

} // namespace lapwing::ui
