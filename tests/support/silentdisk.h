// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <atomic>
#include <thread>

namespace lapwing::test {

/// A file system that does not answer: a FUSE mount, mounted nowhere, whose daemon is a thread of the test's
/// that falls silent. What waits for it is told an error when this ends. Needs the right to mount.
class SilentDisk {
public:
    enum class Answers {
        Nothing,
        Opening, ///< the folder can be opened, and not be read
        Reading, ///< it is empty, and nothing can be made in it
    };

    explicit SilentDisk(Answers answers);
    ~SilentDisk();
    SilentDisk(const SilentDisk &) = delete;
    SilentDisk &operator=(const SilentDisk &) = delete;

    [[nodiscard]] bool isThere() const { return m_root >= 0; }
    [[nodiscard]] QString folder() const { return QStringLiteral("/proc/self/fd/%1").arg(m_root); }
    /// Somebody waits for an answer that will not come.
    [[nodiscard]] bool isSilent() const { return m_isSilent; }

private:
    void serve();
    void answer(const char *request);
    void reply(unsigned long long id, int error, const void *body = nullptr,
               std::size_t size = 0) const;

    Answers m_answers;
    int m_device = -1; ///< the daemon's end
    int m_root = -1;
    std::atomic<bool> m_isSilent = false;
    std::atomic<bool> m_isEnding = false;
    std::thread m_daemon;
};

} // namespace lapwing::test
