// SPDX-License-Identifier: MIT
#include "input/linksdialog.h"

#include "input/previewtext.h"
#include "letterwidth.h"
#include "plan/lists/ranges.h"
#include "questions.h"
#include "text/listerror.h"
#include "ui_linksdialog.h"

#include <QAction>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>

#include <chrono>
#include <utility>

namespace lapwing::ui {
namespace {

constexpr std::chrono::milliseconds patience{300};
constexpr int maxAsked = 1000; ///< links whose servers are asked for the size

/// Elsewhere than on the window's thread: of 100,000 rows it takes a while.
template<typename Value>
void dispose(BackgroundQueue &errands, Value value)
{
    errands.run([value = std::move(value)] { return value != nullptr; }, [](bool) {});
}

} // namespace

LinksDialog::LinksDialog(Conditions conditions, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::LinksDialog>())
    , m_conditions(std::move(conditions))
{
    setUp(m_conditions);
    connectFields();
    connectButtons();
    m_ui->links->takeText(m_conditions.text);
    m_ui->links->setFocus();
    m_ui->links->selectAll(); // what is typed takes the place of what was on the clipboard
    if (!m_reading)
        read();
}

LinksDialog::~LinksDialog() = default;

void LinksDialog::setUp(const Conditions &conditions)
{
    m_ui->setupUi(this);
    setAcceptDrops(true);
    const int line = fontMetrics().lineSpacing();
    m_ui->links->setMinimumHeight(3 * line);
    m_ui->links->setMaximumHeight(7 * line);
    m_ui->table->setMinimumHeight(4 * line);
    QPushButton *add = m_ui->buttons->button(QDialogButtonBox::Ok);
    add->setText(tr("Add"));
    QPushButton *start =
        m_ui->buttons->addButton(tr("Add and start"), QDialogButtonBox::ActionRole);
    QWidget::setTabOrder(add, start);
    start->setObjectName(QStringLiteral("start"));
    connect(add, &QPushButton::clicked, this, [this] {
        m_finish = false;
        finish();
    });
    connect(start, &QPushButton::clicked, this, [this] {
        m_finish = true;
        finish();
    });
    m_ui->folder->setText(QDir::toNativeSeparators(conditions.folder));
    m_ui->atOnce->setValue(conditions.atOnce);
    m_ui->askSizes->setVisible(conditions.canAskLengths);
    m_ui->askSizes->setToolTip(
        tr("Ask the servers for the sizes of the selected links, of at most %L1 at a time")
            .arg(maxAsked));
    for (QWidget *later : std::initializer_list<QWidget *>{m_ui->rejects, m_ui->showRejects,
                                                           m_ui->expand, m_ui->ranges, m_ui->unused,
                                                           m_ui->allowFolders, m_ui->clear})
        later->hide();
    const QList<QAction *> inFilter = m_ui->filter->findChildren<QAction *>();
    for (QAction *action : inFilter) // Qt's own is the one that clears
        action->setText(tr("Clear"));
    QSize size(letterWidth(fontMetrics()) * 150, line * 34);
    if (const QScreen *where = screen())
        size = size.boundedTo(where->availableSize() * 9 / 10);
    resize(size);
}

void LinksDialog::connectFields()
{
    connect(m_ui->links, &QPlainTextEdit::textChanged, this, &LinksDialog::read);
    connect(m_ui->links, &LinksEdit::filesGiven, this, &LinksDialog::addFiles);
    connect(m_ui->links, &LinksEdit::longTextGiven, this, &LinksDialog::addLongText);
    connect(m_ui->filter, &QLineEdit::textChanged, this, &LinksDialog::filter);
    connect(m_ui->expand, &QCheckBox::toggled, this, &LinksDialog::expandRanges);
    connect(m_ui->folder, &QLineEdit::editingFinished, this, [this] {
        if (chosenFolder() != m_folderRead)
            read();
    });
    connect(&m_ui->table->rows(), &PreviewModel::ticksChanged, this, &LinksDialog::showCounts);
    m_slow.setSingleShot(true);
    m_slow.setInterval(patience);
    connect(&m_slow, &QTimer::timeout, this, [this] { m_ui->count->setText(tr("Reading…")); });
}

void LinksDialog::connectButtons()
{
    connect(m_ui->tickAll, &QPushButton::clicked, this,
            [this] { m_ui->table->rows().tickAll(true); });
    connect(m_ui->tickNone, &QPushButton::clicked, this,
            [this] { m_ui->table->rows().tickAll(false); });
    connect(m_ui->askSizes, &QPushButton::clicked, this, [this] {
        const std::vector<QUrl> links = m_ui->table->rows().unknownLengths(maxAsked);
        if (!links.empty())
            Q_EMIT lengthsWanted(links);
    });
    connect(m_ui->showRejects, &QPushButton::clicked, m_ui->rejects, &QWidget::show);
    connect(m_ui->clear, &QPushButton::clicked, this, &LinksDialog::clearSources);
    connect(m_ui->open, &QPushButton::clicked, this,
            [this] { askForLists(this, [this](const QStringList &paths) { addFiles(paths); }); });
    connect(m_ui->choose, &QPushButton::clicked, this, [this] {
        askForFolder(this, m_ui->folder->text(), [this](const QString &path) {
            m_ui->folder->setText(QDir::toNativeSeparators(path));
        });
    });
}

void LinksDialog::addFiles(const QStringList &paths)
{
    for (const QString &path : paths)
        m_sources.push_back({QFileInfo(path).fileName(), path});
    read();
}

void LinksDialog::setLength(const QUrl &link, qint64 length)
{
    m_ui->table->rows().setLength(link, length);
}

void LinksDialog::addLongText(const QString &text)
{
    m_sources.push_back({tr("Pasted text"), {}, text});
    read();
}

void LinksDialog::clearSources()
{
    m_sources.clear();
    m_ui->links->clear();
    read();
    m_ui->links->setFocus();
}

void LinksDialog::expandRanges(bool)
{
    for (ListSource &source : m_sources)
        source.links.reset();
    read();
}

/// One reading after the other; what changes meanwhile is read once that is done.
void LinksDialog::read()
{
    m_changed = m_reading;
    if (m_reading)
        return;
    m_reading = true;
    m_slow.start();
    PreviewRequest request;
    request.sources = m_sources;
    request.sources.push_back({{}, {}, m_ui->links->toPlainText()});
    request.expandsRanges = m_ui->expand->isChecked();
    request.folder = m_folderRead = chosenFolder();
    request.known = m_conditions.known;
    request.before = m_ui->table->rows().preview();
    request.ticks = m_ui->table->rows().ticks();
    request.needle = m_ui->filter->text();
    const auto made = [this, ticks = request.ticks,
                       needle = request.needle](const std::shared_ptr<PreviewResult> &result) {
        m_reading = false;
        takeRead(std::move(*result), ticks, needle);
    };
    m_errands.run([request = std::move(
                       request)] { return std::make_shared<PreviewResult>(makePreview(request)); },
                  made);
}

/// It was made of these ticks and this filter. What was chosen meanwhile counts: it is read once more.
void LinksDialog::takeRead(PreviewResult result, const PreviewModel::Ticks &ticks,
                           const QString &needle)
{
    if (m_ui->table->rows().ticks() != ticks) {
        keepSources(result);
        return read();
    }
    take(std::move(result));
    if (m_changed)
        return read();
    if (m_ui->filter->text() != needle)
        filter();
    finish();
}

/// As far as they are read, unless there are others by now.
void LinksDialog::keepSources(PreviewResult &result)
{
    if (m_changed)
        return;
    result.sources.pop_back(); // what was typed
    m_sources = std::move(result.sources);
}

void LinksDialog::take(PreviewResult result)
{
    m_slow.stop();
    if (!m_changed)
        showSources(result);
    keepSources(result);
    const std::shared_ptr<const LinkPreview> before = m_ui->table->rows().preview();
    ++m_filter;
    m_ui->rejects->setGroups(result.preview->rejects);
    m_ui->table->rows().reset(std::move(result.preview), std::move(result.ticks),
                              std::move(result.shown));
    dispose(m_errands, before);
}

void LinksDialog::showSources(const PreviewResult &result)
{
    const plan::Ranges &ranges = result.ranges;
    m_ui->sources->setText(sourcesText(result.sources));
    m_ui->clear->setVisible(!m_sources.empty());
    m_ui->expand->setText(rangesTitle(ranges));
    m_ui->expand->setEnabled(ranges.links <= plan::maxRangeLinks || m_ui->expand->isChecked());
    m_ui->expand->setVisible(ranges.links > 0);
    m_ui->ranges->setText(rangesExample(ranges));
    m_ui->ranges->setCursorPosition(0);
    m_ui->ranges->setVisible(ranges.links > 0);
    m_ui->allowFolders->setText(
        tr("Save %Ln files outside the folder, where the &list says", nullptr, result.outside));
    m_ui->allowFolders->setVisible(result.outside > 0);
    const bool hasUnused = !result.preview->unused.empty();
    m_ui->unused->setText(tr("Not used: %1").arg(text::unusedSettings(result.preview->unused)));
    m_ui->unused->setVisible(hasUnused);
}

void LinksDialog::filter()
{
    const std::shared_ptr<const LinkPreview> preview = m_ui->table->rows().preview();
    if (!preview)
        return;
    const auto show = [this, turn = ++m_filter](const std::vector<int> &rows) {
        if (turn == m_filter)
            m_ui->table->rows().setShown(rows);
    };
    m_errands.run([preview, needle = m_ui->filter->text()] { return rowsWith(*preview, needle); },
                  show);
}

void LinksDialog::showCounts()
{
    const PreviewModel &rows = m_ui->table->rows();
    const bool canAdd = rows.tickedCount() > 0 && !m_finish;
    m_ui->count->setText(countsText(*rows.preview(), rows.tickedCount()));
    m_ui->showRejects->setVisible(!rows.preview()->rejects.empty());
    if (rows.preview()->rejects.empty())
        m_ui->rejects->hide();
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(canAdd);
    m_ui->askSizes->setEnabled(canAdd);
    m_ui->buttons->findChild<QPushButton *>(QStringLiteral("start"))->setEnabled(canAdd);
}

QString LinksDialog::chosenFolder() const
{
    const QString folder = QDir::fromNativeSeparators(m_ui->folder->text().trimmed());
    const QDir before(m_conditions.folder);
    return folder.isEmpty() ? m_conditions.folder
                            : QDir::cleanPath(before.absoluteFilePath(folder));
}

/// Once it was asked for, and what was typed last is read.
void LinksDialog::finish()
{
    const PreviewModel &rows = m_ui->table->rows();
    if (!m_finish || m_reading)
        return;
    if (rows.tickedCount() == 0)
        m_finish.reset();
    showCounts();
    if (!m_finish)
        return;
    m_choice.folder = chosenFolder();
    m_choice.atOnce = m_ui->atOnce->value();
    m_choice.starts = *m_finish;
    const auto take = [this](const plan::Links &links) {
        m_choice.links = links;
        accept();
    };
    m_errands.run(
        [preview = rows.preview(), ticks = rows.ticks(), allows = m_ui->allowFolders->isChecked()] {
            plan::Links links = chosenLinks(*preview, ticks);
            if (allows)
                links.allowFolders();
            return links;
        },
        take);
}

void LinksDialog::dragEnterEvent(QDragEnterEvent *event)
{
    event->setAccepted(m_ui->links->takes(*event->mimeData()));
}

void LinksDialog::dropEvent(QDropEvent *event)
{
    m_ui->links->take(*event->mimeData());
    event->acceptProposedAction();
}

} // namespace lapwing::ui
