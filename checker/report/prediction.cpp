// prediction.cpp: the sentences of a quiz.
#include "report/prediction.hpp"

#include "judge/words.hpp"
#include "report/listing.hpp"
#include "report/table.hpp"
#include "report/visible.hpp"
#include "report/wrap.hpp"

#include <algorithm>

namespace lab::report {
namespace {

std::string words_of(const std::string& candidate) {
    return candidate.empty() ? "(nothing: it never comes to its end)" : visible(candidate);
}

}  // namespace

std::string letter_of(std::size_t candidate) { return {static_cast<char>('A' + candidate)}; }

std::string question_text(const course::Lesson& lesson, const std::string& program, std::size_t columns) {
    std::string text = lesson.number + "  Predict\n\n";
    text += listing(program, columns) + "\n" + paragraph(visible(lesson.predict->question), 0, 80) + "\n";
    for (std::size_t at = 0; at < lesson.predict->candidates.size(); ++at)
        text += "  " + letter_of(at) + "  " + words_of(lesson.predict->candidates[at]) + "\n";
    return text;
}

std::string prediction_text(const judge::Prediction& prediction,
                            const std::map<std::size_t, judge::CaseResult>& witnesses, std::size_t columns) {
    std::string text;
    std::size_t longest = 0;
    for (const judge::Candidate& one : prediction.candidates) longest = std::max(longest, width(words_of(one.text)));
    for (std::size_t at = 0; at < prediction.candidates.size(); ++at) {
        const judge::Candidate& one = prediction.candidates[at];
        const std::string said = one.right() ? "right" : one.possible ? "missed" : "imagined";
        const std::string truth = one.possible ? "happens" : "never happens";
        text += "  " + letter_of(at) + "  " + padded(words_of(one.text), longest) + "  " + padded(said, 8) + "  " +
                truth + "\n";
        const auto witness = witnesses.find(at);
        if (witness == witnesses.end()) continue;
        text += "\n" + interleaving_table(witness->second, columns) + "\n";
    }
    const auto right = std::ranges::count_if(prediction.candidates, [](const auto& one) { return one.right(); });
    text += "\n" + (prediction.right()
                        ? std::string("All right.")
                        : judge::grouped(right) + " of " +
                              judge::grouped(static_cast<std::int64_t>(prediction.candidates.size())) + " right.");
    return text + " The program has " + judge::counted(prediction.coverage.interleavings, "interleaving") +
           ", and all were explored.\n";
}

}  // namespace lab::report
