// watch.cpp: `checker watch` in a pseudo-terminal: what is seen, keys, saves during a run, and every way out.
#include <doctest/doctest.h>
#include <signal.h>
#include <unistd.h>

#include <thread>

#include "build/sha256.hpp"
#include "pseudo_terminal/pseudo_terminal.hpp"
#include "temporary_folder.hpp"

using namespace lab::tests;
namespace fs = std::filesystem;

namespace {

const char* const lesson_toml = R"(format_version = 1
title = "The answer"
idea = "Return 42."
[exercise]
edit = ["answer.cpp"]
[budget]
interleavings = 100
stress_runs = 2
[stub]
verdict = "wrong-output"
[hints]
text = ["Think.", "Think of a number.", "Think of 42."]
)";

const char* const check_cpp = R"(#include <interleave/interleave.hpp>
int answer();
INTERLEAVED_TEST_CASE("the answer is right") { CHECK(answer() == 42); }
)";

std::string returns(int number) { return "int answer() { return " + std::to_string(number) + "; }\n"; }

const char* const hangs = "int answer() { for (volatile int i = 0;; i = 1 - i) {} }\n";

// A course with two lessons that are judged fast. All of them share one cache, with its precompiled headers.
struct Course : TemporaryFolder {
    fs::path cache = fs::path(LAB_TEST_CACHE);
    std::vector<std::string> environment{"LAB_COURSE=" + path.string(), "LAB_CACHE=" + cache.string()};

    Course() {
        for (const char* id : {"01-one", "02-two"}) {
            const fs::path lesson = fs::path("lessons") / id;
            write(lesson / "lesson.toml", lesson_toml);
            write(lesson / "check.cpp", check_cpp);
            write(lesson / "stub/answer.cpp", returns(0));
            write(fs::path("exercises") / id / "answer.cpp", returns(0));
            write(fs::path("solutions") / id / "answer.cpp", returns(42));
        }
    }

    TerminalRequest watch(std::size_t columns = 80, std::size_t rows = 24) const {
        return {{LAB_CHECKER, "watch", "1"}, columns, rows, environment, path};
    }
    void save(const std::string& text) const { write("exercises/01-one/answer.cpp", text); }
    // As many editors do it.
    void save_by_rename(const std::string& text) const {
        write("exercises/01-one/.answer.cpp.new", text);
        fs::rename(path / "exercises/01-one/.answer.cpp.new", path / "exercises/01-one/answer.cpp");
    }
};

// Programs that run from the cache: hand-ins.
int hand_ins_running(const fs::path& cache) {
    int count = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator("/proc")) {
        std::error_code error;
        const std::string program = fs::read_symlink(entry.path() / "exe", error).string();
        if (!error && program.starts_with(cache.string())) ++count;
    }
    return count;
}

const std::string nothing_solved = "[....................] 0 of 2 solved";
const std::string one_solved = "[##########..........] 1 of 2 solved";

// "-- LEFT ---- RIGHT --", 80 columns.
std::string rule(const std::string& left, const std::string& right) {
    return "-- " + left + " " + std::string(80 - left.size() - right.size() - 8, '-') + " " + right + " --\n";
}

bool waits(const TerminalView& view, const std::string& verdict) {
    const std::string row = view.row(view.cursor_row());
    return row.starts_with("01 " + verdict + " ") && row.find("[?]") != std::string::npos;
}

void check_good_manners(const PseudoTerminal& terminal) {
    CHECK_FALSE(terminal.is_raw());
    CHECK_FALSE(terminal.view().was_alternate());
    CHECK_FALSE(terminal.view().was_cleared());
    CHECK(terminal.view().unknown() == 0);
}

}  // namespace

