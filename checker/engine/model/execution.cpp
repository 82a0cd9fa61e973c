// execution.cpp: the life of one execution: start, threads, objects, end.
#include "model/quick_choice.hpp"

#include "fiber/fixed_place.hpp"
#include "interpose/input.hpp"
#include "interpose/streams.hpp"
#include "memory/arena.hpp"
#include "memory/snapshot.hpp"
#include "model/primitives.hpp"
#include "trace/recorder.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace interleave {

Execution exec;

std::string thread_name(ThreadId thread) {
    return thread == 0 ? std::string("main") : "thread " + std::to_string(thread);
}

std::string grouped(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
    return digits;
}

std::vector<ThreadLocalDestructor>& first_exit_functions() {
    static std::vector<ThreadLocalDestructor> functions;
    return functions;
}

// What is left of the execution before that neither reset() nor a start that is put back overwrites.
void Execution::clear_away() {
    ++generation;
    ++executions;
    if (failure.kind != FailureKind::none) failure = Failure{};
    if (!names.empty()) names.clear();
    strongest_fences.clear();
    Clock::recycle_all();
    probe_.thread = nullptr;
    probe_.waiters.clear();
    rewind_input();
    restore_streams();
}

void Execution::reset() {
    static_cast<ExecutionState&>(*this) = ExecutionState{};
    output.clear();
    log->count = 0;
    by_address_.clear();
    shadow.restart();
    spurious_left = limits.spurious;
    early_left = limits.early;
    exit_functions.clear();
    if (exit_ends_program) exit_functions = first_exit_functions();
    output_object = &new_object(nullptr, ObjectKind::output);
    arena::restart();
    restore_data();
}

void body_entry(void* argument) {
    auto& execution = *static_cast<Execution*>(argument);
    errno = 0;
    execution.body_(execution.body_argument_);
    execution.main_finished();
    execution.finish_thread(nullptr);
}

void thread_entry(void* argument) {
    auto& thread = *static_cast<Thread*>(argument);
    errno = 0;  // of a fiber that an earlier execution has used
    void* result = call_at(thread.stack_top - place_of_thread, thread.start, thread.argument);
    exec.finish_thread(result);
}

namespace {
void no_memory_left() {
    if (exec.active)
        exec.fail(FailureKind::out_of_memory, "so much memory is used that watching it takes more than there is");
}
}  // namespace

void Execution::run(void (*body)(void*), void* argument, Strategy* strategy, const std::vector<ThreadId>* replay) {
    no_memory_for_races = no_memory_left;
    body_ = body;
    body_argument_ = argument;
    strategy_ = strategy;
    const Strategy::Manner manner = strategy == nullptr ? Strategy::Manner{} : strategy->manner();
    watcher_ = manner.watcher;
    names_objects_ = manner.objects;
    asks_costs_ = manner.costs;
    systematic_ = manner.systematic;
    exact_ = systematic_ && limits.race_detection && limits.exact_loops;
    // Steps after which a thread lets others go first, in case it waits for them: sooner where loops are only guessed.
    long_run_ = exact_ ? 128 : 64;
    replay_ = replay;
    observed_ = replay_ != nullptr || watcher_ != nullptr || recorder != nullptr;
    set_aside_ = nullptr;
    uniform_ = observed_ || names_objects_ || asks_costs_ ? nullptr : manner.uniform;
    long_execution_ = steps_of_long_execution(systematic_);
    next_check_ = most_steps_ = std::min(limits.steps, StepLog::capacity);
    if (uniform_ != nullptr) next_check_ = std::min(most_steps_, long_execution_ - 1);
    looks_closely = !visible.empty() || recorder != nullptr;
    ignores_plain = !limits.race_detection && visible.empty() && recorder == nullptr;
    clear_away();
    begin(uniform_ != nullptr && !looks_closely ? checkpoints_.plan(body, argument, limits.checkpoint_after)
                                                : CheckpointTree::Plan::begin_anew);
    if (knowledge_grew || std::exchange(stack_widened, false)) checkpoints_.forget();
    if (watcher_ != nullptr && !abandoned) tell_what_was_left();
}

