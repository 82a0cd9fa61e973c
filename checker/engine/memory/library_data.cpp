// library_data.cpp: finds the writable segments of what the dynamic linker has loaded, and compares them.
#include "memory/library_data.hpp"

#include <elf.h>
#include <link.h>
#include <algorithm>
#include <cstring>

namespace interleave {
namespace {

using Bytes = LibraryData::Bytes;

struct Loaded {
    std::vector<Bytes> segments;     // writable, of all but the program
    std::size_t thread_storage = 0;  // below the thread pointer, of what was loaded at the start
    bool is_program = true;          // the next one that is visited
};

int visit(dl_phdr_info* info, std::size_t, void* context) {
    auto& loaded = *static_cast<Loaded*>(context);
    const bool is_program = loaded.is_program;
    loaded.is_program = false;
    std::uintptr_t relro_begin = 0, relro_end = 0;
    for (int i = 0; i < info->dlpi_phnum; ++i) {
        const auto& header = info->dlpi_phdr[i];
        const std::uintptr_t begin = info->dlpi_addr + header.p_vaddr;
        if (header.p_type == PT_GNU_RELRO) {
            relro_begin = begin;
            relro_end = (begin + header.p_memsz) & ~std::uintptr_t{4095};
        }
        if (header.p_type == PT_TLS) loaded.thread_storage += header.p_memsz + header.p_align;
    }
    for (int i = 0; i < info->dlpi_phnum && !is_program; ++i) {
        const auto& header = info->dlpi_phdr[i];
        if (header.p_type != PT_LOAD || (header.p_flags & PF_W) == 0) continue;
        std::uintptr_t begin = info->dlpi_addr + header.p_vaddr;
        const std::uintptr_t end = begin + header.p_memsz;
        if (relro_begin >= begin && relro_begin < end) begin = std::clamp(relro_end, begin, end);
        loaded.segments.emplace_back(reinterpret_cast<const std::byte*>(begin), end - begin);
    }
    return 0;
}

}  // namespace

void LibraryData::find(std::span<const std::uintptr_t> thread_pointers, std::span<const Bytes> others) {
    Loaded loaded;
    dl_iterate_phdr(visit, &loaded);
    // A good part of what the C library keeps above the thread pointer; less than any version has.
    constexpr std::size_t above = 512;
    for (const std::uintptr_t pointer : thread_pointers)
        loaded.segments.emplace_back(reinterpret_cast<const std::byte*>(pointer - loaded.thread_storage),
                                     loaded.thread_storage + above);
    std::vector<Bytes> gaps(others.begin(), others.end());
    std::ranges::sort(gaps, {}, [](const Bytes& bytes) { return bytes.data(); });
    parts_.clear();
    const auto add = [&](const std::byte* begin, const std::byte* end) {
        if (begin < end) parts_.push_back({begin, {begin, end}});
    };
    for (const Bytes& segment : loaded.segments) {
        const std::byte* begin = segment.data();
        const std::byte* const end = begin + segment.size();
        for (const Bytes& gap : gaps) {
            const std::byte* const after = gap.data() + gap.size();
            if (after <= begin || gap.data() >= end) continue;
            add(begin, gap.data());
            begin = std::max(begin, after);
        }
        add(begin, end);
    }
}

// Allocates nothing: the allocator's state is in these segments, too.
void LibraryData::keep() noexcept {
    for (Part& part : parts_) std::memcpy(part.values.data(), part.begin, part.values.size());
}

bool LibraryData::stands() const noexcept {
    return std::ranges::all_of(
        parts_, [](const Part& part) { return std::memcmp(part.begin, part.values.data(), part.values.size()) == 0; });
}

}  // namespace interleave
