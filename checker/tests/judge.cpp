// judge.cpp: tests of the verdicts: which evidence gets which, in which order, and what is never claimed.
#include "judge/judge.hpp"

#include <doctest/doctest.h>

#include "judge/forbidden.hpp"
#include "judge/words.hpp"
#include "sample_evidence.hpp"

using namespace sample;
using lab::evidence::Ending;
using lab::judge::judge;
using lab::judge::Result;
using lab::judge::Verdict;

namespace {

Verdict verdict_of_failure(const Failure& failure, std::int64_t interleavings = 10, std::int64_t failed = 4) {
    return judge(lesson(), hand_in(), explored({failed_case("case", failure, interleavings, failed)}), nullptr).verdict;
}

Verdict verdict_of_kind(const std::string& kind) {
    return verdict_of_failure(Story(kind, "something happened").failure);
}

}  // namespace

TEST_CASE("judge: the verdict that each kind of failure stands for") {
    CHECK(verdict_of_kind("data-race") == Verdict::data_race);
    CHECK(verdict_of_kind("deadlock") == Verdict::deadlock);
    CHECK(verdict_of_kind("lost-wakeup") == Verdict::lost_wakeup);
    CHECK(verdict_of_kind("livelock") == Verdict::livelock);
    CHECK(verdict_of_kind("leak") == Verdict::leak);
    for (const char* kind :
         {"misuse", "exception", "terminate", "signal", "exit", "abort", "out-of-memory", "fork", "output-limit"})
        CHECK(verdict_of_kind(kind) == Verdict::crash);
    for (const char* kind : {"no-progress", "blocked-outside", "hang"})
        CHECK(verdict_of_kind(kind) == Verdict::timeout);
    for (const char* kind : {"step-limit", "too-many-threads", "unsupported", "what is this"})
        CHECK(verdict_of_kind(kind) == Verdict::inconclusive);
}

TEST_CASE("judge: a check that fails always is wrong, one that fails sometimes is nondeterministic") {
    CHECK(verdict_of_failure(failed_check(), 10, 10) == Verdict::wrong_output);
    CHECK(verdict_of_failure(failed_check(), 10, 9) == Verdict::nondeterministic);
}

TEST_CASE("judge: the cause comes before the consequence, whatever the order of the cases") {
    const auto verdict = [](const std::vector<Failure>& failures) {
        std::vector<CaseSeen> cases = {passed_case("fine", 3)};
        for (const Failure& failure : failures)
            cases.push_back(failed_case("case " + std::to_string(cases.size()), failure));
        return judge(lesson(), hand_in(), explored(cases), nullptr).verdict;
    };
    CHECK(verdict({failed_check(), deadlock(), race()}) == Verdict::data_race);
    CHECK(verdict({failed_check(), deadlock(), lost_wakeup()}) == Verdict::lost_wakeup);
    CHECK(verdict({failed_check(), deadlock()}) == Verdict::deadlock);
    CHECK(verdict({Story("step-limit", "").failure, failed_check()}) == Verdict::nondeterministic);
}

TEST_CASE("judge: outputs of the program") {
    const auto verdict = [](const std::vector<std::pair<std::string, int>>& outputs) {
        return judge(lesson(), hand_in(), explored({program_case(outputs)}), nullptr).verdict;
    };
    CHECK(verdict({{"total 200\n", 5}}) == Verdict::passed);
    CHECK(verdict({{"total 200\n", 5}, {"total 190\n", 1}}) == Verdict::nondeterministic);
    CHECK(verdict({{"total 190\n", 5}}) == Verdict::wrong_output);
    CHECK(verdict({{"total 190\n", 5}, {"total 180\n", 5}}) == Verdict::wrong_output);
    CHECK(verdict({{"total 200", 5}}) == Verdict::wrong_output);

    auto returns = program_case({{"total 200\n", 5}});
    returns.outputs[0].exit = 3;
    const Result result = judge(lesson(), hand_in(), explored({returns}), nullptr);
    CHECK(result.verdict == Verdict::wrong_output);
    CHECK(result.cases[0].message == "main() returns 3 and not 0 in all 5 interleavings.");

    auto any = lesson();
    any.allowed.clear();
    CHECK(judge(any, hand_in(), explored({program_case({{"x", 1}, {"y", 1}})}), nullptr).passed());
}

