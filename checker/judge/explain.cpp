// explain.cpp: the sentences for each kind of failure but those about waiting, which are in waiting.cpp.
#include "judge/explain.hpp"

#include "judge/steps.hpp"
#include "judge/waiting.hpp"
#include "judge/words.hpp"

#include <algorithm>

namespace lab::judge {
namespace {

using evidence::Event;
using evidence::Failure;

// "reads", "writes", with "atomically" where that is so.
std::string access_word(const Event& event) {
    if (event.op == "read") return "reads";
    if (event.op == "write") return "writes";
    if (event.op == "atomic_load") return "atomically reads";
    if (event.op == "atomic_store") return "atomically writes";
    if (event.op.starts_with("atomic_")) return "atomically changes";
    return event.op == "output" ? "prints to" : "uses";
}

// Which locks each side holds, and why that does not help.
std::string locks_sentence(const Failure& failure, const Event& first, const Event& second) {
    const auto one = lock_words(failure, first.holds);
    const auto two = lock_words(failure, second.holds);
    const std::string who_one = thread_word(failure, first.thread);
    const std::string who_two = thread_word(failure, second.thread);
    if (one.empty() && two.empty()) return "Neither of them holds a lock there.";
    if (one.empty()) return sentence(who_two + " holds " + joined(two) + ", but " + who_one + " holds no lock");
    if (two.empty()) return sentence(who_one + " holds " + joined(one) + ", but " + who_two + " holds no lock");
    const bool common = std::any_of(one.begin(), one.end(), [&two](const auto& name) {
        return std::find(two.begin(), two.end(), name) != two.end();
    });
    if (common) return sentence("both hold " + joined(one) + ", but not so that one excludes the other");
    return sentence(who_one + " holds " + joined(one) + " and " + who_two + " holds " + joined(two) +
                    ": different locks do not keep each other out");
}

// The main thread touches what a thread works on that it has not joined.
bool lacks_join(const Failure& failure, const Event& first, const Event& second) {
    if (second.thread != 0 || first.thread == 0 || !second.holds.empty()) return false;
    return std::none_of(failure.trace.begin(), failure.trace.end(), [&](const Event& event) {
        return event.thread == 0 && event.op == "create" && event.index > first.index && event.index < second.index;
    });
}

Explanation explain_race(const Failure& failure) {
    Explanation result;
    const Event* first = failure.race ? failure.event(failure.race->first) : nullptr;
    const Event* second = failure.race ? failure.event(failure.race->second) : nullptr;
    if (first == nullptr || second == nullptr) {
        result.message = sentence(failure.message);
        return result;
    }
    result.events = {first->index, second->index};
    const std::string object = object_word(failure, failure.race->object);
    const std::string one = thread_word(failure, first->thread);
    const std::string two = thread_word(failure, second->thread);
    if (first->place.known() && place_word(first->place) == place_word(second->place)) {
        const bool same = access_word(*first) == access_word(*second);
        result.message =
            same ? sentence(one + " and " + two + " both " + (first->op == "write" ? "write " : "use ") + object +
                            " in the same line, " + place_word(first->place) + ", and nothing orders the two")
                 : sentence(one + " " + access_word(*first) + " and " + two + " " + access_word(*second) + " " +
                            object + " in the same line, " + place_word(first->place) + ", and nothing orders the two");
    } else {
        result.message =
            sentence(one + " " + access_word(*first) + " " + object + at_place(first->place) + ", and " + two + " " +
                     access_word(*second) + " it" + at_place(second->place) + "; nothing orders the two");
    }
    result.message += " " + locks_sentence(failure, *first, *second);
    const auto locks_one = lock_words(failure, first->holds);
    const auto locks_two = lock_words(failure, second->holds);
    if (lacks_join(failure, *first, *second))
        result.advice = sentence("the main thread does not wait for " + one +
                                 ": join it before this line, or hold one lock around both");
    else if (locks_one.empty() != locks_two.empty())
        result.advice = "Hold " + (locks_one.empty() ? locks_two : locks_one).front() + " at both places.";
    else if (locks_one.empty())
        result.advice =
            "One lock, held by every thread around every access, would order them; so would an atomic variable.";
    else
        result.advice = "Decide which one lock protects " + object + ", and hold that one at both places.";
    return result;
}

// The line on which the failing thread was, from the note that it left, its stack, or the last event of the trace.
std::string last_place(const Failure& failure) {
    if (const Event* note = last_note(failure)) return at_place(note->place);
    for (const auto& thread : failure.threads)
        if (thread.state == "running" && thread.place.known()) return at_place(thread.place);
    for (auto event = failure.trace.rbegin(); event != failure.trace.rend(); ++event)
        if (event->place.known()) return at_place(event->place);
    return {};
}

std::string with_place(const Failure& failure, std::string text) {
    const std::string place = last_place(failure);
    if (!text.empty() && text.back() == '.') text.pop_back();
    if (place.empty() || text.find(place.substr(4)) != std::string::npos) return sentence(text);
    return sentence(text) + " The last line known is" + place.substr(3) + ".";
}

Explanation explain_crash(const Failure& failure) {
    Explanation result;
    std::string text = failure.message;
    const std::string what = failure.what.value_or("");
    if (text.empty()) {
        if (failure.kind == "exception") text = "an exception leaves a thread and nobody catches it";
        if (failure.kind == "terminate") text = "std::terminate was called";
        if (failure.kind == "signal")
            text = "the program was ended by signal " + std::to_string(failure.signal.value_or(0));
        if (failure.kind == "exit") text = "the program called exit(" + std::to_string(failure.exit.value_or(0)) + ")";
        if (failure.kind == "abort") text = "the program called abort()";
        if (failure.kind == "out-of-memory") text = "the program used up the memory that it may have";
        if (failure.kind == "output-limit") text = "the program printed far more than it should";
        if (failure.kind == "fork") text = "the program tried to start another process";
    }
    if (!what.empty() && text.find(what) == std::string::npos) text += ": " + what;
    result.message = with_place(failure, text);
    for (auto event = failure.trace.rbegin(); event != failure.trace.rend() && result.events.empty(); ++event)
        if (event->place.known() && event->op != "exit") result.events = {event->index};

    if (failure.kind == "exception" || failure.kind == "terminate")
        result.advice =
            failure.kind == "exception"
                ? "An exception must be caught in the thread in which it was thrown, or travel on in a future."
                : "Join every std::thread before it is destroyed, on every path; let no exception leave a thread.";
    if (failure.kind == "exit") result.advice = "A hand-in returns to its caller; only main may end the program.";
    if (failure.kind == "signal" && failure.signal == 11)
        result.advice = "Is something used after it was destroyed, or through a reference that outlived its object?";
    return result;
}

}  // namespace

Explanation explain(const evidence::Failure& failure) {
    const std::string& kind = failure.kind;
    if (kind == "data-race") return explain_race(failure);
    if (kind == "deadlock") return explain_deadlock(failure);
    if (kind == "lost-wakeup") return explain_lost_wakeup(failure);
    if (kind == "livelock") return explain_livelock(failure);
    Explanation result;
    if (verdict_of(kind, false) == Verdict::crash) {
        result = explain_crash(failure);
    } else if (kind == "no-progress") {
        result.message =
            with_place(failure, failure.message.empty()
                                    ? "a loop runs on and on without doing anything that another thread could notice"
                                    : failure.message);
        result.advice =
            "A loop that waits for another thread must look at an atomic variable, or better: block until it is told.";
    } else if (kind == "blocked-outside") {
        result.message =
            with_place(failure, failure.message.empty() ? "the program waits in a call that the checker cannot see into"
                                                        : failure.message);
    } else if (kind == "leak") {
        result.message = sentence(failure.message.empty() ? "something is left behind at the end" : failure.message);
        result.advice = "Whoever starts a thread waits for its end: join it, or use std::jthread.";
    } else {
        result.message = with_place(failure, failure.message.empty() ? "the run ended with: " + kind : failure.message);
        if (kind == "step-limit")
            result.advice =
                "Does a loop go on for ever? If not, it does too much to be explored: fewer rounds will do.";
    }
    return result;
}

Verdict verdict_of(const std::string& kind, bool some_passed) {
    if (kind == "data-race") return Verdict::data_race;
    if (kind == "deadlock") return Verdict::deadlock;
    if (kind == "lost-wakeup") return Verdict::lost_wakeup;
    if (kind == "livelock") return Verdict::livelock;
    if (kind == "starvation") return Verdict::starvation;
    if (kind == "leak") return Verdict::leak;
    if (kind == "check-failed" || kind == "wrong-output")
        return some_passed ? Verdict::nondeterministic : Verdict::wrong_output;
    if (kind == "no-progress" || kind == "blocked-outside" || kind == "hang") return Verdict::timeout;
    for (const char* crash :
         {"misuse", "exception", "terminate", "signal", "exit", "abort", "out-of-memory", "fork", "output-limit"})
        if (kind == crash) return Verdict::crash;
    return Verdict::inconclusive;  // step-limit, too-many-threads, unsupported, and what is not known here
}

}  // namespace lab::judge
