// consequence.cpp: the search after a data race. It is short: what a lost update or a torn read does shows within a few
// executions, or it takes a closer look than a report can give.
#include "explore/consequence.hpp"

#include "explore/report.hpp"
#include "explore/search.hpp"
#include "explore/visible_memory.hpp"
#include "explore/worker.hpp"

#include <algorithm>

namespace interleave {
namespace {

constexpr std::int64_t executions = 1000;
constexpr std::uint32_t steps = 2000;  // of one execution: loops over racing memory are cut short
constexpr std::size_t most_cells = 16;

// What a student sees happen. Limits that were reached, and loops that go on, may come of the short search itself.
bool tells(FailureKind kind) {
    switch (kind) {
        case FailureKind::check_failed:
        case FailureKind::deadlock:
        case FailureKind::lost_wakeup:
        case FailureKind::exception:
        case FailureKind::terminate:
        case FailureKind::signal:
        case FailureKind::abort:
        case FailureKind::misuse: return true;
        default: return false;
    }
}

// Restores what the search changes in the engine's settings.
class Settings {
public:
    Settings() : limits_(exec.limits) { exec.limits.steps = std::min(exec.limits.steps, steps); }
    ~Settings() {
        exec.limits = limits_;
        exec.visible.clear();
    }
    Settings(const Settings&) = delete;
    Settings& operator=(const Settings&) = delete;

private:
    Limits limits_;
};

}  // namespace

std::optional<runner::Consequence> find_consequence(const Subject& subject, const runner::RunnerConfig& config,
                                                    const SharedFailure& race) {
    runner::RunnerConfig short_search = config;
    short_search.budget = std::min(config.budget, executions);
    short_search.strategy = runner::StrategyChoice::standard;
    short_search.preemptions.reset();
    const Settings settings;
    SharedMemory state;
    std::vector<VisibleCell> cells;
    std::uintptr_t address = race.race_address;
    for (;;) {
        const auto cell = cell_of(address);
        if (!cell || cells.size() == most_cells || std::ranges::find(cells, *cell) != cells.end()) return std::nullopt;
        cells.push_back(*cell);
        make_visible(cells);
        state.clear();
        run_with_threads(*state, [&] {
            if (subject.prepare) subject.prepare();
            search(subject, short_search, *state);
        });
        if (state->failure.kind != FailureKind::data_race) break;
        address = state->failure.race_address;
    }
    const bool failed = tells(state->failure.kind);
    if (!failed && (state->failure.kind != FailureKind::none || state->outputs == 0)) return std::nullopt;
    return make_consequence(*state, cells);
}

}  // namespace interleave
