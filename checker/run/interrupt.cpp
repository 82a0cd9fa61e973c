// interrupt.cpp: a handler that only writes a byte, and a thread that reads it.
#include "run/interrupt.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <system_error>

namespace lab::run {
namespace {

std::atomic<int> received{0};
std::atomic<void (*)()> last_action{nullptr};
int pipe_ends[2] = {-1, -1};
constexpr int signals[] = {SIGINT, SIGTERM, SIGHUP};
struct sigaction previous[3];

extern "C" void on_signal(int signal) {
    if (received.exchange(signal) != 0) {
        if (void (*action)() = last_action.load()) action();
        ::_exit(128 + signal);
    }
    const int saved = errno;
    const char byte = 's';
    [[maybe_unused]] const auto written = ::write(pipe_ends[1], &byte, 1);
    errno = saved;
}

}  // namespace

Interrupt::Interrupt() {
    received = 0;
    if (::pipe2(pipe_ends, O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe2");
    listener_ = std::thread([this] {
        char byte = 0;
        while (::read(pipe_ends[0], &byte, 1) < 0 && errno == EINTR) {
        }
        if (byte == 's') source_.request_stop();
    });
    struct sigaction action{};
    action.sa_handler = &on_signal;
    action.sa_flags = SA_RESTART;
    int index = 0;
    for (const int signal : signals) ::sigaction(signal, &action, &previous[index++]);
}

Interrupt::~Interrupt() {
    int index = 0;
    for (const int signal : signals) ::sigaction(signal, &previous[index++], nullptr);
    const char byte = 'q';
    [[maybe_unused]] const auto written = ::write(pipe_ends[1], &byte, 1);
    listener_.join();
    ::close(pipe_ends[0]);
    ::close(pipe_ends[1]);
}

int Interrupt::signal() const { return received; }

void Interrupt::before_sudden_end(void (*action)()) { last_action = action; }

}  // namespace lab::run
