// slides.cpp: tests of a demonstration: what is on its slides, how they are drawn, what keys do, and its page.
//
// The golden files are in tests/golden; LAB_UPDATE_GOLDEN=1 in the environment writes them anew, to be read as a diff.
#include "demo/slides.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "demo/deck.hpp"
#include "demo/slide_grid.hpp"
#include "sample_evidence.hpp"

using namespace sample;
using namespace lab::demo;
using lab::judge::Result;
using lab::report::Source;
using lab::terminal::Key;

namespace {

const std::vector<Source> broken_sources = {
    {"deadlock.cpp", "lessons/04-deadlock/stub/deadlock.cpp",
     "// Moves money.\n//\n//\n//\n#include \"deadlock.hpp\"\n\nvoid transfer(Account& from, Account& to, int amount) "
     "{\n    from.mutex.lock();\n"
     "    to.mutex.lock();\n}\n",
     true}};
const std::vector<Source> solution_sources = {{"deadlock.cpp", "solutions/04-deadlock/deadlock.cpp",
                                               "// Moves money.\n//\n//\n//\n#include \"deadlock.hpp\"\n\nvoid "
                                               "transfer(Account& from, Account& to, int amount) {\n"
                                               "    std::scoped_lock both(from.mutex, to.mutex);\n}\n",
                                               true}};

Result result_of(std::vector<CaseSeen> cases) {
    return lab::judge::judge(lesson(), hand_in(), explored(std::move(cases)), nullptr);
}

std::vector<Slide> sample_slides(const Result& broken) {
    const Result solution = result_of({passed_case("both end", 252)});
    return slides({"04", "Deadlock: a cycle of waits", "One order, or all at once.", broken, broken_sources, solution,
                   solution_sources});
}

Result deadlocked() { return result_of({failed_case("both end", deadlock())}); }

std::vector<std::string> headings(const std::vector<Slide>& all) {
    std::vector<std::string> list;
    for (const Slide& slide : all) list.push_back(slide.heading);
    return list;
}

}  // namespace

TEST_CASE("slides: the mistake step by step with a question at each change of thread, the fix, what was explored") {
    const auto all = sample_slides(deadlocked());
    std::vector<std::string> expected = {
        "04  Deadlock: a cycle of waits", "The version that goes wrong: deadlock.cpp",
        "Step 1 of 4: which thread goes next?", "Step 1 of 4: thread 1 locks mutex of account 1",
        "Step 2 of 4: which thread goes next?", "Step 2 of 4: thread 2 locks mutex of account 2",
        "Step 3 of 4: which thread goes next?", "Step 3 of 4: thread 1 waits for mutex of account 2 (held by 2)",
        // only thread 2 can go on here: no question
        "Step 4 of 4: thread 2 waits for mutex of account 1 (held by 1)",
        "deadlock: threads wait for each other for ever", "The fix: deadlock.cpp", "The solution passes"};
    CHECK(headings(all) == expected);
    CHECK(all[2].kind == Slide::Kind::question);
    CHECK(all[2].lines.front().text == "thread 1 or thread 2? What will it do?");
    CHECK(all[8].columns[1].moved);
    CHECK(all[8].columns[0].waits);
    CHECK(all.back().lines.front().text == "passed: both end (all 252 interleavings)");
}

TEST_CASE("slides: without complete exploration nothing is said about all interleavings") {
    const Result broken = deadlocked();
    Result solution = result_of({passed_case("both end", 252)});
    const auto says_all = [&] {
        const auto all = slides({"04", "T", "I", broken, broken_sources, solution, solution_sources});
        for (const Line& line : all.back().lines)
            if (line.text.find("In every case all interleavings were explored") != std::string::npos) return true;
        return false;
    };
    CHECK(says_all());
    solution.cases[0].coverage.complete = false;
    CHECK_FALSE(says_all());
    solution.cases[0].coverage.complete = true;
    solution.verdict = lab::judge::Verdict::deadlock;
    CHECK_FALSE(says_all());
}

TEST_CASE("slides: what has no interleaving cannot be shown") {
    CHECK(can_be_shown(deadlocked()));
    CHECK_FALSE(can_be_shown(result_of({passed_case("both end", 252)})));
    CHECK_FALSE(can_be_shown(lab::judge::judge_unbuilt(lesson(), hand_in(), "error")));
}

