// SPDX-License-Identifier: MIT
#pragma once

#include "input/previewmaking.h"
#include "input/previewmodel.h"
#include "run/backgroundqueue.h"

#include <QDialog>
#include <QTimer>

#include <memory>
#include <optional>

namespace lapwing::ui {

namespace Ui {
class LinksDialog;
}

/// Links to type, paste, drop or open, many at once. Shows what will become of each before any of it is added;
/// reads and looks off the window's thread.
class LinksDialog : public QDialog {
    Q_OBJECT

public:
    /// What to begin with.
    struct Conditions {
        QString text{};
        std::shared_ptr<const KnownEntries> known = std::make_shared<KnownEntries>();
        QString folder{};
        int atOnce = 1;
        bool canAskLengths = false; ///< the servers; else there is no button for it
    };
    /// What was decided.
    struct Choice {
        plan::Links links{};
        QString folder{};
        int atOnce = 1;
        bool starts = false;
    };

    explicit LinksDialog(Conditions conditions, QWidget *parent = nullptr);
    ~LinksDialog() override;

    /// Once it was accepted.
    [[nodiscard]] const Choice &choice() const { return m_choice; }

    void addFiles(const QStringList &paths);
    /// An answer to lengthsWanted().
    void setLength(const QUrl &link, qint64 length);

Q_SIGNALS:
    void lengthsWanted(const std::vector<QUrl> &links);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void setUp(const Conditions &conditions);
    void connectFields();
    void connectButtons();
    void addLongText(const QString &text);
    void clearSources();
    void expandRanges(bool expands);
    void read();
    void takeRead(PreviewResult result, const PreviewModel::Ticks &ticks, const QString &needle);
    void keepSources(PreviewResult &result);
    void take(PreviewResult result);
    void showSources(const PreviewResult &result);
    void filter();
    void showCounts();
    [[nodiscard]] QString chosenFolder() const;
    void finish();

    std::unique_ptr<Ui::LinksDialog> m_ui;
    Conditions m_conditions;
    Choice m_choice;
    std::vector<ListSource> m_sources; ///< besides what was typed
    QTimer m_slow;                     ///< until it is said that it is being read
    BackgroundQueue m_errands{std::chrono::seconds(3), BackgroundQueue::Leaving::AtOnce};
    bool m_reading = false;
    bool m_changed = false;       ///< since what is being read was handed over
    std::optional<bool> m_finish; ///< as soon as all is read; whether it starts
    QString m_folderRead;         ///< what is shown is about this one
    int m_filter = 0;             ///< counts them: an answer that is no longer awaited is dropped
};

} // namespace lapwing::ui
