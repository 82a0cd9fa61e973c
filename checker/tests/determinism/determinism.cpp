// determinism.cpp: runs the checker on every wrong hand-in of the course again and again, on one core, on two and
// beside busy loops, and compares what it says. Only `seconds` may differ.
#include <fmt/format.h>
#include <sched.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "course/course.hpp"
#include "run/interrupt.hpp"
#include "run/process.hpp"

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;
using lab::course::Lesson;

struct Task {
    std::string lesson;
    fs::path hand_in;
};

struct Condition {
    const char* name;
    int cores;
    bool busy;
};
constexpr Condition conditions[] = {{"one core", 1, false}, {"two cores", 2, false}, {"busy", 2, true}};

// A document with the exit code beside it, both as text.
struct Answer {
    std::string document;
    std::string verdict;
    double seconds = 0;
};

struct Options {
    fs::path checker = LAB_CHECKER;
    fs::path course = LAB_COURSE_DIR;
    int runs = 20;
    std::size_t every = 1;
    std::vector<std::string> lessons;
    std::vector<std::string> conditions;
};

std::vector<int> allowed_cores() {
    cpu_set_t set;
    CPU_ZERO(&set);
    sched_getaffinity(0, sizeof set, &set);
    std::vector<int> cores;
    for (int core = 0; core < CPU_SETSIZE; ++core) {
        if (CPU_ISSET(core, &set)) cores.push_back(core);
    }
    return cores;
}

// Children inherit it.
void use_cores(const std::vector<int>& cores, int count) {
    cpu_set_t set;
    CPU_ZERO(&set);
    for (int i = 0; i < count && i < static_cast<int>(cores.size()); ++i)
        CPU_SET(cores[static_cast<std::size_t>(i)], &set);
    sched_setaffinity(0, sizeof set, &set);
}

// As many endless loops as there are cores in use, while it lives.
class BusyLoops {
public:
    explicit BusyLoops(int count) {
        for (int i = 0; i < count; ++i) {
            loops_.emplace_back([](const std::stop_token& stop) {
                while (!stop.stop_requested()) {
                }
            });
        }
    }

private:
    std::vector<std::jthread> loops_;
};

std::vector<Task> wrong_hand_ins(const Options& options) {
    std::vector<Task> tasks;
    const auto lessons = lab::course::list_lessons(options.course);
    for (const auto& name : lessons) {
        const bool wanted = options.lessons.empty() ||
                            std::any_of(options.lessons.begin(), options.lessons.end(), [&](const std::string& id) {
                                const auto resolved = lab::course::resolve(id, lessons);
                                return resolved && resolved->id == name.id;
                            });
        if (!wanted) continue;
        const auto lesson = lab::course::load_lesson(options.course, name);
        if (!lesson) continue;
        for (const auto& example : lesson->wrong) tasks.push_back({lesson->number, example.path});
    }
    std::vector<Task> some;
    for (std::size_t i = 0; i < tasks.size(); i += options.every) some.push_back(tasks[i]);
    return some;
}

// `--fresh` keeps the built programs, so that each run explores, replays and judges anew without compiling.
Answer ask(const Options& options, const Task& task, bool fresh, const std::stop_token& stop) {
    lab::run::ProcessRequest request;
    request.argv = {options.checker.string(), "run", task.lesson, "--file", task.hand_in.string(), "--json"};
    if (fresh) request.argv.emplace_back("--fresh");
    request.environment = {"LAB_COURSE=" + options.course.string()};
    request.wall_limit = std::chrono::minutes(30);
    request.output_cap = std::size_t{64} << 20U;
    const lab::run::ProcessResult result = lab::run::supervise(request, stop);
    Answer answer;
    answer.seconds = result.wall_seconds;
    Json json = Json::parse(result.out, nullptr, /*allow_exceptions=*/false);
    if (!json.is_object()) {
        answer.verdict = "none";
        answer.document = "exit " + std::to_string(result.exit_code.value_or(-1)) + ": " + result.out + result.err;
        return answer;
    }
    answer.verdict = json.value("verdict", "none");
    json.erase("seconds");
    json["exit code"] = result.exit_code.value_or(-1);
    answer.document = json.dump(1, ' ', false, Json::error_handler_t::replace);
    return answer;
}

