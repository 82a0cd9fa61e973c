// frames.hpp: what is true after each row of an interleaving: where the threads are, what they hold, what memory says.
#pragma once

#include "judge/result.hpp"
#include "report/rows.hpp"

#include <string>
#include <utility>
#include <vector>

namespace lab::report {

struct ThreadFrame {
    int thread = 0;
    std::string doing = {};  // "not started", "waits for account b (held by 2)", "ended", ...
    bool exists = true;      // some thread has created it
    bool ended = false;
    bool waits = false;
    bool can_go = true;                   // it could take the next step
    std::string wants = {};               // the object that it waits for; empty: none
    std::vector<std::string> holds = {};  // names of locks
    std::string file = {};
    int line = 0;  // 0: not known
};

struct Frame {
    std::vector<ThreadFrame> threads;                         // in the order of their numbers
    std::vector<std::pair<std::string, std::string>> values;  // of memory, as last seen: name, value
    std::string output;
};

// rows.size() + 1 of them: the first is before the first row, the last after the whole trace. Texts are visible.
std::vector<Frame> frames(const judge::CaseResult& result, const std::vector<Row>& rows);

}  // namespace lab::report