void Execution::begin(CheckpointTree::Plan plan) {
    Random* const random = uniform_;
    if (plan == CheckpointTree::Plan::continue_) {
        checkpoints_.put_back(*this, *random);
        stops_at_choice_ = checkpoints_.stops_at_next_choice();
    } else {
        reset();
        // Checkpoints are compared with executions that begin anew: the marks of objects are part of them.
        const bool looks = plan == CheckpointTree::Plan::look;
        tag_generation_ = looks && checkpoints_.tag_generation() != 0 ? checkpoints_.tag_generation() : generation;
        Thread& main = create_thread(nullptr, nullptr, false);
        reset_fiber(*main.fiber, body_entry, this);
        current = &main;
        stops_at_choice_ = looks && checkpoints_.stops_at_next_choice();
        if (looks) set_aside_ = std::exchange(uniform_, nullptr);
    }
    run_hand_in();
    while (at_choice_) {
        at_choice_ = false;
        checkpoints_.reached(*this, *random);
        stops_at_choice_ = checkpoints_.stops_at_next_choice();
        uniform_ = std::exchange(set_aside_, nullptr);
        run_hand_in();
    }
    stops_at_choice_ = false;
}

void Execution::run_hand_in() {
    set_active(true);
    switch_fiber(host, *current->fiber);
    set_active(false);
}

Thread& Execution::create_thread(void* (*start)(void*), void* argument, bool detached) {
    const unsigned index = thread_count;
    if (index >= limits.threads || index >= fiber_count())
        fail(FailureKind::too_many_threads,
             "more than " + grouped(std::min(limits.threads, fiber_count())) + " threads were started");
    if (threads.size() <= index) threads.grow();
    Thread& thread = threads[index];
    thread_count += 1;
    unfinished_ += 1;
    static_cast<ThreadState&>(thread) = ThreadState{};
    thread.id = static_cast<ThreadId>(index);
    thread.bit = thread_bit(thread.id);
    if (thread.bit == 0) chooses_otherwise();
    thread.fiber = &fiber(index);
    thread.stack_top = thread.fiber->stack_top;
    thread.stack_low = thread.fiber->stack_low;
    thread.begin_anew();
    thread.start = start;
    thread.argument = argument;
    thread.detached = detached;
    thread.creator = index == 0 ? no_thread : current->id;
    thread.in_schedule = thread.id;
    thread.begun_at = log->count;
    thread.moment = std::uint64_t{thread.id} << 32 | 1;
    thread.quick_accesses = looks_closely ? 0 : long_stretch;
    if (index != 0) {
        if (watcher_ != nullptr) watcher_->thread_created(current->id, thread.id);
        thread.clock.join(current->clock);
        current->created_at = log->count;
        tick();
    }
    thread.clock.set(thread.id, thread.time());
    if (index != 0) {
        if (recorder != nullptr) recorder->event(Op::create, nullptr, "", thread_name(thread.id).c_str());
        reset_fiber(*thread.fiber, thread_entry, &thread);
        // It runs up to its first step right away: until then nobody can notice what it does.
        thread.return_to = current->id;
        thread.in_schedule = static_cast<ThreadId>(thread.id | before_creator);
        switch_to(thread);
    }
    return thread;
}

Thread* Execution::find_thread(pthread_t handle) {
    for (unsigned i = 0; i < thread_count; ++i)
        if (threads[i].fiber->handle == handle) return &threads[i];
    return nullptr;
}

void Execution::run_exit_functions() {
    run_thread_destructors(*current);
    while (!exit_functions.empty()) {
        const auto last = exit_functions.back();
        exit_functions.pop_back();
        last.call(last.object);
    }
}

void Execution::main_finished() {
    if (main_ended) return;
    if (exit_ends_program) run_exit_functions();
    // Its variables are gone; the frames of what follows here lie where they were.
    main_returned = true;
    look_closely();
    // Others may be anywhere when the body returns.
    if (!output_object->shared) mark_used(*output_object);
    if (detach_seen || output_object->shared || !passes_as_step()) step({.op = Op::exit, .object = output_object});
    flush_output();
    main_ended = true;
}

