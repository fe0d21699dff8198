// SPDX-License-Identifier: MIT
#pragma once

#include <QCompleter>

#include <functional>

class QStringListModel;

namespace lapwing::ui {

/// Completes the last word of a search expression: the keys, the states after `is:`, and the hosts of the list after
/// `host:`.
class FilterCompleter : public QCompleter {
    Q_OBJECT

public:
    /// `hosts` is asked when somebody types one.
    FilterCompleter(std::function<QStringList()> hosts, QObject *parent);

    [[nodiscard]] QStringList splitPath(const QString &path) const override;
    [[nodiscard]] QString pathFromIndex(const QModelIndex &index) const override;

private:
    void offer(QStringView word) const;

    std::function<QStringList()> m_hosts;
    QStringListModel *m_words;
    mutable QString m_before;  ///< what stands before the last word
    mutable QString m_offered; ///< the key whose values are in the model
};

} // namespace lapwing::ui
