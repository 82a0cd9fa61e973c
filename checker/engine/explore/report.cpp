// report.cpp: copies results out of the shared state, and picks the events that a reader needs.
#include "explore/report.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace interleave {
namespace {

std::optional<std::string> text_or_nothing(const char* text) {
    return text[0] == '\0' ? std::nullopt : std::optional<std::string>(text);
}

void add_storage(runner::ObjectInfo& info, const Storage& storage) {
    static constexpr const char* kinds[] = {"", "global", "heap", "stack", "thread_local"};
    info.storage = kinds[static_cast<unsigned>(storage.kind)];
    if (storage.thread >= 0) info.thread = storage.thread;
    info.frame = storage.frame;
    info.frame_entry = storage.frame_entry;
    info.frame_pc = storage.frame_pc;
    info.offset = storage.offset;
}

// A plain access is worth showing if another thread uses the same memory too and somebody writes there.
std::vector<bool> events_to_show(const Recording& recording) {
    struct Use {
        std::set<ThreadId> threads;
        bool written_by_two_or_read_elsewhere = false;
        bool written = false;
    };
    std::unordered_map<std::uintptr_t, Use> uses;
    const auto is_plain = [](const RecordedEvent& event) { return event.op == Op::read || event.op == Op::write; };
    for (std::uint32_t i = 0; i < recording.events; ++i) {
        const auto& event = recording.event[i];
        if (!is_plain(event)) continue;
        for (std::uintptr_t cell = event.address >> 3; cell <= (event.address + event.size - 1) >> 3; ++cell) {
            Use& use = uses[cell];
            use.threads.insert(event.thread);
            // What main sets up before the others start is of no interest by itself.
            use.written |= event.op == Op::write && (event.thread != 0 || use.threads.size() > 1);
        }
    }
    std::vector<bool> show(recording.events, true);
    for (std::uint32_t i = 0; i < recording.events; ++i) {
        const auto& event = recording.event[i];
        if (!is_plain(event)) continue;
        const bool racing = static_cast<std::int32_t>(i) == recording.race_first ||
                            static_cast<std::int32_t>(i) == recording.race_second;
        const Use& use = uses[event.address >> 3];
        // A thread-local variable is shown although each thread has its own: that may be the mistake.
        const bool own_copy = event.storage.kind == Storage::Kind::thread_local_data;
        // What a thread looks at under a lock tells what it locks for, even if nobody else has come to it yet.
        const bool locked = event.held_count > 0;
        show[i] = racing || event.step >= 0 || own_copy || locked || (use.threads.size() > 1 && use.written);
    }
    return show;
}

// Of a very long recording (a livelock) the beginning and the end are enough.
void cut_the_middle(std::vector<bool>& show, const Recording& recording) {
    constexpr std::ptrdiff_t head = 300, tail = 1200;
    if (std::ranges::count(show, true) <= head + tail) return;
    std::ptrdiff_t left = std::ranges::count(show, true), seen = 0;
    for (std::size_t i = 0; i < show.size(); ++i) {
        if (!show[i]) continue;
        --left;
        const bool racing = static_cast<std::int32_t>(i) == recording.race_first;
        if (seen++ >= head && left >= tail && !racing) show[i] = false;
    }
}

// Recordings with ids into result values with objects. One failure has one list of objects.
class Writer {
public:
    explicit Writer(runner::Failure& failure) : failure_(failure) {}

    // To be called before any event is written, since plain memory gets the ids that follow.
    void add_objects(const Recording& recording) {
        for (auto i = static_cast<std::uint32_t>(failure_.objects.size()); i < recording.objects; ++i) {
            const auto& object = recording.object[i];
            runner::ObjectInfo info;
            info.id = static_cast<int>(i) + 1;
            info.kind = object_kind_name(object.kind);
            info.address = object.address;
            info.name = text_or_nothing(object.name);
            if (object.holder >= 0) info.holder = object.holder;
            info.state = object.state;
            add_storage(info, object.storage);
            failure_.objects.push_back(std::move(info));
        }
    }

