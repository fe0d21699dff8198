// SPDX-License-Identifier: MIT
#pragma once

#include "plan/lists/liststream.h"

#include <QIODevice>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <memory>

namespace lapwing::cli {

/// What came of standard input before anything is done about it.
struct Beginning {
    QByteArray bytes;
    int pipe =
        -1; ///< its descriptor, when more comes that can be read by line; else this is all of it
};

/// All of a file, of what ends soon, and of a list that only makes sense as a whole. Of a pipe or a terminal that goes
/// on, what is there; it waits for the first link.
[[nodiscard]] Beginning beginningOf(QIODevice &in);

/// The rest of such a list, on the event loop. It never blocks, and leaves the descriptor as it is, which other
/// processes may share.
class ListPipe : public QObject {
    Q_OBJECT

public:
    ListPipe(int pipe, plan::Reading reading);

    /// What was there of it.
    [[nodiscard]] plan::Links begin(const QByteArray &beginning);
    void start();
    void stop(); ///< nothing more is read

Q_SIGNALS:
    void came(const lapwing::plan::Links &links);
    void ended(); ///< after the last came()

private:
    void takeWhatIsThere();
    void end();

    int m_pipe;
    plan::ListStream m_stream;
    QTimer m_quiet;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace lapwing::cli
