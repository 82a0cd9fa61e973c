// progress.cpp: tests of the progress file and of the list of lessons.
#include "cli/progress.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <thread>

#include "cli/hint.hpp"
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
    const Progress progress = {{"00-threads", {"passed", "aa", "", "aa"}},
                               {"04-deadlock", {"deadlock", "bb", "opposite-order", "cc"}}};
    const std::string text = write_progress(progress);
    CHECK(text == "00-threads passed aa - aa\n04-deadlock deadlock bb opposite-order cc\n");
    const Progress again = parse_progress("nonsense\n\n" + text);
    REQUIRE(again.size() == 2);
    CHECK(again.at("04-deadlock").verdict == "deadlock");
    CHECK(again.at("04-deadlock").diagnosis == "opposite-order");
    CHECK(again.at("04-deadlock").passed_sha256 == "cc");
    CHECK(again.at("00-threads").sha256 == "aa");
    CHECK(again.at("00-threads").diagnosis.empty());
}

TEST_CASE("a progress file of an older checker is understood") {
    const Progress progress = parse_progress("00-threads passed aa\n04-deadlock deadlock bb\n");
    CHECK(progress.at("00-threads").passed_sha256 == "aa");
    CHECK(progress.at("04-deadlock").passed_sha256.empty());
}

TEST_CASE("what has passed stays known when later verdicts come") {
    const TemporaryFolder folder;
    const auto file = folder.path / "progress";
    CHECK(record_progress(file, "04-deadlock", {"passed", "aa"}));
    CHECK(record_progress(file, "04-deadlock", {"deadlock", "bb", "opposite-order"}));
    CHECK(folder.read("progress") == "04-deadlock deadlock bb opposite-order aa\n");
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
    const Progress progress = {{"04-deadlock", {"passed", "aa", "", "aa"}}};
    const auto same = hand_in("aa"), changed = hand_in("bb"), untouched = hand_in("cc", true);
    CHECK(state_of(lesson(), &same, progress).solved);
    CHECK_FALSE(state_of(lesson(), &changed, progress).solved);
    CHECK(state_of(lesson(), &changed, {}).state == "not judged yet");
    // Changed, judged as wrong, changed back: it is what has passed.
    const Progress later = {{"04-deadlock", {"deadlock", "bb", "opposite-order", "aa"}}};
    CHECK(state_of(lesson(), &same, later).solved);
    CHECK(state_of(lesson(), &changed, later).state == "deadlock");
    const auto again = hand_in("dd");
    CHECK(state_of(lesson(), &again, later).state == "changed");
    CHECK(state_of(lesson(), &untouched, progress).state == "unfinished");
    CHECK(state_of(lesson(), nullptr, progress).state == "missing");
    CHECK(state_of(lesson(), &same, {{"04-deadlock", {"deadlock", "aa"}}}).state == "deadlock");
}

TEST_CASE("the list fits 80 columns and says what to do next") {
    const auto untouched = hand_in("cc", true);
    const std::string text = list_text({state_of(lesson(), &untouched, {})});
    CHECK(text.starts_with("[....................] 0 of 1 solved\n"));
    CHECK(text.find("edit   exercises/04-deadlock/deadlock.cpp") != std::string::npos);
    CHECK(text.find("checker run 04") != std::string::npos);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) CHECK(line.size() <= 80);
    const auto same = hand_in("aa");
    CHECK(list_text({state_of(lesson(), &same, {{"04-deadlock", {"passed", "aa"}}})}).find("All lessons are solved") !=
          std::string::npos);
}

TEST_CASE("the first day: what to do, in ten lines") {
    const auto untouched = hand_in("cc", true);
    const std::vector<LessonState> fresh = {state_of(lesson(), &untouched, {})};
    CHECK(is_fresh(fresh));
    const std::string text = welcome_text(fresh);
    CHECK(std::ranges::count(text, '\n') == 10);
    for (const char* word : {"lessons/04-deadlock/lesson.md", "exercises/04-deadlock/deadlock.cpp", "checker run 04",
                             "checker watch 04", "checker hint 04", "checker --help"})
        CHECK_MESSAGE(text.find(word) != std::string::npos, word);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) CHECK(line.size() <= 80);
    const auto begun = hand_in("dd");
    CHECK_FALSE(is_fresh({state_of(lesson(), &begun, {})}));
}

TEST_CASE("the next lesson is the first after this one that is not solved") {
    std::vector<LessonState> lessons;
    for (const char* id : {"00-a", "01-b", "02-c"}) {
        lessons.emplace_back();
        lessons.back().id = id;
    }
    CHECK(next_lesson({}) == nullptr);
    CHECK(next_lesson(lessons)->id == "00-a");
    CHECK(next_lesson(lessons, "00-a")->id == "01-b");
    CHECK(next_lesson(lessons, "02-c")->id == "00-a");
    lessons[1].solved = true;
    CHECK(next_lesson(lessons, "00-a")->id == "02-c");
    lessons[0].solved = lessons[2].solved = true;
    CHECK(next_lesson(lessons, "00-a")->id == "01-b");
    CHECK(progress_bar(lessons) == "[####################] 3 of 3 solved");
    lessons[2].solved = false;
    CHECK(next_lesson(lessons, "02-c")->id == "00-a");
}

TEST_CASE("the hint for the mistake at hand comes before the first one") {
    course::Lesson with_hints = lesson();
    with_hints.hints = {"one", "two", "three"};
    const Progress progress = {{"04-deadlock", {"deadlock", "aa", "self-deadlock", ""}}};
    const auto judged = known_diagnosis(with_hints, hand_in("aa"), progress);
    REQUIRE(judged);
    CHECK(judged->id == "self-deadlock");
    CHECK_FALSE(known_diagnosis(with_hints, hand_in("bb"), progress));  // changed since
    CHECK_FALSE(known_diagnosis(with_hints, hand_in("aa"), {}));
    const std::string first = hint_text(with_hints, 1, judged, "more");
    CHECK(first.find(judged->title) < first.find("\n  one\n"));
    CHECK(first.ends_with("\n  one\n\nMore: more\n"));
    CHECK(hint_text(with_hints, 2, judged, "more").find(judged->title) == std::string::npos);
    CHECK(hint_text(with_hints, 3, judged, "more").find("checker solution 04") != std::string::npos);

    // The lesson's own for this mistake take the place of the general ones.
    with_hints.hints_by_mistake = {{"opposite-order", {"x", "y", "z"}}, {"self-deadlock", {"uno", "due", "tre"}}};
    CHECK(hint_text(with_hints, 1, judged, "more").ends_with(judged->title + ".\n\n  uno\n\nMore: more\n"));
    CHECK(hint_text(with_hints, 2, judged, "more").find("\n  due\n") != std::string::npos);
    CHECK(hint_text(with_hints, 2, std::nullopt, "more").find("\n  two\n") != std::string::npos);
}
