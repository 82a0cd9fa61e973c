// wake.cpp: an eventfd, and handlers that write to it.
#include "watch/wake.hpp"

#include <signal.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdint>
#include <iterator>
#include <system_error>

namespace lab::watch {

namespace {

std::atomic<bool> stop_asked{false};
std::atomic<bool> gone_on{false};
std::atomic<bool> new_size{false};
std::atomic<const Wake*> to_wake{nullptr};

constexpr int watched[] = {SIGTSTP, SIGCONT, SIGWINCH};
struct sigaction previous[std::size(watched)];

extern "C" void on_terminal_signal(int number) {
    const int saved = errno;
    if (number == SIGTSTP) stop_asked = true;
    if (number == SIGCONT) gone_on = true;
    if (number == SIGWINCH) new_size = true;
    if (const Wake* wake = to_wake.load()) wake->wake();
    errno = saved;
}

}  // namespace

Wake::Wake() : descriptor_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
}

Wake::~Wake() { close(descriptor_); }

void Wake::wake() const {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = write(descriptor_, &one, sizeof one);
}

void Wake::clear() const {
    std::uint64_t count = 0;
    [[maybe_unused]] const auto size = read(descriptor_, &count, sizeof count);
}

TerminalSignals::TerminalSignals(const Wake& wake) {
    to_wake = &wake;
    struct sigaction action{};
    action.sa_handler = &on_terminal_signal;
    action.sa_flags = SA_RESTART;
    std::size_t index = 0;
    for (const int number : watched) sigaction(number, &action, &previous[index++]);
}

TerminalSignals::~TerminalSignals() {
    std::size_t index = 0;
    for (const int number : watched) sigaction(number, &previous[index++], nullptr);
    to_wake = nullptr;
}

bool TerminalSignals::suspended() { return stop_asked.exchange(false); }

bool TerminalSignals::continued() { return gone_on.exchange(false); }

bool TerminalSignals::resized() { return new_size.exchange(false); }

void TerminalSignals::suspend() {
    struct sigaction usual{}, ours{};
    usual.sa_handler = SIG_DFL;
    sigaction(SIGTSTP, &usual, &ours);
    raise(SIGTSTP);
    sigaction(SIGTSTP, &ours, nullptr);
}

}  // namespace lab::watch
