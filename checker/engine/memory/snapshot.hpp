// snapshot.hpp: the program's own variables, put back to their values before every interleaving.
#pragma once

#include <cstddef>
#include <cstdint>

namespace interleave {

// Where the program (the executable, not its libraries) lies in memory.
struct ProgramImage {
    std::uintptr_t base = 0;  // load address
    std::uintptr_t text_begin = 0, text_end = 0;
    std::uintptr_t data_begin = 0, data_end = 0;  // writable: globals and function statics
};
const ProgramImage& program_image() noexcept;
void find_program_image() noexcept;

inline ProgramImage g_program;  // what program_image() returns, for the hooks
inline bool in_program_text(const void* pc) noexcept {
    return reinterpret_cast<std::uintptr_t>(pc) - g_program.text_begin < g_program.text_end - g_program.text_begin;
}

// The variables' current values become what restore_data() puts back.
void save_data();
void restore_data() noexcept;

}  // namespace interleave
