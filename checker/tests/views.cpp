// views.cpp: what a student sees of the commands that need no compiler, in a terminal of 80x24 and of 120x40.
#include <doctest/doctest.h>

#include <algorithm>

#include "pseudo_terminal/pseudo_terminal.hpp"
#include "temporary_folder.hpp"

using namespace lab::tests;

namespace {

struct Size {
    std::size_t columns, rows;
};
constexpr Size sizes[] = {{80, 24}, {120, 40}};

// A small course of its own, and a student who has solved the first of two lessons.
struct Course : TemporaryFolder {
    Course() {
        for (const char* id : {"01-one", "02-two"}) {
            const std::filesystem::path lesson = std::filesystem::path("lessons") / id;
            write(lesson / "lesson.toml", R"(format_version = 1
title = "The answer"
idea = "Whoever asks for it, from whichever thread and however often, gets the same answer."
[exercise]
edit = ["answer.cpp"]
[stub]
verdict = "wrong-output"
[hints]
text = ["Think.", "Think of a number.", "Think of 42."]
)");
            write(lesson / "check.cpp", "");
            write(lesson / "stub/answer.cpp", "int answer() { return 0; }\n");
            write(std::filesystem::path("exercises") / id / "answer.cpp", "int answer() { return 0; }\n");
            write(std::filesystem::path("solutions") / id / "answer.cpp", "int answer() { return 42; }\n");
        }
    }

    // The whole screen after a command.
    std::string view(const std::vector<std::string>& words, const Size& size,
                     const std::string& called = "LAB_CALLED=") const {
        std::vector<std::string> argv = {LAB_CHECKER};
        argv.insert(argv.end(), words.begin(), words.end());
        PseudoTerminal terminal({argv, size.columns, size.rows, {"LAB_COURSE=" + path.string(), called}, path});
        REQUIRE(terminal.wait_for_end());
        CHECK(terminal.view().unknown() == 0);
        CHECK_FALSE(terminal.view().was_cleared());
        return terminal.view().text();
    }
};

}  // namespace

TEST_CASE("bare checker on the first day, and after it") {
    const Course course;
    for (const Size& size : sizes) {
        CHECK(course.view({}, size) ==
              "Concurrency in C++20, judged in every interleaving. Lessons: 2. Start here:\n"
              "\n"
              "  read   lessons/01-one/lesson.md\n"
              "  edit   exercises/01-one/answer.cpp\n"
              "  then   checker run 01      builds your file, runs it in every order in which\n"
              "                             its threads can take turns, and says what it saw\n"
              "  or     checker watch 01    stays open, and does so whenever you save\n"
              "  stuck? checker hint 01\n"
              "\n"
              "`checker list` shows the lessons, `checker --help` the commands.\n");
    }
    course.write("exercises/01-one/answer.cpp", "int answer() { return 42; } // mine\n");
    const std::string list =
        "[....................] 0 of 2 solved\n"
        "\n"
        "  01  not judged yet    The answer\n"
        "  02  unfinished        The answer\n"
        "\n"
        "Next: lesson 01\n"
        "  Whoever asks for it, from whichever thread and however often, gets the same\n"
        "  answer.\n"
        "  read   lessons/01-one/lesson.md\n"
        "  edit   exercises/01-one/answer.cpp\n"
        "  then   checker run 01, or leave checker watch 01 open\n";
    for (const Size& size : sizes) {
        CHECK(course.view({}, size) == list);
        CHECK(course.view({"list"}, size) == list);
    }
}

TEST_CASE("hint, reset and solution") {
    const Course course;
    for (const Size& size : sizes) {
        CHECK(course.view({"hint", "two", "2"}, size) ==
              "02 The answer: hint 2 of 3\n\n  Think of a number.\n\nMore: checker hint 02 3\n");
        CHECK(course.view({"solution", "1"}, size) ==
              "checker: lesson 01 has not passed yet.\n"
              "The solution is shown as soon as `checker run 01` passes.\n"
              "Until then `checker hint 01` helps. Instructors: --force shows it now.\n");
        CHECK(course.view({"solution", "1", "--force"}, size) ==
              "01 The answer\n"
              "\n"
              "  -  yours          exercises/01-one/answer.cpp\n"
              "  +  the reference  solutions/01-one/answer.cpp\n"
              "\n"
              "   1      - int answer() { return 0; }\n"
              "        1 + int answer() { return 42; }\n"
              "\n"
              "There is more than one right way: what passes is right.\n");
        CHECK(course.view({"reset", "1"}, size) ==
              "checker: exercises/01-one is as it was given: there is nothing to reset\n");
    }
}

TEST_CASE("started by ./lab, it advises what can be typed") {
    const Course course;
    const std::string called = "LAB_CALLED=./lab";
    CHECK(course.view({}, sizes[0], called) ==
          "Concurrency in C++20, judged in every interleaving. Lessons: 2. Start here:\n"
          "\n"
          "  read   lessons/01-one/lesson.md\n"
          "  edit   exercises/01-one/answer.cpp\n"
          "  then   ./lab run 01      builds your file, runs it in every order in which\n"
          "                           its threads can take turns, and says what it saw\n"
          "  or     ./lab watch 01    stays open, and does so whenever you save\n"
          "  stuck? ./lab hint 01\n"
          "\n"
          "`./lab list` shows the lessons, `./lab --help` the commands.\n"
          "Where a lesson says `checker`, type `./lab`; after `./lab install` both work.\n");
    CHECK(course.view({"hint", "1"}, sizes[0], called).ends_with("More: ./lab hint 01 2\n"));
    CHECK(course.view({"solution", "1"}, sizes[0], called).find("as soon as `./lab run 01` passes") !=
          std::string::npos);
    CHECK(course.view({"zzzzzz"}, sizes[0], called).ends_with("`./lab --help` shows the commands.\n"));
    CHECK(course.view({"hint", "zzzzzz"}, sizes[0], called).ends_with("`./lab list` shows all\n"));
    CHECK(course.view({"hint"}, sizes[0], called).find("for example: ./lab hint 04") != std::string::npos);
    for (const char* command : {"run", "explore", "new", "report"}) {
        const std::string help = course.view({command, "--help"}, {80, 60}, called);
        CHECK(help.starts_with("Examples:\n  ./lab "));
        CHECK(help.find("Usage: ./lab ") != std::string::npos);
        CHECK(help.find("checker " + std::string(command)) == std::string::npos);
    }
    std::filesystem::remove_all(course.path / "exercises/01-one");
    CHECK(course.view({"run", "1"}, sizes[0], called).find("`./lab reset 01` brings it back") != std::string::npos);
}

TEST_CASE("every help fits the width") {
    const Course course;
    const std::string help = course.view({"--help"}, {120, 60});
    CHECK(help.starts_with("Examples:\n  checker "));
    CHECK(std::ranges::count(help, '\n') <= 60);
    CHECK(course.view({"watch", "--help"}, {80, 60}) == course.view({"help", "watch"}, {120, 60}));
}

TEST_CASE("unknown words get the nearest") {
    const Course course;
    CHECK(course.view({"wacth"}, sizes[0]) ==
          "checker: there is no command `wacth`; did you mean `watch`?\n`checker --help` shows the commands.\n");
    CHECK(course.view({"watch", "tow"}, sizes[0]) == "checker: there is no lesson `tow`; did you mean `two`?\n");
    CHECK(course.view({"solution", "two", "--froce"}, sizes[0]) ==
          "checker: `--froce` is not known here; did you mean `--force`?\n`checker solution --help` shows what it "
          "takes.\n");
}
