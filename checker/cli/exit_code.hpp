// exit_code.hpp: the exit codes of the checker, and what each stands for.
#pragma once

namespace lab::cli {

enum ExitCode : int {
    passed = 0,
    not_passed = 1,
    wrong_usage = 2,
    does_not_build = 3,
    inconclusive = 4,
    environment = 5,  // the machine lacks something: a compiler, shared memory, ...
    bug = 70,         // of the checker
};

}  // namespace lab::cli
