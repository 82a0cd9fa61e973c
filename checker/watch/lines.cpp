// lines.cpp: standard output, and the line at the bottom of the terminal.
#include "watch/lines.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>

#include "report/visible.hpp"

namespace lab::watch {

namespace {

constexpr std::string_view wiped = "\r\x1b[K";

bool write_out(std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = write(STDOUT_FILENO, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace

Lines::Lines() : on_terminal_(isatty(STDOUT_FILENO) == 1) {}

Lines::~Lines() { hide(); }

bool Lines::print(const std::string& text) { return write_out((drawn_ ? std::string(wiped) : "") + text + drawn()); }

void Lines::show(const std::string& status) {
    if (drawn_ && status == status_) return;
    status_ = status;
    write_out(drawn());
}

void Lines::hide() {
    if (drawn_) write_out(wiped);
    drawn_ = false;
    status_.clear();
}

void Lines::redraw() {
    if (drawn_) write_out(drawn());
}

std::string Lines::drawn() {
    if (!on_terminal_ || status_.empty()) return {};
    drawn_ = true;
    // One column stays free: a full line would make the terminal begin the next one.
    return std::string(wiped) + report::shortened(status_, columns() - 1);
}

std::size_t Lines::columns() const {
    winsize size{};
    if (!on_terminal_ || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col < 20) return 80;
    return size.ws_col;
}

}  // namespace lab::watch
