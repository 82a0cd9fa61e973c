// slide_grid.hpp: a slide as a grid of cells, and what a key does to a demonstration. Pure.
#pragma once

#include <cstddef>
#include <vector>

#include "demo/slides.hpp"
#include "terminal/grid.hpp"
#include "terminal/key.hpp"

namespace lab::demo {

struct Position {
    std::size_t slide = 0;
    std::size_t scroll = 0;  // rows of the slide that are above the screen
    bool ended = false;

    friend bool operator==(const Position&, const Position&) = default;
};

// The slide at that position on a screen of this size.
terminal::Grid draw(const std::vector<Slide>& slides, Position position, std::size_t columns, std::size_t rows);

// Where a key leads.
Position pressed(const std::vector<Slide>& slides, Position position, const terminal::Key& key, std::size_t columns,
                 std::size_t rows);

// All slides one after another, each as long as it is: for what is no terminal.
std::string text_of(const std::vector<Slide>& slides, std::size_t columns);

}  // namespace lab::demo
