// config_and_frames.cpp: the runner's configuration and its frames, which both back ends share.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "../../engine/runner/config.hpp"
#include "../../engine/runner/frames.hpp"

using namespace interleave::runner;

TEST_CASE("the empty configuration has the contract's defaults") {
    for (const char* text : {"", "{}"}) {
        const RunnerConfig config = parse_config(text);
        CHECK(config.mode == Mode::check);
        CHECK(!config.mode_given);
        CHECK(config.budget == 20'000);
        CHECK(!config.preemptions);
        CHECK(config.strategy == StrategyChoice::standard);
        CHECK(config.seed == 1);
        CHECK(config.stress_runs == 50);
        CHECK(config.max_steps == 20'000);
        CHECK(config.race_detection);
        CHECK(config.wants("any"));
    }
}

TEST_CASE("fields are read") {
    const RunnerConfig config = parse_config(
        R"({"mode":"replay","replay":{"case":"c","schedule":"s1:0.1"},"cases":["a"],"preemptions":2,"arguments":["x"],
            "seed":18446744073709551615,"strategy":"pct","program":true,"race_detection":false,"new field":1})");
    CHECK(config.mode == Mode::replay);
    CHECK(config.replay->case_name == "c");
    CHECK(config.replay->schedule == "s1:0.1");
    CHECK(config.preemptions == 2);
    CHECK(config.seed == 18446744073709551615U);
    CHECK(config.strategy == StrategyChoice::pct);
    CHECK(config.program);
    CHECK(!config.race_detection);
    CHECK(config.wants("a"));
    CHECK(!config.wants("b"));
}

TEST_CASE("what is wrong is refused by name") {
    for (const char* text : {"x", "[]", R"({"mode":"dance"})", R"({"mode":"replay"})", R"({"budget":0})",
                             R"({"budget":"many"})", R"({"stress_runs":-1})", R"({"max_steps":99999999999999999999})",
                             R"({"cases":"a"})", R"({"cases":[1]})", R"({"strategy":"luck"})", R"({"seed":-1})",
                             R"({"run_seconds":0})", R"({"program":1})", R"({"preemptions":1.5})"}) {
        CAPTURE(text);
        CHECK_THROWS_AS(parse_config(text), ConfigError);
    }
    CHECK_THROWS_WITH(parse_config(R"({"budget":0})"),
                      R"(INTERLEAVE_CONFIG: "budget" must be a whole number, at least 1)");
}

TEST_CASE("frames are one line of JSON, whatever bytes they carry") {
    CaseEnd end;
    end.name = "bytes \xff\n";
    end.failure.emplace();
    end.failure->trace.emplace_back();
    end.failure->trace.back().stack = {0x1234};
    const std::string text = to_json(end);
    CHECK(text.find('\n') == std::string::npos);
    const auto json = nlohmann::json::parse(text);
    CHECK(json.at("type") == "case_end");
    CHECK(json.at("name") == "bytes \xef\xbf\xbd\n");
    CHECK(json.at("reached").is_null());
    CHECK(json.at("failure").at("trace").at(0).at("stack").at(0) == "0x1234");
    CHECK(json.at("failure").at("check").is_null());
}
