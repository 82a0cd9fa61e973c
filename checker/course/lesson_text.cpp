// lesson_text.cpp: what each key of lesson.toml means.
#include "course/lesson_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "course/nearest.hpp"
#include "course/toml_table.hpp"

namespace lab::course {

namespace {

void read_verdict(TomlTable& table, std::string& verdict) {
    const auto text = table.optional_text("verdict");
    if (!text) {
        table.complain(table.position(), "`verdict` is missing", "add: verdict = \"data-race\", or what it must get");
        return;
    }
    const auto& known = failing_verdicts();
    verdict = text->text;
    if (std::find(known.begin(), known.end(), verdict) != known.end()) return;
    const auto meant = nearest(verdict, known);
    table.complain(
        text->at, fmt::format("`{}` is no verdict that a wrong hand-in can get", verdict),
        meant ? fmt::format("did you mean `{}`?", *meant) : fmt::format("they are: {}", fmt::join(known, ", ")));
}

std::vector<ExampleText> read_examples(TomlTable& top, std::string_view key, bool with_verdict) {
    std::vector<ExampleText> examples;
    for (TomlTable& table : top.tables(key)) {
        ExampleText example;
        const auto file = table.optional_text("file");
        const auto folder = table.optional_text("folder");
        if (file.has_value() == folder.has_value()) {
            table.complain(table.position(), file ? "both `file` and `folder` are given" : "`file` is missing",
                           fmt::format("name one hand-in: file = \"{0}/name.cpp\" or folder = \"{0}/name\"", key));
        } else {
            example.path = file ? *file : *folder;
            example.is_folder = folder.has_value();
        }
        if (with_verdict) {
            read_verdict(table, example.verdict);
            if (const auto diagnosis = table.optional_text("diagnosis")) example.diagnosis = diagnosis->text;
        } else {
            example.verdict = "passed";
        }
        example.about = table.required_text("about");
        table.finish();
        examples.push_back(std::move(example));
    }
    return examples;
}

void read_program(TomlTable& top, LessonText& lesson) {
    auto table = top.table("program", false);
    if (!table) return;
    lesson.has_program = true;
    const auto expected = table->optional_text("expected");
    lesson.allowed = table->texts("allowed", false);
    if (expected && !lesson.allowed.empty()) {
        table->complain(expected->at, "both `expected` and `allowed` are given",
                        "keep `expected` for one output, or `allowed` for a list of them");
    } else if (expected) {
        lesson.allowed = {*expected};
    }
    table->finish();
}

std::vector<std::string> read_three_hints(TomlTable& table) {
    std::vector<std::string> hints;
    for (Placed& hint : table.texts("text", true)) hints.push_back(std::move(hint.text));
    if (!hints.empty() && hints.size() != 3) {
        table.complain(table.position(), fmt::format("there are {} hints", hints.size()),
                       "write exactly three, the gentlest first");
    }
    return hints;
}

void read_hints(TomlTable& top, LessonText& lesson) {
    if (auto table = top.table("hints", true)) {
        lesson.hints = read_three_hints(*table);
        table->finish();
    }
    for (TomlTable& table : top.tables("hint")) {
        std::string diagnosis = table.required_text("diagnosis");
        lesson.hints_by_mistake.push_back({std::move(diagnosis), read_three_hints(table)});
        table.finish();
    }
}

std::optional<PredictText> read_predict(TomlTable& top) {
    constexpr std::size_t least = 3, most = 9;
    auto table = top.table("predict", false);
    if (!table) return std::nullopt;
    PredictText predict;
    if (auto program = table->optional_text("program"))
        predict.program = std::move(*program);
    else
        table->complain(table->position(), "`program` is missing", "add: program = \"predict/NAME.cpp\"");
    predict.question = table->required_text("question");
    std::vector<Placed> candidates = table->texts("candidates", true);
    if (!candidates.empty() && (candidates.size() < least || candidates.size() > most))
        table->complain(table->position(), fmt::format("there are {} candidates", candidates.size()),
                        fmt::format("give {} to {} outputs, possible and impossible ones", least, most));
    for (Placed& candidate : candidates) {
        if (std::find(predict.candidates.begin(), predict.candidates.end(), candidate.text) != predict.candidates.end())
            table->complain(candidate.at, fmt::format("the candidate \"{}\" is there twice", candidate.text),
                            "each output can be asked for once");
        predict.candidates.push_back(std::move(candidate.text));
    }
    table->finish();
    return predict;
}

std::optional<BreakText> read_break(TomlTable& top) {
    auto table = top.table("break", false);
    if (!table) return std::nullopt;
    BreakText result;
    auto file = table->optional_text("file");
    auto folder = table->optional_text("folder");
    if (file.has_value() == folder.has_value()) {
        table->complain(table->position(), file ? "both `file` and `folder` are given" : "`file` is missing",
                        "name one wrong fix: file = \"wrong/name.cpp\" or folder = \"wrong/name\"");
    } else {
        result.path = file ? *file : *folder;
        result.is_folder = folder.has_value();
    }
    result.about = table->required_text("about");
    table->finish();
    return result;
}

LessonText read_lesson(TomlTable& top) {
    LessonText lesson;
    lesson.title = top.required_text("title");
    lesson.idea = top.required_text("idea");
    if (auto exercise = top.table("exercise", true)) {
        lesson.edit = exercise->texts("edit", true);
        exercise->finish();
    }
    read_program(top, lesson);
    if (auto budget = top.table("budget", false)) {
        if (const auto number = budget->number("interleavings", 1, 1'000'000'000)) {
            lesson.interleavings = static_cast<std::uint64_t>(*number);
        }
        if (const auto number = budget->number("stress_runs", 0, 1'000'000)) {
            lesson.stress_runs = static_cast<std::uint32_t>(*number);
        }
        budget->finish();
    }
    if (auto stub = top.table("stub", true)) {
        read_verdict(*stub, lesson.stub_verdict);
        stub->finish();
    }
    read_hints(top, lesson);
    lesson.wrong = read_examples(top, "wrong", true);
    lesson.right = read_examples(top, "right", false);
    if (auto forbidden = top.table("forbidden", false)) {
        lesson.forbids_sleep = forbidden->flag("sleep", false);
        forbidden->finish();
    }
    lesson.predict = read_predict(top);
    lesson.to_break = read_break(top);
    top.finish();
    return lesson;
}

}  // namespace

const std::vector<std::string>& failing_verdicts() {
    static const std::vector<std::string> verdicts = {
        "build-error", "wrong-output",      "nondeterministic", "data-race", "deadlock", "lost-wakeup", "livelock",
        "starvation",  "over-synchronised", "forbidden",        "leak",      "crash",    "timeout",     "inconclusive"};
    return verdicts;
}

tl::expected<LessonText, std::vector<Problem>> parse_lesson(std::string_view text, const std::filesystem::path& file) {
    std::vector<Problem> problems;
    auto top = TomlTable::parse(text, file, problems);
    if (!top) return tl::unexpected(std::move(problems));

    const bool versioned = top->has("format_version");
    const auto version = top->number("format_version", 0, std::numeric_limits<std::int64_t>::max());
    if (!versioned) {
        top->complain({1, 1}, "`format_version` is missing",
                      fmt::format("add: format_version = {}", lesson_format_version));
    } else if (version && *version != lesson_format_version) {
        // The rest may mean something else in that version: no further complaints.
        top->complain(top->position_of("format_version"),
                      fmt::format("format_version is {}, and this checker reads {}", *version, lesson_format_version),
                      "update the checker, or write the lesson in its format");
        return tl::unexpected(std::move(problems));
    }
    LessonText lesson = read_lesson(*top);
    if (problems.empty()) return lesson;

    std::stable_sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
        return a.at.line != b.at.line ? a.at.line < b.at.line : a.at.column < b.at.column;
    });
    return tl::unexpected(std::move(problems));
}

}  // namespace lab::course
