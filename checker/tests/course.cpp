// course.cpp: tests of finding lessons and of reading their folders.
#include "course/course.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "temporary_folder.hpp"

namespace fs = std::filesystem;
using namespace lab::course;

namespace {

const std::string lesson_toml = R"(format_version = 1
title = "Deadlock"
idea = "A cycle of waits."
[exercise]
edit = ["deadlock.cpp"]
[program]
expected = "expected.txt"
[stub]
verdict = "deadlock"
[hints]
text = ["a", "b", "c"]
[[wrong]]
file = "wrong/opposite.cpp"
verdict = "deadlock"
about = "x"
)";

void write_course(const TemporaryFolder& folder) {
    folder.write("lessons/04-deadlock/lesson.toml", lesson_toml);
    folder.write("lessons/04-deadlock/check.cpp", "");
    folder.write("lessons/04-deadlock/main.cpp", "");
    folder.write("lessons/04-deadlock/expected.txt", "total 200\n");
    folder.write("lessons/04-deadlock/stub/deadlock.cpp", "");
    folder.write("lessons/04-deadlock/stub/deadlock.hpp", "");
    folder.write("lessons/04-deadlock/wrong/opposite.cpp", "");
    folder.write("lessons/10-queues/lesson.toml", "");
    folder.write("lessons/notes/readme", "");
    folder.write("exercises/04-deadlock/deadlock.cpp", "");
}

const std::vector<LessonName> names = {
    {"00-threads", "00", "threads"}, {"04-deadlock", "04", "deadlock"}, {"10-queues", "10", "queues"}};

}  // namespace

TEST_CASE("a lesson's folder name has a number and a name") {
    const auto name = parse_lesson_name("05-producer-consumer");
    REQUIRE(name.has_value());
    CHECK(name->number == "05");
    CHECK(name->name == "producer-consumer");
    CHECK_FALSE(parse_lesson_name("notes"));
    CHECK_FALSE(parse_lesson_name("04-"));
    CHECK_FALSE(parse_lesson_name("-x"));
    CHECK_FALSE(parse_lesson_name("4a-x"));
}

TEST_CASE("a lesson goes by number, name, or both") {
    for (const char* id : {"04", "4", "004", "deadlock", "04-deadlock", "exercises/04-deadlock/"}) {
        CAPTURE(id);
        const auto found = resolve(id, names);
        REQUIRE(found.has_value());
        CHECK(found->id == "04-deadlock");
    }
    CHECK(resolve("0", names)->id == "00-threads");
}

TEST_CASE("an unknown lesson names the nearest") {
    CHECK(resolve("deadlok", names).error() == "there is no lesson `deadlok`; did you mean `deadlock`?");
    CHECK(resolve("04-dedlock", names).error() == "there is no lesson `04-dedlock`; did you mean `04-deadlock`?");
    CHECK(resolve("77", names).error() == "there is no lesson `77`; the course goes from 00 to 10");
    CHECK(resolve("zzzzzzzzz", names).error() == "there is no lesson `zzzzzzzzz`; `checker list` shows all");
    CHECK(resolve("1", {}).error() == "there is no lesson `1`: the course has none");
}

TEST_CASE("the course is found from any folder in it") {
    const TemporaryFolder folder;
    write_course(folder);
    CHECK(find_root(folder.path) == folder.path);
    CHECK(find_root(folder.path / "exercises/04-deadlock") == folder.path);
    CHECK_FALSE(find_root("/proc"));
}

TEST_CASE("lessons are listed by number, and other folders are not lessons") {
    const TemporaryFolder folder;
    write_course(folder);
    const auto lessons = list_lessons(folder.path);
    REQUIRE(lessons.size() == 2);
    CHECK(lessons[0].id == "04-deadlock");
    CHECK(lessons[1].id == "10-queues");
    CHECK(list_lessons(folder.path / "nowhere").empty());
}

TEST_CASE("a lesson's folder becomes a lesson") {
    const TemporaryFolder folder;
    write_course(folder);
    const auto lesson = load_lesson(folder.path, names[1]);
    REQUIRE(lesson.has_value());
    CHECK(lesson->id == "04-deadlock");
    CHECK(lesson->exercise == folder.path / "exercises/04-deadlock");
    CHECK(lesson->given == std::vector<std::string>{"deadlock.hpp"});
    CHECK(lesson->allowed == std::vector<std::string>{"total 200\n"});
    REQUIRE(lesson->wrong.size() == 1);
    CHECK(lesson->wrong[0].path == folder.path / "lessons/04-deadlock/wrong/opposite.cpp");
}

TEST_CASE("files that a lesson speaks of and that are not there are named where it does") {
    const TemporaryFolder folder;
    write_course(folder);
    for (const char* file : {"expected.txt", "stub/deadlock.cpp", "wrong/opposite.cpp", "check.cpp", "main.cpp"}) {
        fs::remove(folder.path / "lessons/04-deadlock" / file);
    }
    const auto lesson = load_lesson(folder.path, names[1]);
    REQUIRE_FALSE(lesson.has_value());
    const std::string text = lab::course::text(lesson.error());
    const std::string file = "lessons/04-deadlock/lesson.toml";
    CHECK(text.find(file + ":5:9: stub/deadlock.cpp does not exist") != std::string::npos);
    CHECK(text.find(file + ":7:12: expected.txt cannot be read") != std::string::npos);
    CHECK(text.find(file + ":13:8: the file wrong/opposite.cpp does not exist") != std::string::npos);
    CHECK(text.find(file + ": check.cpp is missing beside it") != std::string::npos);
    CHECK(text.find(file + ": [program] is given, but main.cpp is missing beside it") != std::string::npos);
}

TEST_CASE("a lesson folder without lesson.toml says so") {
    const TemporaryFolder folder;
    write_course(folder);
    const auto lesson = load_lesson(folder.path, {"11-x", "11", "x"});
    REQUIRE_FALSE(lesson.has_value());
    CHECK(lab::course::text(lesson.error()).find("lessons/11-x/lesson.toml: cannot be read") == 0);
}
