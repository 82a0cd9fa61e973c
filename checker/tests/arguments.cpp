// arguments.cpp: tests of reading the command line.
#include "cli/arguments.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "cli/command_table.hpp"

using namespace lab::cli;

namespace {

Arguments read(const std::vector<std::string>& words) {
    const auto arguments = read_arguments(words);
    REQUIRE_MESSAGE(arguments.has_value(), (arguments ? "" : arguments.error()));
    return *arguments;
}

std::string complaint(const std::vector<std::string>& words) {
    const auto arguments = read_arguments(words);
    return arguments ? "" : arguments.error();
}

}  // namespace

TEST_CASE("bare checker starts, list lists") {
    CHECK(read({}).command == Command::start);
    CHECK(read({"list"}).command == Command::list);
    CHECK(read({"--json"}).json);
    CHECK(read({"list", "--json"}).json);
}

TEST_CASE("run takes lessons and options in any order") {
    const Arguments arguments =
        read({"run", "04", "--json", "deadlock", "--budget", "7", "--compiler=clang++", "--jobs", "1"});
    CHECK(arguments.command == Command::run);
    CHECK(arguments.ids == std::vector<std::string>{"04", "deadlock"});
    CHECK(arguments.json);
    CHECK(arguments.budget == 7);
    CHECK(arguments.compiler == "clang++");
    CHECK(arguments.jobs == 1);
    CHECK(read({"run", "--file", "x.cpp", "1"}).file == "x.cpp");
    CHECK(read({"run", "1", "--solution"}).solution);
    CHECK(read({"run", "1", "--fresh"}).fresh);
}

TEST_CASE("replay takes a lesson and perhaps a schedule") {
    const Arguments arguments = read({"replay", "04", "s1:0*3.1.2*4", "--case", "transfers cross"});
    CHECK(arguments.command == Command::replay);
    CHECK(arguments.ids == std::vector<std::string>{"04"});
    CHECK(arguments.schedule == "s1:0*3.1.2*4");
    CHECK(arguments.case_name == "transfers cross");
    CHECK_FALSE(read({"replay", "4"}).schedule);
}

TEST_CASE("hint takes a lesson, and perhaps which of three") {
    CHECK(read({"hint", "04"}).hint == 1);
    CHECK(read({"hint", "04", "3"}).hint == 3);
    CHECK_FALSE(complaint({"hint", "04", "4"}).empty());
}

TEST_CASE("watch takes a lesson, or none; reset and solution take one") {
    CHECK(read({"watch"}).command == Command::watch);
    CHECK(read({"watch"}).ids.empty());
    CHECK(read({"watch", "04"}).ids == std::vector<std::string>{"04"});
    CHECK(read({"reset", "04"}).command == Command::reset);
    CHECK_FALSE(read({"solution", "04"}).force);
    CHECK(read({"solution", "04", "--force"}).force);
    CHECK_FALSE(complaint({"reset"}).empty());
    CHECK_FALSE(complaint({"watch", "04", "05"}).empty());
}

TEST_CASE("colours are asked for by name") {
    CHECK(read({"run", "1"}).colour == ColourChoice::automatic);
    CHECK(read({"run", "1", "--color", "never"}).colour == ColourChoice::never);
    CHECK(read({"run", "1", "--color=always"}).colour == ColourChoice::always);
    CHECK(complaint({"run", "1", "--color=pink"}).find("pink") != std::string::npos);
}

TEST_CASE("a title may be several words") {
    CHECK(read({"new", "28-barriers", "All", "or", "nobody"}).title == "All or nobody");
    CHECK(read({"new", "28-barriers", "All or nobody", "--json"}).title == "All or nobody");
}

TEST_CASE("help and version") {
    CHECK(read({"--help"}).command == Command::help);
    CHECK(read({"help"}).help.find("verify") != std::string::npos);
    CHECK(read({"run", "--help"}).help.find("--solution") != std::string::npos);
    CHECK(read({"--help"}).help.find("70 a bug") != std::string::npos);
    CHECK(read({"--version"}).command == Command::version);
}

