// cache.cpp: the cache's folders.
#include "build/cache.hpp"

#include <errno.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <vector>

namespace lab::build {

namespace fs = std::filesystem;

namespace {

constexpr auto in_use = std::chrono::minutes(10);

// A name that no other draft of a living process has; the part before the dash is the process id.
std::string draft_name() {
    static std::atomic<unsigned> count{0};
    return fmt::format("{}-{}-{}", getpid(), std::chrono::system_clock::now().time_since_epoch().count(), ++count);
}

bool is_process_gone(const std::string& draft) {
    const pid_t pid = static_cast<pid_t>(std::strtol(draft.c_str(), nullptr, 10));
    return pid <= 0 || (kill(pid, 0) != 0 && errno == ESRCH);
}

std::uint64_t size_of(const fs::path& folder) {
    std::uint64_t bytes = 0;
    std::error_code error;
    for (const fs::directory_entry& file : fs::directory_iterator(folder, error)) {
        const std::uint64_t size = file.file_size(error);
        if (!error) bytes += size;
    }
    return bytes;
}

bool is_writable(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    return !error && access(folder.c_str(), W_OK | X_OK) == 0;
}

}  // namespace

Draft::~Draft() {
    if (folder_.empty()) return;
    std::error_code error;
    fs::remove_all(folder_, error);
}

tl::expected<Cache, std::string> Cache::open(const fs::path& folder, std::uint64_t bound) {
    for (const char* part : {"drafts", "entries"}) {
        if (!is_writable(folder / part)) {
            return tl::unexpected(
                fmt::format("the cache folder {} cannot be written. Mend its permissions, or name another "
                            "one in LAB_CACHE",
                            folder.string()));
        }
    }
    return Cache(folder, bound);
}

fs::path Cache::entry(std::string_view key) const { return folder_ / "entries" / key; }

std::optional<fs::path> Cache::find(std::string_view key) const {
    fs::path folder = entry(key);
    if (utimensat(AT_FDCWD, folder.c_str(), nullptr, 0) != 0) return std::nullopt;
    return folder;
}

Draft Cache::draft() const {
    fs::path folder = folder_ / "drafts" / draft_name();
    fs::create_directory(folder);
    return Draft(std::move(folder));
}

fs::path Cache::publish(Draft draft, std::string_view key) const {
    fs::path place = entry(key);
    // Exchanged, an older entry becomes the draft and is removed with it.
    if (rename(draft.folder().c_str(), place.c_str()) != 0 &&
        renameat2(AT_FDCWD, draft.folder().c_str(), AT_FDCWD, place.c_str(), RENAME_EXCHANGE) != 0) {
        throw fs::filesystem_error("cannot publish a cache entry", draft.folder(), place,
                                   std::error_code(errno, std::generic_category()));
    }
    return place;
}

void Cache::sweep() const {
    std::error_code error;
    for (const fs::directory_entry& draft : fs::directory_iterator(folder_ / "drafts", error)) {
        if (is_process_gone(draft.path().filename().string())) fs::remove_all(draft.path(), error);
    }

    struct Entry {
        fs::path path;
        fs::file_time_type used;
        std::uint64_t bytes;
    };
    std::vector<Entry> entries;
    std::uint64_t total = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder_ / "entries", error)) {
        entries.push_back({entry.path(), entry.last_write_time(error), size_of(entry.path())});
        total += entries.back().bytes;
    }
    if (total <= bound_) return;

    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.used < b.used; });
    const auto recent = fs::file_time_type::clock::now() - in_use;
    for (const Entry& entry : entries) {
        if (total <= bound_ / 5 * 4 || entry.used > recent) break;
        // Renamed first, so that nobody finds half an entry.
        const Draft removed(folder_ / "drafts" / draft_name());
        fs::rename(entry.path, removed.folder(), error);
        if (!error) total -= entry.bytes;
    }
}

fs::path cache_folder(const std::optional<fs::path>& course) {
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return std::string(value == nullptr ? "" : value);
    };
    if (const std::string folder = variable("LAB_CACHE"); !folder.empty()) return fs::absolute(folder);
    if (course && is_writable(*course / "build/cache")) return *course / "build/cache";
    if (const std::string folder = variable("XDG_CACHE_HOME"); !folder.empty())
        return fs::path(folder) / "interleave-lab";
    const std::string home = variable("HOME");
    return fs::path(home.empty() ? "/tmp" : home) / ".cache/interleave-lab";
}

}  // namespace lab::build
