// grid.cpp: cells of a screen, without a terminal.
#include "terminal/grid.hpp"

using lab::terminal::Grid;
using lab::terminal::Style;

TEST_CASE("a grid shows what was put where, without blanks at the ends of its rows") {
    Grid grid(12, 3);
    CHECK(grid.put(0, 1, "ab") == 2);
    grid.put(1, 4, "c  ");
    CHECK(grid.text() == " ab\n    c\n\n");
}

TEST_CASE("text that does not fit says so, and never leaves its columns") {
    Grid grid(10, 2);
    grid.put(0, 8, "|");
    CHECK(grid.put(0, 0, "a long text", Style::plain, 8) == 8);
    CHECK(grid.text() == "a lon...|\n\n");
    CHECK(grid.put(1, 7, "wider") == 3);
    CHECK(grid.text() == "a lon...|\n       ...\n");
}

TEST_CASE("what lies outside of the grid is ignored") {
    Grid grid(4, 1);
    CHECK(grid.put(1, 0, "x") == 0);
    CHECK(grid.put(0, 4, "x") == 0);
    CHECK(grid.put(0, 0, "x", Style::plain, 0) == 0);
    grid.fill(7, Style::marked);
    CHECK(grid.text() == "\n");
    CHECK(Grid(0, 0).text().empty());
}

TEST_CASE("a wide character takes two cells, one of several bytes takes one") {
    Grid grid(5, 1);
    CHECK(grid.put(0, 0, "\u4f60\u00e9x") == 4);
    CHECK(grid.at(0, 0).text == "\u4f60");
    CHECK(grid.at(0, 1).text.empty());
    CHECK(grid.at(0, 2).text == "\u00e9");
    CHECK(grid.text() == "\u4f60\u00e9x\n");
    Grid narrow(1, 1);
    narrow.put(0, 0, "\u4f60");
    CHECK(narrow.text() == ".\n");
}

TEST_CASE("a style belongs to cells, and to a whole row if asked for") {
    Grid grid(3, 2);
    grid.put(0, 0, "a", Style::good);
    CHECK(grid.at(0, 0).style == Style::good);
    CHECK(grid.at(0, 1).style == Style::plain);
    grid.fill(1, Style::marked);
    CHECK(grid.at(1, 2).style == Style::marked);
    grid.rule(0, '-');
    CHECK(grid.text() == "---\n\n");
}