TEST_CASE("judge: a wrong output is replayed for its trace") {
    const auto evidence = explored({program_case({{"total 200\n", 5}, {"total 190\n", 1}})});
    const auto wanted = lab::judge::wanted_replays(lesson(), hand_in(), evidence);
    REQUIRE(wanted.size() == 1);
    CHECK(wanted[0].case_name == "program");
    CHECK(wanted[0].schedule == "s1:0.1*1");
    auto replayed = program_case({{"total 190\n", 1}});
    replayed.failure = failed_check();
    replayed.failure->kind = "none";
    const Result result = judge(lesson(), hand_in(), evidence, nullptr, {explored({replayed})});
    CHECK(result.verdict == Verdict::nondeterministic);
    CHECK(result.cases[0].trace.size() == 4);
    CHECK(lab::judge::wanted_replays(lesson(), hand_in(), explored({program_case({{"total 200\n", 5}})})).empty());
}

TEST_CASE("judge: what may come of a data race is replayed, and shown if something is wrong there") {
    auto raced = race();
    raced.consequence = lab::evidence::Consequence{"check-failed", "s1@g8:0.1.2", {}, 20};
    const auto first = failed_case("case", raced), second = failed_case("another", raced);
    const auto wanted = lab::judge::wanted_replays(lesson(), hand_in(), explored({first, second}));
    REQUIRE(wanted.size() == 2);  // of each case
    CHECK(wanted[0].case_name == "case");
    CHECK(wanted[1].case_name == "another");
    CHECK(wanted[0].schedule == "s1@g8:0.1.2");
    auto replayed = failed_case("case", failed_check(), 1, 1);
    replayed.failure->schedule = wanted[0].schedule;
    const Result result = judge(lesson(), hand_in(), explored({first, second}), nullptr, {explored({replayed})});
    CHECK(result.verdict == Verdict::data_race);
    REQUIRE(result.cases[0].consequence.has_value());
    CHECK(result.cases[0].consequence->verdict == Verdict::wrong_output);
    CHECK(result.cases[0].consequence->schedule == "s1@g8:0.1.2");
    CHECK(result.cases[0].consequence->trace.size() == 4);
    CHECK(result.cases[0].schedule == raced.schedule);
    CHECK_FALSE(result.cases[1].consequence.has_value());

    auto well = replayed;
    well.failure->kind = "none";
    well.failed = 0;
    well.passed = 1;
    CHECK_FALSE(judge(lesson(), hand_in(), explored({first}), nullptr, {explored({well})}).cases[0].consequence);
}

TEST_CASE("judge: what a racing program prints counts as a consequence only if it is wrong") {
    auto raced = race();
    raced.consequence = lab::evidence::Consequence{"none", "", program_case({{"total 200\n", 5}}).outputs, 20};
    auto seen = failed_case("program", raced);
    seen.kind = "program";
    CHECK(lab::judge::wanted_replays(lesson(), hand_in(), explored({seen})).empty());
    seen.failure->consequence->outputs = program_case({{"total 200\n", 5}, {"total 190\n", 1}}).outputs;
    REQUIRE(lab::judge::wanted_replays(lesson(), hand_in(), explored({seen})).size() == 1);
    auto replayed = program_case({{"total 190\n", 1}});
    replayed.failure = failed_check();
    replayed.failure->kind = "none";
    const Result result = judge(lesson(), hand_in(), explored({seen}), nullptr, {explored({replayed})});
    REQUIRE(result.cases[0].consequence.has_value());
    CHECK(result.cases[0].consequence->actual == "total 190\n");
    CHECK(result.cases[0].consequence->expected == "total 200\n");
}

TEST_CASE("judge: a required overlap that no interleaving shows") {
    auto some = passed_case("both are in", 20);
    some.kind = "some";
    some.reached = true;
    CHECK(judge(lesson(), hand_in(), explored({some}), nullptr).passed());
    some.reached = false;
    const Result complete = judge(lesson(), hand_in(), explored({some}), nullptr);
    CHECK(complete.verdict == Verdict::over_synchronised);
    CHECK(complete.cases[0].message == "In none of all 20 interleavings is this so: both are in.");
    REQUIRE(lab::judge::wanted_replays(lesson(), hand_in(), explored({some})).size() == 1);
    auto replayed = some;
    replayed.failure = failed_check();
    replayed.failure->kind = "none";
    CHECK(judge(lesson(), hand_in(), explored({some}), nullptr, {explored({replayed})}).cases[0].trace.size() == 4);
    some.complete = false;
    CHECK(judge(lesson(), hand_in(), explored({some}), nullptr).cases[0].message ==
          "In none of the 20 interleavings that were explored is this so: both are in.");
}