TEST_CASE("every help begins with examples, and each example is understood") {
    CHECK(read({"--help"}).help.starts_with("Examples:\n  checker "));
    for (const CommandEntry& entry : command_table()) {
        CAPTURE(entry.name);
        const std::string help = read({std::string(entry.name), "--help"}).help;
        CHECK(help.starts_with("Examples:\n  checker"));
        CHECK(help == read({"help", std::string(entry.name)}).help);
        std::istringstream shown(help);
        for (std::string line; std::getline(shown, line);) CHECK_MESSAGE(line.size() <= 80, line);
        std::istringstream lines{std::string(entry.examples)};
        for (std::string line; std::getline(lines, line);) {
            CAPTURE(line);
            std::istringstream text(line.substr(0, line.find("  ")));
            std::vector<std::string> words;
            for (std::string word; text >> word;) words.push_back(word);
            REQUIRE(words.front() == "checker");
            words.erase(words.begin());
            CHECK(read(words).command == entry.command);
        }
    }
}

TEST_CASE("what is not known is named, with what it may have meant") {
    CHECK(complaint({"rnu", "04"}) == "there is no command `rnu`; did you mean `run`?");
    CHECK(complaint({"qqqqqq"}).find("the commands are: list, run, watch, hint, ") != std::string::npos);
    CHECK(complaint({"run", "4", "--fil", "x"}) == "`--fil` is not known here; did you mean `--file`?");
    CHECK(complaint({"run", "4", "-solutoin"}) == "`-solutoin` is not known here; did you mean `--solution`?");
    CHECK(complaint({"list", "4"}) == "`4` is not known here; `checker list --help` shows what is");
}

TEST_CASE("what is missing or contradicts is refused") {
    CHECK(complaint({"run"}) == "ID is required; for example: checker run 04");
    CHECK_FALSE(complaint({"run", "4", "--file"}).empty());
    CHECK_FALSE(complaint({"run", "4", "--file", "x", "--solution"}).empty());
    CHECK_FALSE(complaint({"run", "4", "--budget", "0"}).empty());
    CHECK_FALSE(complaint({"run", "4", "--budget", "many"}).empty());
    CHECK_FALSE(complaint({"verify", "--jobs", "0"}).empty());
    CHECK_FALSE(complaint({"replay", "1", "s1:0", "more"}).empty());
}

TEST_CASE("explore takes files, options, and flags for the compiler after --") {
    const Arguments arguments = read({"explore", "a.cpp", "b.c", "--strategy", "surw", "--seed", "7", "--until-first",
                                      "--arg=-v", "--arg", "x", "--stdin", "in", "--", "-DN=3", "--json"});
    CHECK(arguments.command == Command::explore);
    CHECK(arguments.explore.files == std::vector<std::string>{"a.cpp", "b.c"});
    CHECK(arguments.explore.strategy == "surw");
    CHECK(arguments.explore.seed == 7);
    CHECK(arguments.explore.until_first);
    CHECK(arguments.explore.program_arguments == std::vector<std::string>{"-v", "x"});
    CHECK(arguments.explore.input == "in");
    CHECK(arguments.explore.compiler_flags == std::vector<std::string>{"-DN=3", "--json"});
    CHECK_FALSE(arguments.json);
    CHECK_FALSE(complaint({"explore", "a.cpp", "--strategy", "luck"}).empty());
}

TEST_CASE("a value that is not possible is told in a sentence") {
    const auto mistake = [](std::vector<std::string> words) {
        const auto arguments = lab::cli::read_arguments(words);
        return arguments ? "" : arguments.error();
    };
    CHECK(mistake({"run", "04", "--budget", "0"}) == "--budget is a number from 1 to 1000000000, not `0`");
    CHECK(mistake({"hint", "04", "x"}) == "N is a number from 1 to 3, not `x`");
    CHECK(mistake({"run", "04", "--color", "blue"}) == "--color is one of auto, always, never, not `blue`");
    CHECK(mistake({"generate", "tcsh"}) == "WHAT is one of bash, zsh, fish, man, lessons, not `tcsh`");
}
