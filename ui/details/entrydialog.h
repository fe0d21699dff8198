// SPDX-License-Identifier: MIT
#pragma once

#include "details/entryedit.h"

#include <QDialog>
#include <QList>

class QDialogButtonBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;

namespace lapwing::ui {

class FieldError;

/// Changes what is said of one download: its name, folder, checksum, headers and limits. An empty field is as for all.
class EntryDialog : public QDialog {
    Q_OBJECT

public:
    explicit EntryDialog(const plan::Entry &entry, QWidget *parent = nullptr);

    /// Once it was accepted.
    [[nodiscard]] plan::Entry entry() const;

private:
    [[nodiscard]] QLineEdit *addField(QFormLayout *form, const QString &title, const char *name,
                                      const QString &text, const QString &hint);
    void addFields(QFormLayout *form, const EntryEdit &edit);
    [[nodiscard]] EntryEdit edit() const;
    void check();

    plan::Entry m_entry;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_folder = nullptr;
    QLineEdit *m_checksum = nullptr;
    QPlainTextEdit *m_headers = nullptr;
    QList<QLineEdit *> m_settings;
    FieldError *m_wrong = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
};

} // namespace lapwing::ui
