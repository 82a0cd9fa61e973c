// case_judge.hpp: the verdict on one case.
#pragma once

#include "course/lesson.hpp"
#include "evidence/evidence.hpp"
#include "judge/result.hpp"

#include <optional>
#include <string>
#include <vector>

namespace lab::judge {

// The outputs of the program case that the lesson does not allow.
std::vector<const evidence::OutputSeen*> wrong_outputs(const course::Lesson& lesson, const evidence::CaseSeen& seen);

// The schedule of what may come of the case's data race; none if it has no race, or nothing is known to come of it.
std::optional<std::string> schedule_of_consequence(const course::Lesson& lesson, const evidence::CaseSeen& seen);

// What exploration says about a case. `replay` (may be null) supplies the trace of an interleaving that only the lesson
// finds wrong, or of what may come of a data race.
CaseResult judge_case(const course::Lesson& lesson, const evidence::Evidence& explored, const evidence::CaseSeen& seen,
                      const evidence::CaseSeen* replay);

// Whether the stress run found something wrong with a case.
bool fails_natively(const course::Lesson& lesson, const evidence::CaseSeen& seen);

// Changes the result of a case that passed exploration to what the stress run, with real threads, found wrong.
void add_native(const course::Lesson& lesson, const evidence::Evidence& native, const evidence::CaseSeen& seen,
                CaseResult& result);

}  // namespace lab::judge