TEST_CASE("slides: as text, golden") {
    const std::string actual = text_of(sample_slides(deadlocked()), 80);
    const std::string path = std::string(LAB_COURSE_DIR) + "/checker/tests/golden/demo.txt";
    if (std::getenv("LAB_UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << actual;
    std::ifstream file(path, std::ios::binary);
    CHECK(actual == std::string{std::istreambuf_iterator<char>(file), {}});
}

TEST_CASE("slides: drawn on any screen, columns side by side where there is room") {
    const auto all = sample_slides(deadlocked());
    for (std::size_t slide = 0; slide < all.size(); ++slide)
        for (const auto& [columns, rows] : {std::pair{80, 24}, {120, 40}, {40, 10}, {20, 3}, {1, 1}}) {
            const auto grid =
                draw(all, {slide, 0, false}, static_cast<std::size_t>(columns), static_cast<std::size_t>(rows));
            CHECK(grid.rows() == static_cast<std::size_t>(rows));
        }
    const std::string wide = draw(all, {5, 0, false}, 80, 24).text();
    CHECK(wide.find("  thread 1                              > thread 2") != std::string::npos);
    CHECK(wide.find("6/12") != std::string::npos);
    const std::string narrow = draw(all, {5, 0, false}, 40, 60).text();
    CHECK(narrow.find("thread 1") < narrow.find("> thread 2"));
    CHECK(narrow.find("thread 1   ") == std::string::npos);
}

TEST_CASE("slides: on a low screen less code is shown, so that every thread is seen") {
    auto all = sample_slides(deadlocked());
    Slide& slide = all[5];
    slide.columns.push_back(slide.columns[0]);
    slide.columns.back().thread = "thread 3";
    const std::string low = draw(all, {5, 0, false}, 80, 24).text();
    CHECK(low.find("thread 3") != std::string::npos);
    CHECK(low.find("down: more") == std::string::npos);
    CHECK(low.find(">  8 ") != std::string::npos);
    CHECK(low.find(" 12 ") == std::string::npos);
    CHECK(draw(all, {5, 0, false}, 80, 60).text().find("  6") != std::string::npos);
    CHECK(draw(all, {5, 0, false}, 80, 12).text().find("down: more") != std::string::npos);  // no more can be left out
}

TEST_CASE("slides: keys go on, back, to the ends, scroll, and end it") {
    const auto all = sample_slides(deadlocked());
    const auto press = [&](Position position, Key key, std::size_t rows = 24) {
        return pressed(all, position, key, 80, rows);
    };
    const Key space{Key::Kind::character, " "};
    CHECK(press({}, space) == Position{1, 0, false});
    CHECK(press({1, 0, false}, {Key::Kind::left}) == Position{0, 0, false});
    CHECK(press({}, {Key::Kind::left}) == Position{});
    CHECK(press({}, {Key::Kind::end}) == Position{all.size() - 1, 0, false});
    CHECK(press({all.size() - 1, 0, false}, space) == Position{all.size() - 1, 0, false});
    CHECK(press({5, 0, false}, {Key::Kind::home}) == Position{});
    CHECK(press({5, 0, false}, {Key::Kind::down}) == Position{5, 0, false});  // all of it is seen
    CHECK(press({5, 0, false}, {Key::Kind::down}, 10) == Position{5, 1, false});
    CHECK(press({5, 1, false}, {Key::Kind::right}, 10) == Position{6, 0, false});
    CHECK(press({5, 1, false}, {Key::Kind::up}, 10) == Position{5, 0, false});
    CHECK(press({5, 4, false}, {Key::Kind::resized}, 60) == Position{5, 0, false});
    CHECK(press({}, {Key::Kind::character, "q"}).ended);
    CHECK(press({}, {Key::Kind::gone}).ended);
    CHECK_FALSE(press({}, {Key::Kind::character, "x"}).ended);
}

TEST_CASE("slides: a hand-in's text stays text, in the terminal and in the page") {
    const std::string evil = "</script><img src=x onerror=alert(1)>\x1b[31m\xe2\x80\xae\xff";
    auto failure = deadlock();
    for (auto& object : failure.objects) object.shown = evil + object.shown;
    for (auto& event : failure.trace) {
        event.place.source = evil;
        event.note = evil;
    }
    for (auto& thread : failure.threads) thread.name += evil;
    Result broken = result_of({failed_case(evil, failure)});
    broken.cases[0].message = broken.cases[0].cycle = broken.hand_in = evil;
    broken.cases[0].diagnosis = lab::judge::Diagnosis{"x", evil, evil, "", evil};
    const Result solution = result_of({passed_case(evil, 252)});
    const std::vector<Source> sources = {{"deadlock.cpp", evil, evil + "\n" + evil + std::string(100'000, '<'), true}};
    const auto all = slides({"04", evil, evil, broken, sources, solution, solution_sources});
    const std::string text = text_of(all, 80);
    const std::string page = deck_html(evil, all);
    for (const char* sign : {"\x1b", "\xe2\x80\xae", "\xff"}) {
        CHECK(text.find(sign) == std::string::npos);
        CHECK(page.find(sign) == std::string::npos);
    }
    CHECK(page.find("<img") == std::string::npos);
    CHECK(page.find("</script") == page.rfind("</script"));
    std::string long_source;
    for (int line = 0; line < 50'000; ++line) long_source += "1 '<' 2 \"&\" 3;\n";
    const std::vector<Source> many(20, {"deadlock.cpp", "deadlock.cpp", long_source, true});
    CHECK(deck_html("t", slides({"04", "T", "I", broken, many, solution, many})).size() < 300'000);
}
