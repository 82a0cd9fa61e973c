// grid.cpp: text into cells and back.
#include "terminal/grid.hpp"

#include <algorithm>

#include "report/visible.hpp"

namespace lab::terminal {

Grid::Grid(std::size_t columns, std::size_t rows) : columns_(columns), rows_(rows), cells_(columns * rows) {}

std::size_t Grid::put(std::size_t row, std::size_t column, std::string_view text, Style style, std::size_t most) {
    if (row >= rows_ || column >= columns_) return 0;
    const std::size_t room = std::min(most, columns_ - column);
    const std::string fitting = report::shortened(std::string(text), room);
    std::size_t used = 0;
    for (std::size_t at = 0; at < fitting.size();) {
        std::size_t end = at + 1;
        while (end < fitting.size() && (static_cast<unsigned char>(fitting[end]) & 0xc0U) == 0x80) ++end;
        const std::string character = fitting.substr(at, end - at);
        at = end;
        const std::size_t width = report::width(character);
        if (used + width > room) break;
        Cell* cell = &cells_[row * columns_ + column + used];
        cell[0] = {character, style};
        if (width == 2) cell[1] = {"", style};
        used += width;
    }
    return used;
}

void Grid::fill(std::size_t row, Style style) {
    if (row >= rows_) return;
    for (std::size_t column = 0; column < columns_; ++column) cells_[row * columns_ + column].style = style;
}

void Grid::rule(std::size_t row, char character, Style style) { put(row, 0, std::string(columns_, character), style); }

std::string Grid::text() const {
    std::string text;
    for (std::size_t row = 0; row < rows_; ++row) {
        std::string line;
        for (std::size_t column = 0; column < columns_; ++column) line += at(row, column).text;
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    }
    return text;
}

}  // namespace lab::terminal
