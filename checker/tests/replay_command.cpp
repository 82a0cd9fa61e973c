// replay_command.cpp: schedules and cases that do not fit the program.
#include <doctest/doctest.h>

#include "run/process.hpp"
#include "temporary_folder.hpp"

using namespace lab;

namespace {

run::ProcessResult checker(std::vector<std::string> words) {
    run::ProcessRequest request;
    words.insert(words.begin(), LAB_CHECKER);
    request.argv = std::move(words);
    request.directory = LAB_COURSE_DIR;
    request.wall_limit = std::chrono::minutes(5);
    return run::supervise(request);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const std::string file = LAB_COURSE_DIR "/lessons/04-deadlock/wrong/argument_order.cpp";

}  // namespace

TEST_CASE("a schedule that cannot be followed is no pass") {
    for (const char* schedule : {"s1:9", "s1:1*9", "s1:1.1.1.1.1.1.1.1.1"}) {
        CAPTURE(schedule);
        const auto result = checker({"replay", "04", "--file", file, schedule});
        CHECK(result.exit_code == 2);
        CHECK(result.out.empty());
        CHECK(has(result.err, "does not fit the program"));
        CHECK_FALSE(has(result.out, "PASSED"));
    }
    const auto json = checker({"replay", "04", "--json", "--file", file, "s1:9"});
    CHECK(json.exit_code == 2);
    CHECK(json.out.empty());
    TemporaryFolder folder;
    folder.write("a.cpp", "#include <thread>\nint main() { std::thread([] {}).join(); }\n");
    const auto explored = checker({"explore", (folder.path / "a.cpp").string(), "--replay", "s1:7"});
    CHECK(explored.exit_code == 2);
    CHECK(has(explored.err, "does not fit the program"));
}

TEST_CASE("one interleaving in which nothing goes wrong is not called right in every one") {
    const auto result = checker({"replay", "04", "--file", file, "s1:"});
    CHECK(result.exit_code == 0);
    CHECK(has(result.out, "PASSED  nothing goes wrong in this one interleaving\n"));
    CHECK_FALSE(has(result.out, "in every interleaving"));
}

TEST_CASE("what is no schedule, or no case, is wrong usage") {
    for (const std::vector<std::string>& words : {std::vector<std::string>{"replay", "04", "xyz"},
                                                  {"explore", "a.cpp", "--replay", "xyz"},
                                                  {"break", "04", "xyz"},
                                                  {"play", "04", "--plain", "--schedule", "xyz"}}) {
        const auto result = checker(words);
        CHECK(result.exit_code == 2);
        CHECK(has(result.err, "`xyz` is no schedule"));
    }
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"replay", "04", "--solution", "--case", "nope", "s1:"},
          {"replay", "04", "--solution", "--case", "nope"},
          {"break", "04", "--case", "nope", "s1:1"}}) {
        const auto result = checker(words);
        CHECK(result.exit_code == 2);
        CHECK(has(result.err, "there is no case \"nope\"; the cases are:\n  transfers in opposite"));
    }
}
