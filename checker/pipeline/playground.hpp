// playground.hpp: a hand-in that was built once, and is run up to any point of any interleaving, again and again.
#pragma once

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <tl/expected.hpp>

#include "judge/moment.hpp"
#include "judge/result.hpp"
#include "pipeline/examine.hpp"

namespace lab::pipeline {

// What a schedule leads to.
struct Whereabouts {
    judge::Moment moment;
    std::optional<judge::CaseResult> outcome;  // the interleaving is over, and this is the verdict on it
};

class Playground {
public:
    // Builds the program, mostly from the cache. It must be one that can be built: examine() says so.
    static tl::expected<Playground, Trouble> open(const ExamineRequest& request, const std::stop_token& stop);

    // Runs the case along the schedule and stops where that ends.
    tl::expected<Whereabouts, Trouble> at(const std::string& case_name, const std::string& schedule,
                                          const std::stop_token& stop);

    Playground(Playground&&) noexcept;
    Playground& operator=(Playground&&) noexcept;
    ~Playground();

private:
    struct State;
    explicit Playground(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace lab::pipeline
