// snapshot.hpp: the program's own variables, put back to their values before every interleaving.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

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
inline ProgramImage g_engine;   // the engine's own library; of this only where its code lies
inline bool in_text(const ProgramImage& image, const void* pc) noexcept {
    return reinterpret_cast<std::uintptr_t>(pc) - image.text_begin < image.text_end - image.text_begin;
}
inline bool in_program_text(const void* pc) noexcept { return in_text(g_program, pc); }
inline bool in_engine_text(const void* pc) noexcept { return in_text(g_engine, pc); }

// The variables' current values become what restore_data() puts back.
void save_data();
void restore_data() noexcept;

// The same for values that the caller keeps.
std::vector<unsigned char> copy_of_data();
void put_back_data(const std::vector<unsigned char>& values) noexcept;
bool data_stand_as(const std::vector<unsigned char>& values) noexcept;

}  // namespace interleave
