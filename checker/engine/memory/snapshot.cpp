// snapshot.cpp: finds the executable's segments, copies its writable data, copies it back.
#include "memory/snapshot.hpp"

#include "interpose/real.hpp"

#include <link.h>
#include <algorithm>
#include <cstring>
#include <vector>

namespace interleave {
namespace {

std::vector<unsigned char> g_saved;

int find_engine(dl_phdr_info* info, std::size_t, void*) {
    const auto here = reinterpret_cast<std::uintptr_t>(&save_data);
    for (int i = 0; i < info->dlpi_phnum; ++i) {
        const auto& header = info->dlpi_phdr[i];
        const std::uintptr_t begin = info->dlpi_addr + header.p_vaddr;
        if (header.p_type != PT_LOAD || (header.p_flags & PF_X) == 0 || here - begin >= header.p_memsz) continue;
        g_engine.text_begin = begin;
        g_engine.text_end = begin + header.p_memsz;
        return 1;
    }
    return 0;
}

int read_headers(dl_phdr_info* info, std::size_t, void*) {
    g_program = {};
    g_program.base = info->dlpi_addr;
    std::uintptr_t relro_end = 0;
    for (int i = 0; i < info->dlpi_phnum; ++i) {
        const auto& header = info->dlpi_phdr[i];
        const std::uintptr_t begin = info->dlpi_addr + header.p_vaddr;
        const std::uintptr_t end = begin + header.p_memsz;
        if (header.p_type == PT_GNU_RELRO) relro_end = (end + 4095) & ~std::uintptr_t{4095};
        if (header.p_type != PT_LOAD) continue;
        if ((header.p_flags & PF_X) != 0) {
            if (g_program.text_begin == 0) g_program.text_begin = begin;
            g_program.text_end = end;
        }
        if ((header.p_flags & PF_W) != 0) {
            if (g_program.data_begin == 0) g_program.data_begin = begin;
            g_program.data_end = end;
        }
    }
    // The relocated read-only part lies at the start of the writable segment.
    if (relro_end > g_program.data_begin) g_program.data_begin = std::min(relro_end, g_program.data_end);
    return 1;  // the executable comes first
}

}  // namespace

const ProgramImage& program_image() noexcept { return g_program; }
void find_program_image() noexcept {
    dl_iterate_phdr(read_headers, nullptr);
    dl_iterate_phdr(find_engine, nullptr);
}

std::vector<unsigned char> copy_of_data() {
    const auto* begin = reinterpret_cast<const unsigned char*>(g_program.data_begin);
    return {begin, begin + (g_program.data_end - g_program.data_begin)};
}
void put_back_data(const std::vector<unsigned char>& values) noexcept {
    copy_memory(reinterpret_cast<void*>(g_program.data_begin), values.data(), values.size());
}
bool data_stand_as(const std::vector<unsigned char>& values) noexcept {
    return std::memcmp(reinterpret_cast<const void*>(g_program.data_begin), values.data(), values.size()) == 0;
}

void save_data() { g_saved = copy_of_data(); }
void restore_data() noexcept { put_back_data(g_saved); }

}  // namespace interleave
