// expectation.cpp: a lesson's own hand-ins as test cases.
#include "cli/expectation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "build/hand_in.hpp"
#include "build/sha256.hpp"
#include "cli/called.hpp"
#include "report/wrap.hpp"

namespace lab::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t least_wrong = 5;
constexpr std::size_t least_right = 2;

const char* name_of(HandInKind kind) {
    switch (kind) {
        case HandInKind::stub: return "stub";
        case HandInKind::solution: return "solution";
        case HandInKind::wrong: return "wrong";
        case HandInKind::right: return "right";
    }
    return "";
}

std::string plural(std::size_t count, const char* word) {
    return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

// What `checker new` has left for the author to write, in the order in which to write it.
std::vector<std::string> unwritten(const course::Lesson& lesson) {
    std::vector<std::string> places;
    std::vector<fs::path> files;
    for (const char* name : {"lesson.md", "check.cpp", "main.cpp", "lesson.toml"})
        files.push_back(lesson.folder / name);
    for (const std::string& name : lesson.edit) files.push_back(lesson.solution / name);
    const fs::path course = lesson.folder.parent_path().parent_path();
    for (const fs::path& file : files) {
        std::ifstream stream(file);
        std::string line;
        for (int number = 1; std::getline(stream, line); ++number)
            if (const std::size_t at = line.find("TODO"); at != std::string::npos)
                places.push_back(fmt::format("{}:{}:{}: still to be written (TODO)",
                                             build::shown(course, file).string(), number, at + 1));
    }
    return places;
}

}  // namespace

std::vector<Expectation> expectations(const course::Lesson& lesson) {
    std::vector<Expectation> all;
    all.push_back({lesson.id, HandInKind::stub, lesson.stub, lesson.stub_verdict});
    all.push_back({lesson.id, HandInKind::solution, lesson.solution, "passed"});
    for (const course::Example& example : lesson.wrong) {
        all.push_back({lesson.id, HandInKind::wrong, example.path, example.verdict, example.diagnosis});
    }
    for (const course::Example& example : lesson.right) {
        all.push_back({lesson.id, HandInKind::right, example.path, example.verdict});
    }
    return all;
}

Answer answer_to(const Expectation& expectation, const judge::Result& result) {
    Answer answer{expectation, std::string(judge::name(result.verdict)), result.message, false};
    if (const judge::CaseResult* decisive = result.decisive()) {
        answer.message = fmt::format("{}: {}", decisive->name, decisive->message);
    }
    answer.as_declared = answer.got == expectation.verdict;
    if (expectation.kind == HandInKind::stub) {
        const bool unfinished = result.verdict == judge::Verdict::unfinished;
        const std::string beneath(result.beneath ? judge::name(*result.beneath) : "nothing");
        answer.as_declared = unfinished && beneath == expectation.verdict;
        answer.got = unfinished ? beneath : answer.got;
    }
    const std::string diagnosis = result.diagnosis ? result.diagnosis->id : "none";
    if (!expectation.diagnosis.empty() && expectation.diagnosis != diagnosis) {
        answer.as_declared = false;
        answer.got += fmt::format(" ({})", diagnosis);
        if (result.diagnosis) answer.message += " " + result.diagnosis->sentence;
    }
    return answer;
}

bool replays_alike(const judge::Result& found, const judge::Result& replayed) {
    using judge::Verdict;
    const judge::CaseResult* before = found.decisive();
    const judge::CaseResult* after = replayed.decisive();
    if (before == nullptr || after == nullptr) return false;
    const auto of_one = [](Verdict verdict) {
        return verdict == Verdict::nondeterministic ? Verdict::wrong_output : verdict;
    };
    return before->name == after->name && before->schedule == after->schedule &&
           of_one(before->verdict) == of_one(after->verdict);
}

