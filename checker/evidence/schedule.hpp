// schedule.hpp: an interleaving as who took each step, and as the text that people pass around. The checker's own
// reading of what engine/schedule writes; nothing else here knows the grammar.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lab::evidence {

struct Turn {
    int thread = 0;
    int older = 0;                // a load that reads the value so many stores back
    bool before_creator = false;  // it came before the thread that created this one went on

    friend bool operator==(const Turn&, const Turn&) = default;
};

using Schedule = std::vector<Turn>;

// Nothing if the text is not a schedule, or has more steps than any interleaving.
std::optional<Schedule> schedule_of(std::string_view text);

// The first `length` turns as text: "s1:1*2.2", "s1:1_2". `visible` names memory whose plain accesses are steps, as
// visible_memory() gives it.
std::string text_of(const Schedule& schedule, std::size_t length, const std::string& visible = "");

// The memory that the text of a schedule makes visible: "@g5028,h18"; empty: none.
std::string visible_memory(std::string_view text);

// How often another thread goes on, within the first `length` turns.
std::size_t changes_of_thread(const Schedule& schedule, std::size_t length);

}  // namespace lab::evidence
