// SPDX-License-Identifier: MIT
#include "details/entrydialog.h"

#include "details/filesettings.h"
#include "letterwidth.h"
#include "settings/fielderror.h"
#include "settings/scrolledform.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace lapwing::ui {

EntryDialog::EntryDialog(const plan::Entry &entry, QWidget *parent)
    : QDialog(parent), m_entry(entry)
{
    setWindowTitle(tr("Edit download"));
    auto *column = new QVBoxLayout(this);
    auto *fields = new QWidget;
    auto *form = new QFormLayout(fields);
    form->setContentsMargins({});
    addFields(form, editOf(entry));
    column->addWidget(new ScrolledForm(fields));
    m_wrong = new FieldError(this);
    m_wrong->setObjectName(QStringLiteral("wrong"));
    column->addWidget(m_wrong);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    column->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
    resize(sizeHint().boundedTo(screen()->availableSize() * 9 / 10));
}

plan::Entry EntryDialog::entry() const
{
    return edited(m_entry, edit()).value_or(m_entry);
}

QLineEdit *EntryDialog::addField(QFormLayout *form, const QString &title, const char *name,
                                 const QString &text, const QString &hint)
{
    auto *field = new QLineEdit(text);
    field->setObjectName(QLatin1String(name));
    field->setPlaceholderText(hint);
    field->setAccessibleName(title);
    field->setAccessibleDescription(hint);
    field->setCursorPosition(0);
    form->addRow(tr("%1:").arg(title), field);
    connect(field, &QLineEdit::textChanged, this, &EntryDialog::check);
    return field;
}

void EntryDialog::addFields(QFormLayout *form, const EntryEdit &edit)
{
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_name = addField(form, tr("Name"), "name", edit.name, tr("from the link or the server"));
    m_folder = addField(form, tr("Folder"), "folder", edit.folder, tr("the download folder"));
    m_checksum = addField(form, tr("Checksum"), "checksum", edit.checksum,
                          QStringLiteral("sha-256=9f86d081884c7d65…"));
    m_checksum->setMinimumWidth(letterWidth(fontMetrics()) * 60);
    m_headers = new QPlainTextEdit(edit.headers);
    m_headers->setObjectName(QStringLiteral("headers"));
    m_headers->setAccessibleName(tr("Headers"));
    m_headers->setPlaceholderText(tr("Name: value, one on each line"));
    m_headers->setTabChangesFocus(true);
    m_headers->setMinimumHeight(fontMetrics().lineSpacing() * 3); // what is wrong takes the rest
    m_headers->setMaximumHeight(fontMetrics().lineSpacing() * 5);
    form->addRow(tr("%1:").arg(tr("Headers")), m_headers);
    connect(m_headers, &QPlainTextEdit::textChanged, this, &EntryDialog::check);
    for (std::size_t place = 0; place < fileSettings().size(); ++place) {
        const FileSetting &setting = fileSettings()[place];
        m_settings << addField(form, titleOf(setting), setting.name.toLatin1().constData(),
                               edit.settings.value(static_cast<qsizetype>(place)), hintOf(setting));
    }
}

EntryEdit EntryDialog::edit() const
{
    EntryEdit edit{m_name->text(), m_folder->text(), m_checksum->text(), m_headers->toPlainText()};
    for (const QLineEdit *field : m_settings)
        edit.settings << field->text();
    return edit;
}

void EntryDialog::check()
{
    if (m_buttons == nullptr) // the fields are being filled
        return;
    const auto after = edited(m_entry, edit());
    m_wrong->setMessage(after ? QString() : after.error());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(after.has_value());
}

} // namespace lapwing::ui
