// lesson_folder.cpp: a lesson's folder as a Lesson: its text, and the files that the text speaks of.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "course/course.hpp"
#include "course/lesson_text.hpp"

namespace lab::course {

namespace fs = std::filesystem;

namespace {

std::optional<std::string> read_text(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream || fs::is_directory(file)) return std::nullopt;
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

// Looks at the files of one lesson, and notes those that are not there.
class LessonFolder {
public:
    LessonFolder(const fs::path& root, const LessonName& name) : root_(root) {
        lesson_.id = name.id;
        lesson_.number = name.number;
        lesson_.name = name.name;
        lesson_.folder = root / "lessons" / name.id;
        lesson_.stub = lesson_.folder / "stub";
        lesson_.exercise = root / "exercises" / name.id;
        lesson_.solution = root / "solutions" / name.id;
    }

    tl::expected<Lesson, std::vector<Problem>> load() {
        const fs::path file = lesson_.folder / "lesson.toml";
        relative_ = file.lexically_relative(root_);
        const auto text = read_text(file);
        if (!text) {
            complain({}, "cannot be read", "every lesson folder needs one; see CONTRIBUTING.md");
            return tl::unexpected(std::move(problems_));
        }
        auto parsed = parse_lesson(*text, relative_);
        if (!parsed) return tl::unexpected(std::move(parsed.error()));
        take(*parsed);
        if (!problems_.empty()) return tl::unexpected(std::move(problems_));
        return std::move(lesson_);
    }

private:
    void complain(Position at, std::string what, std::string remedy) {
        problems_.push_back({relative_, at, std::move(what), std::move(remedy)});
    }

    void take(LessonText& text) {
        lesson_.title = std::move(text.title);
        lesson_.idea = std::move(text.idea);
        lesson_.interleavings = text.interleavings;
        lesson_.stress_runs = text.stress_runs;
        lesson_.stub_verdict = std::move(text.stub_verdict);
        lesson_.hints = std::move(text.hints);
        lesson_.hints_by_mistake = std::move(text.hints_by_mistake);
        lesson_.forbids_sleep = text.forbids_sleep;
        take_predict(text);
        take_break(text);
        take_stub(text);
        take_program(text);
        lesson_.wrong = take_examples(text.wrong);
        lesson_.right = take_examples(text.right);
        if (!fs::is_regular_file(lesson_.folder / "check.cpp")) {
            complain({}, "check.cpp is missing beside it", "write the lesson's checks there");
        }
    }

    void take_stub(const LessonText& text) {
        for (const Placed& edit : text.edit) {
            lesson_.edit.push_back(edit.text);
            if (fs::is_regular_file(lesson_.stub / edit.text)) continue;
            complain(edit.at, fmt::format("stub/{} does not exist", edit.text),
                     "add the file that the student starts from, or mend the name");
        }
        std::error_code error;
        for (const fs::directory_entry& entry : fs::directory_iterator(lesson_.stub, error)) {
            std::string name = entry.path().filename().string();
            if (std::find(lesson_.edit.begin(), lesson_.edit.end(), name) == lesson_.edit.end()) {
                lesson_.given.push_back(std::move(name));
            }
        }
        std::sort(lesson_.given.begin(), lesson_.given.end());
    }

    void take_program(const LessonText& text) {
        lesson_.has_program = text.has_program;
        if (text.has_program && !fs::is_regular_file(lesson_.folder / "main.cpp")) {
            complain({}, "[program] is given, but main.cpp is missing beside it", "write it, or drop [program]");
        }
        for (const Placed& name : text.allowed) {
            if (auto output = read_text(lesson_.folder / name.text)) {
                lesson_.allowed.push_back(std::move(*output));
            } else {
                complain(name.at, fmt::format("{} cannot be read", name.text),
                         "write the program's expected output there, or mend the name");
            }
        }
    }

    void take_predict(LessonText& text) {
        if (!text.predict) return;
        PredictText& predict = *text.predict;
        fs::path program = (lesson_.folder / predict.program.text).lexically_normal();
        if (!fs::is_regular_file(program))
            complain(predict.program.at, fmt::format("the file {} does not exist", predict.program.text),
                     "write the program that the question is about, or mend the name");
        lesson_.predict = {std::move(program), std::move(predict.question), std::move(predict.candidates)};
    }

    void take_break(const LessonText& text) {
        if (!text.to_break) return;
        const ExampleText hand_in{text.to_break->path, text.to_break->is_folder, "", "", ""};
        lesson_.to_break = {take_examples({hand_in}).front().path, text.to_break->about};
    }

    std::vector<Example> take_examples(const std::vector<ExampleText>& texts) {
        std::vector<Example> examples;
        for (const ExampleText& text : texts) {
            fs::path path = (lesson_.folder / text.path.text).lexically_normal();
            if (!path.has_filename()) path = path.parent_path();
            const bool there = text.is_folder ? fs::is_directory(path) : fs::is_regular_file(path);
            if (!there) {
                complain(text.path.at,
                         fmt::format("the {} {} does not exist", text.is_folder ? "folder" : "file", text.path.text),
                         "add it, or mend the name");
            }
            examples.push_back({std::move(path), text.verdict, text.about, text.diagnosis});
        }
        return examples;
    }

    fs::path root_;
    fs::path relative_;
    Lesson lesson_;
    std::vector<Problem> problems_;
};

}  // namespace

tl::expected<Lesson, std::vector<Problem>> load_lesson(const fs::path& root, const LessonName& name) {
    return LessonFolder(root, name).load();
}

}  // namespace lab::course
