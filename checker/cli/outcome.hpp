// outcome.hpp: the exit code that a result, or its absence, stands for.
#pragma once

#include "cli/exit_code.hpp"
#include "judge/verdict.hpp"
#include "pipeline/examine.hpp"

namespace lab::cli {

ExitCode code_of(const pipeline::Trouble& trouble);
ExitCode code_of(judge::Verdict verdict);

}  // namespace lab::cli
