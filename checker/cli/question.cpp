// question.cpp: answers as letters, and what a question must fulfil.
#include "cli/question.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace lab::cli {

tl::expected<std::vector<std::size_t>, std::string> read_answer(const std::string& text, std::size_t candidates) {
    std::string letters;
    for (const char letter : text)
        letters += letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    std::vector<std::size_t> chosen;
    if (letters.find("NONE") != std::string::npos) return chosen;
    for (const char letter : letters) {
        if (letter == ',' || letter == ' ' || letter == '\t' || letter == '\r') continue;
        const int index = letter - 'A';
        if (index < 0 || static_cast<std::size_t>(index) >= candidates)
            return tl::unexpected(fmt::format("the answer must be letters from A to {}, such as A,C, or `none`",
                                              static_cast<char>('A' + candidates - 1)));
        if (std::ranges::find(chosen, static_cast<std::size_t>(index)) == chosen.end())
            chosen.push_back(static_cast<std::size_t>(index));
    }
    if (chosen.empty()) return tl::unexpected(std::string("the answer is empty; `none` says that nothing can happen"));
    return chosen;
}

pipeline::ExploreRequest question_request(const course::Predict& question, const Workplace& workplace, unsigned jobs) {
    pipeline::ExploreRequest request{.program = {.files = {question.program},
                                                 .more_flags = {},
                                                 .shown_from = question.program.parent_path(),
                                                 .toolchain = workplace.toolchain,
                                                 .installation = workplace.installation,
                                                 .cache = workplace.cache,
                                                 .compilers = jobs}};
    request.shown = question.program.filename().string();
    request.command = request.shown;
    return request;
}

std::vector<std::string> question_mistakes(const course::Lesson& lesson, const judge::Result& explored) {
    std::vector<std::string> mistakes;
    const judge::Prediction prediction = judge::predict(*lesson.predict, explored, {});
    if (!prediction.trouble.empty()) {
        mistakes.push_back(fmt::format("{}: the question cannot be graded: {}", lesson.id, prediction.trouble));
        return mistakes;
    }
    const auto possible = std::ranges::count_if(prediction.candidates, &judge::Candidate::possible);
    if (possible == 0) mistakes.push_back(fmt::format("{}: none of the candidates is possible; add one", lesson.id));
    if (possible == std::ssize(prediction.candidates))
        mistakes.push_back(fmt::format("{}: all candidates are possible; add one that is not", lesson.id));
    return mistakes;
}

}  // namespace lab::cli
