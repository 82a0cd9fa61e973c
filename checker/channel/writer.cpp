// writer.cpp: appends to the shared memory by Boost.Interprocess; linked into the back ends, so nothing of it is
// exported.
#include "channel/writer.hpp"

#include "channel/layout.hpp"

#include <boost/interprocess/mapped_region.hpp>
#include <boost/interprocess/shared_memory_object.hpp>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace lab::channel {

namespace interprocess = boost::interprocess;

struct Writer::Region {
    interprocess::mapped_region memory;

    Header& header() { return *static_cast<Header*>(memory.get_address()); }
    char* frames() { return static_cast<char*>(memory.get_address()) + sizeof(Header); }

    // Room as the mapping has it; what the header says may have been overwritten by the program.
    std::uint64_t capacity() const { return memory.get_size() - sizeof(Header); }

    void put(std::uint64_t at, std::string_view frame) {
        const auto size = static_cast<std::uint32_t>(frame.size());
        std::memcpy(frames() + at, &size, sizeof size);
        std::memcpy(frames() + at + sizeof size, frame.data(), frame.size());
        header().committed.store(static_cast<std::uint32_t>(at + room_for(frame.size())), std::memory_order_release);
    }

    bool append(std::string_view frame) {
        const std::uint64_t at = header().committed.load(std::memory_order_acquire);
        if (at % 4 != 0 || at > capacity() || header().cut.load() != 0) return false;
        if (at + room_for(frame.size()) + cut_reserve <= capacity()) {
            put(at, frame);
            return true;
        }
        if (at + cut_reserve <= capacity()) put(at, cut_frame);
        header().cut.store(1);
        return false;
    }
};

Writer::Writer() = default;
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;
Writer::~Writer() = default;  // the descriptor stays open: the writer lives as long as its process

Writer Writer::from_environment() {
    Writer writer;
    const char* name = std::getenv("INTERLEAVE_CHANNEL");
    if (name == nullptr || *name == '\0') {
        writer.descriptor_ = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 200);
        return writer;
    }
    try {
        interprocess::shared_memory_object object(interprocess::open_only, name, interprocess::read_write);
        interprocess::mapped_region memory(object, interprocess::read_write);
        interprocess::shared_memory_object::remove(name);
        if (memory.get_size() < sizeof(Header) + cut_reserve) return writer;
        if (static_cast<Header*>(memory.get_address())->magic_number != magic) return writer;
        writer.region_.reset(new Region{std::move(memory)});
    } catch (const interprocess::interprocess_exception&) {
        // No region: append() says so.
    }
    return writer;
}

bool Writer::append(std::string_view frame) noexcept {
    if (region_) return region_->append(frame);
    if (descriptor_ < 0) return false;
    const auto write_all = [this](std::string_view text) {
        while (!text.empty()) {
            const ssize_t done = ::write(descriptor_, text.data(), text.size());
            if (done < 0 && errno == EINTR) continue;
            if (done <= 0) return false;
            text.remove_prefix(static_cast<std::size_t>(done));
        }
        return true;
    };
    return write_all(frame) && write_all("\n");
}

void Writer::hide_from_children() noexcept {
    if (region_) ::madvise(region_->memory.get_address(), region_->memory.get_size(), MADV_DONTFORK);
}

bool Writer::shared() const noexcept { return region_ != nullptr; }

}  // namespace lab::channel
