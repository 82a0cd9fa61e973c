// report_files.cpp: tests of the reports that become files: HTML (hostile text, size), SARIF and Markdown (golden).
//
// The golden files are in tests/golden; LAB_UPDATE_GOLDEN=1 in the environment writes them anew, to be read as a diff.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "report/escape.hpp"
#include "report/frames.hpp"
#include "report/highlight.hpp"
#include "report/html.hpp"
#include "report/markdown.hpp"
#include "report/outcome_tree.hpp"
#include "report/problems.hpp"
#include "report/sarif.hpp"
#include "report/wait_graph.hpp"
#include "report/waits.hpp"
#include "run/process.hpp"
#include "sample_evidence.hpp"
#include "temporary_folder.hpp"

using namespace sample;
using lab::judge::judge;
using lab::judge::Result;
using lab::report::html;
using lab::report::markdown;
using lab::report::sarif;
using lab::report::Source;

namespace {

const std::string title = "transfers in opposite directions both end, and no money is lost";
constexpr std::size_t size_limit = 300'000;

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

Result deadlocked() {
    return result_of(
        {failed_case(title, deadlock()), passed_case("to itself", 1), program_case({{"total 200\n", 12}})});
}

const std::vector<Source> sources = {
    {"deadlock.cpp", "exercises/04-deadlock/deadlock.cpp",
     "// a \"bank\"\n#include <mutex>\nvoid transfer() {\n    int amount = 1'000;\n}\n", true},
    {"check.cpp", "lessons/04-deadlock/check.cpp", "// the check\n", false}};

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

// What stands between two texts, the first time.
std::string between(const std::string& text, const std::string& before, const std::string& after) {
    const std::size_t from = text.find(before);
    REQUIRE(from != std::string::npos);
    const std::size_t to = text.find(after, from + before.size());
    REQUIRE(to != std::string::npos);
    return text.substr(from + before.size(), to - from - before.size());
}

const std::string evil =
    "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&<!--`|]]>\x1b[31m\xe2\x80\xae\xe2\x80\xa8\xff";

// A result in which every text that a hand-in has a say in is hostile.
Result hostile() {
    auto bad = race();
    for (auto& object : bad.objects) object.shown = evil + object.shown;
    for (auto& event : bad.trace) {
        event.place.source = evil;
        event.place.file = evil;
        event.value = evil;
        event.note = evil;
    }
    for (auto& thread : bad.threads) thread.name = evil;
    bad.message = evil;
    auto blocked = deadlock();
    for (auto& object : blocked.objects) object.shown = evil + object.shown;
    for (auto& thread : blocked.threads) thread.name += evil;
    Result result = result_of({failed_case(evil, bad), failed_case(evil + "2", blocked), program_case({{evil, 3}})});
    for (auto& item : result.cases) {
        item.message = item.advice = item.cycle = item.schedule = evil;
        item.expected = item.actual = evil + "\n" + evil;
        item.outputs.push_back({evil, 0, 2, evil});
    }
    result.lesson = result.number = result.title = result.message = evil;
    result.diagnostics = result.hand_in = result.toolchain = result.replay_options = evil;
    return result;
}

}  // namespace

TEST_CASE("report files: SARIF, golden") {
    check_golden("deadlock.sarif", sarif(deadlocked(), sources));
    check_golden("passed.sarif", sarif(result_of({passed_case(title, 252)}), sources));
}

TEST_CASE("report files: Markdown, golden") {
    check_golden("deadlock.md", markdown(deadlocked()));
    check_golden("data-race.md", markdown(result_of({failed_case(title, race())})));
    check_golden("wrong-output.md", markdown(result_of({program_case({{"total 190 \n", 3}, {"total 200\n", 4}})})));
    check_golden("build-error.md",
                 markdown(lab::judge::judge_unbuilt(lesson(), hand_in(), "deadlock.cpp:3: error: `x`\n```\n")));
}

