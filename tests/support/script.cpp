// SPDX-License-Identifier: MIT
#include "support/script.h"

#include <algorithm>

namespace lapwing::test {
namespace {

QByteArray statusLine(int code)
{
    return "HTTP/1.1 " + QByteArray::number(code) + (code == 200 ? " OK" : " As scripted") + "\r\n";
}

QByteArray headWithLength(int code, qint64 length)
{
    return statusLine(code) + "Content-Length: " + QByteArray::number(length) + "\r\n\r\n";
}

} // namespace

Script &Script::add(Step step)
{
    m_steps.push_back(std::move(step));
    return *this;
}

Script &Script::addFirst(Step step)
{
    m_steps.insert(m_steps.begin(), std::move(step));
    return *this;
}

Script &Script::send(const QByteArray &bytes)
{
    return add(Send{bytes});
}

Script &Script::fill(qint64 count)
{
    return add(Fill{count});
}

Script &Script::drip(const QByteArray &bytes, qsizetype step, std::chrono::milliseconds every)
{
    for (qsizetype at = 0; at < bytes.size(); at += step) {
        if (at > 0)
            wait(every);
        send(bytes.mid(at, step));
    }
    return *this;
}

Script &Script::wait(std::chrono::milliseconds time)
{
    return add(Wait{time});
}

Script &Script::hold(const QByteArray &gate)
{
    return add(Hold{gate});
}

Script &Script::gather(int count)
{
    return add(Gather{count});
}

Script &Script::close()
{
    return add(End::Close);
}

Script &Script::halfClose()
{
    return add(End::HalfClose);
}

Script &Script::reset()
{
    return add(End::Reset);
}

Script &Script::after(std::chrono::milliseconds time)
{
    return addFirst(Wait{time});
}

Script &Script::afterRelease(const QByteArray &gate)
{
    return addFirst(Hold{gate});
}

Script &Script::afterGather(int count)
{
    return addFirst(Gather{count});
}

Script &Script::header(const QByteArray &name, const QByteArray &value)
{
    const auto isHead = [](const Step &step) {
        const auto *sent = std::get_if<Send>(&step);
        return sent && sent->bytes.startsWith("HTTP/");
    };
    const auto found = std::find_if(m_steps.begin(), m_steps.end(), isHead);
    if (found != m_steps.end()) {
        QByteArray &bytes = std::get<Send>(*found).bytes;
        const qsizetype afterStatus = bytes.indexOf("\r\n") + 2;
        bytes.insert(afterStatus, name + ": " + value + "\r\n");
    }
    return *this;
}

Script &Script::keepAlive(bool on)
{
    if (!on && m_keepAlive)
        header("Connection", "close");
    m_keepAlive = on;
    return *this;
}

Script ok(const QByteArray &body)
{
    return withLength(body.size(), body);
}

Script okFilled(qint64 count)
{
    return Script().send(headWithLength(200, count)).fill(count);
}

Script withLength(qint64 length, const QByteArray &body)
{
    return Script().send(headWithLength(200, length) + body);
}

Script chunked(const QByteArray &body, qsizetype chunk)
{
    Script script;
    script.send(statusLine(200) + "Transfer-Encoding: chunked\r\n\r\n");
    for (qsizetype at = 0; at < body.size(); at += chunk) {
        const QByteArray part = body.mid(at, chunk);
        script.send(QByteArray::number(part.size(), 16) + "\r\n" + part + "\r\n");
    }
    return script.send("0\r\n\r\n");
}

Script noLength(const QByteArray &body)
{
    return Script().send(statusLine(200) + "\r\n" + body).keepAlive(false);
}

Script redirect(const QByteArray &to, int code)
{
    return status(code).header("Location", to);
}

Script status(int code, const QByteArray &body)
{
    return Script().send(headWithLength(code, body.size()) + body);
}

QByteArray filler(qint64 count, qint64 from)
{
    QByteArray bytes(count, Qt::Uninitialized);
    for (qint64 i = 0; i < count; ++i)
        bytes[i] = static_cast<char>((from + i) % 251);
    return bytes;
}

} // namespace lapwing::test