TEST_CASE("judge: nothing that was not explored is a pass") {
    CHECK(judge(lesson(), hand_in(), explored({}), nullptr).verdict == Verdict::inconclusive);
    CHECK(judge(lesson(), hand_in(), explored({passed_case("case", 0)}), nullptr).verdict == Verdict::inconclusive);
    auto failures_untold = passed_case("case", 10);
    failures_untold.failed = 1;
    CHECK(judge(lesson(), hand_in(), explored({failures_untold}), nullptr).verdict == Verdict::inconclusive);

    Evidence stopped = explored({passed_case("case", 5)});
    stopped.announced.push_back("never begun");
    stopped.ended = false;
    stopped.ending.kind = Ending::Kind::cancelled;
    const Result result = judge(lesson(), hand_in(), stopped, nullptr);
    CHECK(result.verdict == Verdict::inconclusive);
    CHECK(result.cases.size() == 2);
    CHECK(result.cases[1].message == "Not explored: the program had ended before.");
}

TEST_CASE("judge: a program that breaks off gets a verdict on the case under way") {
    auto open = passed_case("case", 5);
    open.finished = false;
    Evidence evidence = explored({open});
    evidence.ended = false;
    const auto verdict = [&evidence](Ending::Kind kind) {
        evidence.ending.kind = kind;
        return judge(lesson(), hand_in(), evidence, nullptr).verdict;
    };
    CHECK(verdict(Ending::Kind::signalled) == Verdict::crash);
    CHECK(verdict(Ending::Kind::exited) == Verdict::crash);
    CHECK(verdict(Ending::Kind::output_limit) == Verdict::crash);
    CHECK(verdict(Ending::Kind::wall_limit) == Verdict::timeout);
    CHECK(verdict(Ending::Kind::cpu_limit) == Verdict::timeout);
    CHECK(verdict(Ending::Kind::cancelled) == Verdict::inconclusive);
    evidence.cases.clear();
    CHECK(verdict(Ending::Kind::signalled) == Verdict::crash);
    CHECK(verdict(Ending::Kind::wall_limit) == Verdict::timeout);
    CHECK(verdict(Ending::Kind::not_started) == Verdict::inconclusive);
}

TEST_CASE("judge: the stress run counts only if exploration found nothing, and never makes a deadlock") {
    const Evidence fine = explored({passed_case("case", 5)});
    const auto native_verdict = [&fine](const CaseSeen& item) {
        const Evidence native = explored({item});
        return judge(lesson(), hand_in(), fine, &native).verdict;
    };
    CHECK(native_verdict(passed_case("case", 50)) == Verdict::passed);
    CHECK(native_verdict(failed_case("case", Story("hang", "").failure, 50, 1)) == Verdict::inconclusive);
    CHECK(native_verdict(failed_case("case", Story("deadlock", "").failure, 50, 1)) == Verdict::inconclusive);
    CHECK(native_verdict(failed_case("case", failed_check(), 50, 1)) == Verdict::nondeterministic);
    CHECK(native_verdict(failed_case("case", Story("signal", "").failure, 50, 1)) == Verdict::crash);

    const Evidence wrong = explored({failed_case("case", deadlock())});
    const Evidence native = explored({failed_case("case", Story("hang", "").failure, 50, 50)});
    CHECK_FALSE(lab::judge::wants_stress(lesson(), hand_in(), wrong));
    CHECK(lab::judge::wants_stress(lesson(), hand_in(), fine));
    const Result result = judge(lesson(), hand_in(), wrong, &native);
    CHECK(result.verdict == Verdict::deadlock);
    CHECK(result.stress.runs == 0);
}

TEST_CASE("judge: an untouched stub is unfinished, and tells what it does") {
    auto stub = hand_in();
    stub.untouched = true;
    const Result result = judge(lesson(), stub, explored({failed_case("case", deadlock())}), nullptr);
    CHECK(result.verdict == Verdict::unfinished);
    CHECK(result.beneath == Verdict::deadlock);
    REQUIRE(result.decisive() != nullptr);
    CHECK(result.decisive()->name == "case");
    CHECK(lab::judge::judge_unbuilt(lesson(), stub, "error").beneath == Verdict::build_error);
    CHECK(lab::judge::judge_unbuilt(lesson(), hand_in(), "error").verdict == Verdict::build_error);
}

