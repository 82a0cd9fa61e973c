// report.cpp: tests of the text and JSON reports: golden files for each verdict, widths, hostile text.
//
// The golden files are in tests/golden; LAB_UPDATE_GOLDEN=1 in the environment writes them anew, to be read as a diff.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "report/difference.hpp"
#include "report/json.hpp"
#include "report/table.hpp"
#include "report/text.hpp"
#include "report/visible.hpp"
#include "report/wrap.hpp"
#include "sample_evidence.hpp"

using namespace sample;
using lab::judge::judge;
using lab::judge::Result;
using lab::report::replay_text;
using lab::report::Style;
using lab::report::text;
using lab::report::visible;

namespace {

const std::string title = "transfers in opposite directions both end, and no money is lost";

void check_golden(const std::string& name, const std::string& actual) {
    const std::string path = std::string(LAB_COURSE_DIR) + "/checker/tests/golden/" + name;
    if (std::getenv("LAB_UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << actual;
    std::ifstream file(path, std::ios::binary);
    const std::string expected{std::istreambuf_iterator<char>(file), {}};
    INFO(name);
    CHECK(actual == expected);
}

Result result_of(std::vector<CaseSeen> cases) {
    return judge(lesson(), hand_in(), explored(std::move(cases)), nullptr);
}

std::size_t widest(const std::string& output) {
    std::size_t most = 0;
    for (std::size_t at = 0; at < output.size();) {
        const std::size_t end = std::min(output.find('\n', at), output.size());
        most = std::max(most, lab::report::width(std::string_view(output).substr(at, end - at)));
        at = end + 1;
    }
    return most;
}

// So many threads, each of which locks one mutex in turn; the last lock blocks.
Failure crowd(int threads) {
    Story story("deadlock", "nobody can go on");
    const int mutex = story.object("mutex", "the_mutex_that_all_want");
    for (int thread = 1; thread <= threads; ++thread) {
        const Place where = place(10 + thread, "std::lock_guard<std::mutex> guard(the_mutex_that_all_want);");
        story.event(thread, "lock", mutex, where, thread == 1 ? std::vector<int>{mutex} : std::vector<int>{}).blocks =
            thread > 1;
        story.thread(thread, "blocked", where, mutex);
    }
    return story.failure;
}

}  // namespace

TEST_CASE("report: text of each verdict") {
    auto some = passed_case("two are in at once", 420, false);
    some.kind = "some";
    some.reached = false;
    check_golden("deadlock.txt", text(result_of({failed_case(title, deadlock()), passed_case("to itself", 1),
                                                 program_case({{"total 200\n", 12}})})));
    check_golden("data-race.txt", text(result_of({failed_case(title, race())})));
    auto raced = race();
    raced.consequence = lab::evidence::Consequence{"check-failed", "s1@g8:0.1.2", {}, 20};
    auto replayed = failed_case(title, failed_check(), 1, 1);
    replayed.failure->schedule = raced.consequence->schedule;
    const auto seen = failed_case(title, raced);
    check_golden("data-race-consequence.txt",
                 text(judge(lesson(), hand_in(), explored({seen}), nullptr, {explored({replayed})})));
    check_golden("lost-wakeup.txt", text(result_of({failed_case(title, lost_wakeup())})));
    check_golden("nondeterministic.txt", text(result_of({failed_case(title, failed_check())})));
    check_golden("wrong-output.txt", text(result_of({program_case({{"total 190 \n", 3}})})));
    check_golden("over-synchronised.txt", text(result_of({some})));
    check_golden("crash.txt", text(result_of({failed_case(title, [] {
                     Story story("exception", "an exception leaves thread 1");
                     story.failure.what = "std::runtime_error: no money";
                     story.thread(1, "running", place(7, "throw std::runtime_error(\"no money\");"));
                     return story.failure;
                 }())})));
    check_golden("livelock.txt", text(result_of({failed_case(title, [] {
                     Story story("livelock", "thread 1 tries again and again, and nothing changes");
                     const int a = story.object("mutex", "a");
                     for (int round = 0; round < 100; ++round)
                         for (const int thread : {1, 2})
                             story.event(thread, "try_lock", a, place(10 + thread, "while (!a.try_lock()) {")).note =
                                 "failed";
                     story.thread(1, "running");
                     story.thread(2, "running");
                     return story.failure;
                 }())})));
    check_golden("timeout.txt",
                 text(result_of({failed_case(title, Story("no-progress", "thread 1 runs in a circle").failure)})));
    check_golden("leak.txt", text(result_of({failed_case(title, Story("leak", "thread 1 was left behind").failure)})));
    check_golden("inconclusive.txt",
                 text(result_of({failed_case(title, Story("step-limit", "more than 20,000 steps").failure)})));
    Evidence native = explored({passed_case(title, 50)});
    check_golden("passed.txt",
                 text(judge(lesson(), hand_in(),
                            explored({passed_case(title, 252), program_case({{"total 200\n", 1}})}), &native)));
    Result bounded = result_of({passed_case(title, 20'000, false), passed_case("small", 7)});
    bounded.cases[0].coverage.preemption_bound = 2;
    check_golden("passed-bounded.txt", text(bounded));
    auto stub = hand_in();
    stub.untouched = true;
    check_golden("unfinished.txt", text(judge(lesson(), stub, explored({failed_case(title, deadlock())}), nullptr)));
    check_golden("build-error.txt", text(judge_unbuilt(lesson(), hand_in(), "deadlock.cpp:3: error")));
    auto strict = lesson();
    strict.forbids_sleep = true;
    auto sleepy = hand_in();
    sleepy.files[0].text = "sleep(1);";
    check_golden("forbidden.txt", text(judge(strict, sleepy, explored({passed_case(title, 5)}), nullptr)));
}

TEST_CASE("report: a wide terminal shows more of the source, and no longer sentences") {
    for (int threads = 1; threads <= 8; ++threads) {
        const std::string output =
            lab::report::text(result_of({failed_case(title, crowd(threads))}), {.table_columns = 120});
        CHECK(widest(output) <= 120);
        CHECK((widest(output) > 80) == (threads > 1 && threads < 6));  // more are a list
    }
    Result result = result_of({failed_case(title, deadlock())});
    result.title = "A title that is longer than there is room for on one line of eighty columns";
    const std::string output = lab::report::text(result, {.table_columns = 120});
    CHECK(output.find("\n04-deadlock  A title that is longer than there is room for on one line of eighty\n"
                      "             columns\n") != std::string::npos);
}

TEST_CASE("report: 80 columns, whatever the number of threads and the length of names") {
    for (int threads = 1; threads <= 8; ++threads) {
        const std::string output = lab::report::text(result_of({failed_case(title, crowd(threads))}));
        CHECK(widest(output) <= 80);
        CHECK(output.find("the_mutex_that_all_want") != std::string::npos);
        if (threads == 4 || threads == 7) check_golden("threads-" + std::to_string(threads) + ".txt", output);
    }
    CHECK(widest(text(result_of({failed_case(std::string(300, 'x'), race())}))) <= 80);
}

TEST_CASE("report: a pass says all only of what is complete") {
    CHECK(lab::report::coverage_words({252, true, {}}) == "all 252 interleavings");
    CHECK(lab::report::coverage_words({1, true, {}}) == "the only interleaving");
    CHECK(lab::report::coverage_words({20'000, false, 2}) == "20,000 interleavings, complete up to 2 preemptions");
    CHECK(lab::report::coverage_words({20'000, false, 1}) == "20,000 interleavings, complete up to 1 preemption");
    CHECK(lab::report::coverage_words({20'000, false, {}}) == "20,000 interleavings, not all there are");
    const std::string incomplete = text(result_of({passed_case("c", 5, false)}));
    CHECK(incomplete.find("all 5") == std::string::npos);
    CHECK(incomplete.find("proved") == std::string::npos);
}

TEST_CASE("report: nothing of a hand-in reaches the terminal as control characters") {
    const std::string evil =
        "\x1b[31mred\x07\r\x9b"
        "2J\xe2\x80\xae!";
    auto failure = race();
    failure.objects[0].shown = evil;
    for (auto& event : failure.trace) {
        event.place.source = evil;
        event.place.file = evil;
        event.value = evil;
        event.note = evil;
    }
    failure.message = evil;
    auto crash = Story("exception", evil).failure;
    crash.what = evil;
    auto program = program_case({{evil + "\n", 3}});
    auto result = result_of({failed_case(evil, failure), failed_case("c", crash), program});
    result.hand_in = result.message = result.title = evil;
    for (const auto verdict :
         {lab::judge::Verdict::data_race, lab::judge::Verdict::crash, lab::judge::Verdict::wrong_output}) {
        result.verdict = verdict;
        for (const std::string& output : {text(result), replay_text(result)})
            for (const char character : output)
                CHECK((character == '\n' || static_cast<unsigned char>(character) >= 0x20));
        CHECK(text(result).find("\xe2\x80\xae") == std::string::npos);
    }
}

TEST_CASE("report: colour only repeats what the words say") {
    const Result result = result_of({failed_case(title, deadlock())});
    std::string coloured = text(result, Style{.colour = true});
    CHECK(coloured.find("\x1b[1;31mDEADLOCK\x1b[0m") == 0);
    for (std::size_t at = 0; (at = coloured.find('\x1b')) != std::string::npos;)
        coloured.erase(at, coloured.find('m', at) + 1 - at);
    CHECK(coloured == text(result));
}

TEST_CASE("report: visible text") {
    CHECK(visible("a\tb\nc\r") == "a b\\nc\\r");
    CHECK(visible("a\nb", true) == "a\nb");
    CHECK(visible("gr\xc3\xbc\xc3\x9f") == "gr\xc3\xbc\xc3\x9f");
    CHECK(visible("\xff\xc3") == "\\xff\\xc3");
    CHECK(visible("\xc2\x9b") == "\\u{9b}");
    CHECK(visible(std::string("\0x", 2)) == "\\x00x");
    CHECK(lab::report::visible_line("a \t ") == "a \\t\\x20");
    CHECK(lab::report::width("gr\xc3\xbc\xc3\x9f") == 4);
    CHECK(lab::report::shortened("abcdefgh", 6) == "abc...");
    CHECK(lab::report::wrap("aa bb cc", 5) == std::vector<std::string>{"aa bb", "cc"});
    CHECK(lab::report::wrap("abcdefgh", 5) == std::vector<std::string>{"abcde", "fgh"});
    CHECK(lab::report::wrap("aa " + lab::report::together("bb cc") + ".", 7) ==
          std::vector<std::string>{"aa", "bb cc."});
    CHECK(lab::report::wrap("", 5) == std::vector<std::string>{""});
}

TEST_CASE("report: expected and actual output, line by line") {
    CHECK(lab::report::difference("a\nb\n", "a\nc\n") == "  a\n- b\n+ c\n");
    CHECK(lab::report::difference("a\n", "a") == "- a\n+ a   (no line break at the end)\n");
    CHECK(lab::report::difference("a\n", "") == "- a\n+ (nothing at all)\n");
    CHECK(lab::report::difference("a\n", "a \n") == "- a\n+ a\\x20\n");
    std::string many;
    for (int line = 0; line < 50; ++line) many += "line " + std::to_string(line) + "\n";
    CHECK(lab::report::difference(many + "x\n", many + "y\n") ==
          "  (48 equal lines)\n  line 48\n  line 49\n- x\n+ y\n");
    std::string flood;
    for (int line = 0; line < 5000; ++line) flood += "y\n";
    CHECK(lab::report::difference("a\n", flood).ends_with("(only the first 300 lines were compared)\n"));
}

TEST_CASE("report: JSON has the fields of checker/result/v1") {
    auto seen = program_case({{"total 190\n\xff", 3}});
    Result result = result_of({failed_case(title, race()), seen, passed_case("fine", 3)});
    result.seconds = 1.23456;
    const std::string document = lab::report::json(result);
    CHECK(document.back() == '\n');
    const auto json = nlohmann::json::parse(document);
    CHECK(json["schema"] == "checker/result/v1");
    CHECK(json["lesson"] == "04-deadlock");
    CHECK(json["verdict"] == "data-race");
    CHECK(json["passed"] == false);
    CHECK(json["source_sha256"] == "0123");
    CHECK(json["toolchain"] == "g++ 12.2.0");
    CHECK(json["seconds"] == 1.235);
    CHECK(json["stress"] == nlohmann::json::parse(R"({"runs":0,"failures":0})"));
    REQUIRE(json["cases"].size() == 3);
    for (const auto& item : json["cases"])
        for (const char* field :
             {"name", "verdict", "message", "interleavings", "complete", "preemption_bound", "schedule", "trace"})
            CHECK(item.contains(field));
    CHECK(json["cases"][2]["message"].is_null());
    CHECK(json["cases"][2]["complete"] == true);
    const auto& step = json["cases"][0]["trace"][3];
    for (const char* field : {"step", "thread", "operation", "object", "value", "file", "line", "source", "holds"})
        CHECK(step.contains(field));
    CHECK(step["object"] == "visits");
    CHECK(step["holds"] == nlohmann::json::parse(R"(["door"])"));
    CHECK(step["key"] == true);
    CHECK(nlohmann::json::parse(lab::report::json(std::vector<Result>{result, result})).size() == 2);
    check_golden("data-race.json", lab::report::json(result_of({failed_case(title, race())})));
}

TEST_CASE("report: a replayed interleaving is shown whether or not it is wrong") {
    auto fine = passed_case(title, 1);
    fine.failure = failed_check();
    fine.failure->kind = "none";
    const std::string shown = replay_text(result_of({fine}));
    CHECK(shown.find("nothing goes wrong in this one interleaving") != std::string::npos);
    CHECK(shown.find("writes balance = 1") != std::string::npos);
}
