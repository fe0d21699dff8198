// SPDX-License-Identifier: MIT
#pragma once

#include "run/errands.h"
#include "settings/settings.h"

#include <QDialog>

#include <memory>

class QLineEdit;

namespace lapwing::ui {

namespace Ui {
class SettingsDialog;
}

class Complaint;

/// What counts for every run. What is wrong is said beside its field, and nothing wrong is accepted.
class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    explicit SettingsDialog(const Settings &settings, QWidget *parent = nullptr);
    ~SettingsDialog() override;

    [[nodiscard]] Settings settings() const;

private:
    void fill(const Settings &settings);
    void fillAccess(const Settings &settings);
    void connectChecks();
    void checkProxy();
    void checkHeaders();
    void checkNetrc();
    void checkFile(const QLineEdit *path, Complaint *complaint,
                   QString (*wrongWith)(const QString &));
    void say(Complaint *complaint, const QString &sentence);
    void choose(QLineEdit *path, const QString &title);
    void readAccess(Settings &settings) const;

    std::unique_ptr<Ui::SettingsDialog> m_ui;
    Errands m_errands;
};

} // namespace lapwing::ui
