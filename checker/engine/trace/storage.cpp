// storage.cpp: looks up stacks, the heap, globals and thread-local variables.
#include "trace/storage.hpp"

#include "memory/arena.hpp"
#include "model/execution.hpp"

#include <vector>

namespace interleave {
namespace {

struct Frame {
    std::uintptr_t address;
    std::uintptr_t entry;
};
std::vector<std::vector<Frame>> g_frames;  // by thread, outermost call first

}  // namespace

void forget_frames() {
    for (auto& frames : g_frames) frames.clear();
}

void enter_frame(ThreadId thread, std::uintptr_t frame, std::uintptr_t entry) {
    if (g_frames.size() <= thread) g_frames.resize(thread + 1u);
    g_frames[thread].push_back({frame, entry});
}

void leave_frame(ThreadId thread) {
    if (thread < g_frames.size() && !g_frames[thread].empty()) g_frames[thread].pop_back();
}

Storage storage_of(std::uintptr_t address, std::uintptr_t pc) {
    Storage storage;
    if (in_hand_in_data(reinterpret_cast<const void*>(address))) {
        storage.kind = Storage::Kind::global;
        return storage;
    }
    if (arena::contains(reinterpret_cast<const void*>(address))) {
        storage.kind = Storage::Kind::heap;
        return storage;
    }
    for (unsigned i = 0; i < exec.thread_count; ++i) {
        const Thread& thread = exec.threads[i];
        const ThreadLocalRange locals = thread_locals(*thread.fiber);
        if (address - locals.begin < locals.size) {
            storage.kind = Storage::Kind::thread_local_data;
            storage.thread = static_cast<std::int32_t>(i);
            storage.offset = address - locals.begin;
            return storage;
        }
        if (address < thread.fiber->stack_low || address >= thread.fiber->stack_top) continue;
        storage.kind = Storage::Kind::stack;
        storage.thread = static_cast<std::int32_t>(i);
        if (i >= g_frames.size()) return storage;
        // Stacks grow downwards: the innermost call whose frame begins above the address.
        const auto& frames = g_frames[i];
        for (std::size_t call = frames.size(); call-- > 0;) {
            if (frames[call].address <= address) continue;
            storage.frame = frames[call].address;
            storage.frame_entry = frames[call].entry;
            if (call + 1 < thread.calls.size())
                storage.frame_pc = thread.calls[call + 1];
            else
                storage.frame_pc = &thread == exec.current ? pc : thread.pending->pc;
            break;
        }
        return storage;
    }
    return storage;
}

}  // namespace interleave
