// SPDX-License-Identifier: MIT
#include "help/helpwindow.h"

#include "help/helppages.h"
#include "letterwidth.h"
#include "summary/announcement.h"
#include "text/catalogue.h"
#include "ui_helpwindow.h"

#include <QKeyEvent>
#include <QLocale>
#include <QScreen>
#include <QShortcut>
#include <QSignalBlocker>
#include <QTextCursor>

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
    connectSearch();
}

HelpWindow::~HelpWindow() = default;

/// The page that is read stays, at its section. Titles may be longer now.
void HelpWindow::retranslate()
{
    m_ui->retranslateUi(this);
    const QUrl place = m_ui->page->source();
    {
        const QSignalBlocker quiet(m_ui->contents);
        m_ui->contents->clear();
        addContents();
    }
    if (const int contents = contentsWidth(); contents > m_ui->split->sizes().constFirst())
        m_ui->split->setSizes({contents, width() - contents});
    search(m_ui->search->text());
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

/// Return in the search field goes on to the next place.
void HelpWindow::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && m_ui->search->hasFocus())
        step(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    else
        QDialog::keyPressEvent(event);
}

void HelpWindow::connectSearch()
{
    connect(m_ui->search, &QLineEdit::textChanged, this, &HelpWindow::search);
    connect(m_ui->next, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_ui->previous, &QPushButton::clicked, this, [this] { step(-1); });
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, [this] {
        m_ui->search->setFocus(Qt::ShortcutFocusReason);
        m_ui->search->selectAll();
    });
    connect(new QShortcut(QKeySequence::FindNext, this), &QShortcut::activated, this,
            [this] { step(1); });
    connect(new QShortcut(QKeySequence::FindPrevious, this), &QShortcut::activated, this,
            [this] { step(-1); });
    search({});
}

void HelpWindow::search(const QString &text)
{
    m_hits = findInHelp(text);
    m_hit = 0;
    const bool isFound = !m_hits.empty();
    m_ui->next->setEnabled(isFound);
    m_ui->previous->setEnabled(isFound);
    if (isFound)
        return showHit();
    m_ui->found->setText(text.trimmed().isEmpty() ? QString() : tr("Nothing found"));
    QTextCursor cursor = m_ui->page->textCursor();
    cursor.clearSelection();
    m_ui->page->setTextCursor(cursor);
    if (!m_ui->found->text().isEmpty())
        announce(this, m_ui->found->text());
}

void HelpWindow::step(int by)
{
    const int count = static_cast<int>(m_hits.size());
    if (count == 0)
        return;
    m_hit = (m_hit + by + count) % count;
    showHit();
}

void HelpWindow::showHit()
{
    const HelpHit &hit = m_hits[static_cast<std::size_t>(m_hit)];
    if (m_ui->page->source().adjusted(QUrl::RemoveFragment) != hit.page)
        goTo(hit.page);
    QTextCursor cursor(m_ui->page->document());
    cursor.setPosition(hit.position);
    cursor.setPosition(hit.position + static_cast<int>(m_ui->search->text().trimmed().size()),
                       QTextCursor::KeepAnchor);
    m_ui->page->setTextCursor(cursor);
    m_ui->page->ensureCursorVisible();
    const QLocale locale;
    m_ui->found->setText(
        tr("%1 of %2").arg(locale.toString(m_hit + 1), locale.toString(m_hits.size())));
    announce(this, m_ui->found->text());
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

int HelpWindow::contentsWidth() const
{
    m_ui->contents->resizeColumnToContents(0);
    return m_ui->contents->columnWidth(0) + 4 * letterWidth(fontMetrics());
}

/// The page as wide as reads well.
void HelpWindow::chooseSize()
{
    const int contents = contentsWidth();
    const QSize wanted(contents + 100 * letterWidth(fontMetrics()), fontMetrics().height() * 40);
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
