// annotate.hpp: gives evidence the places and names that a student knows: lines of their files, names of variables.
#pragma once

#include <filesystem>

#include "evidence/evidence.hpp"
#include "pipeline/examine.hpp"

namespace lab::pipeline {

void annotate(evidence::Evidence& evidence, const std::filesystem::path& program, const ExamineRequest& request);

}  // namespace lab::pipeline