    runner::TraceEvent event(const RecordedEvent& event) {
        runner::TraceEvent out;
        if (event.step >= 0) out.step = event.step;
        out.thread = event.thread;
        out.op = op_name(event.op);
        if (event.op == Op::read || event.op == Op::write)
            out.object = memory_object(event);
        else if (event.object != 0)
            out.object = static_cast<int>(event.object);
        if (out.object && event.size != 0 && *out.object <= static_cast<int>(failure_.objects.size()))
            failure_.objects[static_cast<std::size_t>(*out.object) - 1].size = event.size;
        out.value = text_or_nothing(event.value);
        if (event.has_bits) out.bits = event.bits;
        out.stack.assign(event.stack, event.stack + event.depth);
        for (unsigned k = 0; k < event.held_count; ++k) out.holds.push_back(static_cast<int>(event.held[k]));
        out.blocks = event.blocks;
        out.note = text_or_nothing(event.note);
        return out;
    }

private:
    // Memory whose accesses are steps is an object already, of eight bytes: it takes the place of what is accessed
    // first.
    void give_place(const RecordedEvent& event) {
        if (event.object == 0 || event.object > failure_.objects.size() || memory_.contains(event.address)) return;
        runner::ObjectInfo& info = failure_.objects[event.object - 1];
        if (info.kind != "memory" || !placed_.insert(info.id).second) return;
        info.address = event.address;
        info.size = event.size;
        add_storage(info, event.storage);
        memory_.emplace(event.address, info.id);
    }

    runner::ObjectId memory_object(const RecordedEvent& event) {
        give_place(event);
        const auto [entry, fresh] = memory_.try_emplace(event.address, static_cast<int>(failure_.objects.size()) + 1);
        if (fresh) {
            runner::ObjectInfo info;
            info.id = entry->second;
            info.kind = "memory";
            info.address = event.address;
            info.size = event.size;
            add_storage(info, event.storage);
            failure_.objects.push_back(std::move(info));
        }
        return entry->second;
    }

    runner::Failure& failure_;
    std::set<runner::ObjectId> placed_;
    std::map<std::uintptr_t, runner::ObjectId> memory_;  // plain memory becomes an object too
};

// What follows the race in the recording that was not stopped there.
void add_continuation(runner::Failure& failure, const Recording& recording, std::int32_t race_second, Writer& writer) {
    constexpr std::size_t most = 400;
    const std::vector<bool> show = events_to_show(recording);
    for (auto i = static_cast<std::uint32_t>(race_second) + 1; i < recording.events && failure.after.size() < most;
         ++i) {
        if (!show[i]) continue;
        failure.after.push_back(writer.event(recording.event[i]));
        failure.after.back().index = static_cast<int>(failure.trace.size() + failure.after.size()) - 1;
    }
}

void add_threads(runner::Failure& failure, const Recording& recording) {
    for (std::uint32_t i = 0; i < recording.threads; ++i) {
        const auto& thread = recording.thread[i];
        static constexpr const char* states[] = {"running", "blocked", "sleeping", "finished"};
        runner::ThreadInfo info;
        info.id = static_cast<int>(i);
        info.name = thread_name(static_cast<ThreadId>(i));
        info.state = states[static_cast<unsigned>(thread.state)];
        if (thread.waits_for != 0) info.waits_for = static_cast<int>(thread.waits_for);
        if (thread.waits_for_thread >= 0) info.waits_for_thread = thread.waits_for_thread;
        info.stack.assign(thread.stack, thread.stack + thread.depth);
        using State = RecordedThread::State;
        const bool waits = thread.state == State::blocked || thread.state == State::sleeping;
        if (waits || (recording.stopped && thread.state == State::running)) {
            info.next = op_name(thread.next);
            if (thread.next_object != 0) info.next_object = static_cast<int>(thread.next_object);
        }
        failure.threads.push_back(std::move(info));
    }
}

void add_position(runner::Failure& failure, const Recording& recording) {
    failure.diverged = recording.diverged;
    if (!recording.stopped) return;
    static constexpr const char* kinds[] = {"step", "timeout", "wake-up"};
    runner::Position position;
    for (unsigned i = 0; i < recording.choices; ++i)
        position.choices.push_back(
            {recording.choice[i].thread, kinds[static_cast<unsigned>(recording.choice[i].kind)]});
    position.values = recording.values;
    failure.position = std::move(position);
}

void add_recording(runner::Failure& failure, const Recording& recording, const Recording* continued) {
    std::vector<bool> show = events_to_show(recording);
    cut_the_middle(show, recording);
    std::map<std::uint32_t, int> index_of;
    Writer writer(failure);
    writer.add_objects(recording);
    if (continued != nullptr) writer.add_objects(*continued);
    for (std::uint32_t i = 0; i < recording.events; ++i) {
        if (!show[i]) continue;
        index_of[i] = static_cast<int>(failure.trace.size());
        failure.trace.push_back(writer.event(recording.event[i]));
        failure.trace.back().index = index_of[i];
    }
    add_threads(failure, recording);
    add_position(failure, recording);
    if (recording.race_second >= 0 && index_of.contains(static_cast<std::uint32_t>(recording.race_first)) &&
        index_of.contains(static_cast<std::uint32_t>(recording.race_second))) {
        runner::Race race;
        race.first = index_of[static_cast<std::uint32_t>(recording.race_first)];
        race.second = index_of[static_cast<std::uint32_t>(recording.race_second)];
        race.object = failure.trace[static_cast<std::size_t>(race.second)].object.value_or(0);
        failure.race = race;
        if (continued != nullptr) add_continuation(failure, *continued, recording.race_second, writer);
    }
}

runner::Failure make_failure(const SharedFailure& from) {
    runner::Failure failure;
    failure.kind = failure_name(from.kind);
    failure.message = from.message;
    if (from.kind == FailureKind::signal) failure.signal = from.signal;
    if (from.kind == FailureKind::exit) failure.exit = from.exit_code;
    failure.what = text_or_nothing(from.what);
    if (from.check_expression[0] != '\0')
        failure.check = runner::FailedCheck{from.check_expression, from.check_expansion, from.check_macro,
                                            from.check_file,       from.check_line,      {}};
    failure.output.assign(from.output, std::min<std::size_t>(from.output_size, sizeof from.output));
    failure.cycle.assign(from.cycle, from.cycle + std::min<std::size_t>(from.cycle_length, std::size(from.cycle)));
    return failure;
}

std::vector<runner::OutputSeen> outputs_of(const SharedState& found) {
    std::vector<runner::OutputSeen> outputs;
    for (std::uint32_t i = 0; i < found.outputs; ++i) {
        const auto& seen = found.output[i];
        outputs.push_back({std::string(found.text + seen.text, seen.text_size), seen.count, seen.exit_code,
                           std::string(found.text + seen.schedule, seen.schedule_size)});
    }
    return outputs;
}

}  // namespace

