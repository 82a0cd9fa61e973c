// evidence.cpp: tests of the reading of frames: what they say, and that nothing in them can hurt.
#include <doctest/doctest.h>

#include <random>

#include "evidence/collect.hpp"

using namespace lab::evidence;

namespace {

const std::string case_end =
    R"({"type":"case_end","name":"c","kind":"every","interleavings":12,"complete":false,"preemption_bound":2,"passed":10,)"
    R"("failed":2,"reached":null,"outputs":[{"text":"a\n","count":3,"exit":0,"schedule":"s1:0"}],"failure":{)"
    R"("kind":"deadlock","message":"stuck","schedule":"s1:0*2.1","signal":null,"check":{"expression":"a","line":9},)"
    R"("output":"","threads":[{"id":1,"name":"thread 1","state":"blocked","waits_for":1,"stack":["0x10","0x20"]}],)"
    R"("objects":[{"id":1,"kind":"mutex","address":"0xff","size":40,"name":"m","holder":1,"state":""}],)"
    R"("cycle":[1,1],"race":null,"trace":[{"index":0,"step":1,"thread":1,"op":"lock","object":1,"value":"5",)"
    R"("stack":["0x10"],"holds":[1],"blocks":true,"note":"n"}]}})";

}  // namespace

TEST_CASE("evidence: frames become values") {
    const Evidence evidence =
        parse_frames({R"({"type":"begin","backend":"explored","base":"0x1000","executable":"/x","cases":["c","d"]})",
                      R"({"type":"case_begin","name":"c","kind":"every","file":"check.cpp","line":3})", case_end,
                      R"({"type":"case_begin","name":"d","kind":"some"})"});
    CHECK(evidence.oddities.empty());
    CHECK(evidence.base == 0x1000);
    CHECK(evidence.announced == std::vector<std::string>{"c", "d"});
    CHECK_FALSE(evidence.ended);
    REQUIRE(evidence.open_case() != nullptr);
    CHECK(evidence.open_case()->name == "d");
    REQUIRE(evidence.find("c") != nullptr);
    const CaseSeen& item = *evidence.find("c");
    CHECK(item.interleavings == 12);
    CHECK(item.preemption_bound == 2);
    CHECK_FALSE(item.reached.has_value());
    CHECK(item.line == 3);
    CHECK(item.outputs[0].count == 3);
    REQUIRE(item.failure.has_value());
    CHECK(item.failure->schedule == "s1:0*2.1");
    CHECK(item.failure->threads[0].waits_for == 1);
    CHECK(item.failure->threads[0].stack == std::vector<std::uint64_t>{16, 32});
    CHECK(item.failure->object(1)->holder == 1);
    CHECK(item.failure->object(2) == nullptr);
    CHECK(item.failure->event(0)->value == "5");
    CHECK(item.failure->event(0)->blocks);
    CHECK(item.failure->check->line == 9);
    CHECK_FALSE(item.failure->race.has_value());
}

TEST_CASE("evidence: what cannot be understood is told and left out") {
    const Evidence evidence = parse_frames({"", "{", "[1]", R"({"type":"news"})", R"({"type":"end"})"});
    CHECK(evidence.oddities.size() == 4);
    CHECK(evidence.ended);
    CHECK(evidence.cases.empty());
    CHECK(parse_frames(std::vector<std::string>(1000, "x")).oddities.size() == 20);
}

TEST_CASE("evidence: frames that the back end would not have written in this order are noticed") {
    const std::string begin = R"({"type":"begin","backend":"explored","cases":["a","b"]})";
    const std::string a = R"({"type":"case_begin","name":"a"})";
    const std::string a_end = R"({"type":"case_end","name":"a"})";
    const std::string end = R"({"type":"end"})";
    CHECK_FALSE(parse_frames({begin, a, a_end, end}).tampered);
    CHECK_FALSE(parse_frames({begin, a}).tampered);
    CHECK(parse_frames({begin, a, a_end, end, end}).tampered);
    CHECK(parse_frames({begin, a, a_end, a_end, end}).tampered);
    CHECK(parse_frames({begin, a_end, a, a_end, end}).tampered);
    CHECK(parse_frames({begin, a, a_end, a, a_end, end}).tampered);
    CHECK(parse_frames({begin, begin}).tampered);
    CHECK(parse_frames({begin, a, end}).tampered);
    CHECK(parse_frames({begin, R"({"type":"case_begin","name":"c"})"}).tampered);
    CHECK(parse_frames({begin, "no JSON"}).tampered);
}

TEST_CASE("evidence: wrong types and huge numbers become nothing") {
    const Evidence evidence = parse_frames(
        {R"({"type":"case_end","name":5,"interleavings":"many","complete":1,"preemption_bound":99999999999999999999,"passed":-1,)"
         R"("outputs":{"a":1},"failure":{"kind":[],"threads":[1,null],"objects":[{"size":-5}],"cycle":["a",-1,1e300],"trace":[[]]}})"});
    REQUIRE(evidence.cases.size() == 1);
    CHECK(evidence.cases[0].interleavings == 0);
    CHECK_FALSE(evidence.cases[0].preemption_bound);
    CHECK(evidence.cases[0].failure->objects[0].size == 0);
    CHECK(evidence.cases[0].failure->cycle == std::vector<int>{-1, -1, -1});
}

TEST_CASE("evidence: no bytes make the reader fail") {
    std::mt19937 random(7);
    for (int round = 0; round < 3000; ++round) {
        std::string frame = case_end;
        const auto changes = random() % 6 + 1;
        for (std::size_t change = 0; change < changes; ++change)
            frame[random() % frame.size()] = static_cast<char>(random());
        const Evidence evidence = parse_frames({frame, frame.substr(0, random() % frame.size())});
        CHECK(evidence.cases.size() <= 2);
    }
    const std::string deep = R"({"type":"end","x":)" + std::string(200'000, '[') + "}";
    CHECK(parse_frames({deep}).oddities.size() == 1);
}

TEST_CASE("evidence: how the process ended") {
    lab::run::ProcessResult process;
    process.exit_code = 3;
    process.left_behind = 2;
    CHECK(ending_of(process).kind == Ending::Kind::exited);
    CHECK(ending_of(process).number == 3);
    CHECK(ending_of(process).left_behind == 2);
    process.exit_code.reset();
    process.signal = 11;
    CHECK(ending_of(process).kind == Ending::Kind::signalled);
    CHECK(ending_of(process).description.starts_with("SIGSEGV"));
    process.limit = lab::run::Limit::wall;
    CHECK(ending_of(process).kind == Ending::Kind::wall_limit);
    process.cancelled = true;
    CHECK(ending_of(process).kind == Ending::Kind::cancelled);
    process.start_error = "no such file";
    CHECK(ending_of(process).kind == Ending::Kind::not_started);
    lab::channel::Frames frames;
    frames.cut = frames.damaged = true;
    CHECK(collect(frames, process).oddities.size() == 2);
}
