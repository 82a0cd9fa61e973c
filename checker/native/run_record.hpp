// run_record.hpp: what the process of one run tells its parent, in memory that both share.
//
// Written by the threads of the run, which may die at any moment; read by the parent when they are gone. The first
// failure of a run is the one that counts: what comes after it is a consequence.
#pragma once

#include <sys/types.h>

#include <atomic>
#include <string>

#include "../engine/doctest/case_registry.hpp"

namespace interleave::native {

enum class FailureKind : int { none, check_failed, exception, terminate, out_of_memory, leak };

struct RunRecord {
    enum class Kind : int { plain, every, some };
    enum class Progress : int { started, body_ended, finished };

    pid_t process = 0;  // the run's own process, as opposed to children that the hand-in forks
    std::atomic<Kind> kind{Kind::plain};
    std::atomic<Progress> progress{Progress::started};
    std::atomic<bool> reached{false};
    int exit = 0;  // what main() returned

    std::atomic<FailureKind> failure{FailureKind::none};
    std::atomic<bool> failure_told{false};  // the texts below are whole
    char what[1024] = {};                   // exception; for a leak, how many threads
    char expression[1024] = {};
    char expansion[2048] = {};
    char macro[64] = {};
    char file[1024] = {};
    char context[2048] = {};
    int line = 0;

    // Note a failure, unless there is one already.
    void fail(FailureKind kind_of_failure, const char* text) noexcept;
    void fail(const cases::CheckFailure& check) noexcept;
    void fail_by_exception(const std::string& exception) noexcept;  // "type: what"
};

// The record of the run that this process is; null in the runner itself.
extern RunRecord* current_run;

// A record in memory shared with processes forked from here; null if there is no memory.
RunRecord* new_shared_record() noexcept;
void free_shared_record(RunRecord* record) noexcept;

}  // namespace interleave::native
