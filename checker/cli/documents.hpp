// documents.hpp: the JSON documents of the commands other than run and replay.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/expectation.hpp"
#include "cli/finding.hpp"
#include "cli/lesson_state.hpp"
#include "demo/slides.hpp"
#include "judge/result.hpp"

namespace lab::cli {

std::string list_document(const std::vector<LessonState>& lessons);  // checker/list/v1
// checker/hint/v1; `number` counts from 1.
std::string hint_document(const course::Lesson& lesson, unsigned number,
                          const std::optional<judge::Diagnosis>& diagnosis);
std::string verify_document(const std::vector<Answer>& answers,
                            const std::vector<std::string>& mistakes);  // checker/verify/v1
// checker/report/v1: where a report was written.
std::string report_document(const judge::Result& result, const std::string& format, const std::string& file);
std::string demo_document(const course::Lesson& lesson, const std::vector<demo::Slide>& slides);  // checker/demo/v1
// checker/new/v1: the files of a new lesson.
std::string new_lesson_document(const std::string& lesson, const std::vector<std::string>& files);
std::string doctor_document(const std::vector<Finding>& findings);  // checker/doctor/v1

}  // namespace lab::cli
