// expectation.cpp: tests of what `checker verify` demands and reports.
#include "cli/expectation.hpp"

#include <doctest/doctest.h>

#include "temporary_folder.hpp"

using namespace lab;
using namespace lab::cli;
using judge::Verdict;

namespace {

judge::Result result(Verdict verdict, std::optional<Verdict> beneath = {}) {
    judge::Result result;
    result.verdict = verdict;
    result.beneath = beneath;
    return result;
}

const Expectation stub{"04-deadlock", HandInKind::stub, "/c/lessons/04-deadlock/stub", "deadlock"};
const Expectation wrong{"04-deadlock", HandInKind::wrong, "/c/lessons/04-deadlock/wrong/x.cpp", "deadlock"};
const Expectation right{"04-deadlock", HandInKind::right, "/c/lessons/04-deadlock/right/y.cpp", "passed"};

}  // namespace

TEST_CASE("a stub is unfinished, and fails beneath as declared") {
    CHECK(answer_to(stub, result(Verdict::unfinished, Verdict::deadlock)).as_declared);
    CHECK_FALSE(answer_to(stub, result(Verdict::unfinished, Verdict::crash)).as_declared);
    CHECK_FALSE(answer_to(stub, result(Verdict::deadlock)).as_declared);
    CHECK(answer_to(stub, result(Verdict::unfinished, Verdict::crash)).got == "crash");
}

TEST_CASE("other hand-ins get the very verdict that was declared") {
    CHECK(answer_to(wrong, result(Verdict::deadlock)).as_declared);
    CHECK_FALSE(answer_to(wrong, result(Verdict::passed)).as_declared);
    CHECK_FALSE(answer_to(wrong, result(Verdict::livelock)).as_declared);
    CHECK(answer_to(right, result(Verdict::passed)).as_declared);
    CHECK_FALSE(answer_to(right, result(Verdict::inconclusive)).as_declared);
}

TEST_CASE("a replay must show the same failure of the same case") {
    const auto failing = [](Verdict verdict, const std::string& schedule) {
        judge::Result made = result(verdict);
        made.cases.emplace_back();
        made.cases.back().name = "c";
        made.cases.back().verdict = verdict;
        made.cases.back().schedule = schedule;
        return made;
    };
    CHECK(replays_alike(failing(Verdict::deadlock, "s1:1.2"), failing(Verdict::deadlock, "s1:1.2")));
    CHECK(replays_alike(failing(Verdict::nondeterministic, "s1:1"), failing(Verdict::wrong_output, "s1:1")));
    CHECK_FALSE(replays_alike(failing(Verdict::deadlock, "s1:1.2"), failing(Verdict::livelock, "s1:1.2")));
    CHECK_FALSE(replays_alike(failing(Verdict::deadlock, "s1:1.2"), failing(Verdict::deadlock, "s1:2.1")));
    CHECK_FALSE(replays_alike(failing(Verdict::deadlock, "s1:1.2"), result(Verdict::passed)));
}

TEST_CASE("verify ends with the counts") {
    const Answer good = answer_to(right, result(Verdict::passed));
    const Answer bad = answer_to(wrong, result(Verdict::passed));
    CHECK(verify_text({answer_to(stub, result(Verdict::unfinished, Verdict::deadlock)), good}, {}, "/c") ==
          "1 stub, 0 solutions, 0 wrong, 1 right: all as declared\n");
    const std::string text = verify_text({good, bad}, {"04-deadlock: lesson.md is missing"}, "/c");
    CHECK(text.find("04-deadlock wrong lessons/04-deadlock/wrong/x.cpp\n    declared deadlock, got passed\n") == 0);
    CHECK(text.find("    checker run 04 --file lessons/04-deadlock/wrong/x.cpp\n") != std::string::npos);
    CHECK(text.find("0 stubs, 0 solutions, 1 wrong, 1 right: 1 not as declared, 1 mistake in the\nlessons' files\n") !=
          std::string::npos);
}

TEST_CASE("the structure of a lesson is demanded") {
    const TemporaryFolder folder;
    course::Lesson lesson;
    lesson.id = "04-deadlock";
    lesson.folder = folder.path / "lessons/04-deadlock";
    lesson.stub = lesson.folder / "stub";
    lesson.exercise = folder.path / "exercises/04-deadlock";
    lesson.solution = folder.path / "solutions/04-deadlock";
    lesson.edit = {"deadlock.cpp"};
    lesson.hints = {"a", "b", "c"};
    lesson.hints_by_mistake = {{"no-lock", {"a", "b", "c"}}};
    folder.write("lessons/04-deadlock/stub/deadlock.cpp", "stub");
    folder.write("exercises/04-deadlock/deadlock.cpp", "changed");
    folder.write("lessons/04-deadlock/wrong/unlisted.cpp", "");
    std::string text;
    for (const std::string& mistake : structure_mistakes(lesson)) text += mistake + '\n';
    for (const char* part :
         {"0 wrong hand-ins; write at least 5", "0 right hand-ins; write at least 2", "lesson.md is missing",
          "main.cpp is missing", "exercises/04-deadlock/deadlock.cpp is not the same",
          "solutions/04-deadlock/deadlock.cpp is missing", "wrong/unlisted.cpp is not named",
          "[[hint]] for `no-lock`, and no wrong hand-in has this diagnosis"}) {
        CAPTURE(part);
        CHECK(text.find(part) != std::string::npos);
    }
    CHECK(text.find("hints;") == std::string::npos);
}