TEST_CASE("report files: SARIF has one thread flow a thread, and an order over all of them") {
    const auto document = nlohmann::json::parse(sarif(deadlocked(), sources));
    CHECK(document["version"] == "2.1.0");
    const auto& results = document["runs"][0]["results"];
    REQUIRE(results.size() == 1);
    CHECK(results[0]["ruleId"] == "deadlock");
    const auto& flows = results[0]["codeFlows"][0]["threadFlows"];
    std::vector<int> orders;
    std::vector<std::string> threads;
    for (const auto& flow : flows) {
        threads.push_back(flow["id"]);
        for (const auto& location : flow["locations"]) orders.push_back(location["executionOrder"]);
    }
    CHECK(threads == std::vector<std::string>{"thread 1", "thread 2"});
    std::sort(orders.begin(), orders.end());
    for (std::size_t at = 0; at < orders.size(); ++at) CHECK(orders[at] == static_cast<int>(at) + 1);
    CHECK(orders.size() == 4);
    CHECK(results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] ==
          "exercises/04-deadlock/deadlock.cpp");
}

TEST_CASE("report files: nothing of a hand-in becomes markup, script or an address") {
    Result result = hostile();
    const std::vector<Source> bad = {{evil, evil, evil + "\n/*" + evil + "\n" + evil + "*/ \"" + evil, true},
                                     {"deadlock.cpp", evil, "int x; " + evil, true}};
    for (const auto verdict : lab::judge::all_verdicts()) {
        result.verdict = verdict;
        for (auto& item : result.cases) {
            item.verdict = verdict;
            const std::string page = html(result, bad);
            CHECK(count(page, "<script") == count(page, "</script"));
            CHECK(count(page, "<script") <= 2);  // the player's, and its data
            CHECK(count(page, "<img") == 0);
            CHECK(count(page, "<!--") == 0);
            CHECK(count(page, "\x1b") == 0);
            CHECK(count(page, "\xe2\x80\xae") == 0);
            CHECK(count(page, "\xe2\x80\xa8") == 0);
            CHECK(count(page, "\xff") == 0);
            CHECK(page.size() < size_limit);
        }
    }
    for (auto& item : result.cases) item.verdict = lab::judge::Verdict::deadlock;
    const auto document = nlohmann::json::parse(sarif(result, bad));  // valid, whatever is in it
    CHECK(document["runs"][0]["results"].size() == 3);
    const std::string text = markdown(result);
    CHECK(count(text, "\x1b") == 0);
    CHECK(count(text, "\xe2\x80\xae") == 0);
}

TEST_CASE("report files: the data of the player comes back from the page as it was") {
    auto failure = deadlock();
    failure.objects[0].shown = "</script><!-- & \" '";
    const std::string page = html(result_of({failed_case(title, failure)}), sources);
    const std::string data = between(page, "id=\"frames\">", "</script>");
    CHECK(data.find('<') == std::string::npos);
    const auto frames = nlohmann::json::parse(data);
    REQUIRE(frames.size() == 5);  // before the first step, and after each of the four
    CHECK(frames[1]["threads"][1]["holds"][0] == "</script><!-- & \" '");
    CHECK(frames[4]["threads"][2]["waits"] == true);
    CHECK(lab::report::json_for_html("\"\xe2\x80\xa8\xe2\x80\xa9<\"") == "\"\\u2028\\u2029\\u003c\"");
}