// Where two documents differ: "/cases/0/schedule: "s1:0" and "s1:1"", some lines.
std::string difference(const std::string& one, const std::string& other) {
    const Json left = Json::parse(one, nullptr, false);
    const Json right = Json::parse(other, nullptr, false);
    if (left.is_discarded() || right.is_discarded()) return fmt::format("      {:.300}\n      {:.300}\n", one, other);
    const Json before = left.flatten();
    const Json after = right.flatten();
    std::string text;
    int lines = 0;
    for (const auto& [path, value] : before.items()) {
        const std::string was = value.dump();
        const std::string is = after.contains(path) ? after[path].dump() : "nothing";
        if (was != is && ++lines <= 6) text += fmt::format("      {}: {:.200} and {:.200}\n", path, was, is);
    }
    for (const auto& [path, value] : after.items()) {
        if (!before.contains(path) && ++lines <= 6)
            text += fmt::format("      {}: nothing and {:.200}\n", path, value.dump());
    }
    return text.empty() ? "      only the order of members differs\n" : text;
}

struct Count {
    int runs = 0;
    int different = 0;
    double seconds = 0;
};

int compare_all(const Options& options, const std::stop_token& stop) {
    const std::vector<Task> tasks = wrong_hand_ins(options);
    const std::vector<int> cores = allowed_cores();
    if (tasks.empty()) {
        fmt::print(stderr, "determinism: no wrong hand-in found below {}\n", options.course.string());
        return 2;
    }
    if (cores.size() < 2) fmt::print("there is one core only: \"two cores\" is no condition of its own here\n");

    std::map<std::string, Count> counts;
    std::map<std::size_t, Answer> first;
    std::vector<std::string> unequal;
    for (std::size_t i = 0; i < tasks.size() && !stop.stop_requested(); ++i)
        first[i] = ask(options, tasks[i], false, stop);
    const auto started = std::chrono::steady_clock::now();
    for (const Condition& condition : conditions) {
        const auto& wanted = options.conditions;
        if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), condition.name) == wanted.end()) continue;
        use_cores(cores, condition.cores);
        const BusyLoops loops(condition.busy ? condition.cores : 0);
        Count& count = counts[condition.name];
        for (std::size_t i = 0; i < tasks.size(); ++i) {
            int different = 0;
            std::string shown;
            for (int run = 0; run < options.runs && !stop.stop_requested(); ++run) {
                const Answer answer = ask(options, tasks[i], true, stop);
                if (stop.stop_requested()) break;
                ++count.runs;
                count.seconds += answer.seconds;
                if (answer.document == first[i].document) continue;
                if (++different == 1) shown = difference(first[i].document, answer.document);
            }
            if (different == 0) continue;
            count.different += different;
            unequal.push_back(tasks[i].hand_in.string());
            fmt::print("{} ({}), {}: {} of {} runs differ from the first\n{}",
                       tasks[i].hand_in.lexically_relative(options.course).string(), first[i].verdict, condition.name,
                       different, options.runs, shown);
            std::fflush(stdout);
        }
        use_cores(cores, static_cast<int>(cores.size()));
    }
    std::sort(unequal.begin(), unequal.end());
    const auto hand_ins = std::unique(unequal.begin(), unequal.end()) - unequal.begin();

    int runs = 0;
    int different = 0;
    for (const auto& [name, count] : counts) {
        fmt::print("{:<10} {:>6} runs, {} different, {:.2f} s a run\n", name, count.runs, count.different,
                   count.runs > 0 ? count.seconds / count.runs : 0.0);
        runs += count.runs;
        different += count.different;
    }
    const double wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    fmt::print(
        "{} wrong hand-ins, {} runs of each in each condition: {} runs in {:.0f} s, {} different, in {} hand-ins\n",
        tasks.size(), options.runs, runs, wall, different, hand_ins);
    if (stop.stop_requested()) return 1;
    return different == 0 ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
    Options options;
    CLI::App app("Compares the checker's JSON over many fresh runs of all wrong hand-ins.", "determinism");
    app.add_option("ID", options.lessons, "Lessons; without any, all")->type_name("");
    app.add_option("--runs", options.runs, "Runs of each hand-in in each condition")->capture_default_str();
    app.add_option("--every", options.every, "Only every Nth hand-in")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    app.add_option("--condition", options.conditions, "`one core`, `two cores` or `busy`; without it, all three");
    app.add_option("--checker", options.checker, "The checker")->capture_default_str();
    app.add_option("--course", options.course, "The course")->capture_default_str();
    CLI11_PARSE(app, count, words);
    const lab::run::Interrupt interrupt;
    return compare_all(options, interrupt.token());
}
