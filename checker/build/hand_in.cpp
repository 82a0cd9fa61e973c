// hand_in.cpp: collects the files of a hand-in.
#include "build/hand_in.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "build/sha256.hpp"

namespace lab::build {

namespace fs = std::filesystem;
using course::Lesson;

namespace {

constexpr std::size_t most_files = 200;

bool is_source(const fs::path& file) {
    const std::string extension = file.extension().string();
    return extension == ".cpp" || extension == ".cc" || extension == ".cxx";
}

bool is_header(const fs::path& file) {
    const std::string extension = file.extension().string();
    return extension == ".hpp" || extension == ".h" || extension == ".hh" || extension == ".ipp" || extension == ".inc";
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

tl::expected<std::vector<fs::path>, std::string> list_files(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        const fs::path& file = entry.path();
        if (entry.is_regular_file(error) && is_hand_in_file(file)) files.push_back(file);
        if (files.size() > most_files) {
            return tl::unexpected(
                fmt::format("{} has more than {} source files: is it the right folder?", folder.string(), most_files));
        }
    }
    if (error) return tl::unexpected(fmt::format("{} cannot be read: {}", folder.string(), error.message()));
    std::sort(files.begin(), files.end());
    return files;
}

std::string hash_of(const std::vector<fs::path>& files) {
    if (files.size() == 1) return sha256_of_file(files.front());
    Sha256 hash;
    for (const fs::path& file : files) {
        hash.add_field(file.filename().string());
        hash.add_field(sha256_of_file(file));
    }
    return hash.hex();
}

// Every file to edit is there, and as in the stub; there is no further source file.
bool is_untouched(const Lesson& lesson, const fs::path& folder, const std::vector<fs::path>& files) {
    for (const std::string& name : lesson.edit) {
        const std::string hash = sha256_of_file(folder / name);
        if (hash.empty() || hash != sha256_of_file(lesson.stub / name)) return false;
    }
    return std::all_of(files.begin(), files.end(), [&](const fs::path& file) {
        const std::string name = file.filename().string();
        return contains(lesson.edit, name) || contains(lesson.given, name);
    });
}

HandIn new_hand_in(const Lesson& lesson) {
    HandIn hand_in;
    hand_in.shown_from = lesson.folder.parent_path().parent_path();
    return hand_in;
}

// Adds the source files of the stub that the student is given and the hand-in does not replace.
void add_given_sources(const Lesson& lesson, HandIn& hand_in) {
    for (const std::string& name : lesson.given) {
        const bool replaced = std::any_of(hand_in.sources.begin(), hand_in.sources.end(),
                                          [&](const fs::path& source) { return source.filename() == name; });
        if (is_source(name) && !replaced) hand_in.sources.push_back(lesson.stub / name);
    }
}

tl::expected<HandIn, std::string> folder_hand_in(const Lesson& lesson, const fs::path& folder) {
    auto files = list_files(folder);
    if (!files) return tl::unexpected(std::move(files.error()));
    if (files->empty()) {
        return tl::unexpected(
            fmt::format("{0} holds no C++ file: {1} should be there. `cp {2}/* {0}` brings the stub back",
                        folder.string(), fmt::join(lesson.edit, ", "), lesson.stub.string()));
    }
    HandIn hand_in = new_hand_in(lesson);
    std::copy_if(files->begin(), files->end(), std::back_inserter(hand_in.sources), is_source);
    add_given_sources(lesson, hand_in);
    hand_in.headers_from = {folder, lesson.stub};
    hand_in.sha256 = hash_of(*files);
    hand_in.untouched = is_untouched(lesson, folder, *files);
    hand_in.files = std::move(*files);
    return hand_in;
}

tl::expected<HandIn, std::string> file_hand_in(const Lesson& lesson, const fs::path& file) {
    HandIn hand_in = new_hand_in(lesson);
    hand_in.files = {file};
    if (is_source(file)) {
        hand_in.sources = {file};
    } else {
        const auto header =
            std::find_if(lesson.edit.begin(), lesson.edit.end(), [](const auto& e) { return is_header(e); });
        if (!is_header(file) || header == lesson.edit.end()) {
            return tl::unexpected(fmt::format("{} is no C++ source file (.cpp)", file.string()));
        }
        hand_in.stands_for = *header;
    }
    add_given_sources(lesson, hand_in);
    hand_in.headers_from = {lesson.stub};
    hand_in.sha256 = hash_of(hand_in.files);
    hand_in.untouched = lesson.edit.size() == 1 && hand_in.sha256 == sha256_of_file(lesson.stub / lesson.edit.front());
    return hand_in;
}

}  // namespace

tl::expected<HandIn, std::string> exercise_hand_in(const Lesson& lesson, const std::string& called) {
    const auto missing = [&](const fs::path& path) {
        const fs::path course = lesson.folder.parent_path().parent_path();
        return tl::unexpected(fmt::format("{} is not there. `{} reset {}` brings it back as it was given",
                                          shown(course, path).string(), called, lesson.number));
    };
    if (!fs::is_directory(lesson.exercise)) return missing(lesson.exercise);
    const auto source =
        std::find_if(lesson.edit.begin(), lesson.edit.end(), [](const auto& e) { return is_source(e); });
    auto files = list_files(lesson.exercise);
    if (files && files->empty()) return missing(lesson.exercise / lesson.edit.front());
    if (files && source != lesson.edit.end() && std::none_of(files->begin(), files->end(), is_source))
        return missing(lesson.exercise / *source);
    return folder_hand_in(lesson, lesson.exercise);
}

tl::expected<HandIn, std::string> solution_hand_in(const Lesson& lesson) {
    if (!fs::is_directory(lesson.solution)) {
        return tl::unexpected(
            fmt::format("there is no solution to {}: {} does not exist", lesson.id, lesson.solution.string()));
    }
    return folder_hand_in(lesson, lesson.solution);
}

tl::expected<HandIn, std::string> hand_in_at(const Lesson& lesson, const fs::path& path) {
    std::error_code error;
    const fs::path place = fs::canonical(path, error);
    if (error) return tl::unexpected(fmt::format("{} cannot be read: {}", path.string(), error.message()));
    if (fs::is_directory(place)) return folder_hand_in(lesson, place);
    if (!fs::is_regular_file(place)) return tl::unexpected(fmt::format("{} is no ordinary file", path.string()));
    return file_hand_in(lesson, place);
}

bool is_hand_in_file(const fs::path& name) {
    return !name.filename().string().starts_with('.') && (is_source(name) || is_header(name));
}

fs::path shown(const fs::path& folder, const fs::path& path) {
    const fs::path relative = path.lexically_relative(folder);
    return relative.empty() || *relative.begin() == ".." ? path : relative;
}

}  // namespace lab::build
