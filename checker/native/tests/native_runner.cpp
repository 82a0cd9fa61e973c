// native_runner.cpp: runs cases.cpp and program.cpp, linked with the native back end, and looks at their frames.
#include <doctest/doctest.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace {

using nlohmann::json;

struct Frames {
    std::vector<json> all;
    int exit = 0;

    std::map<std::string, json> case_ends() const {
        std::map<std::string, json> ends;
        for (const json& frame : all) {
            if (frame.at("type") == "case_end") ends[frame.at("name")] = frame;
        }
        return ends;
    }
};

Frames run(const std::string& program, const std::string& config) {
    ::setenv("INTERLEAVE_CONFIG", config.c_str(), 1);
    ::unsetenv("INTERLEAVE_CHANNEL");
    std::FILE* pipe = ::popen((program + " 2>/dev/null").c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string text;
    for (int byte = std::fgetc(pipe); byte != EOF; byte = std::fgetc(pipe)) text += static_cast<char>(byte);
    Frames frames;
    frames.exit = WEXITSTATUS(::pclose(pipe));
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        REQUIRE(end != std::string::npos);
        frames.all.push_back(json::parse(text.substr(at, end - at)));
        at = end + 1;
    }
    return frames;
}

const std::string cases = NATIVE_CASES;
const std::string only_program = NATIVE_PROGRAM;

}  // namespace

TEST_CASE("each ending of a run has its kind") {
    const Frames frames = run(cases, R"({"stress_runs":4,"run_seconds":1.5,"program":true})");
    CHECK(frames.exit == 0);
    CHECK(frames.all.front().at("type") == "begin");
    CHECK(frames.all.front().at("backend") == "native");
    CHECK(frames.all.back().at("type") == "end");

    // A case that hangs ends the run; those that it left out are asked for again.
    auto ends = frames.case_ends();
    json last = frames.all.back();
    int hangs = 0;
    while (last.value("skipped", false)) {
        ++hangs;
        json left_out = json::array();
        for (const json& name : frames.all.front().at("cases"))
            if (!ends.contains(name)) left_out.push_back(name);
        if (left_out.empty()) break;
        const json config = {{"stress_runs", 4}, {"run_seconds", 1.5}, {"program", true}, {"cases", left_out}};
        const Frames next = run(cases, config.dump());
        CHECK(next.exit == 0);
        const auto more = next.case_ends();
        REQUIRE(!more.empty());
        ends.insert(more.begin(), more.end());
        last = next.all.back();
    }
    CHECK(hangs == 2);
    const std::map<std::string, std::string> failures = {
        {"check in a thread", "check-failed"},
        {"require in a thread", "check-failed"},
        {"throws", "exception"},
        {"throws in a thread", "exception"},
        {"joinable destroyed", "terminate"},
        {"segmentation fault", "signal"},
        {"aborts", "abort"},
        {"exits", "exit"},
        {"out of memory", "out-of-memory"},
        {"hangs", "hang"},
        {"spins", "hang"},
        {"leaves a thread", "leak"},
        {"floods", "output-limit"},
        {"plain, fails", "check-failed"},
    };
    for (const auto& [name, end] : ends) {
        CAPTURE(name);
        const json& failure = end.at("failure");
        if (const auto expected = failures.find(name); expected != failures.end()) {
            REQUIRE(!failure.is_null());
            CHECK(failure.at("kind") == expected->second);
            CHECK(end.at("failed") == end.at("interleavings"));
        } else {
            CHECK(failure.dump() == "null");
            CHECK(end.at("passed") == end.at("interleavings"));
        }
    }
    CHECK(ends.size() == 23);
}

TEST_CASE("a failure carries its details") {
    const auto ends =
        run(cases, R"({"stress_runs":1,"cases":["check in a thread","throws","exits","segmentation fault"]})")
            .case_ends();
    REQUIRE(ends.size() == 4);
    const json& check = ends.at("check in a thread").at("failure").at("check");
    CHECK(check.at("expression") == "1 + 1 == 3");
    CHECK(check.at("expansion") == "2 == 3");
    CHECK(check.at("macro") == "CHECK");
    CHECK(check.at("line") > 0);
    CHECK(ends.at("throws").at("failure").at("what") == "std::runtime_error: no money");
    CHECK(ends.at("exits").at("failure").at("exit") == 3);
    CHECK(ends.at("segmentation fault").at("failure").at("signal") == 11);
}

TEST_CASE("kinds, existential cases and outputs") {
    const auto ends =
        run(cases, R"({"stress_runs":3,"cases":["meets","never meets","plain","prints","program"],"program":true})")
            .case_ends();
    CHECK(ends.at("meets").at("kind") == "some");
    CHECK(ends.at("meets").at("reached") == true);
    CHECK(ends.at("never meets").at("reached") == false);
    CHECK(ends.at("plain").at("kind") == "plain");
    CHECK(ends.at("plain").at("interleavings") == 1);
    CHECK(ends.at("prints").at("outputs") == json::parse(R"([{"text":"one\ntwo","count":3,"exit":0,"schedule":""}])"));
    CHECK(ends.at("program").at("outputs").at(0).at("text") == "1 arguments\n");
}

TEST_CASE("a program without cases") {
    CHECK(run(only_program, "").case_ends().at("program").at("interleavings") == 50);
    const auto ends = run(only_program, R"({"mode":"program","stress_runs":2,"arguments":["destroy"]})").case_ends();
    CHECK(ends.at("program").at("outputs").at(0).at("text") == "2 arguments\ndestroyed\n");
    CHECK(ends.at("program").at("outputs").at(0).at("exit") == 1);
    const auto thrown = run(only_program, R"({"mode":"program","stress_runs":2,"arguments":["throw"]})").case_ends();
    CHECK(thrown.at("program").at("failure").at("what") == "std::runtime_error: from main");
}

TEST_CASE("list and a configuration that is wrong") {
    const Frames listing = run(cases, R"({"mode":"list"})");
    CHECK(listing.all.size() == 2);
    CHECK(listing.all.front().at("cases").size() == 22);
    CHECK(run(cases, R"({"mode":"dance"})").exit == 2);
}
