// walk.cpp: the shell, the prompt, the masks, the golden texts.
#include "walks/walk.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <regex>
#include <sstream>

namespace lab::tests {

namespace fs = std::filesystem;

namespace {

const fs::path walks = fs::path(LAB_COURSE_DIR) / "checker/tests/walks";
const fs::path cache = fs::path(LAB_TEST_CACHE) / "walks";
const fs::path course = cache / "course";
const std::string screen_begins = "~~~~ the screen begins here ~~~~\n";

// What was compiled stays, with all its parts; only results are forgotten: a folder with nothing but frames.
void forget_results() {
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(cache / "entries", error))
        if (fs::exists(entry.path() / "frames")) fs::remove_all(entry.path());
}

// As `cp -p` does: a file that is no younger than before is no reason to compile again.
void copy_files(const fs::path& from, const fs::path& to) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(from)) {
        const fs::path target = to / entry.path().lexically_relative(from);
        fs::create_directories(entry.is_directory() ? target : target.parent_path());
        if (!entry.is_regular_file()) continue;
        fs::copy_file(entry.path(), target);
        fs::last_write_time(target, entry.last_write_time());
    }
}

void make_course() {
    fs::remove_all(course);
    copy_files(walks / "course", course);
    for (const char* lesson : {"01-visits", "02-transfer"})
        copy_files(walks / "course/lessons" / lesson / "stub", course / "exercises" / lesson);
    fs::create_directory(course / "bin");
    fs::create_symlink(LAB_CHECKER, course / "bin/checker");
}

TerminalRequest shell(const Size& size) {
    forget_results();
    make_course();
    const std::string path = std::getenv("PATH") == nullptr ? "/usr/bin:/bin" : std::getenv("PATH");
    return {{"/bin/sh", "-i"},
            size.columns,
            size.rows,
            {"PATH=" + (course / "bin").string() + ":" + path, "PS1=[$?] $ ", "ENV=", "HOME=" + course.string(),
             "LAB_COURSE=", "LAB_CALLED=", "LAB_STATE=", "LAB_CACHE=" + cache.string()},
            course};
}

bool is_prompt(const std::string& row) {
    static const std::regex prompt(R"(\[\d+\] \$)");
    return std::regex_match(row, prompt);
}

}  // namespace

std::string with_masks(const std::string& view, const fs::path& course) {
    std::string path;  // a long one is broken by the terminal
    for (const char character : course.string()) path += fmt::format("\\x{:02x}\n?", character);
    std::string text = std::regex_replace(view, std::regex(path + ":"), "/course:");
    const std::pair<const char*, const char*> masks[] = {
        {R"(\b\d+\.\d\d s\b)", "#.## s"},  // how long it took
        // Where compiler and linker put a variable, and where the terminal breaks that line.
        {R"((Replay what can come of it: [^\n]*)\n(?!Next|\d+ inter|\n)([^\n]*))", "$1$2"},
        {R"(s1@[^:]+:)", "s1@(memory):"},
        {R"(\b(clang|g)\+\+ [^\n]*, checker [\d.]+)", "(versions)"},
        // Of `doctor`: how this machine is. What is looked at is compared, and that nothing is missing.
        {R"((^|\n)(ok  |poor)     ((back ends|shared memory|thread switching|\w+)) +[^\n]*(\n(?!ok|poor|MISSING)[^\n]+)*)",
         "$1(how)    $3"},
    };
    for (const auto& [pattern, mask] : masks) text = std::regex_replace(text, std::regex(pattern), mask);
    // The compiler's own words differ from one compiler to the next; that they are there, with file and line, counts.
    static const std::regex compilers_words(R"((\] \$ [^\n]*\n)(exercises/[^\n]*\n)([^\0]*?)(BUILD-ERROR ))");
    return std::regex_replace(text, compilers_words, "$1(exercises/...: the compiler's words)\n$4");
}

Walk::Walk(const std::string& name, const Size& size)
    : terminal_(shell(size)),
      golden_(
          (walks / "golden" / (name + "." + std::to_string(size.columns) + "x" + std::to_string(size.rows) + ".txt"))
              .string()) {}

Walk::~Walk() {
    const std::string actual = with_masks(seen_, course);
    if (std::getenv("LAB_UPDATE_GOLDEN") != nullptr) std::ofstream(golden_, std::ios::binary) << actual;
    std::ifstream file(golden_, std::ios::binary);
    const std::string expected{std::istreambuf_iterator<char>(file), {}};
    INFO(golden_);
    CHECK(actual == expected);
    CHECK(terminal_.view().unknown() == 0);
    CHECK_FALSE(terminal_.view().was_cleared());
}

void Walk::write(const std::string& file, const std::string& text) const { std::ofstream(course / file) << text; }

void Walk::copy(const std::string& from, const std::string& to) const {
    fs::copy_file(course / from, course / to, fs::copy_options::overwrite_existing);
}

void Walk::type(const std::string& command) { type(command, "", {}); }

void Walk::type(const std::string& command, const std::string& question, const std::vector<std::string>& answers) {
    REQUIRE(terminal_.wait_until([](const TerminalView& view) { return is_prompt(view.row(view.cursor_row())); }));
    const std::size_t first_row = cursor_row();
    enter(terminal_.view().row(terminal_.view().cursor_row()), command);
    for (const std::string& answer : answers) {
        REQUIRE(waits_at(question));
        enter(question, answer);
    }
    REQUIRE(terminal_.wait_until([](const TerminalView& view) { return is_prompt(view.row(view.cursor_row())); }));
    keep(first_row);
}

bool Walk::waits_at(const std::string& row) {
    return terminal_.wait_until([&](const TerminalView& view) { return view.row(view.cursor_row()) == row; });
}

// Behind what is on the cursor's row; until they are there, the row still looks as if nobody had typed anything.
void Walk::enter(const std::string& row, const std::string& words) {
    terminal_.type(words);
    REQUIRE(waits_at(row + (words.empty() ? "" : " " + words)));
    const std::size_t here = cursor_row();
    terminal_.type("\r");
    REQUIRE(terminal_.wait_until([&](const TerminalView&) { return cursor_row() > here; }));
}

std::size_t Walk::cursor_row() const { return terminal_.view().scrolled() + terminal_.view().cursor_row(); }

// The rows from this one to the prompt that waits now.
void Walk::keep(std::size_t first_row) {
    const TerminalView& view = terminal_.view();
    std::istringstream rows(view.history());
    std::size_t row = 0;
    for (std::string text; std::getline(rows, text); ++row) {
        if (row == view.scrolled() && row > first_row) seen_ += screen_begins;
        if (row >= first_row && row < cursor_row()) seen_ += text + "\n";
    }
    seen_ += view.row(view.cursor_row()) + "\n\n";
}

}  // namespace lab::tests
