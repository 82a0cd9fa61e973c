// pseudo_terminal.cpp: forkpty and what belongs to it.
#include "pseudo_terminal.hpp"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utmp.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <stdexcept>

namespace lab::tests {

namespace {

using Clock = std::chrono::steady_clock;
constexpr auto patience = std::chrono::minutes(2);

winsize size_of(std::size_t columns, std::size_t rows) {
    winsize size{};
    size.ws_col = static_cast<unsigned short>(columns);
    size.ws_row = static_cast<unsigned short>(rows);
    return size;
}

}  // namespace

PseudoTerminal::PseudoTerminal(const TerminalRequest& request) : view_(request.columns, request.rows) {
    std::vector<char*> argv;
    for (const std::string& word : request.argv) argv.push_back(const_cast<char*>(word.c_str()));
    argv.push_back(nullptr);
    winsize size = size_of(request.columns, request.rows);
    if (openpty(&master_, &slave_, nullptr, nullptr, &size) != 0) throw std::runtime_error("openpty failed");
    fcntl(master_, F_SETFD, FD_CLOEXEC);
    fcntl(slave_, F_SETFD, FD_CLOEXEC);
    pid_ = fork();
    if (pid_ < 0) throw std::runtime_error("fork failed");
    if (pid_ == 0) {
        login_tty(slave_);
        setenv("TERM", "xterm", 1);
        setenv("LC_ALL", "C.UTF-8", 1);
        for (const char* name : {"COLUMNS", "LINES", "NO_COLOR", "DISPLAY", "WAYLAND_DISPLAY"}) unsetenv(name);
        for (const std::string& item : request.environment) putenv(const_cast<char*>(item.c_str()));
        if (!request.directory.empty() && chdir(request.directory.c_str()) != 0) _exit(126);
        execv(argv[0], argv.data());
        _exit(127);
    }
}

PseudoTerminal::~PseudoTerminal() {
    if (!ended_) {
        kill(-pid_, SIGKILL);
        kill(pid_, SIGKILL);
        while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
    close(slave_);
    close(master_);
}

void PseudoTerminal::type(std::string_view keys) {
    while (!keys.empty()) {
        const ssize_t written = write(master_, keys.data(), keys.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) throw std::runtime_error("the pseudo-terminal takes no keys");
        keys.remove_prefix(static_cast<std::size_t>(written));
    }
}

void PseudoTerminal::resize(std::size_t columns, std::size_t rows) {
    const winsize size = size_of(columns, rows);
    view_.resize(columns, rows);
    ioctl(master_, TIOCSWINSZ, &size);
}

void PseudoTerminal::send(int signal) { kill(pid_, signal); }

bool PseudoTerminal::read_some(int milliseconds) {
    pollfd descriptor{master_, POLLIN, 0};
    if (poll(&descriptor, 1, milliseconds) <= 0) return false;
    char buffer[16384];
    const ssize_t size = read(master_, buffer, sizeof buffer);
    if (size <= 0) return false;
    bytes_.append(buffer, static_cast<std::size_t>(size));
    view_.feed({buffer, static_cast<std::size_t>(size)});
    return true;
}

bool PseudoTerminal::wait_for(std::string_view text) {
    return wait_until([&](const TerminalView& view) { return view.history().find(text) != std::string::npos; });
}

bool PseudoTerminal::wait_until(const std::function<bool(const TerminalView&)>& holds) {
    const auto end = Clock::now() + patience;
    while (!holds(view_)) {
        if (Clock::now() > end) return false;
        if (read_some(20)) continue;
        int status = 0;
        if (ended_ || waitpid(pid_, &status, WNOHANG) == pid_) {
            if (!ended_) ended_ = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
            while (read_some(0)) {
            }
            return holds(view_);
        }
    }
    return true;
}

std::optional<int> PseudoTerminal::wait_for_end() {
    wait_until([this](const TerminalView&) { return ended_.has_value(); });
    return ended_;
}

bool PseudoTerminal::wait_for_stop() {
    return wait_until([this](const TerminalView&) {
        siginfo_t information{};
        return waitid(P_PID, static_cast<id_t>(pid_), &information, WSTOPPED | WNOHANG | WNOWAIT) == 0 &&
               information.si_pid == pid_ && information.si_code == CLD_STOPPED;
    });
}

termios PseudoTerminal::mode() const {
    termios mode{};
    tcgetattr(slave_, &mode);
    return mode;
}

bool PseudoTerminal::is_raw() const { return (mode().c_lflag & (ICANON | ECHO)) == 0; }

}  // namespace lab::tests
