// prediction.cpp: looks the candidates up in the explored outputs.
#include "judge/prediction.hpp"

#include <algorithm>

namespace lab::judge {
namespace {

// Blanks and line breaks at the end are no part of the question.
std::string trimmed(std::string text) {
    text.erase(text.find_last_not_of(" \n") + 1);
    return text;
}

}  // namespace

bool Prediction::right() const {
    return trouble.empty() && std::ranges::all_of(candidates, [](const Candidate& one) { return one.right(); });
}

Prediction predict(const course::Predict& question, const Result& explored, const std::vector<std::size_t>& chosen) {
    Prediction prediction;
    for (std::size_t index = 0; index < question.candidates.size(); ++index) {
        const bool is_chosen = std::ranges::find(chosen, index) != chosen.end();
        prediction.candidates.push_back({question.candidates[index], false, {}, is_chosen});
    }
    if (explored.cases.size() != 1 || explored.cases.front().outputs.empty()) {
        prediction.trouble = "its program was not explored: " + std::string(name(explored.verdict));
        return prediction;
    }
    const CaseResult& seen = explored.cases.front();
    prediction.coverage = seen.coverage;
    if (explored.verdict != Verdict::passed && explored.verdict != Verdict::nondeterministic)
        prediction.trouble = "its program fails in some interleaving: " + std::string(name(explored.verdict));
    else if (!seen.coverage.complete || seen.outputs_cut)
        prediction.trouble = "its program has more interleavings than can be explored";
    for (Candidate& candidate : prediction.candidates) {
        const auto output = std::ranges::find_if(
            seen.outputs, [&](const Output& one) { return trimmed(one.text) == trimmed(candidate.text); });
        if (output == seen.outputs.end()) continue;
        candidate.possible = true;
        candidate.schedule = output->schedule;
    }
    return prediction;
}

}  // namespace lab::judge
