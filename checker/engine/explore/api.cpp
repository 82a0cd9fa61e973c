// api.cpp: the functions of interleave.hpp, for the exploring build.
#include "interleave/interleave.hpp"

#include "explore/explorer.hpp"
#include "interpose/export.hpp"
#include "interpose/streams.hpp"
#include "model/primitives.hpp"
#include "trace/recorder.hpp"

namespace interleave {

void name(const void* object, std::string_view text) {
    if (exec.active) exec.names[object] = std::string(text);
}

void reached() { exec.reached = true; }

std::string output() {
    flush_output();
    return exec.output;
}

bool exploring() noexcept { return true; }

int run_program(int argc, const char* const* argv) { return call_program_main(argc, argv); }

void point() {
    if (!exec.active) return;
    exec.step({.op = Op::point, .pc = INTERLEAVE_PC});
    if (exec.recorder != nullptr) exec.recorder->step(Op::point, nullptr, "", "", INTERLEAVE_PC);
}

void settle() {
    if (!exec.active) return;
    exec.step({.op = Op::settle,
               .global = true,
               .enabled = [](const Thread& thread) { return exec.others_wait(thread); },
               .pc = INTERLEAVE_PC});
    if (exec.recorder != nullptr) exec.recorder->step(Op::settle, nullptr, "", "", INTERLEAVE_PC);
}

namespace {

void move(Op op, int& now, int& most, int by, const void* gauge, std::uintptr_t pc) {
    if (exec.active) {
        Object& object = exec.at(gauge, ObjectKind::gauge);
        exec.step({.op = op, .object = &object, .pc = pc});
        exec.changed(object);
    }
    now += by;
    if (now > most) most = now;
    if (exec.active && exec.recorder != nullptr)
        exec.recorder->step(op, exec.existing(gauge), std::to_string(now).c_str(), "", pc);
}

}  // namespace

void Gauge::enter() { move(Op::gauge_enter, now_, most_, 1, this, INTERLEAVE_PC); }
void Gauge::leave() { move(Op::gauge_leave, now_, most_, -1, this, INTERLEAVE_PC); }
int Gauge::now() const { return now_; }
int Gauge::most() const { return most_; }

namespace detail {
void run_case(const char* name, const char* file, int line, Quantifier quantifier, void (*body)()) {
    explore_registered_case(name, file, line, quantifier == Quantifier::some, body);
}
}  // namespace detail

}  // namespace interleave
