// SPDX-License-Identifier: MIT
#pragma once

#include "input/linkpreview.h"

#include <QAbstractTableModel>

namespace lapwing::ui {

/// A preview as a table, with a tick before what can be added. Shows the rows that it is told.
class PreviewModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    using Ticks = std::vector<bool>; ///< by row of the preview

    void reset(std::shared_ptr<const LinkPreview> preview, Ticks ticks, std::vector<int> shown);
    void setShown(std::vector<int> shown);
    /// Null before the first.
    [[nodiscard]] const std::shared_ptr<const LinkPreview> &preview() const { return m_preview; }
    [[nodiscard]] const Ticks &ticks() const { return m_ticks; }
    [[nodiscard]] int tickedCount() const { return m_ticked; }
    /// What a server told of a link, normalised.
    void setLength(const QUrl &link, qint64 length);
    /// Those of the ticked links whose length nobody told, up to `maxLinks`.
    [[nodiscard]] std::vector<QUrl> unknownLengths(std::size_t maxLinks) const;
    /// Of the rows that are shown.
    void tickAll(bool isTicked);
    /// Ticks these; takes their ticks away when all of them have one.
    void toggle(const QModelIndexList &rows);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

Q_SIGNALS:
    void ticksChanged();

private:
    [[nodiscard]] std::size_t numberAt(int row) const
    {
        return static_cast<std::size_t>(m_shown[static_cast<std::size_t>(row)]);
    }
    [[nodiscard]] const PreviewRow &rowAt(int row) const { return m_preview->rows[numberAt(row)]; }
    void tick(int row, bool isTicked);
    [[nodiscard]] std::optional<qint64> lengthOf(const PreviewRow &row) const;
    void tell(int first, int last);

    std::shared_ptr<const LinkPreview> m_preview;
    Ticks m_ticks;
    int m_ticked = 0;
    std::vector<int> m_shown; ///< rows of the preview
    QHash<QUrl, qint64> m_lengths;
};

/// Whether it can have a tick.
[[nodiscard]] bool isTickable(const PreviewRow &row);

} // namespace lapwing::ui
