// visible_memory.cpp: globals count from the program's load address, the heap from its start, stacks from their tops.
#include "explore/visible_memory.hpp"

#include "fiber/fiber.hpp"
#include "memory/arena.hpp"
#include "memory/snapshot.hpp"
#include "model/execution.hpp"

namespace interleave {

std::optional<VisibleCell> cell_of(std::uintptr_t address) {
    using Region = VisibleCell::Region;
    const std::uintptr_t cell = address & ~std::uintptr_t{7};
    if (cell >= (g_program.data_begin & ~std::uintptr_t{7}) && cell < g_program.data_end)
        return VisibleCell{Region::global, 0, cell - g_program.base};
    if (arena::contains(reinterpret_cast<const void*>(cell))) return VisibleCell{Region::heap, 0, cell - arena::base};
    for (unsigned i = 0; i < fiber_count(); ++i) {
        const Fiber& owner = fiber(i);
        if (cell >= owner.stack_low && cell < owner.stack_top)
            return VisibleCell{Region::stack, static_cast<ThreadId>(i), owner.stack_top - cell};
    }
    return std::nullopt;
}

void make_visible(const std::vector<VisibleCell>& cells) {
    exec.visible.clear();
    for (const VisibleCell& cell : cells) {
        switch (cell.region) {
            case VisibleCell::Region::global: exec.visible.insert((g_program.base + cell.offset) >> 3); break;
            case VisibleCell::Region::heap: exec.visible.insert((arena::base + cell.offset) >> 3); break;
            case VisibleCell::Region::stack:
                if (cell.thread < fiber_count()) exec.visible.insert((fiber(cell.thread).stack_top - cell.offset) >> 3);
                break;
        }
    }
}

}  // namespace interleave
