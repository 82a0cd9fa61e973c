// chosen_hand_in.hpp: which hand-in a command is about, and how it is to be examined.
#pragma once

#include <string>
#include <tl/expected.hpp>

#include "build/hand_in.hpp"
#include "cli/session.hpp"
#include "cli/workplace.hpp"
#include "pipeline/examine.hpp"

namespace lab::cli {

struct ChosenHandIn {
    build::HandIn hand_in;
    std::string shown;           // as the student calls it
    std::string replay_options;  // what says so on the command line
};

// By --file, --solution, or neither: the exercise.
tl::expected<ChosenHandIn, CommandError> choose(const course::Lesson& lesson, const Arguments& arguments);

// `status` is told what is being done; it must outlive the request.
pipeline::ExamineRequest request_for(const course::Lesson& lesson, ChosenHandIn chosen, const Workplace& workplace,
                                     const Session& session, StatusLine& status);

// Whether a test case that was asked for by --case is there, and what to say if not.
bool has_case(const judge::Result& result, const std::string& name);
CommandError no_such_case(const judge::Result& result, const std::string& name);

}  // namespace lab::cli
