// examine.hpp: the path from a hand-in to the result: build, explore, stress, judge.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <tl/expected.hpp>

#include "build/build.hpp"
#include "judge/result.hpp"

namespace lab::pipeline {

enum class Stage { building, exploring, stressing };

struct ExamineRequest {
    course::Lesson lesson;
    build::HandIn hand_in;
    std::string shown;               // where the hand-in lies, as the student calls it
    std::string replay_options;      // "--solution", "--file PATH", or empty
    std::string called = "checker";  // see judge::Result
    build::Toolchain toolchain;
    build::Installation installation;
    build::Cache cache;
    unsigned compilers = 2;
    std::optional<std::uint64_t> interleavings;  // in place of the lesson's budget
    bool fresh = false;                          // explore and stress again, even if nothing changed
    bool coloured_diagnostics = false;
    std::function<void(Stage)> on_stage;  // called as each stage begins; may be empty
};

// Why there is no result.
struct Trouble {
    enum class Kind { environment, interrupted, bug };
    Kind kind = Kind::bug;
    std::string what;  // what happened and what to do, a sentence
};

// The whole path. May be called from several threads at once.
tl::expected<judge::Result, Trouble> examine(const ExamineRequest& request, const std::stop_token& stop);

// One case along one schedule, again: the result has that case only, with the trace of what happened.
tl::expected<judge::Result, Trouble> replay(const ExamineRequest& request, const std::string& case_name,
                                            const std::string& schedule, const std::stop_token& stop);

}  // namespace lab::pipeline
