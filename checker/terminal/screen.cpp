// screen.cpp: the only file that knows curses.
#include "terminal/screen.hpp"

#include <errno.h>
#include <fmt/format.h>
#include <langinfo.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <clocale>
#include <cstdlib>
#include <cstring>

#define NCURSES_NOMACROS 1
#define NCURSES_WIDECHAR 1
#include <curses.h>

namespace lab::terminal {

namespace {

using Clock = std::chrono::steady_clock;

// How often a look is taken at the terminal's size: its signal may reach a thread that does not wait for keys.
constexpr auto size_interval = std::chrono::milliseconds(100);

// Colours of styles; without colours, or beside them, how the text stands out.
constexpr int no_pair = 0;
struct Look {
    attr_t attributes;
    short colour;  // -1: the terminal's own
};

Look look_of(Style style) {
    switch (style) {
        case Style::plain: return {A_NORMAL, -1};
        case Style::strong: return {A_BOLD, -1};
        case Style::faint: return {A_DIM, -1};
        case Style::marked: return {A_REVERSE, -1};
        case Style::title: return {A_BOLD | A_UNDERLINE, COLOR_CYAN};
        case Style::good: return {A_BOLD, COLOR_GREEN};
        case Style::bad: return {A_BOLD, COLOR_RED};
        case Style::warning: return {A_BOLD, COLOR_YELLOW};
    }
    return {A_NORMAL, -1};
}

winsize size_of_terminal() {
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) {
        size.ws_col = 80;
        size.ws_row = 24;
    }
    return size;
}

// Wakes up who waits for keys, from any thread.
class Bell {
public:
    Bell() : descriptor_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}
    ~Bell() {
        if (descriptor_ >= 0) close(descriptor_);
    }
    Bell(const Bell&) = delete;
    Bell& operator=(const Bell&) = delete;
    void ring() const {
        const std::uint64_t one = 1;
        [[maybe_unused]] const auto written = write(descriptor_, &one, sizeof one);
    }
    int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

std::string utf8(wint_t code) {
    const auto byte = [](wint_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
    if (code < 0x80) return {byte(code)};
    if (code < 0x800) return {byte(0xc0 | code >> 6), byte(0x80 | (code & 0x3f))};
    if (code < 0x10000) return {byte(0xe0 | code >> 12), byte(0x80 | (code >> 6 & 0x3f)), byte(0x80 | (code & 0x3f))};
    return {byte(0xf0 | code >> 18), byte(0x80 | (code >> 12 & 0x3f)), byte(0x80 | (code >> 6 & 0x3f)),
            byte(0x80 | (code & 0x3f))};
}

Key key_of(int code) {
    using Kind = Key::Kind;
    switch (code) {
        case KEY_UP: return {Kind::up};
        case KEY_DOWN: return {Kind::down};
        case KEY_LEFT: return {Kind::left};
        case KEY_RIGHT: return {Kind::right};
        case KEY_PPAGE: return {Kind::page_up};
        case KEY_NPAGE: return {Kind::page_down};
        case KEY_HOME: return {Kind::home};
        case KEY_END: return {Kind::end};
        case KEY_ENTER: return {Kind::enter};
        case KEY_BACKSPACE: return {Kind::backspace};
        case KEY_RESIZE: return {Kind::resized};
        default: return {Kind::time_out};  // a key that nobody asked for
    }
}

Key key_of_character(wint_t code) {
    if (code == L'\n' || code == L'\r') return {Key::Kind::enter};
    if (code == 0x1b) return {Key::Kind::escape};
    if (code == 0x7f || code == 0x08) return {Key::Kind::backspace};
    return {Key::Kind::character, utf8(code)};
}

}  // namespace

struct Screen::State {
    SCREEN* screen = nullptr;
    bool colour = false;
    winsize size{};
    Bell bell;

