// operation.cpp: words for the operations of a trace.
#include "report/operation.hpp"

namespace lab::report {
namespace {

// Notes that say in other words what the phrase says already.
std::string with_note(std::string text, const std::string& note) {
    if (note.empty() || note == "got it" || note == "together") return text;
    return text + " (" + note + ")";
}

std::string with_value(const std::string& text, const char* between, const std::string& value) {
    return value.empty() ? text : text + between + value;
}

std::string waiting_words(const judge::Step& step) {
    const std::string& op = step.operation;
    const std::string held = step.holder ? *step.holder == step.thread ? " (held by itself)"
                                           : *step.holder == 0         ? " (held by main)"
                                                               : " (held by " + std::to_string(*step.holder) + ")"
                                         : "";
    if (op == "join") {
        const std::string& joined = step.note.empty() ? step.object : step.note;
        return "waits for " + (joined.empty() ? std::string("a thread") : joined) + " to end";
    }
    if (op == "acquire" || op == "try_acquire") return "waits for a permit of " + step.object;
    if (op == "wait" || op == "wake")
        return step.object_kind == "condition_variable" ? "waits on " + step.object : "waits at " + step.object;
    if (op == "arrive_wait") return "waits at " + step.object;
    if (op == "atomic_wait") return "waits for a change of " + step.object;
    if (op == "once") return "waits for the initialisation of " + step.object;
    if (op == "sleep") return "sleeps";
    return step.object.empty() ? "waits" : "waits for " + step.object + held;
}

std::string atomic_words(const judge::Step& step) {
    const std::string& op = step.operation;
    if (op == "atomic_load") return with_note(with_value("reads " + step.object, ": ", step.value), step.note);
    if (op == "atomic_store") return with_note(with_value("writes " + step.object, " = ", step.value), step.note);
    if (op == "atomic_cas" && step.note == "fails")
        return with_value("compares " + step.object, ", finds ", step.value);
    if (op == "atomic_wait")
        return step.note == "goes on" ? "goes on, " + step.object + " has changed"
                                      : "waits for a change of " + step.object;
    if (op == "atomic_notify") return with_note("notifies " + step.object, step.note);
    return with_value("changes " + step.object, " to ", step.value);
}

std::string lock_words(const judge::Step& step) {
    const std::string& op = step.operation;
    if (op == "try_lock") {
        if (step.note == "failed") return "tries " + step.object + ": taken";
        return step.note == "got it, shared" ? "locks " + step.object + ", shared" : "locks " + step.object;
    }
    if (op == "lock_shared") return "locks " + step.object + ", shared";
    if (op == "lock") return with_note("locks " + step.object, step.note);
    return with_note("unlocks " + step.object, step.note);
}

}  // namespace

std::string operation_words(const judge::Step& step) {
    const std::string& op = step.operation;
    if (step.blocks) return waiting_words(step);
    if (op.starts_with("atomic_")) return atomic_words(step);
    if (op.find("lock") != std::string::npos) return lock_words(step);
    if (step.part && op == "write") return "changes " + step.object;
    if (op == "read") return with_value("reads " + step.object, ": ", step.value);
    if (op == "write") return with_value("writes " + step.object, " = ", step.value);
    if (op == "create") return "starts " + (step.note.empty() ? std::string("a thread") : step.note);
    if (op == "start") return "begins";
    if (op == "join") return "has waited for " + (step.note.empty() ? std::string("a thread") : step.note);
    if (op == "detach") return "detaches " + step.note;
    if (op == "exit") return "ends";
    if (op == "output") return "prints \"" + step.value + "\"";
    if (op == "wait") {
        if (step.object_kind == "condition_variable") return with_note("waits on " + step.object, step.note);
        return with_note("waits at " + step.object, step.note == "open" ? "" : step.note);
    }
    if (op == "wake") return "wakes up";
    if (op == "notify_one") return with_note("notifies one on " + step.object, step.note);
    if (op == "notify_all") return with_note("notifies all on " + step.object, step.note);
    if (op == "acquire") return with_value("takes a permit of " + step.object, ", left: ", step.value);
    if (op == "try_acquire")
        return step.note == "failed" ? "finds no permit of " + step.object : "takes a permit of " + step.object;
    if (op == "release") return with_value("gives a permit to " + step.object, ", now: ", step.value);
    if (op == "arrive") return with_note(with_value("counts down " + step.object, " to ", step.value), step.note);
    if (op == "arrive_wait") return "arrives at " + step.object;
    if (op == "fence") return "fence";
    if (op == "once")
        return step.note == "initialises" ? "initialises " + step.object : with_note(step.object, step.note);
    if (op == "sleep") return "sleeps";
    if (op == "yield") return with_note("lets others run", step.note);
    if (op == "timeout") return step.object.empty() ? "the time is up" : "gives up waiting for " + step.object;
    if (op == "gauge_enter") return with_value("goes into " + step.object, ", inside now: ", step.value);
    if (op == "gauge_leave") return with_value("leaves " + step.object, ", inside now: ", step.value);
    if (op == "settle") return "waits until nobody else can go on";
    if (op == "point") return step.note.empty() ? "goes on" : step.note;
    return step.object.empty() ? op : op + " " + step.object;
}

}  // namespace lab::report
