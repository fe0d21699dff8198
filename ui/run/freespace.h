// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <optional>

namespace lapwing::ui {

class BackgroundQueue;

/// How much a disk has left, asked off the window's thread: a disk that stalls would stop the window.
class FreeSpace : public QObject {
    Q_OBJECT

public:
    explicit FreeSpace(BackgroundQueue &errands) : m_errands(errands) { }

    /// Of the file system of this folder; changed() follows. While an answer is awaited nothing is asked.
    void ask(const QString &folder);
    void forget() { m_bytes.reset(); }
    [[nodiscard]] std::optional<qint64> bytes() const { return m_bytes; } ///< absent: not known

Q_SIGNALS:
    void changed();

private:
    BackgroundQueue &m_errands;
    std::optional<qint64> m_bytes;
    bool m_asking = false;
};

} // namespace lapwing::ui