runner::CaseEnd make_case_end(const Subject& subject, const SharedState& found, const SharedState* explained,
                              const SharedState* continued, const Schedule& schedule) {
    runner::CaseEnd end;
    end.name = subject.name;
    end.kind = subject.program ? "program" : subject.some ? "some" : "every";
    end.interleavings = found.interleavings;
    end.redundant = found.redundant;
    end.complete = found.complete;
    if (!found.complete && found.bound >= 0) end.preemption_bound = found.bound;
    end.passed = found.passed;
    end.failed = found.failed;
    if (found.first_failure > 0) end.first_failure = found.first_failure;
    if (subject.some) end.reached = found.reached;
    end.outputs_cut = found.outputs_cut;
    end.outputs = outputs_of(found);
    if (found.failure.kind == FailureKind::none && explained == nullptr) return end;
    runner::Failure failure = make_failure(found.failure);  // of a replay in which all is well: kind "none"
    failure.schedule = to_string(schedule);
    if (explained != nullptr) {
        failure.steps = explained->log.count;
        add_recording(failure, explained->recording, continued != nullptr ? &continued->recording : nullptr);
    }
    end.failure = std::move(failure);
    return end;
}

runner::Consequence make_consequence(const SharedState& found, const std::vector<VisibleCell>& cells) {
    runner::Consequence consequence;
    consequence.interleavings = found.interleavings;
    if (found.failure.kind != FailureKind::none) {
        const SharedFailure& failure = found.failure;
        const std::vector<ThreadId> steps(failure.schedule,
                                          failure.schedule + std::min(failure.steps, StepLog::capacity));
        consequence.kind = failure_name(failure.kind);
        consequence.schedule = to_string(Schedule{cells, steps});
        return consequence;
    }
    consequence.kind = "none";
    consequence.outputs = outputs_of(found);
    for (runner::OutputSeen& output : consequence.outputs)
        if (const auto schedule = parse_schedule(output.schedule))
            output.schedule = to_string(Schedule{cells, schedule->steps});
    return consequence;
}

}  // namespace interleave
