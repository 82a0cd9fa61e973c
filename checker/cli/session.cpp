// session.cpp: standard output, standard error, and the terminal.
#include "cli/session.hpp"

#include <errno.h>
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "report/wrap.hpp"

namespace lab::cli {

namespace {

bool write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

// For a terminal of 80 columns: sentences are broken at blanks, lists and what has a word that is too long are not.
std::string broken_at_blanks(const std::string& text) {
    constexpr std::size_t columns = 80;
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string line = text.substr(at, end - at);
        const auto lines = report::wrap(line, columns);
        // Each break took the place of a blank: no word was cut, nothing was indented.
        if (fmt::format("{}", fmt::join(lines, " ")) == line)
            result += fmt::format("{}\n", fmt::join(lines, "\n"));
        else
            result += line + '\n';
        at = end + 1;
    }
    return result;
}

}  // namespace

bool print(std::string_view text) { return write_all(STDOUT_FILENO, text); }

ExitCode fail(const CommandError& error) {
    const std::string end = error.text.ends_with('\n') ? "" : "\n";
    const std::string text = fmt::format("checker: {}{}", error.text, end);
    write_all(STDERR_FILENO, isatty(STDERR_FILENO) == 1 ? broken_at_blanks(text) : text);
    return error.code;
}

bool wants_colour(ColourChoice choice) {
    if (choice != ColourChoice::automatic) return choice == ColourChoice::always;
    const char* no_color = std::getenv("NO_COLOR");
    if (no_color != nullptr && *no_color != '\0') return false;
    const char* term = std::getenv("TERM");
    if (term == nullptr || std::string_view(term) == "dumb") return false;
    return isatty(STDOUT_FILENO) == 1;
}

std::size_t wide_columns() {
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return 80;
    return std::clamp<std::size_t>(size.ws_col, 80, 120);
}

StatusLine::StatusLine() : on_terminal_(isatty(STDERR_FILENO) == 1) {}

StatusLine::~StatusLine() { clear(); }

void StatusLine::show(const std::string& text) {
    if (!on_terminal_) return;
    write_all(STDERR_FILENO, fmt::format("\r\x1b[K{:.79}", text));
    shown_ = true;
}

void StatusLine::clear() {
    if (shown_) write_all(STDERR_FILENO, "\r\x1b[K");
    shown_ = false;
}

}  // namespace lab::cli
