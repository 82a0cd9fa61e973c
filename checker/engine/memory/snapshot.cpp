// snapshot.cpp: finds the executable's segments, copies its writable data, copies it back.
#include "memory/snapshot.hpp"

#include <link.h>
#include <algorithm>
#include <cstring>
#include <vector>

namespace interleave {
namespace {

std::vector<unsigned char> g_saved;

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
void find_program_image() noexcept { dl_iterate_phdr(read_headers, nullptr); }

void save_data() {
    const auto* begin = reinterpret_cast<const unsigned char*>(g_program.data_begin);
    g_saved.assign(begin, begin + (g_program.data_end - g_program.data_begin));
}

void restore_data() noexcept {
    if (!g_saved.empty()) std::memcpy(reinterpret_cast<void*>(g_program.data_begin), g_saved.data(), g_saved.size());
}

}  // namespace interleave
