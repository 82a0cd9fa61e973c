// conduct.hpp: what a whole run did outside of its test cases. Pure.
#pragma once

#include "course/lesson.hpp"
#include "evidence/evidence.hpp"
#include "judge/verdict.hpp"

#include <optional>
#include <string>

namespace lab::judge {

struct Conduct {
    Verdict verdict = Verdict::passed;
    std::string message;  // a sentence or two
};

// Why the run as a whole, and not one of its cases, is not as it should be: it left processes behind, printed outside
// of main(), wrote into the checker's results. None if all is well, or if it came to no orderly end, which is judged
// elsewhere.
std::optional<Conduct> judge_conduct(const course::Lesson& lesson, const evidence::Evidence& run);

}  // namespace lab::judge
