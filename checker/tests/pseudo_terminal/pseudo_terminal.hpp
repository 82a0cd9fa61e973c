// pseudo_terminal.hpp: runs a program in a terminal of a given size, types keys, and waits for what the screen shows.
#pragma once

#include <sys/types.h>
#include <termios.h>

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "terminal_view.hpp"

namespace lab::tests {

struct TerminalRequest {
    std::vector<std::string> argv;  // argv[0] is a path
    std::size_t columns = 80;
    std::size_t rows = 24;
    std::vector<std::string> environment = {};  // "NAME=value", added to TERM=xterm, a UTF-8 locale and ours
    std::filesystem::path directory = {};       // empty: ours
};

// No wait here depends on the machine's speed: each ends when what is waited for is there. After two minutes it gives
// up, so that a test fails rather than hangs.
class PseudoTerminal {
public:
    explicit PseudoTerminal(const TerminalRequest& request);
    ~PseudoTerminal();  // kills the program, and what it started, and waits for it
    PseudoTerminal(const PseudoTerminal&) = delete;
    PseudoTerminal& operator=(const PseudoTerminal&) = delete;

    void type(std::string_view keys);
    void resize(std::size_t columns, std::size_t rows);
    void send(int signal);  // to the program

    // Until the screen, or what scrolled out of it, shows this text; false: it never did.
    bool wait_for(std::string_view text);
    bool wait_until(const std::function<bool(const TerminalView&)>& holds);

    // Until the program has ended: its exit code; -N: signal N ended it; none: it goes on.
    std::optional<int> wait_for_end();
    // Until the program is stopped, as by Ctrl-Z.
    bool wait_for_stop();

    const TerminalView& view() const { return view_; }
    pid_t pid() const { return pid_; }
    termios mode() const;  // of the terminal
    bool is_raw() const;   // it passes on single keys, and does not show them
    std::size_t position() const { return bytes_.size(); }
    std::string written_since(std::size_t position) const { return bytes_.substr(position); }  // as it came

private:
    bool read_some(int milliseconds);  // false: nothing came, or nothing will

    int master_ = -1;
    int slave_ = -1;  // kept open, so that the terminal outlives the program and can be asked for its mode
    pid_t pid_ = -1;
    std::optional<int> ended_;
    TerminalView view_;
    std::string bytes_;
};

}  // namespace lab::tests