void Execution::look_closely() {
    looks_closely = true;
    for (unsigned i = 0; i < thread_count; ++i) threads[i].quick_accesses = 0;
}

void Execution::finish_thread(void* result) {
    Thread& me = *current;
    if (probe_.thread == &me) conclude_probe(true);
    run_thread_destructors(me);
    me.result = result;
    me.finished = me.out = true;
    Thread* released = nullptr;
    if (me.joiner != no_thread) {
        Thread& joiner = threads[me.joiner];
        joiner.out = false;
        ready.enter(joiner);
        released = &joiner;
    }
    if (recorder != nullptr) recorder->event(Op::exit, nullptr);
    --unfinished_;
    if (me.return_to != no_thread) leave_to(threads[me.return_to]);
    if (unfinished_ == 0) all_done();
    // Who waited for it runs at once, unless there are others of that kind.
    if (uniform_ != nullptr && released != nullptr && ready.asked == released->bit) {
        released->outcome = Outcome::granted;
        leave_to(*released);
    }
    Thread* next = choose_quickly();
    leave_to(next != nullptr ? *next : *choose());
}

void Execution::leave_to(Thread& next) {
    Thread& me = *current;
    current = &next;
    switch_fiber(*me.fiber, *next.fiber);
    __builtin_unreachable();
}

void Execution::end() {
    Fiber* mine = current->fiber;
    switch_fiber(*mine, host);
    __builtin_unreachable();
}

void Execution::all_done() {
    for (unsigned i = 1; i < thread_count; ++i)
        if (!threads[i].joined && !threads[i].detached && failure.kind == FailureKind::none)
            fail(FailureKind::leak, thread_name(threads[i].id) + " was neither joined nor detached");
    end();
}

void Execution::fail(FailureKind kind, std::string message) {
    failure.kind = kind;
    failure.message = std::move(message);
    fail_prepared();
}

void Execution::fail_prepared() {
    if (probing()) {  // what a trial runs into is no finding
        probe_.thread = nullptr;
        log->count = probe_.steps;
        failure = std::move(probe_.deadlock);
    }
    end();
}

// --- objects ---------------------------------------------------------------------------------------------------------

// Objects come in the same order in most executions: what was true of the one before is known.
bool Execution::known_as_shared(Object& object) {
    if (all_shared) return true;
    if (object.asked_about != object.address || object.asked_at != shared.size()) {
        object.asked_about = object.address;
        object.asked_at = shared.size();
        object.answer = shared.contains(identity(object));
    }
    return object.answer;
}

Object& Execution::new_object(const void* address, ObjectKind kind) {
    if (objects.size() <= object_count) objects.grow();
    Object& object = objects[object_count];
    static_cast<ObjectState&>(object) = ObjectState{};
    object.id = ++object_count;
    object.kind = kind;
    object.address = address;
    object.clear();
    object.shared = known_as_shared(object);
    return object;
}

namespace {
std::string object_kind_words(ObjectKind kind) {
    std::string words = object_kind_name(kind);
    for (char& letter : words)
        if (letter == '_') letter = ' ';
    return words;
}
}  // namespace

Object& Execution::tag_anew(const void* address, ObjectKind kind) {
    Object& object = new_object(address, kind);
    *static_cast<Tag*>(const_cast<void*>(address)) = {object.id, tag_mark()};
    return object;
}

void Execution::used_after_destruction(const Object& object) {
    fail(FailureKind::misuse,
         thread_name(current->id) + " uses a " + object_kind_words(object.kind) + " that was destroyed");
}

Object* Execution::existing(const void* address) {
    const auto found = by_address_.find(address);
    return found == by_address_.end() ? nullptr : found->second;
}

Object& Execution::at(const void* address, ObjectKind kind) {
    if (Object* object = existing(address)) return *object;
    Object& object = new_object(address, kind);
    by_address_.emplace(address, &object);
    return object;
}

std::uint64_t Execution::identity(const Object& object) const {
    return object.address == nullptr ? 1 : reinterpret_cast<std::uintptr_t>(object.address);
}

}  // namespace interleave
