// program_caller.cpp: the frames of library code have unwinding information.
#include "interpose/program_caller.hpp"

#include "memory/snapshot.hpp"
#include "model/execution.hpp"

#include <unwind.h>

namespace interleave {
namespace {

_Unwind_Reason_Code stop_in_program(_Unwind_Context* context, void* found) {
    const std::uintptr_t pc = _Unwind_GetIP(context);
    if (!in_program_text(reinterpret_cast<const void*>(pc))) return _URC_NO_REASON;
    *static_cast<std::uintptr_t*>(found) = pc;
    return _URC_END_OF_STACK;
}

enum class Served : std::uint8_t { engine_at_first, nobody, program, engine };

_Unwind_Reason_Code find_served(_Unwind_Context* context, void* found) {
    auto& served = *static_cast<Served*>(found);
    const auto* const pc = reinterpret_cast<const void*>(_Unwind_GetIP(context));
    const bool engine = in_engine_text(pc);
    if (served == Served::engine_at_first) {  // the frames of the hook that asks
        if (!engine) served = Served::nobody;
    } else if (engine) {
        served = Served::engine;
    }
    if (in_program_text(pc)) served = Served::program;
    return served == Served::engine || served == Served::program ? _URC_END_OF_STACK : _URC_NO_REASON;
}

}  // namespace

bool library_serves_program() {
    auto served = Served::engine_at_first;
    _Unwind_Backtrace(find_served, &served);
    return served == Served::program;
}

std::uintptr_t program_caller(std::uintptr_t pc) {
    if (exec.recorder == nullptr || in_program_text(reinterpret_cast<const void*>(pc))) return pc;
    std::uintptr_t found = pc;
    _Unwind_Backtrace(stop_in_program, &found);
    return found;
}

}  // namespace interleave
