// judged.hpp: what follows a verdict: it is shown, and the student's progress is kept.
#pragma once

#include <filesystem>
#include <string>

#include "cli/workplace.hpp"
#include "judge/result.hpp"
#include "report/text.hpp"

namespace lab::cli {

// The compiler's words as they came, then the report, and whether it is an old one.
std::string run_text(const judge::Result& result, const report::Style& style);

// Keeps the verdict on the student's own exercise.
void record(const std::filesystem::path& course, const judge::Result& result);

// Removes what is old from the cache, and shared memory of checkers that were killed.
void tidy_up(const Workplace& workplace);

}  // namespace lab::cli
