// SPDX-License-Identifier: MIT
#include "input/checksumdialog.h"

#include "letterwidth.h"
#include "plan/checksum.h"
#include "text/accesserror.h"
#include "ui_checksumdialog.h"

#include <QPushButton>

namespace lapwing::ui {

ChecksumDialog::ChecksumDialog(const plan::Entry &entry, QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::ChecksumDialog>())
{
    m_ui->setupUi(this);
    m_ui->hint->setText(tr("Expected checksum of %1, as TYPE=HEX or as digits alone. If it does "
                           "not match, the file is discarded.")
                            .arg(entry.name));
    // As wide as what is typed most often.
    m_ui->checksum->setMinimumWidth(letterWidth(fontMetrics()) * 76);
    connect(m_ui->checksum, &QLineEdit::textChanged, this, &ChecksumDialog::check);
    if (entry.checksum)
        m_ui->checksum->setText(plan::nameOf(*entry.checksum) + u'='
                                + QString::fromLatin1(entry.checksum->digest.toHex()));
}

ChecksumDialog::~ChecksumDialog() = default;

std::optional<plan::Checksum> ChecksumDialog::checksum() const
{
    const auto read = plan::typedChecksum(m_ui->checksum->text());
    return read ? std::optional(*read) : std::nullopt;
}

void ChecksumDialog::check()
{
    const QString text = m_ui->checksum->text().trimmed();
    const auto read = plan::typedChecksum(text);
    const bool isFine = text.isEmpty() || read;
    m_ui->wrong->setMessage(isFine ? QString() : text::sentence(read.error()));
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(isFine);
}

} // namespace lapwing::ui
