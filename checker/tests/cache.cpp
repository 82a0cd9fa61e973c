// cache.cpp: tests of the build cache.
#include "build/cache.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <thread>

#include "temporary_folder.hpp"

namespace fs = std::filesystem;
using lab::build::Cache;
using lab::build::Draft;

namespace {

std::string publish(const Cache& cache, const std::string& key, const std::string& text) {
    Draft draft = cache.draft();
    std::ofstream(draft.folder() / "file") << text;
    return cache.publish(std::move(draft), key).string();
}

void age(const fs::path& path, int minutes) {
    fs::last_write_time(path, fs::file_time_type::clock::now() - std::chrono::minutes(minutes));
}

std::size_t count(const fs::path& folder) {
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : fs::directory_iterator(folder)) ++files;
    return files;
}

}  // namespace

TEST_CASE("an entry is there once it was published, and a later one takes its place") {
    const TemporaryFolder folder;
    const auto cache = Cache::open(folder.path);
    REQUIRE(cache.has_value());
    CHECK_FALSE(cache->find("k"));
    publish(*cache, "k", "one");
    REQUIRE(cache->find("k").has_value());
    CHECK(folder.read("entries/k/file") == "one");
    publish(*cache, "k", "two");
    CHECK(folder.read("entries/k/file") == "two");
    CHECK(count(folder.path / "drafts") == 0);
}

TEST_CASE("a draft that is given up leaves nothing") {
    const TemporaryFolder folder;
    const auto cache = Cache::open(folder.path);
    {
        const Draft draft = cache->draft();
    }
    CHECK(count(folder.path / "drafts") == 0);
    CHECK(count(folder.path / "entries") == 0);
}

TEST_CASE("several threads publish the same entry at once") {
    const TemporaryFolder folder;
    const auto cache = Cache::open(folder.path);
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                for (int n = 0; n < 50; ++n) publish(*cache, "k", "text");
            });
        }
    }
    CHECK(folder.read("entries/k/file") == "text");
    CHECK(count(folder.path / "drafts") == 0);
}

TEST_CASE("what is bigger than the bound is swept, the oldest first") {
    const TemporaryFolder folder;
    const auto cache = Cache::open(folder.path, 2500);
    for (const char* key : {"a", "b", "c"}) publish(*cache, key, std::string(1000, 'x'));
    age(folder.path / "entries/a", 30);
    age(folder.path / "entries/b", 40);
    cache->sweep();
    CHECK(cache->find("a").has_value());
    CHECK_FALSE(cache->find("b"));
    CHECK(cache->find("c").has_value());
}

TEST_CASE("entries in use are not swept, and finding one is using it") {
    const TemporaryFolder folder;
    const auto cache = Cache::open(folder.path, 10);
    publish(*cache, "a", std::string(1000, 'x'));
    age(folder.path / "entries/a", 30);
    CHECK(cache->find("a").has_value());
    cache->sweep();
    CHECK(cache->find("a").has_value());
}

TEST_CASE("drafts of checkers that were killed are swept, those of living ones stay") {
    const TemporaryFolder folder;
    const auto cache = Cache::open(folder.path);
    const pid_t child = fork();
    if (child == 0) _exit(0);
    waitpid(child, nullptr, 0);
    fs::create_directory(folder.path / "drafts" / (std::to_string(child) + "-1-1"));
    const Draft own = cache->draft();
    cache->sweep();
    CHECK(count(folder.path / "drafts") == 1);
    CHECK(fs::exists(own.folder()));
}

TEST_CASE("a cache that cannot be written says what to do") {
    const auto cache = Cache::open("/proc/nowhere");
    REQUIRE_FALSE(cache.has_value());
    CHECK(cache.error().find("/proc/nowhere") != std::string::npos);
    CHECK(cache.error().find("LAB_CACHE") != std::string::npos);
}
