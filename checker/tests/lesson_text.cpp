// lesson_text.cpp: tests of reading lesson.toml, above all of what it says about mistakes.
#include "course/lesson_text.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "judge/verdict.hpp"

using lab::course::parse_lesson;

namespace {

const std::string good = R"(format_version = 1
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
about = "locks in the order of the arguments"
[[right]]
folder = "right/two_files/"
about = "two files"
)";

std::string replaced(const std::string& from, const std::string& to) {
    std::string text = good;
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

// All complaints about a text, one a line.
std::string complaints(const std::string& text) {
    const auto lesson = parse_lesson(text, "lesson.toml");
    return lesson ? "" : lab::course::text(lesson.error());
}

}  // namespace

TEST_CASE("a complete lesson.toml becomes values") {
    const auto lesson = parse_lesson(good, "lesson.toml");
    REQUIRE(lesson.has_value());
    CHECK(lesson->title == "Deadlock");
    CHECK(lesson->edit.size() == 1);
    CHECK(lesson->edit[0].text == "deadlock.cpp");
    CHECK(lesson->has_program);
    REQUIRE(lesson->allowed.size() == 1);
    CHECK(lesson->allowed[0].text == "expected.txt");
    CHECK(lesson->interleavings == 20000);
    CHECK(lesson->stress_runs == 50);
    CHECK(lesson->stub_verdict == "deadlock");
    CHECK(lesson->hints.size() == 3);
    REQUIRE(lesson->wrong.size() == 1);
    CHECK(lesson->wrong[0].verdict == "deadlock");
    REQUIRE(lesson->right.size() == 1);
    CHECK(lesson->right[0].is_folder);
    CHECK(lesson->right[0].verdict == "passed");
    CHECK_FALSE(lesson->forbids_sleep);
}

TEST_CASE("optional tables are read when they are there") {
    const auto lesson =
        parse_lesson(good +
                         "[budget]\ninterleavings = 7\nstress_runs = 0\n[forbidden]\nsleep = true\n[predict]\nprogram "
                         "= \"p.cpp\"\nquestion = \"Q?\"\n"
                         "candidates = [\"a\", \"b\", \"\"]\n[break]\nfile = \"wrong/w.cpp\"\nabout = \"W\"\n",
                     "lesson.toml");
    REQUIRE(lesson.has_value());
    CHECK(lesson->interleavings == 7);
    CHECK(lesson->stress_runs == 0);
    CHECK(lesson->forbids_sleep);
    REQUIRE(lesson->predict);
    CHECK(lesson->predict->program.text == "p.cpp");
    CHECK(lesson->predict->question == "Q?");
    CHECK(lesson->predict->candidates == std::vector<std::string>{"a", "b", ""});
    REQUIRE(lesson->to_break);
    CHECK(lesson->to_break->path.text == "wrong/w.cpp");
    CHECK(lesson->to_break->about == "W");
}

TEST_CASE("several allowed outputs in place of one expected") {
    const auto lesson = parse_lesson(replaced("expected = \"expected.txt\"", "allowed = [\"1.txt\", \"2.txt\"]"), "x");
    REQUIRE(lesson.has_value());
    CHECK(lesson->allowed.size() == 2);
}

TEST_CASE("broken TOML is reported with line and column") {
    const std::string text = complaints("format_version = 1\ntitle = \n");
    CHECK(text.find("lesson.toml:2:") == 0);
    CHECK(text.find("mend the TOML there") != std::string::npos);
}

TEST_CASE("the format version is checked first") {
    CHECK(complaints(replaced("format_version = 1\n", "")).find("lesson.toml:1:1: `format_version` is missing") == 0);
    CHECK(complaints("format_version = 2\nnonsense = 1\n") ==
          "lesson.toml:1:18: format_version is 2, and this checker reads 1; update the checker, or write the lesson in "
          "its "
          "format\n");
    CHECK(complaints(replaced("format_version = 1", "format_version = \"1\"")) ==
          "lesson.toml:1:18: `format_version` is a text; it must be a whole number\n");
}

TEST_CASE("unknown keys are named with the nearest known one") {
    CHECK(complaints(replaced("idea =", "ide = \"x\"\nidea =")) ==
          "lesson.toml:3:1: unknown key `ide`; did you mean `idea`?\n");
    CHECK(complaints(replaced("[stub]\n", "[stub]\nverdikt = 1\n")) ==
          "lesson.toml:9:1: unknown key `verdikt` in [stub]; did you mean `verdict`?\n");
    CHECK(complaints(replaced("[stub]\n", "[stub]\nqqqqqqqqqqqq = 1\n")) ==
          "lesson.toml:9:1: unknown key `qqqqqqqqqqqq` in [stub]; the known ones are: verdict\n");
}

