// checkpoint.hpp: the moment of a choice, kept so that an execution can begin there.
#pragma once

#include "fiber/fiber.hpp"
#include "memory/arena.hpp"
#include "model/execution_state.hpp"
#include "model/state.hpp"
#include "race/shadow.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace interleave {

class Execution;

// What the program's memory and the engine's state are. The functions are called while nothing of the hand-in runs.
class Checkpoint {
public:
    // False where there is more to it than is kept; then it is of no use.
    bool keep(const Execution& now);
    void put_back(Execution& into) const;
    // Whether the execution stands at the same moment.
    bool is_the_same(const Execution& now) const;
    std::size_t size() const { return size_; }  // in bytes, of what it keeps of the program's memory
    // With which the tags of objects are marked.
    std::uint32_t tag_generation() const { return tag_generation_; }

private:
    struct KeptThread {
        ThreadState state;
        Object* locked = nullptr;  // of Thread::lock
        std::uintptr_t lock_pc = 0;
        std::vector<Object*> held;
        std::vector<ThreadLocalDestructor> destructors;
        std::vector<void*> specific;
        std::vector<Thread::Look> looks;  // all, if some of them count
        unsigned next_look = 0;
        FiberImage fiber;
    };
    struct KeptObject {
        ObjectState state;
        ObjectHistory history;
    };

    std::size_t size_ = 0;
    ExecutionState state_;
    ThreadId current_ = 0;
    std::uint32_t tag_generation_ = 0;
    std::string output_;
    std::vector<ThreadLocalDestructor> exit_functions_;
    std::vector<ThreadId> steps_;
    std::vector<KeptThread> threads_;
    std::vector<KeptObject> objects_;
    std::vector<std::pair<const void*, Object*>> by_address_;
    std::vector<Shadow::KeptCell> cells_;
    arena::Moment heap_;
    std::vector<unsigned char> data_;
};

}  // namespace interleave
