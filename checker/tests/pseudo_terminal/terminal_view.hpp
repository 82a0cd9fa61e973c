// terminal_view.hpp: what a terminal shows, for tests: it takes the bytes that a program writes, and gives the view as
// text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lab::tests {

// A terminal as `xterm` describes it, as far as the checker and curses use it. Colours and character styles are read
// and forgotten. What scrolls out at the top is kept.
class TerminalView {
public:
    TerminalView(std::size_t columns, std::size_t rows);

    void feed(std::string_view bytes);
    void resize(std::size_t columns, std::size_t rows);

    // The rows that are seen, without blanks at their ends and without empty rows at the end; a line break after each.
    std::string text() const;
    // The same with all that has scrolled out at the top before it.
    std::string history() const;
    std::string row(std::size_t index) const;
    std::size_t scrolled() const { return scrolled_out_.size(); }  // rows that have scrolled out at the top

    std::size_t columns() const { return columns_; }
    std::size_t rows() const { return rows_.size(); }
    std::size_t cursor_row() const { return row_; }
    std::size_t cursor_column() const { return column_; }
    bool alternate() const { return alternate_; }          // it shows the second screen
    bool was_alternate() const { return was_alternate_; }  // it did so at any time
    bool was_cleared() const { return was_cleared_; }      // all that was seen was wiped out, or what had scrolled out
    std::size_t unknown() const { return unknown_; }       // sequences that were not understood

private:
    using Row = std::vector<std::string>;  // a character each; empty: the second half of a wide one

    Row blank_row() const { return Row(columns_, " "); }
    void put(const std::string& character);
    void control(char byte);
    void escape(char final);
    void sequence(char final);
    void mode(bool set);
    void erase_in_row(std::size_t from, std::size_t to);
    void erase_in_display(std::size_t what);
    void line_feed();
    void reverse_line_feed();
    void scroll_up(std::size_t top, std::size_t count);
    void scroll_down(std::size_t top, std::size_t count);
    std::size_t number(std::size_t index, std::size_t otherwise) const;

    enum class Reading { text, escape, sequence, string, character_set };

    std::size_t columns_;
    std::vector<Row> rows_;
    std::vector<Row> main_rows_;  // while the second screen is shown
    std::vector<std::string> scrolled_out_;
    std::size_t row_ = 0, column_ = 0, saved_row_ = 0, saved_column_ = 0;
    std::size_t top_ = 0, bottom_;  // what scrolls; bottom_ is the last row of it
    bool wraps_next_ = false;       // the last column was written: the next character goes to the next row
    bool line_drawing_ = false;
    bool alternate_ = false, was_alternate_ = false, was_cleared_ = false;
    std::size_t unknown_ = 0;
    Reading reading_ = Reading::text;
    char set_for_ = '(';
    std::string parameters_, character_, last_ = " ";
};

}  // namespace lab::tests
