// config.hpp: what a runner (explored or native) was asked to do, parsed from its environment.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace interleave::runner {

enum class Mode {
    check,    // the doctest cases, then main() as the case "program" if `program` is set
    replay,   // one case along a given schedule
    program,  // main() only, as the case "program"
    list,     // announce the cases, run nothing
};

enum class StrategyChoice {
    standard,  // "default"
    random,
    pct,
    pos,
    surw,
    exhaustive,  // complete, equivalent interleavings once; within a bound on preemptions if one is given
    every        // complete, without any reduction: to check the reduction against
};

struct Replay {
    std::string case_name;
    std::string schedule;  // "s1:...", opaque here
    bool stop = false;     // stop where the schedule ends, and tell who could go on, instead of running to the end
};

struct RunnerConfig {
    Mode mode = Mode::check;
    bool mode_given = false;             // false: INTERLEAVE_CONFIG named no mode; program if no case is registered
    std::vector<std::string> cases;      // names of the cases to run; empty: all
    bool program = false;                // run main() too, as a last case named "program"
    std::vector<std::string> arguments;  // of main(), without argv[0]
    std::string input;                   // file with the standard input of main(), "stdin"; empty: there is none
    std::int64_t budget = 20'000;        // interleavings a case, at most
    std::optional<int> preemptions;      // search up to this bound only
    int spurious = 1;                    // explored: what may happen for no reason in an execution, see Limits
    bool exact_loops = true;             // explored: loops that only look are recognised by their stack
    bool until_first = false;            // stop at the first failing or differing interleaving
    StrategyChoice strategy = StrategyChoice::standard;
    std::uint64_t seed = 1;
    std::optional<Replay> replay;         // always there in mode replay
    int stress_runs = 50;                 // native: runs a case
    double run_seconds = 10;              // native: wall time a run may take before it counts as hanging
    std::int64_t max_steps = 20'000;      // explored: steps an execution may take
    bool race_detection = true;           // explored: off only for benchmarks
    std::int64_t checkpoint_after = 200;  // explored: times a choice is come to before executions begin there; 0: never

    // True if the filter lets this case run.
    bool wants(std::string_view case_name) const;
};

// The text is not what the contract says: what() names the field and what it should have been.
struct ConfigError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Parses the value of INTERLEAVE_CONFIG; an empty text gives the defaults. Unknown fields are ignored, so that an
// older runner can be told more than it knows. Throws ConfigError.
RunnerConfig parse_config(std::string_view json);

// "default", "random", ...; throws ConfigError.
StrategyChoice parse_strategy(const std::string& name);

// parse_config of $INTERLEAVE_CONFIG.
RunnerConfig config_from_environment();

}  // namespace interleave::runner
