// screen.hpp: the terminal itself: shows grids, reads keys, and is given back as it was.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <tl/expected.hpp>

#include "terminal/grid.hpp"
#include "terminal/key.hpp"

namespace lab::terminal {

// While it exists the terminal belongs to it: another screen is shown (the scrollback stays as it was), keys come one
// by one and are not echoed. Its end, however it comes about, restores the terminal. At most one at a time.
class Screen {
public:
    // `colour`: false shows styles by bold, underlined and reversed text only. The error is a sentence: standard input
    // or output is no terminal, or it is of an unknown kind (TERM).
    static tl::expected<Screen, std::string> open(bool colour);
    ~Screen();
    Screen(Screen&&) noexcept;
    Screen& operator=(Screen&&) noexcept;

    std::size_t columns() const;
    std::size_t rows() const;

    // Shows the grid; what is outside of the terminal is cut off.
    void show(const Grid& grid);

    // Waits for a key, a change of size, or a request to stop; with a limit, no longer than that.
    Key read(const std::stop_token& stop, std::optional<std::chrono::milliseconds> limit = std::nullopt);

private:
    struct State;
    explicit Screen(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace lab::terminal
