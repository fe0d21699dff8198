// SPDX-License-Identifier: MIT
#pragma once

#include <QPlainTextEdit>

class QMimeData;

namespace lapwing::ui {

/// A field to type links in. Files that are dropped or pasted, and more text than anybody reads, are handed on instead.
class LinksEdit : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit LinksEdit(QWidget *parent = nullptr);

    static constexpr qsizetype mostText = 32 * 1024; ///< characters that it shows

    /// What was dropped on the dialog counts as dropped here.
    [[nodiscard]] bool takes(const QMimeData &given) const { return canInsertFromMimeData(&given); }
    void take(const QMimeData &given);
    /// Shows it, or hands it on.
    void takeText(const QString &text);

Q_SIGNALS:
    void filesGiven(const QStringList &paths);
    void longTextGiven(const QString &text);

protected:
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *given) const override;
    void insertFromMimeData(const QMimeData *given) override;
};

} // namespace lapwing::ui
