// progress.cpp: the progress file.
#include "cli/progress.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace lab::cli {

namespace fs = std::filesystem;

namespace {

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

bool is_writable(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    return !error && access(folder.c_str(), W_OK | X_OK) == 0;
}

// Held while the file is read and written anew, so that two checkers at once lose nothing.
class FileLock {
public:
    explicit FileLock(const fs::path& file) : descriptor_(open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)) {
        if (descriptor_ >= 0) flock(descriptor_, LOCK_EX);
    }
    ~FileLock() {
        if (descriptor_ >= 0) close(descriptor_);
    }
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

private:
    int descriptor_;
};

}  // namespace

Progress parse_progress(const std::string& text) {
    Progress progress;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string lesson;
        LessonProgress entry;
        if (!(words >> lesson >> entry.verdict >> entry.sha256)) continue;
        words >> entry.diagnosis >> entry.passed_sha256;  // not in the files of older checkers
        for (std::string* word : {&entry.diagnosis, &entry.passed_sha256})
            if (*word == "-") word->clear();
        if (entry.verdict == "passed") entry.passed_sha256 = entry.sha256;
        progress[lesson] = entry;
    }
    return progress;
}

std::string write_progress(const Progress& progress) {
    std::string text;
    const auto word = [](const std::string& value) { return ' ' + (value.empty() ? "-" : value); };
    for (const auto& [lesson, entry] : progress) {
        text += lesson + word(entry.verdict) + word(entry.sha256) + word(entry.diagnosis) + word(entry.passed_sha256);
        text += '\n';
    }
    return text;
}

fs::path progress_file(const fs::path& course) {
    if (const std::string folder = variable("LAB_STATE"); !folder.empty()) return fs::path(folder) / "progress";
    if (is_writable(course / "build/state")) return course / "build/state/progress";
    if (const std::string folder = variable("XDG_STATE_HOME"); !folder.empty()) {
        return fs::path(folder) / "interleave-lab/progress";
    }
    const std::string home = variable("HOME");
    return fs::path(home.empty() ? "/tmp" : home) / ".local/state/interleave-lab/progress";
}

Progress read_progress(const fs::path& file) {
    std::ifstream stream(file);
    std::ostringstream text;
    text << stream.rdbuf();
    return parse_progress(text.str());
}

bool record_progress(const fs::path& file, const std::string& lesson, LessonProgress entry) {
    if (!is_writable(file.parent_path())) return false;
    const FileLock lock(fs::path(file) += ".lock");
    Progress progress = read_progress(file);
    entry.passed_sha256 = entry.verdict == "passed" ? entry.sha256 : progress[lesson].passed_sha256;
    progress[lesson] = std::move(entry);
    const fs::path draft = fs::path(file) += ".new";
    std::ofstream stream(draft);
    stream << write_progress(progress);
    stream.close();
    if (!stream) return false;
    std::error_code error;
    fs::rename(draft, file, error);
    return !error;
}

}  // namespace lab::cli