TEST_CASE("judge: sleeping is seen in the code, not in comments, strings or names") {
    auto sleepy = hand_in();
    auto strict = lesson();
    strict.forbids_sleep = true;
    const auto verdict = [&](const std::string& text) {
        sleepy.files = {{"a.cpp", text}};
        return judge(strict, sleepy, explored({passed_case("case", 5)}), nullptr);
    };
    CHECK(verdict("int x;\nstd::this_thread::sleep_for(1s);").verdict == Verdict::forbidden);
    CHECK(verdict("int x;\nstd::this_thread::sleep_for(1s);").message.find("a.cpp:2") != std::string::npos);
    CHECK(verdict("usleep (3);").verdict == Verdict::forbidden);
    // One of its own beside it does not hide the library's.
    const std::string own = "struct Nap { void sleep_for(int) {} };\n";
    CHECK(verdict(own + "nap.sleep_for(1);").passed());
    CHECK(verdict(own + "using std::this_thread::sleep_for;\nsleep_for(1s);").verdict == Verdict::forbidden);
    CHECK(verdict(own + "using namespace std::this_thread;\nsleep_for(1s);").verdict == Verdict::forbidden);
    CHECK(verdict(own + "namespace t = std::this_thread;\nt::sleep_for(1s);").verdict == Verdict::forbidden);
    CHECK(verdict("// sleep_for(1s)").passed());
    CHECK(verdict("puts(\"sleep_for(1s)\");").passed());
    CHECK(verdict("int sleep_for_ever(int); sleep_for_ever(2); bed.sleep(3);").passed());
    // A function that is named so is no sleep; but calling the real one is.
    CHECK(verdict("bool sleep(Lock& l) const noexcept { return wait(l); }\nvoid f() { if (!sleep(l)) { g(); } }")
              .passed());
    CHECK(verdict("void Bed::sleep(int n) { wait(n); }\nvoid Bed::f() { sleep(3); }").passed());
    CHECK(verdict("auto sleep = [&](int n) { cv.wait(l); };\nsleep(3);").passed());
    CHECK(verdict("void sleep(int n) {}\nvoid f() { ::sleep(3); }").verdict == Verdict::forbidden);
    CHECK(verdict("extern \"C\" int sleep(unsigned);\nvoid f() { if (a) sleep(3); { g(); } }").verdict ==
          Verdict::forbidden);
    CHECK(verdict("void sleep(int n) { std::this_thread::sleep_for(n); }").verdict == Verdict::forbidden);
}

TEST_CASE("judge: messages name variables, locks and lines") {
    const auto message = [](const Failure& failure) {
        return judge(lesson(), hand_in(), explored({failed_case("case", failure)}), nullptr).cases[0].message;
    };
    CHECK(message(race()) ==
          "Thread 1 writes `visits` at deadlock.cpp:16, and thread 2 reads it at deadlock.cpp:22; nothing orders the "
          "two. "
          "Thread 2 holds `door`, but thread 1 holds no lock.");
    Failure bare = race();
    bare.trace[3].holds.clear();
    bare.trace[3].place = bare.trace[1].place;
    CHECK(message(bare) ==
          "Thread 1 writes and thread 2 reads `visits` in the same line, deadlock.cpp:16, and nothing orders the two. "
          "Neither of them holds a lock there.");
    CHECK(message(deadlock()) ==
          "Thread 1 waits for `mutex of account 2` at deadlock.cpp:9, which thread 2 holds since deadlock.cpp:8. "
          "Thread 2 waits for `mutex of account 1` at deadlock.cpp:9, which thread 1 holds since deadlock.cpp:8.");
    CHECK(
        message(lost_wakeup()) ==
        "Thread 1 waits on `ready` at deadlock.cpp:12, but thread 2 notified it earlier at deadlock.cpp:30, when this "
        "thread was not waiting yet; nobody notifies it again.");
    CHECK(message(failed_check()) ==
          "`balance == 2` (check.cpp:19) does not hold: it is `1 == 2` in 34 of the 1,234 interleavings that were "
          "explored.");
    Failure empty = failed_check();
    empty.check->expansion = " == ab";
    CHECK(message(empty).find("it is `\"\" == \"ab\"` in") != std::string::npos);
    empty.check->expansion = "ab != ";
    CHECK(message(empty).find("it is `\"ab\" != \"\"` in") != std::string::npos);
    empty.check->expansion = "a1 b1  == a1 b1 b2 ";  // not empty: both end with a blank
    CHECK(message(empty).find("it is `\"a1 b1 \" == \"a1 b1 b2 \"` in") != std::string::npos);
    empty.check->expansion = "a1 b1 == a1";
    CHECK(message(empty).find("it is `a1 b1 == a1` in") != std::string::npos);
}

