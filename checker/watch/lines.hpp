// lines.hpp: where `checker watch` writes: lines that stay, and below them, on a terminal, one that tells what goes on.
#pragma once

#include <cstddef>
#include <string>

namespace lab::watch {

// Of standard output. What has been written is never changed: only the last line, which is not ended yet, is.
class Lines {
public:
    Lines();
    ~Lines();
    Lines(const Lines&) = delete;
    Lines& operator=(const Lines&) = delete;

    // Text that stays; it ends with a line break. False: nobody reads any more.
    bool print(const std::string& text);

    // The line at the bottom; not shown if standard output is no terminal.
    void show(const std::string& status);
    void hide();    // until the next show()
    void redraw();  // the window has another size

    std::size_t columns() const;  // of the terminal; 80 if there is none

private:
    std::string drawn();  // what draws the line at the bottom

    bool on_terminal_;
    bool drawn_ = false;
    std::string status_;
};

}  // namespace lab::watch