TEST_CASE("the view at 80x24: opened, keys, a hint, a save, and quit") {
    const Course course;
    PseudoTerminal terminal(course.watch());
    const std::string opened = rule("01: one", nothing_solved) +
                               "The answer\n"
                               "  read  lessons/01-one/lesson.md\n"
                               "  edit  exercises/01-one/answer.cpp\n"
                               "Save it, and it is judged. The key ? shows what else there is.\n";
    const std::string keys = "  [h]int [p]lay [r]un [n]ext [l]ist [o]pen [q]uit [?]\n";
    const std::string at_first = opened + "01 unfinished            " + keys;
    CHECK(terminal.wait_until([&](const TerminalView& view) { return view.text() == at_first; }));
    CHECK(terminal.is_raw());
    terminal.type("h");
    const std::string hint = "\n01 The answer: hint 1 of 3\n\n  Think.\n\nMore: press h again\n";
    const std::string with_hint = opened + hint + "01 unfinished            " + keys;
    CHECK(terminal.wait_until([&](const TerminalView& view) { return view.text() == with_hint; }));
    course.save(returns(41));
    CHECK(terminal.wait_for("-- 01: wrong-output --"));
    CHECK(terminal.wait_until([](const TerminalView& view) { return waits(view, "wrong-output"); }));
    const std::string all = terminal.view().history();
    CHECK(all.starts_with(opened + hint + "-- 01: saved, building ... -----"));
    CHECK(all.find("WRONG-OUTPUT") < all.find("-- 01: wrong-output ---"));
    CHECK(all.ends_with(rule("01: wrong-output", nothing_solved) + "01 wrong-output          " + keys));
    terminal.type("q");
    CHECK(terminal.wait_for_end() == 0);
    CHECK(terminal.view().history() == all.substr(0, all.rfind("01 wrong-output")));
    check_good_manners(terminal);
}

TEST_CASE("the view at 120x40: solved, the list, the next lesson") {
    const Course course;
    PseudoTerminal terminal(course.watch(120, 40));
    CHECK(terminal.wait_for("[q]uit"));
    course.save_by_rename(returns(42));
    CHECK(terminal.wait_for("-- 01: passed "));
    CHECK(terminal.wait_until([](const TerminalView& view) { return waits(view, "passed"); }));
    CHECK(terminal.view().text().find("Solved. checker solution 01 shows another way; n goes on to the next lesson.\n" +
                                      rule("01: passed", one_solved) + "01 passed ") != std::string::npos);
    terminal.type("l");
    CHECK(
        terminal.wait_for("\n[##########..........] 1 of 2 solved\n\n"
                          "  01  passed            The answer\n"
                          "  02  unfinished        The answer\n"));
    terminal.type("n");
    CHECK(terminal.wait_for(rule("02: two", one_solved) +
                            "The answer\n  read  lessons/02-two/lesson.md\n  edit  exercises/02-two/answer.cpp\n"));
    course.save(returns(41));  // of the lesson that is no longer watched
    course.write("exercises/02-two/answer.cpp", returns(42));
    CHECK(terminal.wait_for("-- 02: passed "));
    CHECK(terminal.view().history().find("-- 01: saved") == terminal.view().history().rfind("-- 01: saved"));
    terminal.type("q");
    CHECK(terminal.wait_for_end() == 0);
    check_good_manners(terminal);
}

TEST_CASE("fifty saves in quick succession: the last state is judged") {
    const Course course;
    PseudoTerminal terminal(course.watch());
    CHECK(terminal.wait_for("[q]uit"));
    for (const int last : {42, 7, 42}) {
        for (int save = 0; save < 50; ++save) {
            const std::string text =
                save == 49 ? returns(last) : returns(save % 2 == 0 ? 41 : 42) + "// " + std::to_string(save) + "\n";
            if (save % 3 == 0)
                course.save_by_rename(text);
            else
                course.save(text);
        }
        const std::string verdict = last == 42 ? "passed" : "wrong-output";
        // The verdict on the last state is the one that is kept, and nothing goes on any more.
        const std::string kept =
            "01-one " + verdict + " " + lab::build::sha256_of_file(course.path / "exercises/01-one/answer.cpp");
        CHECK(terminal.wait_until([&](const TerminalView& view) {
            return waits(view, verdict) && course.read("build/state/progress").starts_with(kept);
        }));
        terminal.type("?");
        CHECK(terminal.wait_until([&](const TerminalView& view) { return waits(view, verdict); }));
    }
    terminal.type("q");
    CHECK(terminal.wait_for_end() == 0);
    check_good_manners(terminal);
}

