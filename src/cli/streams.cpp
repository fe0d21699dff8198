// SPDX-License-Identifier: MIT
#include "cli/streams.h"

#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace lapwing::cli {
namespace {

/// The bidirectional ones are what Unicode names Bidi_Control.
bool steersTerminal(QChar c)
{
    const char16_t u = c.unicode();
    return u < 0x20 || (u >= 0x7f && u <= 0x9f) || u == 0x061c || u == 0x200e || u == 0x200f
        || (u >= 0x2028 && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069);
}

QByteArray painted(Colour colour, const QString &word)
{
    static constexpr const char *codes[] = {"", "\x1b[31m", "\x1b[32m", "\x1b[33m"};
    return codes[static_cast<int>(colour)] + harmless(word).toUtf8() + "\x1b[0m";
}

Outlet outletOn(QFile &file)
{
    const bool isTerminal = ::isatty(file.handle()) == 1;
    // https://no-color.org: present and not empty
    const bool plain = !qEnvironmentVariableIsEmpty("NO_COLOR") || qgetenv("TERM") == "dumb";
    return Outlet{file, isTerminal, isTerminal && !plain};
}

int columnsOfStandardError()
{
    winsize size{};
    const bool known = ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : 80;
}

} // namespace

QString harmless(const QString &text)
{
    QString clean = text;
    for (QChar &c : clean) {
        if (steersTerminal(c))
            c = QChar::ReplacementCharacter;
    }
    return clean;
}

QByteArray harmlessJson(const QByteArray &json)
{
    QString clean;
    for (const QChar c : QString::fromUtf8(json)) {
        if (steersTerminal(c) && c != u'\n')
            clean += QStringLiteral("\\u%1").arg(uint(c.unicode()), 4, 16, QLatin1Char('0'));
        else
            clean += c;
    }
    return clean.toUtf8();
}

void write(Outlet &outlet, const QByteArray &bytes)
{
    if (outlet.unread)
        return;
    errno = 0; // QFileDevice has one word for every write that failed
    if (outlet.device.write(bytes) == bytes.size())
        return;
    if (errno == EPIPE)
        outlet.unread = true;
    else
        outlet.broken = true;
}

void say(Outlet &outlet, const QString &line)
{
    write(outlet, harmless(line).toUtf8() + '\n');
}

void say(Outlet &outlet, Colour colour, const QString &word, const QString &rest)
{
    if (outlet.colours && colour != Colour::None)
        write(outlet, painted(colour, word) + harmless(rest).toUtf8() + '\n');
    else
        say(outlet, word + rest);
}

StandardStreams::StandardStreams()
{
    // Unbuffered: a line is there when it is said.
    const bool open = m_in.open(STDIN_FILENO, QIODevice::ReadOnly)
        && m_out.open(STDOUT_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered)
        && m_err.open(STDERR_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered);
    Q_ASSERT(open); // prepareProcess() saw to it
}

Streams StandardStreams::streams()
{
    return Streams{m_in, outletOn(m_out), outletOn(m_err), columnsOfStandardError};
}

void prepareProcess()
{
    std::signal(SIGPIPE, SIG_IGN);
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; ++fd) {
        if (::fcntl(fd, F_GETFD) == -1) {
            // takes the lowest free number: fd; the read-only ones refuse what is written to them
            [[maybe_unused]] const int null = ::open("/dev/null", O_RDONLY);
        }
    }
}

} // namespace lapwing::cli
