// SPDX-License-Identifier: MIT
#pragma once

#include <QFile>
#include <QString>

#include <functional>

namespace lapwing::cli {

enum class Colour { None, Red, Green, Yellow };

/// One way out, and what may be sent there.
struct Outlet {
    QIODevice &device;
    bool isTerminal = false;
    bool colours = false; ///< a terminal, and NO_COLOR is not set
    bool broken = false;  ///< a write failed: this machine could not write
    /// Its reader has closed it (`| head`). Nothing more is written, and nothing is wrong: with a
    /// short list the same reader leaves after the last line, which nobody can tell.
    bool unread = false;
};

/// The three streams of a command. They enter by the door, so that a test compares bytes.
struct Streams {
    QIODevice &in;
    Outlet out;                                       ///< results
    Outlet err;                                       ///< progress, and what went wrong
    std::function<int()> columns = [] { return 80; }; ///< of the terminal behind err, now
};

/// `text` with whatever could steer a terminal (C0 and C1 controls, ESC, bidirectional controls,
/// line separators) made visible as U+FFFD. Names and reasons come from strangers.
[[nodiscard]] QString harmless(const QString &text);

/// The same for JSON, where nothing may be lost: such characters become \uXXXX.
[[nodiscard]] QByteArray harmlessJson(const QByteArray &json);

/// Bytes as they are, at once.
void write(Outlet &outlet, const QByteArray &bytes);

/// A line: made harmless, ended, at once.
void say(Outlet &outlet, const QString &line);

/// A line that begins with a word in a colour.
void say(Outlet &outlet, Colour colour, const QString &word, const QString &rest);

/// The streams of this process.
class StandardStreams {
public:
    StandardStreams();
    [[nodiscard]] Streams streams();

private:
    QFile m_in, m_out, m_err;
};

/// What has to be so before anything else: no death by SIGPIPE, and no download that is given the number
/// of a closed standard stream. What is written to one that was closed (`>&-`) fails, as it should.
void prepareProcess();

} // namespace lapwing::cli
