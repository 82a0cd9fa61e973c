// command_line.cpp: the contract of the real binary: exit codes, what goes to which stream, what it says about
// mistakes.
#include <doctest/doctest.h>

#include "run/process.hpp"
#include "temporary_folder.hpp"

using namespace lab;

namespace {

run::ProcessResult checker(const std::vector<std::string>& words, const std::vector<std::string>& environment = {},
                           const std::filesystem::path& directory = LAB_COURSE_DIR) {
    run::ProcessRequest request;
    request.argv = {LAB_CHECKER};
    request.argv.insert(request.argv.end(), words.begin(), words.end());
    request.environment = environment;
    request.directory = directory;
    return run::supervise(request);
}

const char* const lesson_toml = R"(format_version = 1
title = "X"
idea = "Y."
[exercise]
edit = ["x.cpp"]
[stub]
verdict = "crash"
[hints]
text = ["a", "b", "c"]
)";

// A course with one lesson.
struct SmallCourse : TemporaryFolder {
    std::vector<std::string> environment;

    SmallCourse() : environment{"LAB_COURSE=" + path.string()} {
        write("lessons/01-x/lesson.toml", lesson_toml);
        write("lessons/01-x/check.cpp", "");
        write("lessons/01-x/stub/x.cpp", "int x;\n");
        write("exercises/01-x/x.cpp", "int x;\n");
    }
};

}  // namespace

TEST_CASE("bare checker lists the lessons and the next step") {
    const auto result = checker({});
    CHECK(result.exit_code == 0);
    CHECK(result.err.empty());
    CHECK(result.out.find("Deadlock") != std::string::npos);
    CHECK(checker({"list"}).out == result.out);
    CHECK(checker({}, {}, "/").out == result.out);  // the course that it was built with
    CHECK(checker({}, {}, LAB_COURSE_DIR "/lessons").out == result.out);
}

TEST_CASE("hints are given one at a time") {
    const SmallCourse course;
    CHECK(checker({"hint", "1"}, course.environment).out == "01 X: hint 1 of 3\n\n  a\n\nMore: checker hint 01 2\n");
    CHECK(checker({"hint", "1", "3"}, course.environment).out.find("solutions/01-x") != std::string::npos);
    CHECK(checker({"hint", "1", "2", "--json"}, course.environment).out.find("\"text\": \"b\"") != std::string::npos);
    CHECK(checker({"hint", "1", "4"}, course.environment).exit_code == 2);
}

TEST_CASE("help and version go to standard output, exit code 0") {
    CHECK(checker({"--help"}).exit_code == 0);
    CHECK(checker({"--help"}).out.find("replay") != std::string::npos);
    CHECK(checker({"--version"}).out == "checker 0.1.0\n");
}

TEST_CASE("wrong usage: exit code 2, a sentence on standard error, nothing on standard output") {
    const std::vector<std::vector<std::string>> mistakes = {{"rnu"},
                                                            {"run"},
                                                            {"run", "99"},
                                                            {"run", "deadlok"},
                                                            {"run", "4", "--nonsense"},
                                                            {"replay", "4", "--json", "x", "y"},
                                                            {"run", "4", "--file", "/no/such/file.cpp"},
                                                            {"run", "4", "5", "--file", "x.cpp"},
                                                            {"verify", "zzzzzz", "--json"}};
    for (const auto& words : mistakes) {
        CAPTURE(words.front());
        const auto result = checker(words);
        CHECK(result.exit_code == 2);
        CHECK(result.out.empty());
        CHECK(result.err.find("checker: ") == 0);
    }
    CHECK(checker({"run", "deadlok"}).err.find("did you mean `deadlock`?") != std::string::npos);
    CHECK(checker({"rnu"}).err.find("did you mean `run`?") != std::string::npos);
}

TEST_CASE("the course is named in LAB_COURSE, and its mistakes by file and line") {
    const SmallCourse course;
    CHECK(checker({}, course.environment).out.find("1 lesson,") == 0);
    CHECK(checker({}, {"LAB_COURSE=/proc"}).exit_code == 2);
    course.write("lessons/01-x/lesson.toml", std::string(lesson_toml) + "nonsense = 1\n");
    const auto result = checker({"list"}, course.environment);
    CHECK(result.exit_code == 5);
    CHECK(result.err.find("lessons/01-x/lesson.toml:10:1: unknown key `nonsense` in [hints]") != std::string::npos);
}

TEST_CASE("what the machine lacks: exit code 5") {
    const auto compiler = checker({"run", "4", "--compiler", "no-such-compiler"});
    CHECK(compiler.exit_code == 5);
    CHECK(compiler.err.find("no-such-compiler") != std::string::npos);
    CHECK(checker({"run", "4"}, {"CXX=/bin/true"}).exit_code == 5);
    CHECK(checker({"run", "4"}, {"LAB_CACHE=/proc/nowhere"}).exit_code == 5);
    CHECK(checker({"doctor", "--compiler", "no-such-compiler"}).exit_code == 5);
}

TEST_CASE("doctor says what it found") {
    const auto result = checker({"doctor"});
    CHECK(result.out.find("compiler") != std::string::npos);
    CHECK(result.out.find("shared memory") != std::string::npos);
    CHECK(checker({"doctor", "--json"}).out.find("{\n  \"schema\": \"checker/doctor/v1\"") == 0);
}

TEST_CASE("a hand-in that does not build: exit code 3, with the compiler's words") {
    const SmallCourse course;
    course.write("exercises/01-x/x.cpp", "int x = y;\n");
    std::vector<std::string> environment = course.environment;
    environment.push_back("LAB_CACHE=" + (course.path / "cache").string());
    const auto result = checker({"run", "1"}, environment);
    CHECK(result.exit_code == 3);
    CHECK(result.out.find("exercises/01-x/x.cpp:1:9: error: ") != std::string::npos);
    CHECK(result.out.find('\x1b') == std::string::npos);
    const auto document = checker({"run", "1", "--json"}, environment);
    CHECK(document.exit_code == 3);
    CHECK(document.out.find('{') == 0);
    CHECK(document.out.find("build-error") != std::string::npos);
}
