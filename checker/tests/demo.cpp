// demo.cpp: `checker demo` as a person sees it: in a terminal, in a pipe, and as a page.
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "pseudo_terminal/pseudo_terminal.hpp"
#include "run/process.hpp"
#include "temporary_folder.hpp"

using lab::tests::PseudoTerminal;

namespace {

const std::string wrong = LAB_COURSE_DIR "/lessons/04-deadlock/wrong/";

lab::run::ProcessResult checker(std::vector<std::string> words, const std::filesystem::path& folder) {
    words.insert(words.begin(), LAB_CHECKER);
    lab::run::ProcessRequest request;
    request.argv = words;
    request.environment = {"LAB_COURSE=" LAB_COURSE_DIR};
    request.directory = folder;
    return lab::run::supervise(request);
}

}  // namespace

TEST_CASE("demo: forward and back in a terminal, at two sizes") {
    for (const auto& [columns, rows] : {std::pair<std::size_t, std::size_t>{80, 24}, {120, 40}}) {
        PseudoTerminal terminal({.argv = {LAB_CHECKER, "demo", "04"},
                                 .columns = columns,
                                 .rows = rows,
                                 .environment = {"LAB_COURSE=" LAB_COURSE_DIR}});
        REQUIRE(terminal.wait_for("First a version that goes wrong, lessons/04-deadlock/stub"));
        CHECK(terminal.view().alternate());
        CHECK(terminal.view().row(0).find("04  Deadlock: a cycle of waits") == 1);
        // The screen may arrive in pieces, its last row last.
        CHECK(terminal.wait_until(
            [&](const auto& view) { return view.row(rows - 1).find("space or right: on") != std::string::npos; }));
        terminal.type(" ");
        REQUIRE(terminal.wait_for("The version that goes wrong: deadlock.cpp"));
        terminal.type("\x1bOC");
        REQUIRE(terminal.wait_for("which thread goes next?"));
        terminal.type(" ");
        REQUIRE(terminal.wait_for("Step 1 of 4: thread 1 locks account a"));
        CHECK(terminal.wait_for("> thread 1"));
        terminal.type("\x1bOD");
        REQUIRE(terminal.wait_until([](const auto& view) { return view.row(0).find("next?") != std::string::npos; }));
        terminal.type("q");
        CHECK(terminal.wait_for_end() == 0);
        CHECK_FALSE(terminal.view().alternate());
        CHECK(terminal.view().unknown() == 0);
    }
}

TEST_CASE("demo: no terminal, all slides as text; --json; --file") {
    const TemporaryFolder folder;
    const auto text = checker({"demo", "04"}, folder.path);
    CHECK(text.exit_code == 0);
    CHECK(text.out.find("The fix: deadlock.cpp") != std::string::npos);
    CHECK(text.out.find("The solution passes") != std::string::npos);
    CHECK(text.out.find('\x1b') == std::string::npos);
    const auto document = nlohmann::json::parse(checker({"demo", "04", "--json"}, folder.path).out);
    CHECK(document["schema"] == "checker/demo/v1");
    CHECK(document["slides"].size() == 13);
    const auto other = checker({"demo", "04", "--file", wrong + "one_at_a_time.cpp"}, folder.path);
    CHECK(other.out.find("nondeterministic: the result depends on the interleaving") != std::string::npos);
    // Two members of a struct, copied at once, are no number that anybody would recognise.
    const auto queue =
        checker({"demo", "05", "--file", LAB_COURSE_DIR "/lessons/05-producer-consumer/wrong/closed_outside_lock.cpp"},
                folder.path);
    CHECK(queue.out.find("items_ #1") != std::string::npos);
    CHECK(queue.out.find("items_ #1 =") == std::string::npos);
    const auto right = checker({"demo", "04", "--file", LAB_COURSE_DIR "/solutions/04-deadlock"}, folder.path);
    CHECK(right.exit_code == 2);
    CHECK(right.err.find("its verdict is passed. Give a version that goes wrong") != std::string::npos);
}

TEST_CASE("demo: as a page") {
    const TemporaryFolder folder;
    const auto written = checker({"demo", "04", "--html"}, folder.path);
    CHECK(written.exit_code == 0);
    CHECK(written.out.find("Written to demo-04-deadlock.html\n") != std::string::npos);
    std::ifstream file(folder.path / "demo-04-deadlock.html");
    const std::string page{std::istreambuf_iterator<char>(file), {}};
    CHECK(page.find("which thread goes next?") != std::string::npos);
    CHECK(page.size() < 300'000);
}