    ~State() {
        if (screen == nullptr) return;
        endwin();
        delscreen(screen);
    }
};

Screen::Screen(std::unique_ptr<State> state) : state_(std::move(state)) {}
Screen::~Screen() = default;
Screen::Screen(Screen&&) noexcept = default;
Screen& Screen::operator=(Screen&&) noexcept = default;

tl::expected<Screen, std::string> Screen::open(bool colour) {
    if (isatty(STDIN_FILENO) != 1 || isatty(STDOUT_FILENO) != 1)
        return tl::unexpected(std::string("standard input and output are not a terminal"));
    // The texts are UTF-8 whatever the locale says; C.UTF-8 is there on every system that this runs on.
    if (std::setlocale(LC_CTYPE, "") == nullptr || std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        std::setlocale(LC_CTYPE, "C.UTF-8");
    auto state = std::make_unique<State>();
    // Against signal handlers of its own: the session has one that asks for a stop, and the end of the screen follows.
    use_tioctl(TRUE);
    const char* kind = std::getenv("TERM");
    state->screen = newterm(nullptr, stdout, stdin);
    if (state->screen == nullptr)
        return tl::unexpected(fmt::format("this kind of terminal is not known (TERM is {})", kind ? kind : "not set"));
    // A dumb terminal, or an editor's: nothing can be put in its place there.
    if (const char* move = tigetstr("cup"); move == nullptr || move == reinterpret_cast<char*>(-1))
        return tl::unexpected(fmt::format("this kind of terminal cannot move its cursor (TERM is {})", kind));
    cbreak();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    // Some terminals send these although they were asked for the other form.
    define_key("\x1b[A", KEY_UP);
    define_key("\x1b[B", KEY_DOWN);
    define_key("\x1b[C", KEY_RIGHT);
    define_key("\x1b[D", KEY_LEFT);
    nodelay(stdscr, TRUE);
    set_escdelay(25);
    curs_set(0);
    state->colour = colour && has_colors();
    if (state->colour) {
        start_color();
        use_default_colors();
        for (short number = 0; number < 8; ++number) init_pair(static_cast<short>(number + 1), number, -1);
    }
    state->size = size_of_terminal();
    return Screen(std::move(state));
}

std::size_t Screen::columns() const { return state_->size.ws_col; }
std::size_t Screen::rows() const { return state_->size.ws_row; }

void Screen::show(const Grid& grid) {
    erase();
    const std::size_t rows_shown = std::min(grid.rows(), rows());
    const std::size_t columns_shown = std::min(grid.columns(), columns());
    for (std::size_t row = 0; row < rows_shown; ++row) {
        for (std::size_t column = 0; column < columns_shown;) {
            const Style style = grid.at(row, column).style;
            std::string text;
            std::size_t end = column;
            while (end < columns_shown && grid.at(row, end).style == style) text += grid.at(row, end++).text;
            const Look look = look_of(style);
            const short pair = state_->colour && look.colour >= 0 ? static_cast<short>(look.colour + 1) : no_pair;
            attr_set(look.attributes, pair, nullptr);
            mvaddstr(static_cast<int>(row), static_cast<int>(column), text.c_str());
            column = end;
        }
    }
    attr_set(A_NORMAL, no_pair, nullptr);
    refresh();
}

Key Screen::read(const std::stop_token& stop, std::optional<std::chrono::milliseconds> limit) {
    const std::stop_callback wake(stop, [this] { state_->bell.ring(); });
    const auto end = limit ? Clock::now() + *limit : Clock::time_point::max();
    for (;;) {
        if (stop.stop_requested()) return {Key::Kind::stopped};
        const winsize now = size_of_terminal();
        if (now.ws_col != state_->size.ws_col || now.ws_row != state_->size.ws_row) {
            state_->size = now;
            resizeterm(now.ws_row, now.ws_col);
            return {Key::Kind::resized};
        }
        wint_t code = 0;
        const int kind = get_wch(&code);
        if (kind == KEY_CODE_YES) {
            const Key key = key_of(static_cast<int>(code));
            if (key.kind == Key::Kind::resized) continue;
            if (key.kind != Key::Kind::time_out) return key;
            continue;
        }
        if (kind == OK) return key_of_character(code);
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
        if (limit && left.count() <= 0) return {Key::Kind::time_out};
        const auto wait = limit ? std::min(left, size_interval) : size_interval;
        pollfd entries[] = {{STDIN_FILENO, POLLIN, 0}, {state_->bell.descriptor(), POLLIN, 0}};
        if (poll(entries, 2, static_cast<int>(wait.count())) < 0 && errno != EINTR) return {Key::Kind::gone};
        if ((entries[0].revents & (POLLHUP | POLLERR | POLLNVAL)) != 0) return {Key::Kind::gone};
    }
}

}  // namespace lab::terminal
