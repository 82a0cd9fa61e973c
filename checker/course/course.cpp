// course.cpp: finds the course and names its lessons.
#include "course/course.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "course/nearest.hpp"

namespace lab::course {

namespace fs = std::filesystem;

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

// "007" and "7" are the same number.
std::string_view without_zeros(std::string_view digits) {
    while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
    return digits;
}

bool is_course(const fs::path& folder) {
    std::error_code error;
    if (!fs::is_directory(folder / "lessons", error)) return false;
    return !list_lessons(folder).empty();
}

}  // namespace

std::optional<fs::path> find_root(const fs::path& start) {
    std::error_code error;
    fs::path folder = fs::weakly_canonical(start, error);
    if (error) return std::nullopt;
    while (true) {
        if (is_course(folder)) return folder;
        if (!folder.has_relative_path()) return std::nullopt;
        folder = folder.parent_path();
    }
}

std::optional<LessonName> parse_lesson_name(std::string_view folder) {
    const std::size_t dash = folder.find('-');
    if (dash == std::string_view::npos || dash + 1 == folder.size()) return std::nullopt;
    if (!all_digits(folder.substr(0, dash))) return std::nullopt;
    return LessonName{std::string(folder), std::string(folder.substr(0, dash)), std::string(folder.substr(dash + 1))};
}

std::vector<LessonName> list_lessons(const fs::path& root) {
    std::vector<LessonName> lessons;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(root / "lessons", error)) {
        if (!entry.is_directory(error)) continue;
        if (auto name = parse_lesson_name(entry.path().filename().string())) lessons.push_back(std::move(*name));
    }
    std::sort(lessons.begin(), lessons.end(), [](const LessonName& a, const LessonName& b) {
        const auto left = without_zeros(a.number), right = without_zeros(b.number);
        if (left.size() != right.size()) return left.size() < right.size();
        return left != right ? left < right : a.id < b.id;
    });
    return lessons;
}

tl::expected<LessonName, std::string> resolve(std::string_view id, const std::vector<LessonName>& lessons,
                                              const std::string& called) {
    while (!id.empty() && id.back() == '/') id.remove_suffix(1);  // a shell completes folder names with a slash
    if (const auto slash = id.rfind('/'); slash != std::string_view::npos) id.remove_prefix(slash + 1);
    for (const LessonName& lesson : lessons) {
        if (id == lesson.id || id == lesson.name) return lesson;
        if (all_digits(id) && without_zeros(id) == without_zeros(lesson.number)) return lesson;
    }
    if (lessons.empty()) return tl::unexpected(fmt::format("there is no lesson `{}`: the course has none", id));
    if (all_digits(id)) {
        return tl::unexpected(fmt::format("there is no lesson `{}`; the course goes from {} to {}", id,
                                          lessons.front().number, lessons.back().number));
    }
    std::vector<std::string> known;
    for (const LessonName& lesson : lessons) {
        known.push_back(lesson.name);
        known.push_back(lesson.id);
    }
    const auto meant = nearest(id, known);
    return tl::unexpected(meant ? fmt::format("there is no lesson `{}`; did you mean `{}`?", id, *meant)
                                : fmt::format("there is no lesson `{}`; `{} list` shows all", id, called));
}

}  // namespace lab::course
