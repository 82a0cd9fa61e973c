// cache.hpp: finished build products on disk, found by the hash of everything that went into them.
//
// An entry is a folder. It is made as a draft and renamed into place when it is complete, so that neither a kill nor a
// second checker ever meets half of one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

namespace lab::build {

// A new, empty folder that is removed again unless it is published.
class Draft {
public:
    explicit Draft(std::filesystem::path folder) : folder_(std::move(folder)) {}
    ~Draft();
    Draft(Draft&& other) noexcept : folder_(std::exchange(other.folder_, {})) {}
    Draft& operator=(Draft&&) = delete;

    const std::filesystem::path& folder() const { return folder_; }

private:
    std::filesystem::path folder_;
};

class Cache {
public:
    static constexpr std::uint64_t default_bound = 1ULL << 30U;

    // Opens or makes the cache in this folder; the error is a sentence. `bound` is in bytes, kept by sweep().
    static tl::expected<Cache, std::string> open(const std::filesystem::path& folder,
                                                 std::uint64_t bound = default_bound);

    // The folder of this entry, which counts as used now; none if it is not there.
    std::optional<std::filesystem::path> find(std::string_view key) const;

    // Throws std::filesystem::filesystem_error if the disk is full or the like.
    Draft draft() const;

    // Makes the draft the entry of this key, in place of one that may be there. Returns the entry's folder.
    std::filesystem::path publish(Draft draft, std::string_view key) const;

    // Removes the drafts of checkers that are gone, and the entries that were not used for longest until the rest fits
    // the bound. Entries that were used in the last ten minutes stay, for another checker may be at work with them.
    void sweep() const;

    const std::filesystem::path& folder() const { return folder_; }

private:
    Cache(std::filesystem::path folder, std::uint64_t bound) : folder_(std::move(folder)), bound_(bound) {}
    std::filesystem::path entry(std::string_view key) const;

    std::filesystem::path folder_;
    std::uint64_t bound_;
};

// Where the cache of a course is: $LAB_CACHE, else build/cache in the course if that can be written, else below
// $XDG_CACHE_HOME or ~/.cache.
std::filesystem::path cache_folder(const std::optional<std::filesystem::path>& course);

}  // namespace lab::build
