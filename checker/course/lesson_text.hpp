// lesson_text.hpp: the text of a lesson.toml as values. Pure: reads no file, so paths are only names here.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "course/lesson.hpp"
#include "course/problem.hpp"

namespace lab::course {

inline constexpr std::int64_t lesson_format_version = 1;

struct ExampleText {
    Placed path;  // relative to the lesson's folder
    bool is_folder = false;
    std::string verdict;
    std::string about;
    std::string diagnosis;  // empty: not declared
};

struct PredictText {
    Placed program;
    std::string question;
    std::vector<std::string> candidates;
};

struct BreakText {
    Placed path;
    bool is_folder = false;
    std::string about;
};

struct LessonText {
    std::string title;
    std::string idea;
    std::vector<Placed> edit;
    bool has_program = false;
    std::vector<Placed> allowed;  // names of files with expected outputs
    std::uint64_t interleavings = 20000;
    std::uint32_t stress_runs = 50;
    std::string stub_verdict;
    std::vector<std::string> hints;
    std::vector<MistakeHints> hints_by_mistake;
    std::vector<ExampleText> wrong;
    std::vector<ExampleText> right;
    bool forbids_sleep = false;
    std::optional<PredictText> predict;
    std::optional<BreakText> to_break;
};

// The verdicts that a wrong hand-in may be declared to get.
const std::vector<std::string>& failing_verdicts();

// Reads the text of a lesson.toml; `file` is only what problems call it. On failure: every mistake found.
tl::expected<LessonText, std::vector<Problem>> parse_lesson(std::string_view text, const std::filesystem::path& file);

}  // namespace lab::course
