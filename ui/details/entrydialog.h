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
struct FileSetting;

/// Changes what is said of one download: its link, name, folder, checksum, headers and limits. An empty field is as for all.
class EntryDialog : public QDialog {
    Q_OBJECT

public:
    explicit EntryDialog(const plan::Entry &entry, IsListed isListed = {},
                         QWidget *parent = nullptr);

    /// Once it was accepted.
    [[nodiscard]] plan::Entry entry() const;

    /// Not if what was right when it was typed is wrong by now: the list may have changed.
    void accept() override;

protected:
    /// Return goes to what is wrong, while something is.
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addRow(QFormLayout *form, const QString &title, const char *name, QWidget *field,
                const QString &hint, QWidget *beside = nullptr);
    QLineEdit *addField(QFormLayout *form, const QString &title, const char *name,
                        const QString &text, const QString &hint, QWidget *beside = nullptr);
    void addChoice(QFormLayout *form, const FileSetting &setting, const QString &value);
    void addFolder(QFormLayout *form, const QString &folder);
    void addHeaders(QFormLayout *form, const QString &headers);
    void addFields(QFormLayout *form, const EntryEdit &edit);
    [[nodiscard]] EntryEdit edit() const;
    void check();
    void mark(const WrongField *wrong);

    struct ShownField {
        QWidget *widget;
        QString hint;
    };

    plan::Entry m_entry;
    IsListed m_isListed;
    QList<ShownField> m_fields; ///< as EditField has them
    QLineEdit *m_link = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_folder = nullptr;
    QLineEdit *m_checksum = nullptr;
    QPlainTextEdit *m_headers = nullptr;
    FieldError *m_error = nullptr;
    QWidget *m_wrong = nullptr; ///< the field; null: none
    QDialogButtonBox *m_buttons = nullptr;
};

} // namespace lapwing::ui
