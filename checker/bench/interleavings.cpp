// interleavings.cpp: interleavings per second of the engine, of Relacy and of a fork each, on one exercise, side by
// side.
//
// The contestants take turns, several rounds, so that a busy machine slows all of them; medians are compared. Compare
// the ratios: the absolute figures are the machine's. The engine's time is that of its whole process, some ten
// milliseconds of which are its start; so many interleavings are run that this does not count.
#include <fmt/format.h>

#include <cstdio>
#include <functional>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "bench/measure.hpp"

namespace {

using lab::bench::Finished;

struct Contestant {
    std::string name;
    std::function<double()> rate;  // one round: interleavings per second; 0 if it failed
    std::vector<double> rounds;
};

// Programs that print "<number> <seconds>".
double printed_rate(const std::string& program, long executions) {
    const Finished finished = lab::bench::run(fmt::format("{} {}", lab::bench::quoted(program), executions));
    std::istringstream text(finished.output);
    double number = 0;
    double seconds = 0;
    if (finished.exit != 0 || !(text >> number >> seconds) || seconds <= 0) return 0;
    return number / seconds;
}

// The engine's runner tells how many interleavings it ran; the time is that of its whole process.
double engine_rate(const std::string& program, bool race_detection, long executions) {
    const nlohmann::json config = {
        {"mode", "check"}, {"strategy", "random"}, {"budget", executions}, {"race_detection", race_detection}};
    const Finished finished = lab::bench::run(
        fmt::format("INTERLEAVE_CONFIG={} {}", lab::bench::quoted(config.dump()), lab::bench::quoted(program)));
    std::istringstream text(finished.output);
    for (std::string line; std::getline(text, line);) {
        const auto frame = nlohmann::json::parse(line, nullptr, false);
        if (!frame.is_object() || frame.value("type", "") != "case_end") continue;
        if (!frame["failure"].is_null()) {
            fmt::print(stderr, "{}: {}\n", program, frame["failure"].value("message", ""));
            return 0;
        }
        return frame.value("interleavings", 0.0) / finished.seconds;
    }
    return 0;
}

}  // namespace

int main(int count, char** arguments) {
    const int rounds = count > 1 ? std::max(1, std::atoi(arguments[1])) : 5;
    constexpr long executions = 1'500'000;
    constexpr long forks = 2'000;

    std::vector<Contestant> contestants = {
        {"Relacy, -O2, its own types, data races checked",
         [] { return printed_rate(BENCH_RELACY_O2, executions); },
         {}},
        {"Relacy, -O0", [] { return printed_rate(BENCH_RELACY_O0, executions / 5); }, {}},
        {"engine, -O0, data races checked", [] { return engine_rate(BENCH_ENGINE_O0, true, executions); }, {}},
        {"engine, -O0", [] { return engine_rate(BENCH_ENGINE_O0, false, executions); }, {}},
        {"engine, -O1, data races checked", [] { return engine_rate(BENCH_ENGINE_O1, true, executions); }, {}},
        {"engine, -O1", [] { return engine_rate(BENCH_ENGINE_O1, false, executions); }, {}},
        {"a fork each, schedule not controlled", [] { return printed_rate(BENCH_FORK, forks); }, {}},
    };
    for (int round = 0; round < rounds; ++round) {
        for (Contestant& contestant : contestants) contestant.rounds.push_back(contestant.rate());
    }

    fmt::print("2 threads x 5 locked increments, random schedules, median of {} rounds\n\n", rounds);
    fmt::print("{:<48} {:>18} {:>12}\n", "", "interleavings/s", "to Relacy");
    const double relacy = lab::bench::median(contestants.front().rounds);
    int failed = 0;
    for (const Contestant& contestant : contestants) {
        const double rate = lab::bench::median(contestant.rounds);
        if (rate <= 0) {
            fmt::print("{:<48} {:>18}\n", contestant.name, "not available");
            if (!contestant.name.starts_with("Relacy")) ++failed;  // it need not be installed
        } else if (relacy > 0) {
            fmt::print("{:<48} {:>18.0f} {:>11.3f}x\n", contestant.name, rate, rate / relacy);
        } else {
            fmt::print("{:<48} {:>18.0f} {:>12}\n", contestant.name, rate, "-");
        }
    }
    return failed == 0 ? 0 : 1;
}
