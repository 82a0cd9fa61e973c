// channel.cpp: tests of the shared memory between the checker and the program: ends, limits, damage.
#include "channel/region.hpp"
#include "channel/writer.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <random>
#include <string>

using lab::channel::Frames;
using lab::channel::Region;
using lab::channel::Writer;

namespace {

bool exists(const std::string& name) { return std::filesystem::exists("/dev/shm/" + name); }

Region make(std::uint32_t capacity = 4096) {
    auto region = Region::create(capacity);
    REQUIRE(region.has_value());
    return std::move(*region);
}

Writer open(const Region& region) {
    ::setenv("INTERLEAVE_CHANNEL", region.name().c_str(), 1);
    Writer writer = Writer::from_environment();
    ::unsetenv("INTERLEAVE_CHANNEL");
    return writer;
}

// The whole region, writable, as a hostile program has it.
struct Mapping {
    std::size_t size;
    char* bytes;
    explicit Mapping(const Region& region) {
        const int file = ::shm_open(region.name().c_str(), O_RDWR, 0);
        size = static_cast<std::size_t>(::lseek(file, 0, SEEK_END));
        bytes = static_cast<char*>(::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0));
        ::close(file);
    }
    ~Mapping() { ::munmap(bytes, size); }
};

}  // namespace

TEST_CASE("channel: frames arrive in order, and the name goes when both sides are in") {
    const Region region = make();
    CHECK(exists(region.name()));
    Writer writer = open(region);
    CHECK(writer.shared());
    CHECK_FALSE(exists(region.name()));
    CHECK(region.read().texts.empty());
    CHECK(writer.append(R"({"type":"begin"})"));
    CHECK(region.read().texts.size() == 1);
    CHECK(writer.append(""));
    CHECK(writer.append("{}"));
    const Frames frames = region.read();
    CHECK(frames.texts == std::vector<std::string>{R"({"type":"begin"})", "", "{}"});
    CHECK_FALSE(frames.cut);
    CHECK_FALSE(frames.damaged);
}

TEST_CASE("channel: a region that nobody opened leaves no name either") {
    std::string name;
    {
        const Region region = make();
        name = region.name();
        CHECK(exists(name));
        CHECK(region.variable() == "INTERLEAVE_CHANNEL=" + name);
    }
    CHECK_FALSE(exists(name));
}

TEST_CASE("channel: what a killed writer committed can be read") {
    const Region region = make();
    const pid_t child = ::fork();
    if (child == 0) {
        Writer writer = open(region);
        writer.append("one");
        const pid_t worker = ::fork();
        if (worker == 0) {
            writer.append("two");
            ::_exit(0);
        }
        ::waitpid(worker, nullptr, 0);
        writer.append("three");
        ::raise(SIGKILL);
    }
    ::waitpid(child, nullptr, 0);
    CHECK(region.read().texts == std::vector<std::string>{"one", "two", "three"});
    CHECK_FALSE(exists(region.name()));
}

TEST_CASE("channel: beyond the capacity there is one last frame that says so") {
    const Region region = make(1000);
    Writer writer = open(region);
    int taken = 0;
    while (writer.append(std::string(90, 'x'))) ++taken;
    CHECK(taken == 9);
    CHECK_FALSE(writer.append("small"));
    const Frames frames = region.read();
    CHECK(frames.texts.size() == 9);
    CHECK(frames.cut);
    CHECK_FALSE(frames.damaged);
}

TEST_CASE("channel: one frame that is larger than everything is cut, too") {
    const Region region = make(1000);
    Writer writer = open(region);
    CHECK_FALSE(writer.append(std::string(5000, 'x')));
    CHECK(region.read().cut);
}

TEST_CASE("channel: damage is noticed, and reading survives any bytes") {
    const Region region = make(2048);
    Mapping memory(region);
    Writer writer = open(region);
    writer.append("first");
    writer.append("second");
    REQUIRE(region.read().texts.size() == 2);
    std::string intact(memory.bytes, memory.size);

    const std::uint32_t huge = 0xffff'fff0;
    std::memcpy(memory.bytes + offsetof(lab::channel::Header, committed), &huge, 4);
    CHECK(region.read().damaged);
    CHECK_FALSE(writer.append("third"));
    std::memcpy(memory.bytes, intact.data(), memory.size);
    std::memcpy(memory.bytes + sizeof(lab::channel::Header), &huge, 4);
    CHECK(region.read().damaged);
    std::memcpy(memory.bytes, intact.data(), memory.size);
    memory.bytes[1] ^= 1;
    CHECK(region.read().damaged);

    std::mt19937 random(1);
    for (int round = 0; round < 2000; ++round) {
        std::memcpy(memory.bytes, intact.data(), memory.size);
        const auto changes = random() % 8 + 1;
        for (std::size_t change = 0; change < changes; ++change)
            memory.bytes[random() % (round % 2 == 0 ? 128 : memory.size)] = static_cast<char>(random());
        const Frames frames = region.read();
        CHECK(frames.texts.size() <= memory.size / 4);
        writer.append("more");
    }
}

TEST_CASE("channel: a program that shortens the object does not end the reader") {
    const Region region = make(100'000);
    const int file = ::shm_open(region.name().c_str(), O_RDWR, 0);
    Writer writer = open(region);
    for (int count = 0; count < 900; ++count) writer.append(std::string(90, 'x'));
    CHECK(region.read().texts.size() == 900);
    CHECK(::ftruncate(file, 8192) == 0);
    CHECK(region.read().damaged);
    CHECK(::ftruncate(file, 3) == 0);
    CHECK(region.read().damaged);
    ::close(file);
}

TEST_CASE("channel: a wrong name is no writer") {
    ::setenv("INTERLEAVE_CHANNEL", "interleave-no-such-region", 1);
    Writer writer = Writer::from_environment();
    ::unsetenv("INTERLEAVE_CHANNEL");
    CHECK_FALSE(writer.shared());
    CHECK_FALSE(writer.append("{}"));
}

TEST_CASE("channel: without a region frames are lines on standard output") {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const int saved = ::dup(1);
    ::dup2(ends[1], 1);
    Writer writer = Writer::from_environment();
    ::dup2(saved, 1);  // what the program does with its standard output later does not matter
    ::close(saved);
    ::close(ends[1]);
    CHECK_FALSE(writer.shared());
    CHECK(writer.append("{}"));
    CHECK(writer.append("[]"));
    char text[16] = {};
    CHECK(::read(ends[0], text, sizeof text) > 0);
    CHECK(std::string(text) == "{}\n[]\n");
    ::close(ends[0]);
}

TEST_CASE("channel: the sweep removes names of ended processes, and only those") {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(0);
    ::waitpid(child, nullptr, 0);
    char stale[64];
    std::snprintf(stale, sizeof stale, "interleave-%08x-0123456789abcdef", static_cast<unsigned>(child));
    ::close(::shm_open(stale, O_CREAT | O_RDWR, 0600));
    const Region region = make();
    CHECK(exists(stale));
    CHECK(lab::channel::sweep() >= 1);
    CHECK_FALSE(exists(stale));
    CHECK(exists(region.name()));
}
