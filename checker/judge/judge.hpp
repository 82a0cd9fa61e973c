// judge.hpp: from evidence to the verdict. Pure: no file, process, clock or thread.
#pragma once

#include "course/lesson.hpp"
#include "evidence/evidence.hpp"
#include "judge/result.hpp"

#include <optional>
#include <string>
#include <vector>

namespace lab::judge {

// What was handed in.
struct HandIn {
    struct File {
        std::string shown;  // "deadlock.cpp"
        std::string text;
    };
    std::vector<File> files;
    bool untouched = false;  // it is the stub
    std::string sha256;
    std::string toolchain;
    std::string shown;           // "exercises/04-deadlock"
    std::string replay_options;  // see Result
    std::string called = "checker";
};

// The verdict on a hand-in that was built and explored. `native` (null: not run) counts only if the exploration found
// nothing. `replays` are explorations of single schedules, as asked for by wanted_replays(); they supply traces.
Result judge(const course::Lesson& lesson, const HandIn& hand_in, const evidence::Evidence& explored,
             const evidence::Evidence* native, const std::vector<evidence::Evidence>& replays = {});

// The verdict on one that the compiler refused.
Result judge_unbuilt(const course::Lesson& lesson, const HandIn& hand_in, const std::string& diagnostics);

// The verdict on one that uses what no hand-in may use (see cheating.hpp); `why` says what. It is not run.
Result judge_forbidden(const course::Lesson& lesson, const HandIn& hand_in, const std::string& why);

// An interleaving that is wrong only in the eyes of the lesson, so that the exploring program kept no trace of it: its
// output is not as expected, it is one of those in which nothing overlaps, or there is a sleep in it that is not
// allowed. Or it is what may come of a data race. To be replayed before judge() is called.
struct Replay {
    std::string case_name;
    std::string schedule;
};
std::vector<Replay> wanted_replays(const course::Lesson& lesson, const HandIn& hand_in,
                                   const evidence::Evidence& explored);

// Whether the stress run is worth its time: the exploration found nothing wrong.
bool wants_stress(const course::Lesson& lesson, const HandIn& hand_in, const evidence::Evidence& explored);

}  // namespace lab::judge
