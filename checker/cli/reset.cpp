// reset.cpp: `checker reset`: the exercise as it was given, and the student's work in a backup.
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "build/hand_in.hpp"
#include "build/sha256.hpp"
#include "cli/commands.hpp"
#include "cli/work_documents.hpp"
#include "cli/workplace.hpp"

namespace lab::cli {

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> files_in(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error))
        if (entry.is_regular_file(error)) files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

bool same_content(const fs::path& file, const fs::path& other) {
    const std::string hash = build::sha256_of_file(file);
    return !hash.empty() && hash == build::sha256_of_file(other);
}

// What is not as in the stub: files that were changed, and C++ files that were added.
std::vector<fs::path> own_files(const course::Lesson& lesson) {
    std::vector<fs::path> own;
    for (const fs::path& file : files_in(lesson.exercise)) {
        const fs::path given = lesson.stub / file.filename();
        std::error_code error;
        if (fs::exists(given, error) ? !same_content(file, given) : build::is_hand_in_file(file)) own.push_back(file);
    }
    return own;
}

// A new folder of its own: an older backup is never touched.
tl::expected<fs::path, std::string> new_backup(const fs::path& exercise) {
    for (int number = 1;; ++number) {
        const fs::path folder = exercise / fmt::format("backup-{}", number);
        if (mkdir(folder.c_str(), 0777) == 0) return folder;
        if (errno != EEXIST)
            return tl::unexpected(fmt::format("{} cannot be made: {}", folder.string(), std::strerror(errno)));
    }
}

// Under a temporary name first, so that the file is never half there.
std::string put_stub_file(const fs::path& given, const fs::path& exercise) {
    const fs::path draft = exercise / ('.' + given.filename().string() + ".new");
    std::error_code error;
    fs::copy_file(given, draft, fs::copy_options::overwrite_existing, error);
    if (!error) fs::permissions(draft, fs::perms::owner_write, fs::perm_options::add, error);
    if (!error) fs::rename(draft, exercise / given.filename(), error);
    return error ? fmt::format("{} cannot be written: {}", (exercise / given.filename()).string(), error.message())
                 : "";
}

// Empty, or what went wrong.
std::string restore(const course::Lesson& lesson, const std::vector<fs::path>& own, const fs::path& backup) {
    std::error_code error;
    for (const fs::path& file : own) {
        fs::copy_file(file, backup / file.filename(), error);
        if (error || !same_content(file, backup / file.filename()))
            return fmt::format("{} cannot be kept in {}: {}; nothing was reset", file.string(), backup.string(),
                               error ? error.message() : "the copy differs");
    }
    for (const fs::path& given : files_in(lesson.stub))
        if (std::string trouble = put_stub_file(given, lesson.exercise); !trouble.empty()) return trouble;
    for (const fs::path& file : own)
        if (!fs::exists(lesson.stub / file.filename(), error)) fs::remove(file, error);
    return {};
}

}  // namespace

ExitCode reset(const Session& session) {
    const auto course = find_course(build::find_installation());
    if (!course) return fail(course.error());
    const auto lessons = load_lessons(*course, session.arguments.ids);
    if (!lessons) return fail(lessons.error());
    const course::Lesson& lesson = lessons->front();
    const std::string shown = build::shown(*course, lesson.exercise).string();

    std::error_code error;
    fs::create_directories(lesson.exercise, error);
    const std::vector<fs::path> own = own_files(lesson);
    const bool complete = std::ranges::all_of(files_in(lesson.stub), [&](const fs::path& given) {
        return fs::exists(lesson.exercise / given.filename(), error);
    });
    const bool json = session.arguments.json;
    if (own.empty() && complete && json)
        return print(reset_document(lesson, shown, false, "")) ? not_passed : environment;
    if (own.empty() && complete)
        return fail({not_passed, fmt::format("{} is as it was given: there is nothing to reset", shown)});
    fs::path backup;
    if (!own.empty()) {
        auto made = new_backup(lesson.exercise);
        if (!made) return fail({environment, made.error()});
        backup = *made;
    }
    if (const std::string trouble = restore(lesson, own, backup); !trouble.empty()) return fail({environment, trouble});
    const std::string kept = own.empty() ? "" : build::shown(*course, backup).string();
    if (json) return print(reset_document(lesson, shown, true, kept)) ? passed : environment;
    std::string text = fmt::format("{}: {} is as it was given.\n", lesson.number, shown);
    if (!own.empty()) text += fmt::format("Your work is kept in {}\n", kept);
    return print(text) ? passed : environment;
}

}  // namespace lab::cli
