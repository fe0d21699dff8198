// SPDX-License-Identifier: MIT
#include "input/linksdialog.h"

#include "plan/lists/sources.h"
#include "ui_linksdialog.h"

#include <QPushButton>

namespace lapwing::ui {
namespace {

QString countText(const plan::Links &links)
{
    const int good = static_cast<int>(links.urls.size());
    const int bad = static_cast<int>(links.rejects.size());
    const QString text = LinksDialog::tr("%Ln links", nullptr, good);
    if (bad == 0)
        return text;
    const QString more = LinksDialog::tr("%Ln lines are not links", nullptr, bad);
    return LinksDialog::tr("%1, %2").arg(text, more);
}

} // namespace

LinksDialog::LinksDialog(const QString &text, QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::LinksDialog>())
{
    m_ui->setupUi(this);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("Add"));
    connect(m_ui->links, &QPlainTextEdit::textChanged, this, &LinksDialog::count);
    m_ui->links->setPlainText(text);
    m_ui->links->selectAll(); // what is typed takes the place of what was on the clipboard
    count();
}

LinksDialog::~LinksDialog() = default;

QString LinksDialog::text() const
{
    return m_ui->links->toPlainText();
}

void LinksDialog::count()
{
    m_changed = m_counting;
    if (m_counting)
        return;
    m_counting = true;
    const auto show = [this](const plan::Links &links) {
        m_counting = false;
        m_ui->count->setText(countText(links));
        m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(!links.urls.empty());
        if (m_changed)
            count();
    };
    m_errands.run([bytes = text().toUtf8()] { return plan::linksFromContents(bytes); }, show);
}

} // namespace lapwing::ui
