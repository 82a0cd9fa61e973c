// editor_tasks.cpp: .vscode/tasks.json understands what the checker writes.
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "course/course.hpp"
#include "report/problems.hpp"
#include "run/process.hpp"
#include "sample_evidence.hpp"
#include "temporary_folder.hpp"
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

// What the editor's documentation of tasks.json names, as far as we use it: an unknown word is ignored in silence.
const std::map<std::string, std::set<std::string>> known_words = {
    {"task", {"label", "type", "command", "args", "group", "presentation", "problemMatcher", "isBackground"}},
    {"group", {"kind", "isDefault"}},
    {"presentation", {"echo", "reveal", "revealProblems", "focus", "panel", "showReuseMessage", "clear", "close"}},
    {"problemMatcher", {"owner", "source", "severity", "fileLocation", "pattern", "background", "applyTo"}},
    {"pattern", {"regexp", "kind", "file", "line", "column", "endLine", "endColumn", "severity", "code", "message"}},
    {"background", {"activeOnStart", "beginsPattern", "endsPattern"}},
};

void check_words(const std::string& name, const nlohmann::json& value) {
    if (!value.is_object()) return;
    for (const auto& [word, inside] : value.items()) {
        INFO(name << ": " << word);
        CHECK(known_words.at(name).contains(word));
        if (known_words.contains(word)) check_words(word, inside);
    }
}

// What the editor's task makes of a hand-in: all that its terminal shows.
std::string shown_by_task(const std::string& lesson, const std::string& hand_in) {
    lab::run::ProcessRequest request;
    request.argv = {LAB_CHECKER, "report", lesson, "--file", hand_in, "--format", "gcc", "--output", "-"};
    request.directory = LAB_COURSE_DIR;
    return lab::run::supervise(request).out;
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

TEST_CASE("editor tasks: no word that the editor does not know") {
    std::ifstream file(LAB_COURSE_DIR "/.vscode/tasks.json");
    const auto document = nlohmann::json::parse(file, nullptr, true, true);
    CHECK(document["version"] == "2.0.0");
    for (const auto& item : document["tasks"]) check_words("task", item);
    CHECK(task(judge_task)["problemMatcher"]["fileLocation"][0] == "autoDetect");
}

TEST_CASE("editor tasks: a real hand-in of each verdict, and what the compiler really writes") {
    // One of the wrong hand-ins for each verdict, and one that does not compile.
    std::map<std::string, std::pair<std::string, std::string>> samples;
    for (const auto& name : lab::course::list_lessons(LAB_COURSE_DIR)) {
        const auto lesson = lab::course::load_lesson(LAB_COURSE_DIR, name);
        REQUIRE(lesson);
        for (const auto& wrong : lesson->wrong)
            samples.try_emplace(wrong.verdict, name.id, wrong.path.lexically_relative(LAB_COURSE_DIR).string());
        samples.try_emplace("unfinished", name.id, "exercises/" + name.id);
        samples.try_emplace("passed", name.id, "solutions/" + name.id);
    }
    CHECK(samples.size() >= 10);
    const TemporaryFolder folder;
    folder.write("deadlock.cpp",
                 "#include \"deadlock.hpp\"\nvoid transfer(Account& from, Account& to, int amount) {\n"
                 "    int unused;\n    from.withdraw(amount)\n}\n");
    samples["build-error"] = {"04-deadlock", (folder.path / "deadlock.cpp").string()};

    const auto pattern = task(judge_task)["problemMatcher"]["pattern"];
    const std::regex expression(pattern["regexp"].get<std::string>());
    for (const auto& [verdict, sample] : samples) {
        const auto& [lesson, hand_in] = sample;
        CAPTURE(verdict);
        CAPTURE(hand_in);
        const std::string text = shown_by_task(lesson, hand_in);
        CAPTURE(text);
        std::istringstream lines(text);
        std::string last;
        std::map<std::string, int> severities;
        std::smatch found;
        for (std::string line; std::getline(lines, line); last = line) {
            if (!std::regex_match(line, found, expression)) continue;
            ++severities[found[pattern["severity"].get<std::size_t>()]];
            const std::filesystem::path file = found[pattern["file"].get<std::size_t>()].str();
            CHECK(std::filesystem::exists(LAB_COURSE_DIR / file));  // "autoDetect": as it is, or below the workspace
            CHECK(std::stoi(found[pattern["line"].get<std::size_t>()]) >= 1);
            CHECK_FALSE(found[pattern["message"].get<std::size_t>()].str().empty());
        }
        CHECK(last == lesson + ": " + verdict);
        CHECK((severities["error"] > 0) ==
              (verdict != "passed" && verdict != "unfinished" && verdict != "inconclusive"));
        CHECK((severities["warning"] > 0) == (verdict == "unfinished" || verdict == "build-error"));
    }
}