TEST_CASE("report files: a page is below 300 kB, whatever the hand-in does") {
    Story story("deadlock", std::string(100'000, 'm'));
    std::vector<int> locks;
    for (int at = 0; at < 40; ++at) locks.push_back(story.object("mutex", std::string(3000, '<') + std::to_string(at)));
    const Place where = place(1, std::string(50'000, '\''), std::string(500, '&'));
    for (int round = 0; round < 200; ++round)
        for (int thread = 1; thread <= 40; ++thread) {
            auto& event =
                story.event(thread, "write", locks[static_cast<std::size_t>(thread + round) % 40], where, locks);
            event.value = std::string(5000, '"');
            event.blocks = round == 199;
        }
    for (int thread = 1; thread <= 40; ++thread) story.thread(thread, "blocked", where, locks[3]);
    std::vector<CaseSeen> cases = {failed_case(std::string(9000, '<'), story.failure)};
    for (int at = 0; at < 300; ++at)
        cases.push_back(passed_case("case " + std::string(400, '&') + std::to_string(at), 3));
    std::vector<std::pair<std::string, int>> outputs;
    for (int at = 0; at < 500; ++at) outputs.emplace_back(std::string(4000, '<') + std::to_string(at), 1);
    cases.push_back(program_case(outputs));
    Result result = result_of(std::move(cases));
    result.diagnostics = std::string(1'000'000, '<');
    result.message = std::string(1'000'000, '<');
    std::string source;
    for (int line = 0; line < 50'000; ++line) source += "1 '<' 2 \"&\" 3;\n";
    const std::string page = html(result, {{"a.cpp", "a.cpp", source, true}, {"b.cpp", "b.cpp", source, true}});
    CHECK(page.size() < size_limit);
    CHECK(page.find("The rest is left out.") != std::string::npos);
    CHECK(html(result, {{"a.cpp", "a.cpp", std::string(5'000'000, '<'), true}}).size() < size_limit);
    // Few threads, so that the lanes are drawn, and rows as large as they get.
    Story large("data-race", "x");
    const int object = large.object("memory", std::string(300, '<'));
    for (int at = 0; at < 100; ++at)
        large.event(at % 5, "write", object, place(at, std::string(300, '\''))).value = std::string(90, '"');
    CHECK(html(result_of({failed_case("c", large.failure)}), {}).size() < size_limit);
}

TEST_CASE("report files: a page loads nothing") {
    for (const std::string& page : {html(deadlocked(), sources), html(result_of({passed_case(title, 252)}), sources)}) {
        CHECK(page.find("Content-Security-Policy\" content=\"default-src 'none'") != std::string::npos);
        for (const char* word : {" src=", " href=", "url(h", "@import", "http:", "https:", "fetch("}) {
            CAPTURE(word);
            CHECK(page.find(word) == std::string::npos);
        }
        CHECK(page.size() < 60'000);
    }
}

TEST_CASE("report files: a page says in words what it shows in colour") {
    const std::string page = html(deadlocked(), sources);
    CHECK(page.find("threads wait for each other for ever") != std::string::npos);
    CHECK(page.find("34 of 1,234 interleavings explored") != std::string::npos);
    CHECK(page.find("thread 1 waits for mutex of account 2, which thread 2 holds") != std::string::npos);
    CHECK(page.find("<svg class=\"graph\"") != std::string::npos);
    CHECK(page.find("mutex of account 1 is held by thread 1.") != std::string::npos);
    CHECK(page.find("<span class=\"p\">#include</span>") != std::string::npos);
    CHECK(page.find("exercises/04-deadlock/deadlock.cpp") != std::string::npos);
    CHECK(page.find("the check") == std::string::npos);  // the interleaving does not go through it
    const std::string good = html(result_of({passed_case(title, 252)}), sources);
    CHECK(good.find("all 252 interleavings") != std::string::npos);
    CHECK(good.find("id=\"player\"") == std::string::npos);
}

TEST_CASE("report files: the diagnosis, where there is one") {
    Result result = deadlocked();
    result.diagnosis = lab::judge::Diagnosis{"opposite-order", "Locks <b>", "`a` before `b`", "02-lock", "Order <i>."};
    const std::string page = html(result, sources);
    CHECK(page.find("The mistake: Locks &lt;b&gt;") != std::string::npos);
    CHECK(page.find("<code>a</code> before <code>b</code>") != std::string::npos);
    CHECK(page.find("Order &lt;i&gt;. (See lesson 02-lock.)") != std::string::npos);
    Result no_lesson = result;
    no_lesson.lesson.clear();
    CHECK(html(no_lesson, sources).find("Order &lt;i&gt;. (The lab&#39;s lesson 02-lock is about it.)") !=
          std::string::npos);
    CHECK(markdown(result).find("**The mistake: Locks \\<b\\>.**") != std::string::npos);
    result.diagnosis.reset();
    CHECK(html(result, sources).find("The mistake") == std::string::npos);
}

TEST_CASE("report files: what may come of a data race") {
    auto raced = race();
    raced.consequence = lab::evidence::Consequence{"check-failed", "s1@g8:0.1.2", {}, 20};
    auto replayed = failed_case(title, failed_check(), 1, 1);
    replayed.failure->schedule = raced.consequence->schedule;
    const Result result =
        lab::judge::judge(lesson(), hand_in(), explored({failed_case(title, raced)}), nullptr, {explored({replayed})});
    const std::string page = html(result, sources);
    CHECK(between(page, "id=\"consequence\"", "</section>").find("writes balance = 1") != std::string::npos);
    CHECK(between(page, "<table class=\"cases\"", "</table>").find("What can come of it: ") != std::string::npos);
    CHECK(markdown(result).find("checker replay 04 s1@g8:0.1.2") != std::string::npos);
    const auto flows = nlohmann::json::parse(sarif(result, sources))["runs"][0]["results"][0]["codeFlows"];
    REQUIRE(flows.size() == 2);
    CHECK(flows[1]["message"]["text"].get<std::string>().starts_with("What can come of it: "));
    CHECK(flows[1]["threadFlows"].size() >= 1);
}

TEST_CASE("report files: in SARIF's messages braces are doubled and nothing is a link; source text stays as it is") {
    auto failure = deadlock();
    for (auto& object : failure.objects) object.shown = "locks[{0}](1)";
    for (auto& event : failure.trace) event.place.source = "f({a, b}); g[0](1);";
    Result result = result_of({failed_case("{case} [x](2)", failure)});
    const auto found = nlohmann::json::parse(sarif(result, sources))["runs"][0]["results"][0];
    CHECK(found["message"]["text"].get<std::string>().find("In \"{{case}} [x] (2)\": ") == 0);
    const auto step = found["codeFlows"][0]["threadFlows"][0]["locations"][0];
    CHECK(step["location"]["message"]["text"] == "1: thread 1 locks locks[{{0}}] (1)");
    CHECK(step["location"]["physicalLocation"]["region"]["snippet"]["text"] == "f({a, b}); g[0](1);");
}

TEST_CASE("report files: frames follow locks, waits and values") {
    const Result result = result_of({failed_case(title, race())});
    const auto rows = lab::report::pick_rows(result.cases[0]);
    const auto frames = lab::report::frames(result.cases[0], rows.rows);
    REQUIRE(frames.size() == rows.rows.size() + 1);
    CHECK(frames.front().threads[0].holds.empty());
    CHECK(frames.back().threads[1].holds == std::vector<std::string>{"door"});
    REQUIRE(frames.back().values.size() == 1);
    CHECK(frames.back().values[0] == std::pair<std::string, std::string>{"visits", "1"});
    CHECK(frames.back().threads[1].line == 22);
}

TEST_CASE("report files: a circle of waits is found where there is one, and only there") {
    using lab::report::circle_of;
    using lab::report::Wait;
    CHECK(circle_of({}).empty());
    CHECK(circle_of({{0, "", 1}, {1, "a", 2}}).empty());
    CHECK(circle_of({{1, "a", 1}}).size() == 1);
    const auto circle = circle_of({{0, "", 1}, {1, "a", 2}, {2, "b", 3}, {3, "c", 1}});
    REQUIRE(circle.size() == 3);
    CHECK(circle[0].thread == 1);
    CHECK(circle_of({{1, "a", -1}, {2, "b", -1}}).empty());
    const std::string waits = lab::report::wait_graph(result_of({failed_case(title, lost_wakeup())}).cases[0]);
    CHECK(waits.find("<title id=\"graph-title\">Who waits for what</title>") != std::string::npos);
    CHECK(between(waits, "graph-text\">", "</desc>") == "thread 1 waits for ready. ");
    CHECK(lab::report::wait_graph(result_of({passed_case(title, 3)}).cases[0]).empty());
}

TEST_CASE("report files: the tree of outcomes parts where the schedules do") {
    using lab::report::outcome_tree;
    CHECK(outcome_tree({{"a", "s1:0.1"}}).empty());
    CHECK(outcome_tree({{"a", "s1:0.1"}, {"b", "s1@g2f8:0.1"}}).empty());
    CHECK(outcome_tree({{"a", "s1:0.1"}, {"b", "s1:0;1"}}).empty());
    const std::string tree = outcome_tree({{"a<", "s1:0*2.1*2"}, {"b", "s1:1*4"}, {"c", "s1:0*2.2.1"}});
    CHECK(between(tree, "tree-text\">", "</desc>") == "a&lt;: main, 1. c: main, 2, 1. b: 1. ");
    CHECK(count(tree, "<rect class=\"r0\"") == 1);  // the common beginning of a and c, once
    CHECK(count(tree, "<line") == 2);
    CHECK(outcome_tree({{"a", "s1:0*999999999"}, {"b", "s1:1*999999999"}}).empty());
    CHECK(outcome_tree({{"a", "s1:0*20000"}, {"b", "s1:1*20000"}}).size() < 2000);
}

TEST_CASE("report files: lines as compilers write them") {
    const std::string text = lab::report::problems(deadlocked(), sources);
    CHECK(text.find("exercises/04-deadlock/deadlock.cpp:9:1: error: deadlock: Thread 1 waits for ") == 0);
    CHECK(text.find("\nexercises/04-deadlock/deadlock.cpp:8:1: note: thread 1 locks mutex of account 1\n") !=
          std::string::npos);
    CHECK(text.ends_with("\n04-deadlock: deadlock\n"));
    CHECK(lab::report::problems(result_of({passed_case(title, 252)}), sources) == "04-deadlock: passed\n");
    const std::string unbuilt = lab::report::problems(
        lab::judge::judge_unbuilt(lesson(), hand_in(), "x.cpp:1:9: error: no\x1b[31m\n"), sources);
    CHECK(unbuilt == "x.cpp:1:9: error: no\\x1b[31m\n04-deadlock: build-error\n");
    CHECK(count(lab::report::problems(hostile(), sources), "\x1b") == 0);
}

TEST_CASE("report files: source as HTML, line by line") {
    using lab::report::highlighted;
    CHECK(highlighted("int a = 0x1f;") ==
          std::vector<std::string>{"<span class=\"k\">int</span> a = <span class=\"n\">0x1f</span>;"});
    CHECK(highlighted("/* a\nb */ c") ==
          std::vector<std::string>{"<span class=\"c\">/* a</span>", "<span class=\"c\">b */</span> c"});
    CHECK(highlighted("R\"x(\n)\" )x\" d") == std::vector<std::string>{"<span class=\"s\">R&quot;x(</span>",
                                                                       "<span class=\"s\">)&quot; )x&quot;</span> d"});
    CHECK(highlighted("\t\"a\\\"<\" // <b>") ==
          std::vector<std::string>{
              "    <span class=\"s\">&quot;a\\&quot;&lt;&quot;</span> <span class=\"c\">// &lt;b&gt;</span>"});
    CHECK(highlighted("\"open\n'").size() == 2);
    CHECK(highlighted("").empty());
}

TEST_CASE("report files: the command writes the whole file or none, and says where") {
    const TemporaryFolder folder;
    const auto checker = [&](std::vector<std::string> words) {
        lab::run::ProcessRequest request;
        words.insert(words.begin(), LAB_CHECKER);
        request.argv = words;
        request.environment = {"LAB_COURSE=" LAB_COURSE_DIR, "LAB_CACHE=" + (folder.path / "cache").string()};
        request.directory = folder.path;
        return lab::run::supervise(request);
    };
    folder.write("bad.cpp", "int x = <script>;\n");
    const auto written = checker({"report", "4", "--file", "bad.cpp"});
    CHECK(written.exit_code == 0);
    CHECK(written.out.find("Written to report-04-deadlock.html\n") != std::string::npos);
    std::ifstream file(folder.path / "report-04-deadlock.html");
    const std::string page{std::istreambuf_iterator<char>(file), {}};
    CHECK(page.find("build-error") != std::string::npos);
    CHECK(page.find("<script>;") == std::string::npos);
    CHECK(checker({"report", "4", "--file", "bad.cpp", "--format", "markdown", "--output", "-"})
              .out.find("# build-error") == 0);
    CHECK(checker({"report", "4", "--file", "bad.cpp", "--output", "/proc/none/x"}).exit_code == 5);
    CHECK(checker({"report", "4", "--format", "pdf"}).exit_code == 2);
    CHECK(checker({"report"}).exit_code == 2);
    CHECK(checker({"report", "--help"}).out.find("Examples:") == 0);
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path)) files += entry.is_regular_file() ? 1 : 0;
    CHECK(files == 2);  // the hand-in and the page: nothing temporary
}
