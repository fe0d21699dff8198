// SPDX-License-Identifier: MIT
#include "support/silentdisk.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <linux/fuse.h>
#include <poll.h>
#include <string>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

namespace lapwing::test {
namespace {

int mounted(int device)
{
    const int made = ::fsopen("fuse", FSOPEN_CLOEXEC);
    if (made < 0)
        return -1;
    const std::string number = std::to_string(device);
    const std::array<std::array<const char *, 2>, 4> options{
        {{"fd", number.c_str()}, {"rootmode", "40000"}, {"user_id", "0"}, {"group_id", "0"}}};
    bool isSet = true;
    for (const auto &[key, value] : options)
        isSet = isSet && ::fsconfig(made, FSCONFIG_SET_STRING, key, value, 0) == 0;
    int root = -1;
    if (isSet && ::fsconfig(made, FSCONFIG_CMD_CREATE, nullptr, nullptr, 0) == 0)
        root = ::fsmount(made, FSMOUNT_CLOEXEC, 0);
    ::close(made);
    return root;
}

} // namespace

SilentDisk::SilentDisk(Answers answers) : m_answers(answers)
{
    m_device = ::open("/dev/fuse", O_RDWR | O_CLOEXEC);
    if (m_device < 0)
        return;
    m_root = mounted(m_device);
    if (m_root >= 0)
        m_daemon = std::thread([this] { serve(); });
}

SilentDisk::~SilentDisk()
{
    m_isEnding = true;
    if (m_daemon.joinable())
        m_daemon.join();
    if (m_device >= 0)
        ::close(m_device); // whoever waits is told an error now
    if (m_root >= 0)
        ::close(m_root);
}

void SilentDisk::serve()
{
    std::array<char, 256 * 1024> request{};
    while (!m_isEnding) {
        pollfd ready{m_device, POLLIN, 0};
        if (::poll(&ready, 1, 20) == 1 && ::read(m_device, request.data(), request.size()) > 0)
            answer(request.data());
    }
}

void SilentDisk::reply(unsigned long long id, int error, const void *body, std::size_t size) const
{
    fuse_out_header head{};
    head.len = static_cast<std::uint32_t>(sizeof head + size);
    head.error = -error;
    head.unique = id;
    const std::array<iovec, 2> parts{{{&head, sizeof head}, {const_cast<void *>(body), size}}};
    [[maybe_unused]] const ssize_t written = ::writev(m_device, parts.data(), size > 0 ? 2 : 1);
}

void SilentDisk::answer(const char *request)
{
    const auto &head = *reinterpret_cast<const fuse_in_header *>(request);
    fuse_init_out hello{};
    hello.major = FUSE_KERNEL_VERSION;
    hello.minor = 31;
    hello.max_write = 128 * 1024;
    fuse_attr_out about{};
    about.attr.ino = head.nodeid;
    about.attr.mode = S_IFDIR | 0777;
    about.attr.nlink = 2;
    const fuse_open_out opened{};
    fuse_statfs_out room{};
    room.st.bsize = room.st.frsize = 4096;
    room.st.blocks = room.st.bfree = room.st.bavail = 1'000'000;
    if (m_answers != Answers::Nothing) {
        switch (head.opcode) {
        case FUSE_INIT:
            return reply(head.unique, 0, &hello, sizeof hello);
        case FUSE_GETATTR:
            return reply(head.unique, 0, &about, sizeof about);
        case FUSE_OPENDIR:
            return reply(head.unique, 0, &opened, sizeof opened);
        case FUSE_STATFS:
            return reply(head.unique, 0, &room, sizeof room);
        case FUSE_ACCESS:
        case FUSE_GETXATTR:
            return reply(head.unique, ENOSYS);
        case FUSE_LOOKUP:
            return reply(head.unique, ENOENT);
        case FUSE_READDIR:
        case FUSE_RELEASEDIR:
            if (m_answers == Answers::Reading || head.opcode == FUSE_RELEASEDIR)
                return reply(head.unique, 0);
            break;
        case FUSE_FORGET:
        case FUSE_INTERRUPT:
            return; // nobody waits for an answer to those
        default:
            break;
        }
    }
    m_isSilent = true;
}

} // namespace lapwing::test
