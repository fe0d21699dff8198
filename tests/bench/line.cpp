// SPDX-License-Identifier: MIT
// A line with a round trip, on one machine: two network namespaces, a TUN device in each, and this
// program between them, which hands every packet over late and no faster than the rate. Many kernels
// come without netem; TUN they all have. Root only.
//
//     bench_line --delay MS --rate MBIT -- COMMAND...
//
// COMMAND runs in the client's namespace. LINE_SERVER names the other, for `ip netns exec`; LINE_ADDRESS
// is the server's address. The exit status is the command's.
#include <fcntl.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <poll.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto deepestQueue =
    100ms; // of packets at the given rate, as a router would hold; then they are dropped

volatile std::sig_atomic_t interrupted = 0;

/// An exception, so that the namespaces go with their objects.
[[noreturn]] void fail(const char *what)
{
    throw std::system_error(errno, std::generic_category(), what);
}

/// Runs a program to its end. False: it failed.
bool run(const std::string &command)
{
    return std::system(command.c_str()) == 0;
}

/// A network namespace with a name, and a TUN device in it; gone with this object.
class Side {
public:
    Side(std::string name, const std::string &address, const std::string &peer)
        : m_name(std::move(name))
    {
        if (!run("ip netns add " + m_name))
            fail("ip netns add: are you root?");
        try {
            m_device = openDevice();
            configure(address, peer);
        } catch (...) {
            remove();
            throw;
        }
    }
    ~Side() { remove(); }
    Side(const Side &) = delete;
    Side &operator=(const Side &) = delete;

    [[nodiscard]] const std::string &name() const { return m_name; }
    [[nodiscard]] int device() const { return m_device; }

private:
    void configure(const std::string &address, const std::string &peer) const
    {
        const std::string ip = "ip -n " + m_name;
        if (!run(ip + " address add " + address + " peer " + peer + " dev line && " + ip
                 + " link set line up && " + ip + " link set lo up"))
            fail("ip");
    }

    void remove() const
    {
        if (m_device >= 0)
            close(m_device);
        run("ip netns del " + m_name);
    }

    // A TUN device belongs to the namespace in which it was opened, and stays there.
    [[nodiscard]] int openDevice() const
    {
        const int here = open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC);
        const int there = open(("/run/netns/" + m_name).c_str(), O_RDONLY | O_CLOEXEC);
        if (here < 0 || there < 0 || setns(there, CLONE_NEWNET) != 0)
            fail("setns");
        const int device = open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
        ifreq request{};
        request.ifr_flags = IFF_TUN | IFF_NO_PI;
        std::strcpy(request.ifr_name, "line");
        if (device < 0 || ioctl(device, TUNSETIFF, &request) != 0)
            fail("/dev/net/tun");
        if (setns(here, CLONE_NEWNET) != 0)
            fail("setns");
        close(here);
        close(there);
        return device;
    }

    std::string m_name;
    int m_device = -1;
};

/// One direction of the line.
class Direction {
public:
    Direction(int from, int to, Clock::duration delay, double bitsPerSecond)
        : m_from(from), m_to(to), m_delay(delay), m_bitsPerSecond(bitsPerSecond)
    {
    }

    void takeIn(Clock::time_point now)
    {
        std::array<char, 65536> packet;
        for (;;) {
            const ssize_t size = read(m_from, packet.data(), packet.size());
            if (size <= 0)
                return;
            m_free = std::max(m_free, now);
            if (m_free - now > deepestQueue)
                continue;
            const std::chrono::duration<double> sending(static_cast<double>(size) * 8
                                                        / m_bitsPerSecond);
            m_free += std::chrono::duration_cast<Clock::duration>(sending);
            m_queue.push_back(
                {m_free + m_delay, std::vector<char>(packet.data(), packet.data() + size)});
        }
    }

    void handOver(Clock::time_point now)
    {
        while (!m_queue.empty() && m_queue.front().due <= now) {
            const std::vector<char> &bytes = m_queue.front().bytes;
            if (write(m_to, bytes.data(), bytes.size()) < 0 && errno != EAGAIN && errno != EIO)
                fail("write");
            m_queue.pop_front();
        }
    }

