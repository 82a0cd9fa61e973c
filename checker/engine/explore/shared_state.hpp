// shared_state.hpp: what the searching process leaves for its parent, in memory that both share. Plain data only: it
// must make sense after a crash at any point.
#pragma once

#include "model/execution.hpp"
#include "schedule/schedule.hpp"
#include "trace/recorder.hpp"

#include <cstdint>

namespace interleave {

struct SharedFailure {
    FailureKind kind = FailureKind::none;
    int signal = 0;
    int exit_code = 0;
    char message[512] = {};
    char what[512] = {};
    char check_expression[512] = {};
    char check_expansion[1024] = {};
    char check_macro[48] = {};
    char check_file[512] = {};
    int check_line = 0;
    std::uintptr_t race_address = 0;
    std::uint32_t cycle_length = 0;
    std::uint32_t cycle[64] = {};
    std::uint32_t race_first_event = 0;
    std::uint32_t steps = 0;  // of the failing schedule
    ThreadId schedule[StepLog::capacity] = {};
    std::uint32_t output_size = 0;
    char output[1 << 16] = {};
};

// One distinct output and how often it was seen.
struct SharedOutput {
    std::uint64_t hash = 0;
    std::int64_t count = 0;
    std::int64_t count_before = 0;  // when the latest sweep of the search began
    int exit_code = 0;
    std::uint32_t text = 0, text_size = 0;          // in SharedState::text
    std::uint32_t schedule = 0, schedule_size = 0;  // in SharedState::text
    std::uint32_t switches = 0, steps = 0;          // of that schedule
};

struct SharedState {
    static constexpr unsigned output_capacity = 512;
    static constexpr unsigned text_capacity = 4 << 20;

    StepLog log;  // of the execution that runs now
    std::int64_t interleavings = 0, passed = 0, failed = 0;
    std::int64_t executions = 0;     // all that were begun, those too that had to be repeated
    std::int64_t first_failure = 0;  // of these: the first that failed, or (a program) printed or returned otherwise
    std::int64_t redundant = 0;      // given up in the latest sweep, because they were like others
    bool complete = false;
    std::int32_t bound = -1;
    bool reached = false;
    bool slept = false;
    bool done = false;  // the search came to its end
    SharedFailure failure;
    std::uint32_t outputs = 0;
    bool outputs_cut = false;
    SharedOutput output[output_capacity];
    std::uint32_t text_used = 0;
    char text[text_capacity];
    Recording recording;
};

}  // namespace interleave
