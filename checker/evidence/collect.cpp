// collect.cpp: the end of a process as evidence, beside its frames.
#include "evidence/collect.hpp"

namespace lab::evidence {

Ending ending_of(const run::ProcessResult& process) {
    using Kind = Ending::Kind;
    Ending ending;
    ending.output = process.out;
    ending.errors = process.err;
    ending.left_behind = process.left_behind;
    if (!process.start_error.empty()) {
        ending.kind = Kind::not_started;
        ending.description = process.start_error;
        return ending;
    }
    if (process.exit_code) {
        ending.kind = Kind::exited;
        ending.number = *process.exit_code;
    } else {
        ending.kind = Kind::signalled;
        ending.number = process.signal;
        ending.description = run::describe_signal(process.signal);
    }
    if (process.limit == run::Limit::wall) ending.kind = Kind::wall_limit;
    if (process.limit == run::Limit::cpu) ending.kind = Kind::cpu_limit;
    if (process.limit == run::Limit::stuck) ending.kind = Kind::stuck;
    if (process.limit == run::Limit::output) ending.kind = Kind::output_limit;
    if (process.cancelled) ending.kind = Kind::cancelled;
    return ending;
}

Evidence collect(const channel::Frames& frames, const run::ProcessResult& process) {
    Evidence evidence = parse_frames(frames.texts);
    evidence.ending = ending_of(process);
    evidence.cut = frames.cut;
    if (frames.cut) evidence.oddities.push_back("the program had more to tell than the channel can hold");
    evidence.tampered = evidence.tampered || frames.damaged;
    if (frames.damaged) evidence.oddities.push_back("the program wrote over the memory of its own results");
    return evidence;
}

}  // namespace lab::evidence
