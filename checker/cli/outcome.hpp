// outcome.hpp: the exit code that a result, or its absence, stands for.
#pragma once

#include <optional>
#include <string>

#include "cli/exit_code.hpp"
#include "cli/session.hpp"
#include "judge/verdict.hpp"
#include "pipeline/examine.hpp"

namespace lab::cli {

ExitCode code_of(const pipeline::Trouble& trouble);
ExitCode code_of(judge::Verdict verdict);

// What to say if this is no schedule; none: it is one, or none was given.
std::optional<CommandError> no_schedule(const std::optional<std::string>& schedule);

// Why the replay of a schedule that could not be followed, and in which nothing failed, says nothing; `advice` is what
// may be the cause. None: it could be followed.
std::optional<CommandError> misfit(const judge::Result& replayed, const std::string& advice);

}  // namespace lab::cli
