// SPDX-License-Identifier: MIT
#include "help/helpwindow.h"

#include "help/helppages.h"
#include "text/catalogue.h"
#include "ui_helpwindow.h"

#include <QScreen>
#include <QSignalBlocker>

namespace lapwing::ui {
namespace {

constexpr int placeRole = Qt::UserRole;

QTreeWidgetItem *entryFor(const QString &title, const QUrl &place)
{
    auto *item = new QTreeWidgetItem({title});
    item->setData(0, placeRole, place);
    item->setToolTip(0, title);
    return item;
}

} // namespace

HelpWindow::HelpWindow() : m_ui(std::make_unique<Ui::HelpWindow>())
{
    m_ui->setupUi(this);
    setWindowFlags(Qt::Window); // a window like any other, which Esc closes
    text::inEachLanguage(this, [this] { retranslate(); });
    chooseSize();
    const auto openItem = [this](const QTreeWidgetItem *item) {
        if (item != nullptr)
            goTo(item->data(0, placeRole).toUrl());
    };
    connect(m_ui->contents, &QTreeWidget::currentItemChanged, this, openItem);
    connect(m_ui->contents, &QTreeWidget::itemClicked, this, openItem); // also the current one
    connect(m_ui->page, &QTextBrowser::sourceChanged, this, &HelpWindow::arrive);
    m_ui->contents->setCurrentItem(m_ui->contents->topLevelItem(0));
}

HelpWindow::~HelpWindow() = default;

/// The page that is read stays, at its section.
void HelpWindow::retranslate()
{
    m_ui->retranslateUi(this);
    const QUrl place = m_ui->page->source();
    {
        const QSignalBlocker quiet(m_ui->contents);
        m_ui->contents->clear();
        addContents();
    }
    if (!place.isEmpty()) {
        m_ui->page->reload();
        arrive(place);
    }
}

void HelpWindow::goTo(const QUrl &place)
{
    if (place == m_ui->page->source())
        arrive(place);
    else
        m_ui->page->setSource(place);
}

/// Links and tables have the colours of the palette at the time the page was read.
void HelpWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_ui->page->reload();
}

void HelpWindow::addContents()
{
    for (const HelpPage &page : helpPages()) {
        QTreeWidgetItem *item = entryFor(page.title, page.source);
        for (qsizetype i = 0; i < page.sections.size(); ++i) {
            QUrl place = page.source;
            place.setFragment(page.anchors.value(i));
            item->addChild(entryFor(page.sections[i], place));
        }
        m_ui->contents->addTopLevelItem(item);
    }
    m_ui->contents->expandAll();
}

/// The contents as wide as their longest line, the page as wide as reads well.
void HelpWindow::chooseSize()
{
    const int letter = fontMetrics().averageCharWidth();
    m_ui->contents->resizeColumnToContents(0);
    const int contents = m_ui->contents->columnWidth(0) + 4 * letter;
    const QSize wanted(contents + 100 * letter, fontMetrics().height() * 40);
    resize(wanted.boundedTo(screen()->availableSize() * 9 / 10));
    m_ui->split->setSizes({contents, width() - contents});
    m_ui->split->setStretchFactor(1, 1);
}

void HelpWindow::arrive(const QUrl &place)
{
    finishPage(m_ui->page->document(), place);
    if (place.hasFragment())
        m_ui->page->scrollToAnchor(place.fragment());
    const QSignalBlocker quiet(m_ui->contents);
    m_ui->contents->setCurrentItem(itemOf(place));
}

/// The section, or at least its page.
QTreeWidgetItem *HelpWindow::itemOf(const QUrl &place) const
{
    QTreeWidgetItem *found = nullptr;
    for (QTreeWidgetItemIterator item(m_ui->contents); *item != nullptr; ++item) {
        const QUrl here = (*item)->data(0, placeRole).toUrl();
        if (here == place || here == place.adjusted(QUrl::RemoveFragment))
            found = *item;
    }
    return found;
}

} // namespace lapwing::ui
