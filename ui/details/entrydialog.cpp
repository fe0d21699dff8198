// SPDX-License-Identifier: MIT
#include "details/entrydialog.h"

#include "details/filesettings.h"
#include "letterwidth.h"
#include "list/statusstyle.h"
#include "questions.h"
#include "settings/fielderror.h"
#include "settings/scrolledform.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <utility>

namespace lapwing::ui {

EntryDialog::EntryDialog(const plan::Entry &entry, IsListed isListed, QWidget *parent)
    : QDialog(parent), m_entry(entry), m_isListed(std::move(isListed))
{
    setWindowTitle(tr("Edit download"));
    auto *column = new QVBoxLayout(this);
    auto *fields = new QWidget;
    auto *form = new QFormLayout(fields);
    form->setContentsMargins({});
    addFields(form, editOf(entry));
    column->addWidget(new ScrolledForm(fields));
    m_error = new FieldError(this);
    m_error->setObjectName(QStringLiteral("wrong"));
    column->addWidget(m_error);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    column->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
    resize(sizeHint().boundedTo(screen()->availableSize() * 9 / 10));
}

plan::Entry EntryDialog::entry() const
{
    return edited(m_entry, edit(), m_isListed).value_or(m_entry);
}

void EntryDialog::accept()
{
    check();
    if (m_wrong == nullptr)
        QDialog::accept();
}

void EntryDialog::addRow(QFormLayout *form, const QString &title, const char *name, QWidget *field,
                         const QString &hint, QWidget *beside)
{
    field->setObjectName(QLatin1String(name));
    field->setAccessibleName(title);
    field->setAccessibleDescription(hint);
    m_fields << ShownField{field, hint};
    if (beside == nullptr) {
        form->addRow(tr("%1:").arg(title), field);
        return;
    }
    auto *line = new QHBoxLayout;
    line->addWidget(field, 1);
    line->addWidget(beside);
    form->addRow(tr("%1:").arg(title), line);
}

QLineEdit *EntryDialog::addField(QFormLayout *form, const QString &title, const char *name,
                                 const QString &text, const QString &hint, QWidget *beside)
{
    auto *field = new QLineEdit(text);
    field->setPlaceholderText(hint);
    field->setCursorPosition(0);
    addRow(form, title, name, field, hint, beside);
    connect(field, &QLineEdit::textChanged, this, &EntryDialog::check);
    return field;
}

/// A value of a list that is none of the choices is one here: it stays until another is chosen.
void EntryDialog::addChoice(QFormLayout *form, const FileSetting &setting, const QString &value)
{
    auto *field = new QComboBox;
    field->addItem(tr("as for all downloads"), QString());
    for (const QStringView choice : setting.choices.split(u' '))
        field->addItem(choice == u"true" ? tr("Yes") : tr("No"), choice.toString());
    if (field->findData(value) < 0)
        field->addItem(value, value);
    field->setCurrentIndex(field->findData(value));
    addRow(form, titleOf(setting), setting.name.toLatin1().constData(), field, hintOf(setting));
    connect(field, &QComboBox::currentIndexChanged, this, &EntryDialog::check);
}

void EntryDialog::addFolder(QFormLayout *form, const QString &folder)
{
    auto *choose = new QPushButton(tr("Choose…"));
    choose->setObjectName(QStringLiteral("chooseFolder"));
    choose->setAccessibleDescription(tr("Folder"));
    choose->setAutoDefault(false);
    m_folder = addField(form, tr("Folder"), "folder", folder, tr("the download folder"), choose);
    connect(choose, &QPushButton::clicked, this, [this] {
        const QString now = m_folder->text();
        askForFolder(this, now.startsWith(u'/') ? now : QString(),
                     [this](const QString &path) { m_folder->setText(path); });
    });
}

void EntryDialog::addHeaders(QFormLayout *form, const QString &headers)
{
    const QString hint = tr("Name: value, one on each line");
    m_headers = new QPlainTextEdit(headers);
    m_headers->setPlaceholderText(hint);
    m_headers->setTabChangesFocus(true);
    m_headers->setMinimumHeight(fontMetrics().lineSpacing() * 3); // what is wrong takes the rest
    m_headers->setMaximumHeight(fontMetrics().lineSpacing() * 5);
    addRow(form, tr("Headers"), "headers", m_headers, hint);
    connect(m_headers, &QPlainTextEdit::textChanged, this, &EntryDialog::check);
}

void EntryDialog::addFields(QFormLayout *form, const EntryEdit &edit)
{
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_link = addField(form, tr("Link"), "link", edit.link, QStringLiteral("https://…"));
    m_name = addField(form, tr("Name"), "name", edit.name, tr("from the link or the server"));
    addFolder(form, edit.folder);
    m_checksum = addField(form, tr("Checksum"), "checksum", edit.checksum,
                          QStringLiteral("sha-256=9f86d081884c7d65…"));
    m_checksum->setMinimumWidth(letterWidth(fontMetrics()) * 60);
    addHeaders(form, edit.headers);
    for (std::size_t place = 0; place < fileSettings().size(); ++place) {
        const FileSetting &setting = fileSettings()[place];
        const QString value = edit.settings.value(static_cast<qsizetype>(place));
        if (setting.choices.isEmpty())
            addField(form, titleOf(setting), setting.name.toLatin1().constData(), value,
                     hintOf(setting));
        else
            addChoice(form, setting, value);
    }
}

EntryEdit EntryDialog::edit() const
{
    EntryEdit edit{m_link->text(), m_name->text(), m_folder->text(), m_checksum->text(),
                   m_headers->toPlainText()};
    for (const ShownField &field : m_fields.sliced(FirstSettingField)) {
        const auto *choice = qobject_cast<const QComboBox *>(field.widget);
        edit.settings << (choice ? choice->currentData().toString()
                                 : qobject_cast<const QLineEdit *>(field.widget)->text());
    }
    return edit;
}

void EntryDialog::check()
{
    if (m_buttons == nullptr) // the fields are being filled
        return;
    const auto after = edited(m_entry, edit(), m_isListed);
    m_error->setMessage(after ? QString() : after.error().sentence);
    mark(after ? nullptr : &after.error());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(after.has_value());
}

void EntryDialog::mark(const WrongField *wrong)
{
    m_wrong = wrong ? m_fields[wrong->field].widget : nullptr;
    QPalette marked = palette();
    marked.setColor(QPalette::Base, tintOf(record::TaskState::Failed, marked));
    for (const auto &[field, hint] : std::as_const(m_fields)) {
        field->setPalette(field == m_wrong ? marked : QPalette());
        field->setAccessibleDescription(field == m_wrong ? wrong->sentence : hint);
    }
}

void EntryDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && m_wrong != nullptr)
        m_wrong->setFocus(Qt::ShortcutFocusReason); // which scrolls there
    else
        QDialog::keyPressEvent(event);
}

} // namespace lapwing::ui
