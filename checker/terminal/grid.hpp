// grid.hpp: a screen as cells in memory: what a view draws, what a terminal shows, what a test compares as text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lab::terminal {

// What a text is, not how it looks. No meaning hangs on it alone: a terminal may show all of them alike.
enum class Style : std::uint8_t { plain, strong, faint, marked, title, good, bad, warning };

struct Cell {
    std::string text = " ";  // one character, UTF-8; empty: the right half of the wide one before it
    Style style = Style::plain;

    friend bool operator==(const Cell&, const Cell&) = default;
};

class Grid {
public:
    Grid(std::size_t columns, std::size_t rows);

    std::size_t columns() const { return columns_; }
    std::size_t rows() const { return rows_; }
    const Cell& at(std::size_t row, std::size_t column) const { return cells_[row * columns_ + column]; }

    // Writes text (made visible already) from a cell on to the right, at most `most` columns and never beyond the edge;
    // text that does not fit ends in "...". Rows and columns outside of the grid are ignored. Returns the columns used.
    std::size_t put(std::size_t row, std::size_t column, std::string_view text, Style style = Style::plain,
                    std::size_t most = npos);
    // The whole row in one style, blanks included.
    void fill(std::size_t row, Style style);
    // A horizontal line of this character.
    void rule(std::size_t row, char character, Style style = Style::faint);

    // The rows, each ended by a line break, without blanks at their ends.
    std::string text() const;

    static constexpr std::size_t npos = static_cast<std::size_t>(-1);

    friend bool operator==(const Grid&, const Grid&) = default;

private:
    std::size_t columns_;
    std::size_t rows_;
    std::vector<Cell> cells_;
};

}  // namespace lab::terminal
