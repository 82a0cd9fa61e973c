// judged.cpp: after the verdict.
#include "cli/judged.hpp"

#include "channel/region.hpp"
#include "cli/progress.hpp"
#include "cli/workplace.hpp"

namespace lab::cli {

std::string run_text(const judge::Result& result, const report::Style& style) {
    const char* unchanged = "\nNothing has changed since this was judged; it was not run again (--fresh does).\n";
    return result.diagnostics + report::text(result, style) + (result.from_cache ? unchanged : "");
}

void record(const std::filesystem::path& course, const judge::Result& result) {
    record_progress(progress_file(course), result.lesson,
                    {.verdict = std::string(judge::name(result.verdict)),
                     .sha256 = result.source_sha256,
                     .diagnosis = result.diagnosis ? result.diagnosis->id : ""});
}

void tidy_up(const Workplace& workplace) {
    workplace.cache.sweep();
    channel::sweep();
}

}  // namespace lab::cli
