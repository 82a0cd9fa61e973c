// diagnose.cpp: which family of mistakes to look for in which kind of failure.
#include "diagnose/diagnose.hpp"

#include "diagnose/rules.hpp"
#include "judge/words.hpp"

#include <algorithm>

namespace lab::diagnose {
namespace {

using judge::CaseResult;
using judge::Verdict;

constexpr std::size_t too_long = 4000;  // events; of such a trace only parts are known anyway

// The check wanted an exception, and none came out of the hand-in although one was thrown in it.
Finding swallowed_exception(const Story& story) {
    const auto& check = story.failure().check;
    if (!check || check->macro.find("THROWS") == std::string::npos) return std::nullopt;
    const Event* caught = nullptr;
    for (const Event* event : story.events()) {
        const std::string note = event->note.value_or("");
        if (note == "catches the exception" && story.in_hand_in(*event)) caught = event;
        if (note == "throws the exception on" && caught != nullptr && caught->thread == event->thread) caught = nullptr;
    }
    if (caught == nullptr) return std::nullopt;
    return diagnosis("exception-swallowed", judge::sentence(story.who(caught->thread) + " catches the exception" +
                                                            story.at(*caught) + " and does not throw it on"));
}

Finding unlocked_twice(const Story& story) {
    const Event* last = nullptr;
    for (const Event* event : story.events())
        if (event->op == "unlock" && event->note == "not its own") last = event;
    if (last == nullptr) return std::nullopt;
    for (const Event* event = story.previous(*last); event != nullptr; event = story.previous(*event)) {
        if (event->object != last->object) continue;
        if (event->op != "unlock") break;
        return diagnosis("unlocked-twice", judge::sentence(story.who(last->thread) + " unlocks " + story.name(*last) +
                                                           story.at(*event) + ", and once more" + story.at(*last)));
    }
    return std::nullopt;
}

// It fails whatever the threads do.
Finding not_concurrency(const Story& story, const CaseResult& result) {
    const std::string& kind = story.failure().kind;
    const bool only_one = story.alone() && !story.events().empty() && kind != "data-race";
    const bool always = result.verdict == Verdict::wrong_output;
    if (!only_one && !always) return std::nullopt;
    if (result.verdict == Verdict::crash) return std::nullopt;
    const std::string how =
        only_one ? "This goes wrong with one thread alone, before any other is started"
                 : "This goes wrong in " +
                       (result.coverage.interleavings == 1
                            ? std::string("the one interleaving")
                            : "every one of the " + judge::counted(result.coverage.interleavings, "interleaving")) +
                       " explored: none of them is right";
    return diagnosis("not-concurrency", judge::sentence(how));
}

template <class... Rules>
Finding first_of(const Story& story, Rules... rules) {
    Finding found;
    static_cast<void>(((found = rules(story)) || ...));
    return found;
}

Finding look(const Story& story, const CaseResult& result) {
    const std::string& kind = story.failure().kind;
    if (kind == "data-race") return find_in_race(story);
    if (kind == "deadlock" || kind == "lost-wakeup")
        return first_of(story, find_in_deadlock, find_in_semaphore_wait, find_in_endless_wait);
    if (kind == "no-progress") return first_of(story, find_missing_retest, find_in_loop);
    if (kind == "livelock") return find_in_loop(story);
    if (kind == "misuse") return first_of(story, unlocked_twice, find_in_threads, find_missing_retest);
    if (kind == "terminate" || kind == "leak") return find_in_threads(story);
    if (kind == "signal" || kind == "exception" || kind == "abort")
        return first_of(story, find_missing_retest, find_split_section, find_in_memory_order);
    if (result.kind == "some" && kind == "none") return find_missing_overlap(story);
    if (kind != "check-failed" && kind != "none") return std::nullopt;
    return first_of(story, swallowed_exception, find_giving_up, find_in_loop, find_in_semaphores, find_missing_retest,
                    find_split_section, find_in_threads, find_in_memory_order);
}

// A sleep of the hand-in's own, where the lesson does not allow any.
Finding forbidden_sleep(const std::vector<evidence::Evidence>& replays) {
    for (const evidence::Evidence& replay : replays)
        for (const evidence::CaseSeen& seen : replay.cases) {
            if (!seen.failure) continue;
            const Story story(*seen.failure);
            for (const Event* event : story.events())
                if (event->op == "sleep" && story.in_hand_in(*event))
                    return diagnosis("sleep-as-sync",
                                     judge::sentence(story.who(event->thread) + " sleeps" + story.at(*event) +
                                                     " and then looks again, in place of waiting until it is told"));
        }
    return std::nullopt;
}

const evidence::Failure* failure_of(const std::string& name, const evidence::Evidence& explored,
                                    const std::vector<evidence::Evidence>& replays) {
    const evidence::CaseSeen* seen = explored.find(name);
    if (seen != nullptr && seen->failure && !seen->failure->trace.empty()) return &*seen->failure;
    for (const evidence::Evidence& replay : replays)
        if (const auto* again = replay.find(name); again != nullptr && again->failure) return &*again->failure;
    return nullptr;
}

}  // namespace

std::optional<judge::Diagnosis> diagnose(const CaseResult& result, const evidence::Failure& failure,
                                         std::set<int>* spoken_of) {
    if (result.native_only || failure.trace.empty() || failure.trace.size() > too_long) return std::nullopt;
    const Story story(failure);
    Finding found = look(story, result);
    // What goes wrong in every order has not been left to chance.
    if (found && found->id == "order-left-to-chance" && result.verdict == Verdict::wrong_output) found.reset();
    if (found && spoken_of != nullptr) *spoken_of = story.spoken_of();
    return found ? found : not_concurrency(story, result);
}

void add_diagnoses(judge::Result& result, const evidence::Evidence& explored,
                   const std::vector<evidence::Evidence>& replays) {
    bool threadless = false;
    for (CaseResult& item : result.cases) {
        if (item.verdict == Verdict::passed) continue;
        const evidence::Failure* failure = failure_of(item.name, explored, replays);
        std::set<int> spoken_of;
        if (failure != nullptr) item.diagnosis = diagnose(item, *failure, &spoken_of);
        for (judge::Step& step : item.trace)
            if (spoken_of.contains(step.index)) step.key = true;
        threadless = threadless || (item.diagnosis && item.diagnosis->id == "no-threads");
    }
    // A hand-in without a second thread fails in other cases too, where that is no surprise by itself.
    for (CaseResult& item : result.cases)
        if (threadless && item.diagnosis && item.diagnosis->id == "not-concurrency")
            item.diagnosis = diagnosis("no-threads", "No other thread is ever started.");
    if (const CaseResult* decisive = result.decisive()) result.diagnosis = decisive->diagnosis;
    if (result.verdict == Verdict::forbidden) result.diagnosis = forbidden_sleep(replays);
}

}  // namespace lab::diagnose
