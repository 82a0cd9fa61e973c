// config.cpp: INTERLEAVE_CONFIG, a JSON object, into RunnerConfig.
#include "config.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <nlohmann/json.hpp>

namespace interleave::runner {
namespace {

using nlohmann::json;

[[noreturn]] void reject(const std::string& field, const std::string& expected) {
    throw ConfigError("INTERLEAVE_CONFIG: \"" + field + "\" must be " + expected);
}

// The field's value, or nullptr if it is absent or null.
const json* find(const json& object, const char* field) {
    const auto found = object.find(field);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

void read(const json& object, const char* field, bool& value) {
    const json* given = find(object, field);
    if (given == nullptr) return;
    if (!given->is_boolean()) reject(field, "true or false");
    value = given->get<bool>();
}

template <class Integer>
void read(const json& object, const char* field, Integer& value, std::int64_t least) {
    const json* given = find(object, field);
    if (given == nullptr) return;
    const std::string expected = "a whole number, at least " + std::to_string(least);
    if (!given->is_number_integer()) reject(field, expected);
    if (given->is_number_unsigned()) {
        const auto number = given->get<std::uint64_t>();
        if (number > static_cast<std::uint64_t>(std::numeric_limits<Integer>::max())) reject(field, "smaller");
        if (number < static_cast<std::uint64_t>(std::max<std::int64_t>(least, 0))) reject(field, expected);
        value = static_cast<Integer>(number);
    } else if (const auto number = given->get<std::int64_t>(); number < least) {
        reject(field, expected);
    } else {
        value = static_cast<Integer>(number);
    }
}

std::string text(const json& object, const char* field, const std::string& otherwise) {
    const json* given = find(object, field);
    if (given == nullptr) return otherwise;
    if (!given->is_string()) reject(field, "a string");
    return given->get<std::string>();
}

std::vector<std::string> texts(const json& object, const char* field) {
    std::vector<std::string> result;
    const json* given = find(object, field);
    if (given == nullptr) return result;
    if (!given->is_array()) reject(field, "a list of strings");
    for (const json& item : *given) {
        if (!item.is_string()) reject(field, "a list of strings");
        result.push_back(item.get<std::string>());
    }
    return result;
}

Mode parse_mode(const std::string& name) {
    if (name == "check") return Mode::check;
    if (name == "replay") return Mode::replay;
    if (name == "program") return Mode::program;
    if (name == "list") return Mode::list;
    reject("mode", "check, replay, program or list");
}

}  // namespace

StrategyChoice parse_strategy(const std::string& name) {
    if (name == "default") return StrategyChoice::standard;
    if (name == "random") return StrategyChoice::random;
    if (name == "pct") return StrategyChoice::pct;
    if (name == "pos") return StrategyChoice::pos;
    if (name == "surw") return StrategyChoice::surw;
    if (name == "exhaustive") return StrategyChoice::exhaustive;
    if (name == "every") return StrategyChoice::every;
    reject("strategy", "default, random, pct, pos, surw, exhaustive or every");
}

bool RunnerConfig::wants(std::string_view case_name) const {
    return cases.empty() || std::find(cases.begin(), cases.end(), case_name) != cases.end();
}

RunnerConfig parse_config(std::string_view source) {
    RunnerConfig config;
    if (source.empty()) return config;

    const json object = json::parse(source, nullptr, /*allow_exceptions=*/false);
    if (!object.is_object()) throw ConfigError("INTERLEAVE_CONFIG is not a JSON object");

    config.mode_given = find(object, "mode") != nullptr;
    config.mode = parse_mode(text(object, "mode", "check"));
    config.cases = texts(object, "cases");
    read(object, "program", config.program);
    config.arguments = texts(object, "arguments");
    config.input = text(object, "stdin", "");
    read(object, "until_first", config.until_first);
    read(object, "exact_loops", config.exact_loops);
    read(object, "budget", config.budget, 1);
    if (find(object, "preemptions") != nullptr) {
        config.preemptions = 0;
        read(object, "preemptions", *config.preemptions, 0);
    }
    read(object, "spurious", config.spurious, 0);
    config.strategy = parse_strategy(text(object, "strategy", "default"));
    read(object, "seed", config.seed, 0);
    if (const json* replay = find(object, "replay")) {
        if (!replay->is_object()) reject("replay", "an object with \"case\" and \"schedule\"");
        config.replay = Replay{text(*replay, "case", ""), text(*replay, "schedule", "")};
        read(*replay, "stop", config.replay->stop);
    }
    if (config.mode == Mode::replay && (!config.replay || config.replay->schedule.empty()))
        reject("replay", "given with its schedule in mode replay");
    read(object, "stress_runs", config.stress_runs, 0);
    if (const json* seconds = find(object, "run_seconds")) {
        if (!seconds->is_number() || seconds->get<double>() <= 0) reject("run_seconds", "a number above 0");
        config.run_seconds = seconds->get<double>();
    }
    read(object, "max_steps", config.max_steps, 1);
    read(object, "race_detection", config.race_detection);
    read(object, "checkpoint_after", config.checkpoint_after, 0);
    return config;
}

RunnerConfig config_from_environment() {
    const char* value = std::getenv("INTERLEAVE_CONFIG");
    return parse_config(value == nullptr ? "" : value);
}

}  // namespace interleave::runner
