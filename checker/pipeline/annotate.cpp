// annotate.cpp: tells the symbols room which files a program was built from, and whose they are.
#include "pipeline/annotate.hpp"

#include <algorithm>

namespace lab::pipeline {

namespace fs = std::filesystem;
using symbols::SourceFile;

std::vector<SourceFile> sources_of(const ExamineRequest& request) {
    std::vector<SourceFile> sources;
    const auto add = [&](const fs::path& file, SourceFile::Role role) {
        sources.push_back(symbols::load_source(file.string(), file.filename().string(), role));
    };
    const course::Lesson& lesson = request.lesson;
    for (const fs::path& file : request.hand_in.files) {
        const std::string name = file.filename().string();
        const bool given = std::find(lesson.given.begin(), lesson.given.end(), name) != lesson.given.end();
        add(file, given ? SourceFile::Role::given : SourceFile::Role::hand_in);
    }
    for (const auto* names : {&lesson.given, &lesson.edit}) {
        for (const std::string& name : *names) {
            const auto& own = request.hand_in.files;  // the stub itself may be what is judged
            if (std::find(own.begin(), own.end(), lesson.stub / name) == own.end())
                add(lesson.stub / name, SourceFile::Role::given);
        }
    }
    for (const char* name : {"check.cpp", "main.cpp"}) {
        if (fs::exists(lesson.folder / name)) add(lesson.folder / name, SourceFile::Role::check);
    }
    return sources;
}

void annotate(evidence::Evidence& evidence, const fs::path& program, const ExamineRequest& request) {
    symbols::annotate(evidence, program.string(), sources_of(request));
}

}  // namespace lab::pipeline
