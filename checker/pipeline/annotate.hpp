// annotate.hpp: gives evidence the places and names that a student knows: lines of their files, names of variables.
#pragma once

#include <filesystem>

#include "evidence/evidence.hpp"
#include "pipeline/examine.hpp"
#include "symbols/annotate.hpp"

namespace lab::pipeline {

// The files that the hand-in's program is built from, as a reader knows them.
std::vector<symbols::SourceFile> sources_of(const ExamineRequest& request);

void annotate(evidence::Evidence& evidence, const std::filesystem::path& program, const ExamineRequest& request);

}  // namespace lab::pipeline
