// runner_config.cpp: a task as JSON.
#include <nlohmann/json.hpp>

#include "pipeline/runner.hpp"

namespace lab::pipeline {

std::string write_config(const RunnerTask& task) {
    nlohmann::ordered_json config;
    config["mode"] = task.case_name ? "replay" : task.only_main ? "program" : "check";
    config["program"] = task.run_main || task.only_main;
    config["budget"] = task.interleavings;
    config["stress_runs"] = task.stress_runs;
    config["seed"] = task.seed;
    if (task.case_name) config["replay"] = {{"case", *task.case_name}, {"schedule", task.schedule}};
    if (task.case_name && task.stop_there) config["replay"]["stop"] = true;
    if (!task.arguments.empty()) config["arguments"] = task.arguments;
    if (!task.input.empty()) {
        config["stdin"] = task.input;
        config["stdin_sha256"] = task.input_sha256;
    }
    if (!task.strategy.empty()) config["strategy"] = task.strategy;
    if (task.preemptions) config["preemptions"] = *task.preemptions;
    if (task.spurious) config["spurious"] = *task.spurious;
    if (task.until_first) config["until_first"] = true;
    if (!task.exact_loops) config["exact_loops"] = false;
    // A file name that is no UTF-8 must not stop the checker.
    return config.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace lab::pipeline
