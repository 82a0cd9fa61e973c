// region.cpp: makes and reads the shared memory by Boost.Interprocess.
#include "channel/region.hpp"

#include <boost/interprocess/mapped_region.hpp>
#include <boost/interprocess/shared_memory_object.hpp>

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <new>
#include <random>
#include <system_error>

namespace lab::channel {

namespace interprocess = boost::interprocess;

namespace {

constexpr std::string_view prefix = "interleave-";
constexpr std::uint64_t largest = 64U << 20;  // no region is ever larger; a size beyond it is not ours

std::string new_name() {
    std::random_device random;
    char text[64];
    std::snprintf(text, sizeof text, "%s%08x-%08x%08x", prefix.data(), static_cast<unsigned>(::getpid()), random(),
                  random());
    return text;
}

}  // namespace

struct Region::Memory {
    std::string name;
    interprocess::shared_memory_object object;

    ~Memory() { interprocess::shared_memory_object::remove(name.c_str()); }

    // By read calls and not through a mapping, which a program that shortens the object could turn into a SIGBUS.
    std::string bytes(std::uint64_t from, std::uint64_t size) const {
        std::string text(size, '\0');
        std::uint64_t done = 0;
        while (done < size) {
            const ssize_t got = ::pread(object.get_mapping_handle().handle, text.data() + done, size - done,
                                        static_cast<off_t>(from + done));
            if (got < 0 && errno == EINTR) continue;
            if (got <= 0) break;
            done += static_cast<std::uint64_t>(got);
        }
        text.resize(done);
        return text;
    }
};

Region::Region() : memory_(std::make_unique<Memory>()) {}
Region::Region(Region&&) noexcept = default;
Region& Region::operator=(Region&&) noexcept = default;
Region::~Region() = default;

tl::expected<Region, std::string> Region::create(std::uint32_t capacity) {
    Region region;
    const std::uint64_t size = sizeof(Header) + std::max(capacity / 4 * 4, cut_reserve);
    try {
        region.memory_->name = new_name();
        region.memory_->object =
            interprocess::shared_memory_object(interprocess::create_only, region.memory_->name.c_str(),
                                               interprocess::read_write, interprocess::permissions(0600));
        const int handle = region.memory_->object.get_mapping_handle().handle;
        ::fcntl(handle, F_SETFD, FD_CLOEXEC);
        region.memory_->object.truncate(static_cast<interprocess::offset_t>(size));
        // Without this a full /dev/shm would show only later, as a SIGBUS in the program under test.
        if (const int error = ::posix_fallocate(handle, 0, static_cast<off_t>(size)); error != 0)
            return tl::unexpected("no room in shared memory (/dev/shm): " + std::system_category().message(error));
        interprocess::mapped_region memory(region.memory_->object, interprocess::read_write);
        auto* header = new (memory.get_address()) Header{};
        header->magic_number = magic;
        header->capacity = static_cast<std::uint32_t>(size - sizeof(Header));
    } catch (const interprocess::interprocess_exception& error) {
        return tl::unexpected(std::string("cannot make shared memory (/dev/shm): ") + error.what());
    }
    return region;
}

std::string Region::variable() const { return "INTERLEAVE_CHANNEL=" + memory_->name; }

const std::string& Region::name() const { return memory_->name; }

bool Region::empty() const {
    std::uint32_t committed = 0;
    const std::string head = memory_->bytes(offsetof(Header, committed), sizeof committed);
    if (head.size() == sizeof committed) std::memcpy(&committed, head.data(), sizeof committed);
    return committed == 0;
}

Frames Region::read() const {
    Frames frames;
    const std::string head = memory_->bytes(0, sizeof(Header));
    if (head.size() < sizeof(Header)) {
        frames.damaged = true;
        return frames;
    }
    std::uint64_t magic_number = 0;
    std::uint32_t committed = 0;
    std::uint32_t cut = 0;
    std::memcpy(&magic_number, head.data() + offsetof(Header, magic_number), sizeof magic_number);
    std::memcpy(&committed, head.data() + offsetof(Header, committed), sizeof committed);
    std::memcpy(&cut, head.data() + offsetof(Header, cut), sizeof cut);
    if (magic_number != magic || committed % 4 != 0 || committed > largest) {
        frames.damaged = true;
        return frames;
    }
    const std::string body = memory_->bytes(sizeof(Header), committed);
    if (body.size() < committed) frames.damaged = true;
    std::uint64_t at = 0;
    while (at + 4 <= body.size()) {
        std::uint32_t size = 0;
        std::memcpy(&size, body.data() + at, sizeof size);
        if (at + room_for(size) > body.size()) {
            frames.damaged = true;
            break;
        }
        const std::string_view text(body.data() + at + 4, size);
        if (text == cut_frame)
            frames.cut = true;
        else
            frames.texts.emplace_back(text);
        at += room_for(size);
    }
    if (cut != 0) frames.cut = true;
    return frames;
}

int sweep() {
    int removed = 0;
    std::error_code error;
    for (const auto& item : std::filesystem::directory_iterator("/dev/shm", error)) {
        const std::string name = item.path().filename();
        unsigned pid = 0;
        if (!name.starts_with(prefix) || std::sscanf(name.c_str() + prefix.size(), "%8x-", &pid) != 1 || pid == 0)
            continue;
        if (::kill(static_cast<pid_t>(pid), 0) == 0 || errno != ESRCH) continue;
        if (interprocess::shared_memory_object::remove(name.c_str())) ++removed;
    }
    return removed;
}

}  // namespace lab::channel
