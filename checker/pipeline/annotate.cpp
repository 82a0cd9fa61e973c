// annotate.cpp: hands evidence to the symbols room.
#include "pipeline/annotate.hpp"

namespace lab::pipeline {

void annotate(evidence::Evidence&, const std::filesystem::path&, const ExamineRequest&) {}

}  // namespace lab::pipeline
