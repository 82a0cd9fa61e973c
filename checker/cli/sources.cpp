// sources.cpp: reads the files.
#include "cli/sources.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace lab::cli {

namespace fs = std::filesystem;

std::vector<report::Source> sources_of(const course::Lesson& lesson, const build::HandIn& hand_in) {
    std::vector<report::Source> sources;
    const auto add = [&](const fs::path& file, bool by_student) {
        std::ifstream stream(file, std::ios::binary);
        if (!stream) return;
        std::ostringstream text;
        text << stream.rdbuf();
        for (const report::Source& source : sources)
            if (source.name == file.filename()) return;
        sources.push_back(
            {file.filename().string(), build::shown(hand_in.shown_from, file).string(), text.str(), by_student});
    };
    // What is compiled before what is only included.
    for (const bool compiled : {true, false})
        for (const fs::path& file : hand_in.files)
            if ((file.extension() == ".cpp") == compiled) {
                const auto& given = lesson.given;
                add(file, std::find(given.begin(), given.end(), file.filename().string()) == given.end());
            }
    add(lesson.folder / "check.cpp", false);
    add(lesson.folder / "main.cpp", false);
    for (const std::string& given : lesson.given) add(lesson.stub / given, false);
    return sources;
}

}  // namespace lab::cli
