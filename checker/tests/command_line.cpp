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
        write("solutions/01-x/x.cpp", "int x = 1;\n");
    }
};

}  // namespace

TEST_CASE("list shows the lessons and the next step, whatever folder it is started in") {
    const auto result = checker({"list"});
    CHECK(result.exit_code == 0);
    CHECK(result.err.empty());
    CHECK(result.out.find("Deadlock") != std::string::npos);
    CHECK(checker({"list"}, {}, "/").out == result.out);  // the course that it was built with
    CHECK(checker({"list"}, {}, LAB_COURSE_DIR "/lessons").out == result.out);
}

TEST_CASE("hints are given one at a time") {
    const SmallCourse course;
    CHECK(checker({"hint", "1"}, course.environment).out == "01 X: hint 1 of 3\n\n  a\n\nMore: checker hint 01 2\n");
    CHECK(checker({"hint", "1", "3"}, course.environment).out.find("checker solution 01") != std::string::npos);
    CHECK(checker({"hint", "1", "2", "--json"}, course.environment).out.find("\"text\": \"b\"") != std::string::npos);
    CHECK(checker({"hint", "1", "4"}, course.environment).exit_code == 2);
}

TEST_CASE("reset puts the stub back, and every backup is kept") {
    const SmallCourse course;
    const auto nothing = checker({"reset", "1"}, course.environment);
    CHECK(nothing.exit_code == 1);
    CHECK(nothing.err.find("exercises/01-x is as it was given") != std::string::npos);
    for (const char* work : {"int x = 2;\n", "int x = 3;\n"}) {
        course.write("exercises/01-x/x.cpp", work);
        course.write("exercises/01-x/more.hpp", work);
        const auto result = checker({"reset", "1"}, course.environment);
        CHECK(result.exit_code == 0);
        const std::string folder = work[8] == '2' ? "exercises/01-x/backup-1" : "exercises/01-x/backup-2";
        CHECK(result.out == "01: exercises/01-x is as it was given.\nYour work is kept in " + folder + "\n");
        CHECK(course.read("exercises/01-x/x.cpp") == "int x;\n");
        CHECK_FALSE(std::filesystem::exists(course.path / "exercises/01-x/more.hpp"));
        CHECK(course.read(folder + "/more.hpp") == work);
        CHECK(course.read(folder + "/x.cpp") == work);
    }
    CHECK(course.read("exercises/01-x/backup-1/x.cpp") == "int x = 2;\n");
    std::filesystem::remove(course.path / "exercises/01-x/x.cpp");
    CHECK(checker({"reset", "1"}, course.environment).out == "01: exercises/01-x is as it was given.\n");
    CHECK(course.read("exercises/01-x/x.cpp") == "int x;\n");
}

TEST_CASE("reset replaces nothing that it cannot keep") {
    const SmallCourse course;
    course.write("exercises/01-x/x.cpp", "int x = 2;\n");
    std::filesystem::create_symlink("/proc/nowhere", course.path / "exercises/01-x/backup-1");  // taken, whatever it is
    CHECK(checker({"reset", "1"}, course.environment).out.find("backup-2") != std::string::npos);
    CHECK(course.read("exercises/01-x/backup-2/x.cpp") == "int x = 2;\n");
}

TEST_CASE("the solution is shown once the exercise has passed, or by force") {
    const SmallCourse course;
    course.write("exercises/01-x/x.cpp", "int x = 2; \n\tint\u200b y;\n");
    const auto refused = checker({"solution", "1"}, course.environment);
    CHECK(refused.exit_code == 1);
    CHECK(refused.out.empty());
    CHECK(refused.err.find("checker hint 01") != std::string::npos);
    const auto forced = checker({"solution", "1", "--force"}, course.environment);
    CHECK(forced.exit_code == 0);
    CHECK(forced.out.find("\n   1      - int x = 2;\\x20\n   2      - \\tint\\u{200b} y;\n        1 + int x = 1;\n") !=
          std::string::npos);
    course.write("build/state/progress", "01-x wrong-output bb - aa\n");  // passed once, and then it was changed
    CHECK(checker({"solution", "1"}, course.environment).out == forced.out);
    CHECK(checker({"solution", "1", "--color", "always"}, course.environment).out.find("\x1b[32m") !=
          std::string::npos);
    course.write("exercises/01-x/x.cpp", "int x = 1;\n");
    CHECK(checker({"solution", "1"}, course.environment).out.find("yours is the same") != std::string::npos);
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
    CHECK(checker({"list"}, course.environment).out.starts_with("[....................] 0 of 1 solved"));
    CHECK(checker({}, course.environment).out.find("Start here:") != std::string::npos);
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
