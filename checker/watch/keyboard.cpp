// keyboard.cpp: termios, and what puts it back.
#include "watch/keyboard.hpp"

#include <poll.h>
#include <signal.h>
#include <termios.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>

#include "run/interrupt.hpp"

namespace lab::watch {

namespace {

termios before;
std::atomic<bool> changed{false};

constexpr int deadly[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGQUIT};
struct sigaction previous[std::size(deadly)];

// tcsetattr stops a process in the background, unless it ignores that.
bool set_mode(const termios& mode) {
    struct sigaction ignore{}, kept{};
    ignore.sa_handler = SIG_IGN;
    sigaction(SIGTTOU, &ignore, &kept);
    const bool done = tcsetattr(STDIN_FILENO, TCSADRAIN, &mode) == 0;
    sigaction(SIGTTOU, &kept, nullptr);
    return done;
}

// Only async-signal-safe calls.
void put_back() {
    if (changed.exchange(false)) set_mode(before);
}

extern "C" void on_deadly_signal(int number) {
    put_back();
    signal(number, SIG_DFL);
    raise(number);
}

bool in_foreground() { return tcgetpgrp(STDIN_FILENO) == getpgrp(); }

}  // namespace

Keyboard::Keyboard() : there_(isatty(STDIN_FILENO) == 1) {
    if (!there_) return;
    struct sigaction action{};
    action.sa_handler = &on_deadly_signal;
    std::size_t index = 0;
    for (const int number : deadly) sigaction(number, &action, &previous[index++]);
    run::Interrupt::before_sudden_end(&put_back);
    take();
}

Keyboard::~Keyboard() {
    if (!there_) return;
    give_back();
    run::Interrupt::before_sudden_end(nullptr);
    std::size_t index = 0;
    for (const int number : deadly) sigaction(number, &previous[index++], nullptr);
}

void Keyboard::take() {
    if (!there_ || taken_ || !in_foreground()) return;
    if (tcgetattr(STDIN_FILENO, &before) != 0) return;
    termios raw = before;
    raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);  // ISIG stays: Ctrl-C and Ctrl-Z are signals
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    changed = true;
    taken_ = set_mode(raw);
    if (!taken_) changed = false;
}

void Keyboard::give_back() {
    put_back();
    taken_ = false;
}

std::string Keyboard::typed() {
    std::string bytes;
    while (taken_) {
        pollfd input{STDIN_FILENO, POLLIN, 0};
        if (poll(&input, 1, 0) <= 0) break;
        char buffer[256];
        const ssize_t size = read(STDIN_FILENO, buffer, sizeof buffer);
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) {
            give_back();
            there_ = false;
            break;
        }
        bytes.append(buffer, static_cast<std::size_t>(size));
    }
    return bytes;
}

}  // namespace lab::watch
