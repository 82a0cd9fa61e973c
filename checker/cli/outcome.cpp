// outcome.cpp: verdicts and troubles to exit codes.
#include "cli/outcome.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "evidence/schedule.hpp"

namespace lab::cli {

ExitCode code_of(const pipeline::Trouble& trouble) {
    return trouble.kind == pipeline::Trouble::Kind::bug ? bug : environment;
}

ExitCode code_of(judge::Verdict verdict) {
    switch (verdict) {
        case judge::Verdict::passed: return passed;
        case judge::Verdict::build_error: return does_not_build;
        case judge::Verdict::inconclusive: return inconclusive;
        default: return not_passed;
    }
}

std::optional<CommandError> no_schedule(const std::optional<std::string>& schedule) {
    if (!schedule || evidence::schedule_of(*schedule)) return std::nullopt;
    return CommandError{wrong_usage, fmt::format("`{}` is no schedule; one looks like s1:1*2.2", *schedule)};
}

std::optional<CommandError> misfit(const judge::Result& replayed, const std::string& advice) {
    const auto passed_astray = [](const judge::CaseResult& item) {
        return item.diverged &&
               (item.verdict == judge::Verdict::passed || item.verdict == judge::Verdict::over_synchronised);
    };
    if (std::ranges::none_of(replayed.cases, passed_astray)) return std::nullopt;
    return CommandError{wrong_usage,
                        "this schedule does not fit the program: it names a thread that cannot go on there. " + advice};
}

}  // namespace lab::cli
