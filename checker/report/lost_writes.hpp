// lost_writes.hpp: writes that go over what another thread has written since the writer last looked: lost updates.
#pragma once

#include "judge/result.hpp"

#include <map>
#include <string>
#include <utility>

namespace lab::report {

class LostWrites {
public:
    explicit LostWrites(const judge::CaseResult& result) : result_(result) {}

    // To be called for every step, in order. Of a write that loses another one: ", over thread 2's 3"; else nothing.
    std::string follow(const judge::Step& step);

private:
    struct Memory {
        int writes = 0;
        int writer = 0;  // of the last one
        std::string value;
    };

    const judge::CaseResult& result_;
    std::map<int, Memory> memory_;             // by Step::object_id
    std::map<std::pair<int, int>, int> seen_;  // writes that a thread knew of when it last looked
};

}  // namespace lab::report
