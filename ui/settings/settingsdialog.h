// SPDX-License-Identifier: MIT
#pragma once

#include "run/backgroundqueue.h"
#include "settings/settings.h"

#include <QDialog>

#include <memory>

class QLineEdit;

namespace lapwing::ui {

namespace Ui {
class SettingsDialog;
}

class FieldError;

/// What counts for every run. What is wrong is said beside its field, and nothing wrong is accepted.
class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    explicit SettingsDialog(const Settings &settings, QWidget *parent = nullptr);
    ~SettingsDialog() override;

    [[nodiscard]] Settings settings() const;

private:
    void fill(const Settings &settings);
    void fillLanguages(const QString &chosen);
    void fillAccess(const Settings &settings);
    void connectChecks();
    void tellAttempts();
    void checkProxy();
    void checkHeaders();
    void checkNetrc();
    void checkFile(const QLineEdit *path, FieldError *error, QString (*wrongWith)(const QString &));
    void say(FieldError *error, const QString &sentence);
    void choose(QLineEdit *path, const QString &title);
    void readAccess(Settings &settings) const;

    std::unique_ptr<Ui::SettingsDialog> m_ui;
    BackgroundQueue m_errands;
};

} // namespace lapwing::ui