TEST_CASE("judge: a thread that waits for its own lock, and one that waits for a join") {
    Failure self = deadlock();
    self.cycle = {1, 1};
    self.trace[5].object = 1;
    const auto judged = judge(lesson(), hand_in(), explored({failed_case("case", self)}), nullptr).cases[0];
    CHECK(judged.message ==
          "Thread 1 waits for `mutex of account 1` at deadlock.cpp:9, but holds it itself, since deadlock.cpp:8.");
    CHECK(judged.cycle == "thread 1 -> mutex of account 1 -> thread 1");
    Failure join = deadlock();
    join.cycle = {0, 0, 1, 1};
    CHECK(judge(lesson(), hand_in(), explored({failed_case("case", join)}), nullptr).cases[0].cycle ==
          "main -> thread 1 -> mutex of account 1 -> main");
}

TEST_CASE("judge: failures without a trace still get a sentence") {
    for (const char* kind :
         {"data-race", "deadlock", "lost-wakeup", "livelock", "leak", "signal", "exit", "no-progress", "unheard of"}) {
        Failure failure;
        failure.kind = kind;
        failure.message = "it went wrong";
        CHECK(judge(lesson(), hand_in(), explored({failed_case("case", failure)}), nullptr).cases[0].message ==
              "It went wrong.");
    }
    Failure strange = deadlock();  // ids that do not exist
    strange.cycle = {7, 99, 8, 98, 3};
    strange.race = lab::evidence::Race{55, 77, 88};
    CHECK_FALSE(judge(lesson(), hand_in(), explored({failed_case("case", strange)}), nullptr).cases[0].message.empty());
    strange.kind = "data-race";
    CHECK_FALSE(judge(lesson(), hand_in(), explored({failed_case("case", strange)}), nullptr).cases[0].message.empty());
}

TEST_CASE("judge: names and phrases of verdicts are one to one") {
    CHECK(lab::judge::all_verdicts().size() == 16);
    for (const Verdict verdict : lab::judge::all_verdicts()) {
        CHECK(lab::judge::verdict_named(lab::judge::name(verdict)) == verdict);
        CHECK_FALSE(lab::judge::phrase(verdict).empty());
    }
    CHECK_FALSE(lab::judge::verdict_named("proved"));
    CHECK(lab::judge::grouped(-1234567) == "-1,234,567");
    CHECK(lab::judge::grouped(999) == "999");
    CHECK(lab::judge::joined({"a", "b", "c"}) == "a, b and c");
}

TEST_CASE("judge: outputs are counted over random tries as well as over interleavings") {
    auto seen = program_case({{"total 200\n", 30}, {"total 190\n", 70}});
    seen.interleavings = 40;
    CHECK(judge(lesson(), hand_in(), explored({seen}), nullptr).cases[0].message ==
          "The program prints something else than expected in some interleavings.");
    seen = program_case({{"total 190\n", 70}});
    seen.interleavings = 40;
    const Result all_wrong = judge(lesson(), hand_in(), explored({seen}), nullptr);
    CHECK(all_wrong.cases[0].message == "The program prints something else than expected in all 40 interleavings.");
    CHECK(all_wrong.cases[0].failed == 40);
}

TEST_CASE("judge: processes left behind and output outside of main() are no pass") {
    Evidence run = explored({passed_case("case", 3)});
    CHECK(judge(lesson(), hand_in(), run, nullptr).verdict == Verdict::passed);
    run.ending.left_behind = 1;
    CHECK(judge(lesson(), hand_in(), run, nullptr).verdict == Verdict::leak);
    CHECK_FALSE(lab::judge::wants_stress(lesson(), hand_in(), run));
    run.ending.left_behind = 0;
    run.ending.output = "hello\n";
    const Result printed = judge(lesson(), hand_in(), run, nullptr);
    CHECK(printed.verdict == Verdict::wrong_output);
    CHECK(printed.message.find("\"hello\"") != std::string::npos);
    run.ending.output.clear();
    run.tampered = true;
    CHECK(judge(lesson(), hand_in(), run, nullptr).verdict == Verdict::forbidden);
}

TEST_CASE("judge: a stress run that breaks off decides nothing") {
    const Evidence run = explored({passed_case("case", 3)});
    Evidence native = run;
    native.backend = "native";
    CHECK(judge(lesson(), hand_in(), run, &native).verdict == Verdict::passed);
    native.ended = false;
    native.cases.clear();
    native.ending.kind = Ending::Kind::signalled;
    native.ending.description = "SIGKILL (killed from outside)";
    const Result result = judge(lesson(), hand_in(), run, &native);
    CHECK(result.verdict == Verdict::inconclusive);
    CHECK(result.message.find("SIGKILL") != std::string::npos);
}

TEST_CASE("judge: a hand-in that stands still before its first case is a time-out") {
    Evidence run = explored({});
    run.ended = false;
    run.ending.kind = Ending::Kind::stuck;
    CHECK(judge(lesson(), hand_in(), run, nullptr).verdict == Verdict::timeout);
}
