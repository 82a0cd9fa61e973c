// defeat.hpp: whether a schedule makes a wrong fix fail.
#pragma once

#include <cstddef>
#include <optional>
#include <stop_token>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "judge/result.hpp"
#include "pipeline/examine.hpp"

namespace lab::cli {

struct Defeat {
    enum class Kind {
        defeated,  // the schedule leads to a failure
        goes_on,   // nothing has failed where it ends, and threads can go on
        holds,     // the interleaving comes to its end, and nothing goes wrong
        misfit,    // it cannot be followed
    };
    Kind kind = Kind::misfit;
    std::size_t steps = 0;  // that were taken
    std::string schedule;
    std::string who_could_go_on;               // goes_on: "main and thread 2"
    std::optional<judge::CaseResult> outcome;  // of an interleaving that is over
};

// Runs the case (none: the one in which exploration finds the failure) along the schedule.
tl::expected<Defeat, pipeline::Trouble> try_to_defeat(const pipeline::ExamineRequest& request,
                                                      const std::optional<std::string>& case_name,
                                                      const std::string& schedule, const std::stop_token& stop);

// What is wrong with a task whose wrong fix is this hand-in, a sentence each: exploration must find a schedule that
// defeats it, without its last step that must not do, and some interleaving must come to its end.
std::vector<std::string> break_mistakes(const pipeline::ExamineRequest& request, const std::stop_token& stop);

}  // namespace lab::cli