TEST_CASE("missing keys are named with what to add") {
    CHECK(complaints(replaced("title = \"Deadlock\"\n", "")) ==
          "lesson.toml:1:1: `title` is missing; add: title = \"...\"\n");
    CHECK(complaints(replaced("[exercise]\nedit = [\"deadlock.cpp\"]\n", "")) ==
          "lesson.toml:1:1: [exercise] is missing; add a table [exercise]\n");
    CHECK(complaints(replaced("edit = [\"deadlock.cpp\"]\n", "")) ==
          "lesson.toml:4:1: `edit` in [exercise] is missing; add: edit = [\"...\"]\n");
    CHECK(complaints(replaced("about = \"two files\"\n", "")) ==
          "lesson.toml:16:1: `about` in [[right]] is missing; add: about = \"...\"\n");
    CHECK(complaints(replaced("file = \"wrong/opposite.cpp\"\n", "")).find("lesson.toml:12:1: `file` is missing") == 0);
}

TEST_CASE("wrong types are named with what is wanted") {
    CHECK(complaints(replaced("\"Deadlock\"", "3")) ==
          "lesson.toml:2:9: `title` is a whole number; it must be a text: "
          "title = \"...\"\n");
    CHECK(complaints(replaced("[\"deadlock.cpp\"]", "\"deadlock.cpp\"")) ==
          "lesson.toml:5:8: `edit` in [exercise] is a text; it must be a list of texts: edit = [\"...\", \"...\"]\n");
    CHECK(complaints(replaced("[\"deadlock.cpp\"]", "[\"a\", 1]")) ==
          "lesson.toml:5:14: an entry of `edit` in [exercise] is a whole number; it must be a list of texts: edit = "
          "[\"...\", \"...\"]\n");
    CHECK(complaints(good + "[forbidden]\nsleep = 1\n") ==
          "lesson.toml:20:9: `sleep` in [forbidden] is a whole number; it must be true or false\n");
    CHECK(complaints(good + "[budget]\ninterleavings = 0\n") ==
          "lesson.toml:20:17: `interleavings` in [budget] is 0; it must be from 1 to 1000000000\n");
    CHECK(complaints(replaced("[stub]\nverdict = \"deadlock\"\n", "stub = 3\n")).find("unknown key `stub`") !=
          std::string::npos);  // it fell into [program]
}

TEST_CASE("a verdict that does not exist is named with the nearest") {
    CHECK(complaints(replaced("verdict = \"deadlock\"\nabout", "verdict = \"dead-lock\"\nabout")) ==
          "lesson.toml:14:11: `dead-lock` is no verdict that a wrong hand-in can get; did you mean `deadlock`?\n");
    CHECK(complaints(replaced("[stub]\nverdict = \"deadlock\"", "[stub]\nverdict = \"passed\""))
              .find("`passed` is no verdict") != std::string::npos);
}

TEST_CASE("a wrong hand-in can get each verdict of the closed list but passed and unfinished") {
    std::set<std::string> names(lab::course::failing_verdicts().begin(), lab::course::failing_verdicts().end());
    names.insert({"passed", "unfinished"});
    std::set<std::string> all;
    for (const auto verdict : lab::judge::all_verdicts()) all.emplace(lab::judge::name(verdict));
    CHECK(names == all);
}

TEST_CASE("a mistake may have three hints of its own") {
    const auto lesson = parse_lesson(
        replaced("[[wrong]]", "[[hint]]\ndiagnosis = \"self-deadlock\"\ntext = [\"x\", \"y\", \"z\"]\n[[wrong]]"),
        "lesson.toml");
    REQUIRE(lesson.has_value());
    REQUIRE(lesson->hints_by_mistake.size() == 1);
    CHECK(lesson->hints_by_mistake[0].diagnosis == "self-deadlock");
    CHECK(lesson->hints_by_mistake[0].hints == std::vector<std::string>{"x", "y", "z"});
    const std::string text = complaints(replaced("[[wrong]]", "[[hint]]\ntext = [\"x\"]\nfor = 1\n[[wrong]]"));
    for (const char* part : {"there are 1 hints", "`diagnosis` in [[hint]] is missing", "unknown key `for`"})
        CHECK_MESSAGE(text.find(part) != std::string::npos, text);
}

TEST_CASE("there are exactly three hints") {
    CHECK(complaints(replaced("[\"a\", \"b\", \"c\"]", "[\"a\", \"b\"]")) ==
          "lesson.toml:10:1: there are 2 hints; write exactly three, the gentlest first\n");
    CHECK(complaints(replaced("[\"a\", \"b\", \"c\"]", "[]")).find("is empty") != std::string::npos);
}

TEST_CASE("several mistakes are all reported, in the order of the file") {
    const std::string text = complaints("format_version = 1\nidea = 1\ntitel = \"x\"\n");
    CHECK(text.find(":1:1: `title` is missing") < text.find(":2:8: `idea` is a whole number"));
    CHECK(text.find(":2:8:") < text.find(":3:1: unknown key `titel`"));
}