std::vector<std::string> structure_mistakes(const course::Lesson& lesson) {
    std::vector<std::string> mistakes = unwritten(lesson);
    const auto complain = [&](const std::string& what) { mistakes.push_back(fmt::format("{}: {}", lesson.id, what)); };
    if (lesson.wrong.size() < least_wrong) {
        complain(fmt::format("{} wrong hand-ins; write at least {}", lesson.wrong.size(), least_wrong));
    }
    if (lesson.right.size() < least_right) {
        complain(fmt::format("{} right hand-ins; write at least {}", lesson.right.size(), least_right));
    }
    if (lesson.hints.size() != 3) complain(fmt::format("{} hints; write three", lesson.hints.size()));
    for (const course::MistakeHints& hints : lesson.hints_by_mistake) {
        const auto has_it = [&](const course::Example& example) { return example.diagnosis == hints.diagnosis; };
        if (std::any_of(lesson.wrong.begin(), lesson.wrong.end(), has_it)) continue;
        complain(fmt::format("[[hint]] for `{}`, and no wrong hand-in has this diagnosis; add one, or mend the id",
                             hints.diagnosis));
    }
    if (!fs::exists(lesson.folder / "lesson.md")) complain("lesson.md is missing; write what the student reads first");
    if (!fs::exists(lesson.folder / "main.cpp")) complain("main.cpp is missing; write the program around the exercise");
    for (const auto* names : {&lesson.edit, &lesson.given}) {
        for (const std::string& name : *names) {
            if (build::sha256_of_file(lesson.stub / name) != build::sha256_of_file(lesson.exercise / name)) {
                complain(
                    fmt::format("exercises/{0}/{1} is not the same as lessons/{0}/stub/{1}; copy the one that is right",
                                lesson.id, name));
            }
        }
    }
    for (const std::string& name : lesson.edit) {
        if (!fs::exists(lesson.solution / name)) complain(fmt::format("solutions/{}/{} is missing", lesson.id, name));
    }
    const auto unlisted = [&](const char* folder, const std::vector<course::Example>& listed) {
        std::error_code error;
        for (const fs::directory_entry& entry : fs::directory_iterator(lesson.folder / folder, error)) {
            const auto same = [&](const course::Example& example) { return example.path == entry.path(); };
            if (std::any_of(listed.begin(), listed.end(), same)) continue;
            complain(fmt::format("{}/{} is not named in lesson.toml", folder, entry.path().filename().string()));
        }
    };
    unlisted("wrong", lesson.wrong);
    unlisted("right", lesson.right);
    return mistakes;
}

std::string verify_text(const std::vector<Answer>& answers, const std::vector<std::string>& mistakes,
                        const fs::path& course) {
    std::string text;
    std::size_t counts[4] = {0, 0, 0, 0};
    std::size_t differing = 0;
    for (const Answer& answer : answers) {
        ++counts[static_cast<std::size_t>(answer.expectation.kind)];
        if (answer.as_declared) continue;
        ++differing;
        const Expectation& expected = answer.expectation;
        text += fmt::format("{} {} {}\n", expected.lesson, name_of(expected.kind),
                            expected.path.lexically_relative(course).string());
        const std::string declared = expected.diagnosis.empty()
                                         ? expected.verdict
                                         : fmt::format("{} ({})", expected.verdict, expected.diagnosis);
        text += fmt::format("    declared {}, got {}\n", declared, answer.got);
        if (!answer.message.empty()) text += fmt::format("    {}\n", answer.message);
        text += fmt::format("    {} run {} --file {}\n", called(), expected.lesson.substr(0, expected.lesson.find('-')),
                            expected.path.lexically_relative(course).string());
    }
    for (const std::string& mistake : mistakes) text += mistake + '\n';
    if (!mistakes.empty()) text += fmt::format("\nNext: {}\n", mistakes.front());
    if (!text.empty()) text += '\n';

    // "All as declared" is said only of what is finished.
    std::string verdict = mistakes.empty() ? "all as declared" : "as declared so far";
    if (differing > 0) verdict = fmt::format("{} not as declared", differing);
    if (!mistakes.empty()) verdict += fmt::format(", {} in the lessons' files", plural(mistakes.size(), "mistake"));
    return text + report::paragraph(fmt::format("{}, {}, {} wrong, {} right: {}", plural(counts[0], "stub"),
                                                plural(counts[1], "solution"), counts[2], counts[3], verdict),
                                    0, 80);
}

}  // namespace lab::cli
