// hand_in.cpp: tests of collecting the files of a hand-in.
#include "build/hand_in.hpp"

#include <doctest/doctest.h>

#include "build/sha256.hpp"
#include "temporary_folder.hpp"

using namespace lab;
using namespace lab::build;

namespace {

// A lesson with a stub of one source file to edit, and a given header.
struct SmallCourse : TemporaryFolder {
    course::Lesson lesson;

    SmallCourse() {
        lesson.id = "04-deadlock";
        lesson.folder = path / "lessons/04-deadlock";
        lesson.stub = lesson.folder / "stub";
        lesson.exercise = path / "exercises/04-deadlock";
        lesson.solution = path / "solutions/04-deadlock";
        lesson.edit = {"deadlock.cpp"};
        lesson.given = {"deadlock.hpp"};
        for (const char* folder : {"lessons/04-deadlock/stub", "exercises/04-deadlock"}) {
            write(std::filesystem::path(folder) / "deadlock.cpp", "stub");
            write(std::filesystem::path(folder) / "deadlock.hpp", "header");
        }
    }
};

}  // namespace

TEST_CASE("the exercise's folder is the hand-in, untouched until a file changes") {
    const SmallCourse course;
    auto hand_in = exercise_hand_in(course.lesson);
    REQUIRE(hand_in.has_value());
    CHECK(hand_in->untouched);
    CHECK(hand_in->files.size() == 2);
    CHECK(hand_in->sources == std::vector<std::filesystem::path>{course.lesson.exercise / "deadlock.cpp"});
    CHECK(hand_in->headers_from.front() == course.lesson.exercise);
    CHECK(shown(hand_in->shown_from, course.lesson.exercise / "deadlock.cpp") == "exercises/04-deadlock/deadlock.cpp");
    CHECK(shown(hand_in->shown_from, "/elsewhere/x.cpp") == "/elsewhere/x.cpp");

    course.write("exercises/04-deadlock/deadlock.cpp", "mine");
    const auto changed = exercise_hand_in(course.lesson);
    CHECK_FALSE(changed->untouched);
    CHECK(changed->sha256 != hand_in->sha256);
}

TEST_CASE("a further file makes a hand-in touched, and is compiled") {
    const SmallCourse course;
    course.write("exercises/04-deadlock/more.cpp", "");
    course.write("exercises/04-deadlock/notes.txt", "");
    course.write("exercises/04-deadlock/.deadlock.cpp.swp", "");
    const auto hand_in = exercise_hand_in(course.lesson);
    REQUIRE(hand_in.has_value());
    CHECK_FALSE(hand_in->untouched);
    CHECK(hand_in->sources.size() == 2);
    CHECK(hand_in->files.size() == 3);
}

TEST_CASE("a single file stands for all that the student edits") {
    const SmallCourse course;
    course.write("mine.cpp", "mine");
    const auto hand_in = hand_in_at(course.lesson, course.path / "mine.cpp");
    REQUIRE(hand_in.has_value());
    CHECK(hand_in->sources == std::vector<std::filesystem::path>{course.path / "mine.cpp"});
    CHECK(hand_in->headers_from == std::vector<std::filesystem::path>{course.lesson.stub});
    CHECK(hand_in->sha256 == sha256("mine"));
    CHECK_FALSE(hand_in->untouched);
    CHECK(hand_in_at(course.lesson, course.lesson.stub / "deadlock.cpp")->untouched);
}

TEST_CASE("a header can stand for the header that is edited") {
    SmallCourse course;
    course.lesson.edit = {"deadlock.hpp"};
    course.lesson.given = {"deadlock.cpp"};
    course.write("mine.hpp", "mine");
    const auto hand_in = hand_in_at(course.lesson, course.path / "mine.hpp");
    REQUIRE(hand_in.has_value());
    CHECK(hand_in->stands_for == "deadlock.hpp");
    CHECK(hand_in->sources == std::vector<std::filesystem::path>{course.lesson.stub / "deadlock.cpp"});
}

TEST_CASE("given source files are compiled with any hand-in that does not replace them") {
    SmallCourse course;
    course.lesson.given = {"deadlock.hpp", "bank.cpp"};
    course.write("lessons/04-deadlock/stub/bank.cpp", "");
    course.write("other/deadlock.cpp", "mine");
    const auto hand_in = hand_in_at(course.lesson, course.path / "other");
    REQUIRE(hand_in.has_value());
    CHECK(hand_in->sources.size() == 2);
    course.write("other/bank.cpp", "");
    CHECK(hand_in_at(course.lesson, course.path / "other")->sources.front() == course.path / "other/bank.cpp");
}

TEST_CASE("what is no hand-in is refused with what to do") {
    const SmallCourse course;
    CHECK(hand_in_at(course.lesson, course.path / "nowhere.cpp").error().find("cannot be read") != std::string::npos);
    course.write("text.txt", "x");
    CHECK(hand_in_at(course.lesson, course.path / "text.txt").error().find("is no C++ source file") !=
          std::string::npos);
    std::filesystem::create_directory(course.path / "empty");
    CHECK(hand_in_at(course.lesson, course.path / "empty").error().find("brings the stub back") != std::string::npos);
    CHECK(hand_in_at(course.lesson, "/dev/null").error().find("no ordinary file") != std::string::npos);
    std::filesystem::remove(course.lesson.exercise / "deadlock.cpp");  // its header is still there
    CHECK(exercise_hand_in(course.lesson).error().find("deadlock.cpp is not there. `checker reset ") !=
          std::string::npos);
    std::filesystem::remove_all(course.lesson.exercise);
    CHECK(exercise_hand_in(course.lesson).error().find("brings it back as it was given") != std::string::npos);
    CHECK(solution_hand_in(course.lesson).error().find("there is no solution") != std::string::npos);
}
