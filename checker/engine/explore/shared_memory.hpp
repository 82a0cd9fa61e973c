// shared_memory.hpp: a SharedState that outlives the child process that fills it in.
#pragma once

#include "explore/shared_state.hpp"

#include <sys/mman.h>
#include <new>
#include <type_traits>

namespace interleave {

class SharedMemory {
public:
    SharedMemory() : state_(map()) {}
    ~SharedMemory() { munmap(state_, sizeof(SharedState)); }
    SharedMemory(const SharedMemory&) = delete;
    SharedMemory& operator=(const SharedMemory&) = delete;
    SharedState& operator*() const { return *state_; }
    SharedState* operator->() const { return state_; }

    void clear() {
        munmap(state_, sizeof(SharedState));
        state_ = map();
    }

private:
    static SharedState* map() {
        void* memory = mmap(nullptr, sizeof(SharedState), PROT_READ | PROT_WRITE,
                            MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (memory == MAP_FAILED) throw std::bad_alloc();
        // A constructor would write all of it. Fresh pages are zero, as nearly all of a new state is, and those that
        // are never used never become memory.
        static_assert(std::is_trivially_copyable_v<SharedState> && std::is_trivially_destructible_v<SharedState>);
        auto* state = static_cast<SharedState*>(memory);
        state->bound = -1;
        state->recording.race_first = state->recording.race_second = -1;
        return state;
    }

    SharedState* state_;
};

}  // namespace interleave