TEST_CASE("a hand-in that hangs: keys answer, a save starts anew, and nothing is left behind") {
    const Course course;
    PseudoTerminal terminal(course.watch());
    CHECK(terminal.wait_for("[q]uit"));
    course.save(hangs);
    CHECK(terminal.wait_for("01 exploring ..."));
    terminal.type("h");
    CHECK(terminal.wait_for("hint 1 of 3"));
    terminal.type("o");
    CHECK(terminal.wait_for("There is no verdict yet"));
    terminal.type("z");
    CHECK(terminal.wait_for("That key does nothing"));
    course.save(returns(42));
    CHECK(terminal.wait_for("-- 01: passed "));
    CHECK(terminal.view().history().find("TIMEOUT") == std::string::npos);
    CHECK(hand_ins_running(course.cache) == 0);
    terminal.type("q");
    CHECK(terminal.wait_for_end() == 0);
}

TEST_CASE("a hand-in that hangs can be quit at once, by key and by signal") {
    struct WayOut {
        const char* keys;
        int signal;
        int code;
    };
    for (const WayOut& way :
         {WayOut{"q", 0, 0}, WayOut{"\x03", 0, -SIGINT}, WayOut{"", SIGTERM, -SIGTERM}, WayOut{"", SIGHUP, -SIGHUP}}) {
        CAPTURE(way.code);
        const Course course;
        course.save(hangs);  // judged as it is
        PseudoTerminal terminal(course.watch());
        CHECK(terminal.wait_for("01 exploring ..."));
        CHECK(terminal.is_raw());
        if (way.signal == 0)
            terminal.type(way.keys);
        else
            terminal.send(way.signal);
        CHECK(terminal.wait_for_end() == way.code);
        CHECK(terminal.view().history().find("TIMEOUT") == std::string::npos);  // it did not wait for the verdict
        CHECK(hand_ins_running(course.cache) == 0);
        check_good_manners(terminal);
    }
}

TEST_CASE("a crash of the checker itself gives the terminal back") {
    for (const int signal : {SIGSEGV, SIGABRT, SIGQUIT}) {
        const Course course;
        PseudoTerminal terminal(course.watch());
        CHECK(terminal.wait_for("[q]uit"));
        CHECK(terminal.is_raw());
        terminal.send(signal);
        CHECK(terminal.wait_for_end() == -signal);
        CHECK_FALSE(terminal.is_raw());
    }
}

TEST_CASE("a hand-in that crashes is a verdict like any other") {
    const Course course;
    PseudoTerminal terminal(course.watch());
    CHECK(terminal.wait_for("[q]uit"));
    course.save("int answer() { return *static_cast<volatile int*>(nullptr); }\n");
    CHECK(
        terminal.wait_for("\nh gives a hint, p plays it, o opens it as a page.\n" + rule("01: crash", nothing_solved)));
    CHECK(terminal.is_raw());
    terminal.type("q");
    CHECK(terminal.wait_for_end() == 0);
    check_good_manners(terminal);
}

TEST_CASE("p plays on the same terminal, and comes back") {
    const Course course;
    PseudoTerminal terminal(course.watch());
    CHECK(terminal.wait_for("[q]uit"));
    course.save(returns(41));
    CHECK(terminal.wait_until([](const TerminalView& view) { return waits(view, "wrong-output"); }));
    const std::string before = terminal.view().text();
    terminal.type("p");
    CHECK(terminal.wait_until([](const TerminalView& view) { return view.alternate() && view.text() != "\n"; }));
    terminal.type("q");
    CHECK(terminal.wait_until([&](const TerminalView& view) { return !view.alternate() && view.text() == before; }));
    CHECK(terminal.is_raw());
    terminal.type("p");
    CHECK(terminal.wait_until([](const TerminalView& view) { return view.alternate() && view.text() != "\n"; }));
    terminal.send(SIGTERM);
    CHECK(terminal.wait_for_end() == -SIGTERM);
    CHECK_FALSE(terminal.view().alternate());
    CHECK_FALSE(terminal.is_raw());
}

