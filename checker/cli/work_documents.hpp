// work_documents.hpp: the JSON documents of reset, solution, predict and break.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "cli/defeat.hpp"
#include "course/lesson.hpp"
#include "judge/prediction.hpp"
#include "report/source.hpp"

namespace lab::cli {

// checker/reset/v1: whether anything was put back; `backup` is the folder that keeps the work, null if there was none.
std::string reset_document(const course::Lesson& lesson, const std::string& folder, bool reset,
                           const std::string& backup);

// A file of the exercise and the same of the reference solution.
struct ComparedFile {
    std::string yours, reference;  // their paths
    std::string your_text, reference_text;
};

// checker/solution/v1: `shown` false: it has not passed yet, and no file is in it. A line of a file has a `mark`: " "
// in both, "-" in yours only, "+" in the reference only, and its numbers, null where it is not.
std::string solution_document(const course::Lesson& lesson, bool shown, const std::vector<ComparedFile>& files);

// checker/predict/v1: the question alone (`answered` false, and what only the exploration knows is null), or the graded
// answer; a candidate that is possible has its schedule, one that was missed also its interleaving, as in
// checker/result/v1.
std::string question_document(const course::Lesson& lesson, const std::string& program);
std::string prediction_document(const course::Lesson& lesson, const std::string& program,
                                const judge::Prediction& prediction,
                                const std::map<std::size_t, judge::CaseResult>& witnesses);

// checker/break/v1: the wrong fix (`defeat` null), or what came of a schedule: `outcome` is "defeated", "goes-on",
// "holds" or "misfit", and `case` the interleaving, as in checker/result/v1.
std::string break_document(const course::Lesson& lesson, const std::vector<report::Source>& sources,
                           const Defeat* defeat);

}  // namespace lab::cli
