// editor_tasks.cpp: .vscode/tasks.json understands what the checker writes.
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>

#include "report/problems.hpp"
#include "sample_evidence.hpp"
#include "watch/words.hpp"

using namespace sample;

namespace {

nlohmann::json task(const std::string& label) {
    std::ifstream file(LAB_COURSE_DIR "/.vscode/tasks.json");
    const auto document = nlohmann::json::parse(file, nullptr, true, true);  // with comments
    for (const auto& item : document["tasks"])
        if (item["label"] == label) return item;
    FAIL("no task " << label);
    return {};
}

const std::string judge_task = "lab: judge the open exercise";
const std::string watch_task = "lab: judge the open exercise whenever it is saved";

}  // namespace

TEST_CASE("editor tasks: the problem matcher takes apart each line of `report --format gcc` but the last") {
    const auto result =
        lab::judge::judge(lesson(), hand_in(), explored({failed_case("both end", deadlock())}), nullptr);
    const std::string text =
        lab::report::problems(result, {{"deadlock.cpp", "exercises/04-deadlock/deadlock.cpp", "", true}});
    const auto pattern = task(judge_task)["problemMatcher"]["pattern"];
    const std::regex expression(pattern["regexp"].get<std::string>());
    std::vector<std::string> severities;
    std::istringstream lines(text);
    std::smatch found;
    for (std::string line; std::getline(lines, line);) {
        if (!std::regex_match(line, found, expression)) continue;
        CHECK(found[pattern["file"].get<std::size_t>()] == "exercises/04-deadlock/deadlock.cpp");
        severities.push_back(found[pattern["severity"].get<std::size_t>()]);
    }
    CHECK(severities == std::vector<std::string>{"error", "note", "note"});
    const std::string gcc = "exercises/04-deadlock/deadlock.cpp:1:9: error: 'y' was not declared in this scope";
    CHECK(std::regex_match(gcc, found, expression));
    CHECK(found[pattern["message"].get<std::size_t>()] == "'y' was not declared in this scope");
    CHECK_FALSE(std::regex_match(std::string("04-deadlock: deadlock"), expression));
    CHECK(task(watch_task)["problemMatcher"]["pattern"] == pattern);
}

TEST_CASE("editor tasks: begin and end of a run of `watch` are recognised, and not taken for each other") {
    const auto background = task(watch_task)["problemMatcher"]["background"];
    const std::regex begins(background["beginsPattern"].get<std::string>());
    const std::regex ends(background["endsPattern"].get<std::string>());
    const auto line = [](std::string text) {
        text.pop_back();
        return text;
    };
    for (const char* why : {"as it is now", "saved", "again"}) {
        const std::string begin = line(lab::watch::begin_line("04", why));
        CHECK(std::regex_match(begin, begins));
        CHECK_FALSE(std::regex_match(begin, ends));
    }
    for (const char* verdict : {"passed", "data-race", "not judged"}) {
        const std::string end = line(lab::watch::end_line("04", verdict, "[###....] 2 of 7 solved"));
        CHECK(std::regex_match(end, ends));
        CHECK_FALSE(std::regex_match(end, begins));
    }
}