    [[nodiscard]] std::optional<Clock::time_point> due() const
    {
        return m_queue.empty() ? std::nullopt : std::optional(m_queue.front().due);
    }
    [[nodiscard]] int from() const { return m_from; }

private:
    struct Packet {
        Clock::time_point due;
        std::vector<char> bytes;
    };

    int m_from;
    int m_to;
    Clock::duration m_delay;
    double m_bitsPerSecond;
    Clock::time_point m_free; // when the last packet has left
    std::deque<Packet> m_queue;
};

timespec until(std::optional<Clock::time_point> due, Clock::time_point now)
{
    const Clock::duration wait =
        due ? std::max(*due - now, Clock::duration::zero()) : Clock::duration(1s);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(wait);
    return {.tv_sec = seconds.count(), .tv_nsec = std::chrono::nanoseconds(wait - seconds).count()};
}

/// Carries packets until the child has ended or somebody interrupts.
void carry(Direction there, Direction back, int childEnd)
{
    std::array<pollfd, 3> wanted{
        {{there.from(), POLLIN, 0}, {back.from(), POLLIN, 0}, {childEnd, POLLIN, 0}}};
    while (!interrupted && wanted[2].revents == 0) {
        std::optional<Clock::time_point> due = there.due();
        if (back.due() && (!due || *back.due() < *due))
            due = back.due();
        const timespec patience = until(due, Clock::now());
        if (ppoll(wanted.data(), wanted.size(), &patience, nullptr) < 0 && errno != EINTR)
            fail("ppoll");
        for (Direction *direction : {&there, &back}) {
            direction->takeIn(Clock::now());
            direction->handOver(Clock::now());
        }
    }
}

pid_t startIn(const Side &client, const Side &server, const std::string &serverAddress,
              char **command)
{
    const pid_t child = fork();
    if (child != 0)
        return child;
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    setenv("LINE_SERVER", server.name().c_str(), 1);
    setenv("LINE_ADDRESS", serverAddress.c_str(), 1);
    std::vector<const char *> words{"ip", "netns", "exec", client.name().c_str()};
    for (char **word = command; *word; ++word)
        words.push_back(*word);
    words.push_back(nullptr);
    execvp("ip", const_cast<char *const *>(words.data()));
    _exit(127);
}

int statusOf(pid_t child)
{
    if (interrupted)
        kill(child, SIGTERM);
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

struct Options {
    Clock::duration delay = 25ms;
    double bitsPerSecond = 200e6;
    char **command = nullptr;
};

Options parse(char **words)
{
    Options options;
    while (*words && std::strcmp(*words, "--") != 0) {
        const std::string word = *words++;
        if (!*words)
            break;
        const double value = std::strtod(*words++, nullptr);
        if (word == "--delay")
            options.delay = std::chrono::duration_cast<Clock::duration>(
                std::chrono::duration<double, std::milli>(value));
        else if (word == "--rate")
            options.bitsPerSecond = value * 1e6;
    }
    if (*words)
        options.command = words + 1;
    return options;
}

int runOnLine(const Options &options)
{
    const std::string name = "line-" + std::to_string(getpid());
    const std::string serverAddress = "10.77.0.1";
    const std::string clientAddress = "10.77.0.2";
    const Side server(name + "-server", serverAddress, clientAddress);
    const Side client(name + "-client", clientAddress, serverAddress);
    const pid_t child = startIn(client, server, serverAddress, options.command);
    const int childEnd = static_cast<int>(syscall(SYS_pidfd_open, child, 0));
    if (child < 0 || childEnd < 0)
        fail("fork");
    carry(Direction(client.device(), server.device(), options.delay, options.bitsPerSecond),
          Direction(server.device(), client.device(), options.delay, options.bitsPerSecond),
          childEnd);
    close(childEnd);
    return statusOf(child);
}

} // namespace

int main(int, char **argv)
{
    const Options options = parse(argv + 1);
    if (!options.command || !*options.command) {
        std::fputs("bench_line [--delay MS] [--rate MBIT] -- COMMAND...\n", stderr);
        return 2;
    }
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        std::signal(signal, [](int) { interrupted = 1; });
    prctl(PR_SET_TIMERSLACK, 1UL);
    try {
        return runOnLine(options);
    } catch (const std::system_error &error) {
        std::fprintf(stderr, "bench_line: %s\n", error.what());
        return 2;
    }
}