TEST_CASE("Ctrl-Z gives the terminal to the shell, and fg takes it back") {
    const Course course;
    course.save(hangs);
    TerminalRequest request = course.watch();
    request.argv = {"/bin/sh", "-im"};
    request.environment.push_back("PS1=shell> ");
    request.environment.push_back("ENV=");
    PseudoTerminal terminal(request);
    CHECK(terminal.wait_for("shell>"));
    terminal.type(std::string(LAB_CHECKER) + " watch 1\r");
    CHECK(terminal.wait_for("01 exploring ..."));
    terminal.type("\x1a");
    CHECK(terminal.wait_for("Stopped"));
    CHECK(hand_ins_running(course.cache) == 0);
    terminal.type("stty -a\r");
    CHECK(terminal.wait_for(" icanon "));
    CHECK(terminal.view().history().find("-icanon") == std::string::npos);
    course.save(returns(42));
    terminal.type("fg\r");
    CHECK(terminal.wait_for("-- 01: passed "));
    terminal.type("h");
    CHECK(terminal.wait_for("hint 1 of 3"));
    terminal.type("q");
    CHECK(terminal.wait_until([](const TerminalView& view) { return view.row(view.cursor_row()) == "shell>"; }));
    terminal.type("stty -a | grep -c ' icanon '\r");
    CHECK(terminal.wait_for("\n1\n"));
}

TEST_CASE("off a terminal: plain lines, no keys") {
    const Course course;
    TerminalRequest request = course.watch();
    request.argv = {"/bin/sh", "-c", std::string(LAB_CHECKER) + " watch 1 </dev/null 2>&1 | cat"};
    PseudoTerminal terminal(request);
    CHECK(terminal.wait_for("Save it, and it is judged. Ctrl-C ends this.\n"));
    course.save(returns(42));
    CHECK(terminal.wait_for("-- 01: passed "));
    CHECK(terminal.written_since(0).find('\x1b') == std::string::npos);
    CHECK(terminal.written_since(0).find("[q]uit") == std::string::npos);
    CHECK_FALSE(terminal.is_raw());
    terminal.type("\x03");
    CHECK(terminal.wait_for_end());
}

TEST_CASE("a window that gets narrow, and an exercise that is not there") {
    const Course course;
    PseudoTerminal terminal(course.watch());
    CHECK(terminal.wait_for("[q]uit"));
    terminal.resize(40, 10);
    CHECK_MESSAGE(terminal.wait_until([](const TerminalView& view) {
        const std::string row = view.row(view.cursor_row());
        return row.starts_with("01 unfinished ") && row.ends_with("...") && row.size() == 39;
    }),
                  terminal.view().text());
    fs::remove_all(course.path / "exercises/01-one");
    terminal.type("r");
    CHECK(terminal.wait_for("-- 01: not judged "));
    course.save(returns(42));
    CHECK(terminal.wait_for("-- 01: passed "));
    terminal.type("o");
    CHECK(terminal.wait_for("Report: "));
    CHECK(fs::exists(course.path / "report-01-one.html"));
    terminal.type("q");
    CHECK(terminal.wait_for_end() == 0);
    check_good_manners(terminal);
}

TEST_CASE("what does not build is not offered to be played; a file that is gone can be brought back") {
    const Course course;
    PseudoTerminal terminal(course.watch());
    REQUIRE(terminal.wait_for("[?]"));
    course.save("oops\n");
    CHECK(terminal.wait_for("-- 01: build-error --"));
    CHECK(terminal.view().history().find("h gives a hint, o opens it as a page.") != std::string::npos);
    CHECK(terminal.view().history().find("p plays it") == std::string::npos);
    fs::remove(course.path / "exercises/01-one/answer.cpp");
    CHECK(terminal.wait_for("exercises/01-one/answer.cpp is not there. `checker reset 01`"));
    course.save(returns(42));
    CHECK(terminal.wait_for("-- 01: passed --"));
    terminal.type("q");
    CHECK(terminal.wait_for_end() == 0);
}
