// reduction_test.cpp: partial-order reduction against plain exhaustive search over generated programs: the same set of
// final states and the same verdicts; and the known numbers of distinct executions.
//
// Arguments: random_program counted_program [number of seeds]
#include "child.hpp"
#include "observed.hpp"

#include <cstdio>
#include <cstdlib>
#include <set>
#include <sstream>
#include <string>

namespace {

using programs::Observed;

constexpr long budget = 300'000;

Observed explore(const std::string& program, const std::string& strategy, const std::vector<std::string>& arguments) {
    std::string config = R"({"mode":"program","strategy":")" + strategy + R"(","budget":)" + std::to_string(budget) +
                         R"(,"arguments":[)";
    for (const auto& argument : arguments) config += (config.back() == '[' ? "\"" : ",\"") + argument + "\"";
    config += "]}";
    const auto child = programs::run_child({program}, {"INTERLEAVE_CONFIG=" + config}, std::chrono::minutes(5));
    if (!child.good()) throw std::runtime_error(program + ": " + child.ending() + "\n" + child.err);
    return programs::read_frames(child.out);
}

std::set<std::string> states(const Observed& observed) {
    std::set<std::string> result;
    for (const auto& output : observed.outputs) result.insert(output.text + " exit " + std::to_string(output.exit));
    return result;
}

// How often the schedule changes from one thread to another: "s1:0*3.1.0" does so twice.
int changes_of_thread(const std::string& schedule) {
    int changes = -1;
    std::string last;
    std::istringstream parts(schedule.substr(schedule.find(':') + 1));
    for (std::string part; std::getline(parts, part, '.');) {
        const std::string thread = part.substr(0, part.find_first_of("*_"));
        changes += thread != last;
        last = thread;
    }
    return changes;
}

int g_failed = 0;

void expect(bool held, const std::string& what) {
    if (held) return;
    ++g_failed;
    std::printf("FAILED %s\n", what.c_str());
}

struct Known {
    std::vector<std::string> arguments;  // kind, threads, operations each
    long distinct;                       // 0: only that it completes
};

// Distinct executions, from the literature's definition: interleavings that differ in the order of dependent steps.
const Known known[] = {
    {{"add", "2", "2"}, 6},     {{"add", "2", "4"}, 70},   {{"add", "3", "2"}, 90},    {{"add", "3", "3"}, 1680},
    {{"lock", "2", "3"}, 20},   {{"lock", "2", "5"}, 252}, {{"lock", "3", "2"}, 90},   {{"lock", "3", "3"}, 1680},
    {{"lock", "4", "2"}, 2520}, {{"racy", "2", "2"}, 34},  {{"racy", "2", "4"}, 3334}, {{"racy", "3", "2"}, 7134},
    {{"forks", "4", "1"}, 14},  {{"spin", "2", "1"}, 0},
};

}  // namespace

int main(int count, char** arguments) {
    if (count < 3) return 2;
    const int seeds = count > 3 ? std::atoi(arguments[3]) : 240;
    for (const auto& example : known) {
        const Observed seen = explore(arguments[2], "exhaustive", example.arguments);
        std::string name;
        for (const auto& part : example.arguments) name += part + " ";
        expect(seen.complete && !seen.failure, name + "does not complete");
        expect(example.distinct == 0 || seen.interleavings == example.distinct,
               name + "takes " + std::to_string(seen.interleavings) + " executions instead of " +
                   std::to_string(example.distinct));
    }
    for (const char* strategy : {"default", "exhaustive", "every"})
        expect(!explore(arguments[2], strategy, {"unsteady", "2", "2"}).complete,
               std::string("a program that is not the same each time is called complete by strategy ") + strategy);
    long reduced = 0, plain = 0;
    int compared = 0, failing = 0, minimal = 0;
    for (int seed = 1; seed <= seeds; ++seed) {
        const std::string name = std::to_string(seed);
        const Observed all = explore(arguments[1], "every", {name});
        if (!all.complete && !all.failure) continue;  // too large to compare
        const Observed less = explore(arguments[1], "exhaustive", {name});
        ++compared;
        expect(less.failure.has_value() == all.failure.has_value(),
               "seed " + name + ": one search fails, one does not");
        if (less.failure && all.failure) {
            ++failing;
            // What a student is shown changes threads as rarely as any failing interleaving does.
            const Observed shown = explore(arguments[1], "default", {name});
            expect(shown.failure.has_value(), "seed " + name + ": the default search finds no failure");
            if (shown.failure && shown.failure->kind == all.failure->kind) {
                ++minimal;
                expect(changes_of_thread(shown.failure->schedule) <= changes_of_thread(all.failure->schedule),
                       "seed " + name + ": shows " + shown.failure->schedule + " although there is " +
                           all.failure->schedule);
            }
            expect(less.failure->kind == all.failure->kind,
                   "seed " + name + ": " + less.failure->kind + " instead of " + all.failure->kind);
            continue;
        }
        expect(less.complete, "seed " + name + ": the reduced search does not complete");
        expect(states(less) == states(all), "seed " + name + ": " + std::to_string(states(less).size()) +
                                                " final states instead of " + std::to_string(states(all).size()));
        expect(less.interleavings <= all.interleavings, "seed " + name + ": more executions than without reduction");
        reduced += less.interleavings;
        plain += all.interleavings;
    }
    expect(compared >= seeds * 5 / 6, "only " + std::to_string(compared) + " programs were compared");
    std::printf(
        "%d programs compared, %d of them fail (%d shown as short as possible); %ld executions instead of %ld\n",
        compared, failing, minimal, reduced, plain);
    return g_failed == 0 ? 0 : 1;
}
