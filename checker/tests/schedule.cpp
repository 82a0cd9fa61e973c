// schedule.cpp: schedules as text, and that the checker reads and writes what the engine writes and reads.
#include "schedule/schedule.hpp"  // the engine's

#include <random>

#include "evidence/schedule.hpp"

namespace {

using lab::evidence::Schedule;
using lab::evidence::schedule_of;
using lab::evidence::text_of;

// Whether both sides take the text for a schedule, and understand the same by it.
void both_agree(const std::string& text) {
    CAPTURE(text);
    const auto engine = interleave::parse_schedule(text);
    const auto checker = schedule_of(text);
    if (engine && engine->steps.size() > 20'000) {  // longer than any interleaving
        CHECK_FALSE(checker);
        return;
    }
    REQUIRE(engine.has_value() == checker.has_value());
    if (!engine) return;
    REQUIRE(engine->steps.size() == checker->size());
    for (std::size_t at = 0; at < checker->size(); ++at) {
        CHECK(interleave::thread_of_step(engine->steps[at]) == (*checker)[at].thread);
        CHECK(static_cast<int>(interleave::older_of_step(engine->steps[at])) == (*checker)[at].older);
        CHECK(interleave::is_before_creator(engine->steps[at]) == (*checker)[at].before_creator);
    }
    CHECK(interleave::to_string(*engine) ==
          text_of(*checker, checker->size(), lab::evidence::visible_memory(interleave::to_string(*engine))));
}

}  // namespace

TEST_CASE("a schedule and its text are two forms of one thing") {
    CHECK(text_of({}, 0) == "s1:");
    const Schedule schedule = {{1, 0}, {1, 0}, {2, 0}, {1, 2}, {10, 0}};
    CHECK(text_of(schedule, 5) == "s1:1*2.2.1_2.10");
    CHECK(text_of(schedule, 1) == "s1:1");
    CHECK(text_of(schedule, 99) == "s1:1*2.2.1_2.10");
    CHECK(schedule_of("s1:1*2.2.1_2.10") == schedule);
    CHECK(schedule_of("s1:") == Schedule{});
    const Schedule first = {{1, 0, true}, {1, 0, true}, {1, 0, false}};
    CHECK(schedule_of("s1@g5028,s0-40:1-*2.1") == first);
    CHECK(lab::evidence::visible_memory("s1@g5028,s0-40:1-*2.1") == "@g5028,s0-40");
    CHECK(lab::evidence::visible_memory("s1:1").empty());
    CHECK(text_of(first, 3, "@g5028,s0-40") == "s1@g5028,s0-40:1-*2.1");
    CHECK_FALSE(schedule_of("s1:1*99999"));
    CHECK(lab::evidence::changes_of_thread(schedule, 5) == 3);
    CHECK(lab::evidence::changes_of_thread(schedule, 2) == 0);
}

TEST_CASE("the checker reads schedules as the engine does") {
    for (const char* text : {"",
                             "s1",
                             "s1:",
                             "s2:0",
                             "s1:0",
                             "s1:0*3.1.2_1*4.2",
                             "s1:1-*2.1-.1.0",
                             "s1:1.",
                             "s1:.1",
                             "s1:1*0",
                             "s1:1*",
                             "s1:x",
                             "s1:1 2",
                             "s1:0;1",
                             "s1:-1",
                             "s1:511",
                             "s1:512",
                             "s1:1_63",
                             "s1:1_64",
                             "s1:1_0",
                             "s1:1-_2*3",
                             "s1:1_2-",
                             "s1:1*2-",
                             "s1@:0",
                             "s1@g:0",
                             "s1@g5028:",
                             "s1@g2f8,s1-40:0.1",
                             "s1@s-40:0",
                             "s1@s1:0",
                             "s1@h18,",
                             "s1@x1:0",
                             "s1@G1:0",
                             "s1@hFF:0",
                             "s1@g1,:0",
                             "s1@s99999-1:0",
                             "s1g1:0",
                             "s1:+1",
                             "s1: 1",
                             "s1:1\n",
                             "s1@g11111111111111111:0"})
        both_agree(text);
}

TEST_CASE("the checker and the engine agree on texts made by chance") {
    std::mt19937 chance(1);
    const std::string signs = "0123.*_-:@,gs1";
    int schedules = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string text = round % 2 == 0 ? "s1:" : "s1@g1f,s2-8:";
        for (auto length = chance() % 9; length > 0; --length) text += signs[chance() % signs.size()];
        both_agree(text);
        schedules += schedule_of(text) ? 1 : 0;
    }
    CHECK(schedules > 1000);
}
