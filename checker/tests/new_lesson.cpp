// new_lesson.cpp: tests of `checker new`: what it makes can be judged, and `verify` says what is to be done next.
#include <algorithm>
#include <fstream>

#include "cli/expectation.hpp"
#include "course/skeleton.hpp"
#include "run/process.hpp"
#include "temporary_folder.hpp"

using namespace lab;

namespace {

const std::vector<course::LessonName> some = {{"04-deadlock", "04", "deadlock"}, {"09-x", "09", "x"}};

// A course with a lesson from the skeleton; its title must survive TOML.
struct NewCourse : TemporaryFolder {
    std::string title = R"(Barriers: "all" or \nobody)";

    NewCourse() {
        for (const auto& file : course::skeleton({"28-all-or-none", "28", "all-or-none"}, title))
            write(file.path.string(), file.text);
    }
    course::Lesson lesson() const {
        auto loaded = course::load_lesson(path, {"28-all-or-none", "28", "all-or-none"});
        REQUIRE_MESSAGE(loaded.has_value(), (loaded ? "" : course::text(loaded.error())));
        return *loaded;
    }
};

run::ProcessResult checker(std::vector<std::string> words, const std::filesystem::path& course) {
    words.insert(words.begin(), LAB_CHECKER);
    run::ProcessRequest request;
    request.argv = words;
    request.environment = {"LAB_COURSE=" + course.string(), "LAB_STATE=" + (course / "state").string()};
    return run::supervise(request);
}

}  // namespace

TEST_CASE("new: only names that make a good folder, file and number") {
    CHECK(course::new_lesson_name("28-all-or-none", some)->name == "all-or-none");
    CHECK(course::new_lesson_name("barriers", some).error().find("such as 10-my-lesson") != std::string::npos);
    CHECK(course::new_lesson_name("9-barriers", some).error() == "number 9 is taken by 09-x; the next free one is 10");
    CHECK(course::new_lesson_name("12-x", some).error() == "the name `x` is taken by 09-x");
    for (const char* bad : {"", "28", "28-", "28-A", "28-a b", "28-a/b", "28-../x", "28--a", "28-a-", "123456-a"}) {
        CAPTURE(bad);
        CHECK_FALSE(course::new_lesson_name(bad, some));
    }
}

TEST_CASE("new: the lesson can be read, and what is to be done is said in order") {
    const NewCourse course;
    const course::Lesson lesson = course.lesson();
    CHECK(lesson.title == course.title);
    CHECK(lesson.edit == std::vector<std::string>{"all_or_none.cpp"});
    const auto mistakes = cli::structure_mistakes(lesson);
    CHECK(mistakes.front() == "lessons/28-all-or-none/lesson.md:3:1: still to be written (TODO)");
    CHECK(mistakes.back() == "28-all-or-none: 0 right hand-ins; write at least 2");
    const auto todo = [](const std::string& text) { return text.find("TODO") != std::string::npos; };
    CHECK(std::count_if(mistakes.begin(), mistakes.end(), todo) == 8);
}

TEST_CASE("new: the command writes the lesson once; verify judges it and names the next thing to do") {
    const NewCourse with_one;  // so that it is a course
    const auto made = checker({"new", "29-mine", "My lesson"}, with_one.path);
    CHECK(made.exit_code == 0);
    CHECK(made.out.find("lessons/29-mine/lesson.toml") != std::string::npos);
    CHECK(made.out.find("Now: checker verify 29") != std::string::npos);
    CHECK(checker({"new", "29-mine", "My lesson"}, with_one.path).exit_code == 2);
    CHECK(checker({"new", "30-other", "two\nlines"}, with_one.path).exit_code == 2);
    CHECK(checker({"list"}, with_one.path).out.find("My lesson") != std::string::npos);
    const auto verified = checker({"verify", "29"}, with_one.path);
    CHECK(verified.exit_code == 1);
    CHECK(verified.out.find("\nNext: lessons/29-mine/lesson.md:3:1: still to be written (TODO)\n") !=
          std::string::npos);
    // The stub fails as it declares, and the solution passes.
    CHECK(verified.out.find("1 stub, 1 solution, 0 wrong, 0 right: as declared so far, ") != std::string::npos);
}
