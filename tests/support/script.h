// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QMetaType>

#include <chrono>
#include <variant>
#include <vector>

namespace lapwing::test {

/// What a RawServer does for one request, step by step; the bytes go out exactly as they stand here.
/// A script that is over leaves the connection open for the next request, unless keepAlive(false).
class Script {
public:
    struct Send {
        QByteArray bytes;
    };
    struct Fill {
        qint64 count; ///< bytes of filler(), made as they are sent
    };
    struct Wait {
        std::chrono::milliseconds time;
    };
    struct Hold {
        QByteArray gate;
    };
    struct Gather {
        int count;
    };
    enum class End { Close, HalfClose, Reset };
    using Step = std::variant<Send, Fill, Wait, Hold, Gather, End>;

    Script &send(const QByteArray &bytes);
    Script &fill(qint64 count);
    /// `step` bytes, then a pause of `every`, and so on; no pause after the last.
    Script &drip(const QByteArray &bytes, qsizetype step, std::chrono::milliseconds every);
    Script &wait(std::chrono::milliseconds time);
    Script &hold(const QByteArray &gate = {}); ///< until RawServer::release(gate), for ever without
    Script &gather(int count); ///< until `count` requests are in flight at one moment
    Script &close();           ///< an orderly end of the connection
    Script &halfClose();       ///< our direction only; the peer sees the end, and may still send
    Script &reset();           ///< RST, after what was sent

    Script &after(std::chrono::milliseconds time); ///< a pause before everything else
    Script &afterRelease(const QByteArray &gate = {});
    Script &afterGather(int count);

    /// One more line in the header that the first send() begins with.
    Script &header(const QByteArray &name, const QByteArray &value);
    Script &keepAlive(
        bool on); ///< false: says so in the header, and closes when the script is over

    [[nodiscard]] const std::vector<Step> &steps() const { return m_steps; }
    [[nodiscard]] bool isKeptAlive() const { return m_keepAlive; }

private:
    Script &add(Step step);
    Script &addFirst(Step step);

    std::vector<Step> m_steps;
    bool m_keepAlive = true;
};

/// 200 with a matching Content-Length.
[[nodiscard]] Script ok(const QByteArray &body = {});
/// 200 with a matching Content-Length and `count` bytes of filler().
[[nodiscard]] Script okFilled(qint64 count);
/// 200 that promises `length` and sends `body`: with less the client waits until .close() or the like.
[[nodiscard]] Script withLength(qint64 length, const QByteArray &body);
/// 200 in chunks of at most `chunk` bytes, ended properly.
[[nodiscard]] Script chunked(const QByteArray &body, qsizetype chunk = 4096);
/// 200 that ends when the connection does.
[[nodiscard]] Script noLength(const QByteArray &body);
[[nodiscard]] Script redirect(const QByteArray &to, int code = 302);
[[nodiscard]] Script status(int code, const QByteArray &body = {});

/// Bytes from .. from + count of an endless pattern whose period (251) is no divisor of a block.
[[nodiscard]] QByteArray filler(qint64 count, qint64 from = 0);

} // namespace lapwing::test

Q_DECLARE_METATYPE(lapwing::test::Script)
