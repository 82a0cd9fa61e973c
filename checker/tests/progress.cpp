// progress.cpp: tests of the progress file and of the list of lessons.
#include "cli/progress.hpp"

#include <doctest/doctest.h>

#include <thread>

#include "cli/lesson_state.hpp"
#include "temporary_folder.hpp"

using namespace lab;
using namespace lab::cli;

namespace {

course::Lesson lesson() {
    course::Lesson lesson;
    lesson.id = "04-deadlock";
    lesson.number = "04";
    lesson.title = "Deadlock: a cycle of waits";
    lesson.idea =
        "Threads that hold one lock and wait for another can wait in a circle: take them in one order, or all at once.";
    lesson.edit = {"deadlock.cpp"};
    return lesson;
}

build::HandIn hand_in(const std::string& hash, bool untouched = false) {
    build::HandIn hand_in;
    hand_in.sha256 = hash;
    hand_in.untouched = untouched;
    return hand_in;
}

}  // namespace

TEST_CASE("progress goes through its text unchanged, and odd lines are left out") {
    const Progress progress = {{"00-threads", {"passed", "aa"}}, {"04-deadlock", {"deadlock", "bb"}}};
    const Progress again = parse_progress("nonsense\n\n" + write_progress(progress));
    REQUIRE(again.size() == 2);
    CHECK(again.at("04-deadlock").verdict == "deadlock");
    CHECK(again.at("00-threads").sha256 == "aa");
}

TEST_CASE("a verdict is kept, and several checkers at once lose none") {
    const TemporaryFolder folder;
    const auto file = folder.path / "state/progress";
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&, i] { record_progress(file, "lesson-" + std::to_string(i), {"passed", "x"}); });
        }
    }
    CHECK(read_progress(file).size() == 8);
    CHECK(read_progress(folder.path / "nowhere").empty());
    CHECK_FALSE(record_progress("/proc/nowhere/progress", "x", {"passed", "x"}));
}

TEST_CASE("a lesson stays solved until its file changes") {
    const Progress progress = {{"04-deadlock", {"passed", "aa"}}};
    const auto same = hand_in("aa"), changed = hand_in("bb"), untouched = hand_in("cc", true);
    CHECK(state_of(lesson(), &same, progress).solved);
    CHECK_FALSE(state_of(lesson(), &changed, progress).solved);
    CHECK(state_of(lesson(), &changed, progress).state == "not judged yet");
    CHECK(state_of(lesson(), &untouched, progress).state == "unfinished");
    CHECK(state_of(lesson(), nullptr, progress).state == "missing");
    CHECK(state_of(lesson(), &same, {{"04-deadlock", {"deadlock", "aa"}}}).state == "deadlock");
}

TEST_CASE("the list fits 80 columns and says what to do next") {
    const auto untouched = hand_in("cc", true);
    const std::string text = list_text({state_of(lesson(), &untouched, {})});
    CHECK(text.find("1 lesson, 0 solved") == 0);
    CHECK(text.find("edit   exercises/04-deadlock/deadlock.cpp") != std::string::npos);
    CHECK(text.find("checker run 04") != std::string::npos);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) CHECK(line.size() <= 80);
    const auto same = hand_in("aa");
    CHECK(list_text({state_of(lesson(), &same, {{"04-deadlock", {"passed", "aa"}}})}).find("All lessons are solved") !=
          std::string::npos);
}
