// storage.hpp: where in the program's memory an address lies, and in which call's frame if it is a local variable.
#pragma once

#include "model/types.hpp"

#include <cstdint>

namespace interleave {

struct Storage {
    enum class Kind : std::uint8_t { unknown, global, heap, stack, thread_local_data } kind = Kind::unknown;
    std::int32_t thread = -1;  // whose stack, or whose thread-local variable
    std::uintptr_t frame = 0;  // of a stack: the canonical frame address of the call that the variable belongs to,
    std::uintptr_t frame_entry = 0;  // an address at the beginning of that call's function,
    std::uintptr_t frame_pc = 0;     // and where the call had got to; 0 or in another function: not known
    std::uintptr_t offset = 0;  // of a thread-local variable: from the start of the program's thread-local variables
};

// The current thread is at `pc`. Only while recording.
Storage storage_of(std::uintptr_t address, std::uintptr_t pc);

// The frames of the calls that are under way, a list for each thread; kept only while recording. They run beside
// Thread::calls.
void forget_frames();
void enter_frame(ThreadId thread, std::uintptr_t frame, std::uintptr_t entry);
void leave_frame(ThreadId thread);

}  // namespace interleave
