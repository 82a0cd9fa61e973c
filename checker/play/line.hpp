// line.hpp: an interleaving as the moves of a game: who took each step.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lab::play {

struct Move {
    int thread = 0;
    int older = 0;                // a load that reads the value so many stores back
    bool before_creator = false;  // it came before the thread that created this one went on

    friend bool operator==(const Move&, const Move&) = default;
};

using Line = std::vector<Move>;

// The first `length` moves as a schedule: "s1:1*2.2", "s1:1_2". `visible` names memory whose plain accesses are moves,
// as visible_of() gives it.
std::string schedule_of(const Line& line, std::size_t length, const std::string& visible = "");

// Nothing if the text is not a schedule.
std::optional<Line> line_of(std::string_view schedule);
// The memory that a schedule makes visible: "@g5028,h18"; empty: none.
std::string visible_of(std::string_view schedule);

// How often another thread goes on, within the first `length` moves.
std::size_t changes_of_thread(const Line& line, std::size_t length);

}  // namespace lab::play
