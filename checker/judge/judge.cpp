// judge.cpp: the verdict on a hand-in: the verdicts on its cases, and the first of them by cause before consequence.
#include "judge/judge.hpp"
#include "judge/linking.hpp"

#include "judge/case_judge.hpp"
#include "judge/conduct.hpp"
#include "judge/forbidden.hpp"
#include "judge/words.hpp"

#include <algorithm>
#include <string_view>

namespace lab::judge {
namespace {

using evidence::CaseSeen;
using evidence::Ending;
using evidence::Evidence;

Result begin(const course::Lesson& lesson, const HandIn& hand_in) {
    Result result;
    result.lesson = lesson.id;
    result.number = lesson.number;
    result.title = lesson.title;
    result.source_sha256 = hand_in.sha256;
    result.toolchain = hand_in.toolchain;
    result.hand_in = hand_in.shown;
    result.replay_options = hand_in.replay_options;
    result.called = hand_in.called;
    return result;
}

// The same case in the replays: of the schedule that is asked for, since each replay is of one schedule.
const CaseSeen* find_replay(const std::vector<Evidence>& replays, const std::string& name) {
    for (const Evidence& replay : replays)
        if (const CaseSeen* found = replay.find(name)) return found;
    return nullptr;
}

// The cases as exploration shows them, those too that it never came to.
std::vector<CaseResult> explored_cases(const course::Lesson& lesson, const Evidence& explored,
                                       const std::vector<Evidence>& replays) {
    std::vector<CaseResult> cases;
    for (const CaseSeen& seen : explored.cases)
        cases.push_back(judge_case(lesson, explored, seen, find_replay(replays, seen.name)));
    for (const std::string& name : explored.announced) {
        if (explored.find(name) != nullptr || (explored.ended && !explored.skipped)) continue;
        CaseResult missing;
        missing.name = name;
        missing.message = explored.skipped ? "Left out, since an earlier case did not come to its end."
                                           : "Not explored: the program had ended before.";
        cases.push_back(std::move(missing));
    }
    return cases;
}

// The back end ended the program by itself, before any case, and says why on standard error.
constexpr std::string_view prefix = "interleave: ";
bool gave_up(const Ending& ending) {
    return ending.kind == Ending::Kind::exited && ending.number == 70 && ending.errors.starts_with(prefix);
}

// A sentence if the exploring program did not do its work although no case says so; empty if all is well.
std::string trouble(const Evidence& explored) {
    const Ending& ending = explored.ending;
    if (ending.kind == Ending::Kind::not_started)
        return "The exploring program could not be started: " + ending.description + ".";
    if (ending.kind == Ending::Kind::cancelled) return "Interrupted.";
    if (explored.ended && explored.cases.empty()) return "There is no test case to check.";
    if (explored.ended) return {};
    if (explored.open_case() != nullptr) return {};
    switch (ending.kind) {
        case Ending::Kind::signalled:
            return "The program was ended by " + ending.description + " outside of any test case.";
        case Ending::Kind::exited:
            if (gave_up(ending))
                return sentence(ending.errors.substr(prefix.size(), ending.errors.find('\n') - prefix.size()));
            return "The program ended outside of any test case, with exit code " + std::to_string(ending.number) + ".";
        case Ending::Kind::wall_limit:
        case Ending::Kind::cpu_limit:
            return "The program had to be ended outside of any test case: it took far longer than it may.";
        case Ending::Kind::stuck:
            return "The program had to be ended before any test case began: it stood still, as if it waited for "
                   "something that never comes. Do constructors of global objects wait?";
        case Ending::Kind::output_limit:
            return "The program had to be ended outside of any test case: it printed without end.";
        default: return "The program ended before it had told all results.";
    }
}

Verdict verdict_of_trouble(const Evidence& explored) {
    if (gave_up(explored.ending)) return Verdict::inconclusive;
    switch (explored.ending.kind) {
        case Ending::Kind::signalled:
        case Ending::Kind::output_limit:
        case Ending::Kind::exited: return explored.ended ? Verdict::inconclusive : Verdict::crash;
        case Ending::Kind::stuck:
        case Ending::Kind::wall_limit:
        case Ending::Kind::cpu_limit: return Verdict::timeout;
        default: return Verdict::inconclusive;
    }
}

// The first of the cases' verdicts by cause before consequence.
Verdict first_of(const std::vector<CaseResult>& cases) {
    Verdict verdict = Verdict::passed;
    for (const CaseResult& item : cases) verdict = std::min(verdict, item.verdict);
    return verdict;
}

// "" or ": ended by SIGKILL (killed from outside)".
std::string how_it_broke_off(const Ending& ending) {
    switch (ending.kind) {
        case Ending::Kind::signalled: return " (ended by " + ending.description + ")";
        case Ending::Kind::exited: return " (with exit code " + std::to_string(ending.number) + ")";
        case Ending::Kind::wall_limit:
        case Ending::Kind::cpu_limit: return " (it took far longer than it may)";
        case Ending::Kind::stuck: return " (it stood still)";
        case Ending::Kind::output_limit: return " (it printed without end)";
        default: return {};
    }
}

// False if it did not come to its end, so that nothing can be said.
bool add_stress(const course::Lesson& lesson, const Evidence& native, Result& result) {
    for (const CaseSeen& seen : native.cases) {
        result.stress.runs += std::max<std::int64_t>(seen.interleavings, seen.finished ? 0 : 1);
        const auto wrong = wrong_outputs(lesson, seen);
        std::int64_t failures = std::max<std::int64_t>(seen.failed, seen.finished ? 0 : 1);
        for (const auto* output : wrong) failures += output->count;
        result.stress.failures += failures;
        for (CaseResult& item : result.cases)
            if (item.name == seen.name) add_native(lesson, native, seen, item);
    }
    if (!native.ended && native.open_case() == nullptr && native.ending.kind != Ending::Kind::not_run) {
        result.message = "The stress run, with real threads, broke off" + how_it_broke_off(native.ending) +
                         ", although no interleaving that was explored shows why.";
        result.stress.failures = std::max<std::int64_t>(result.stress.failures, 1);
        return false;
    }
    return true;
}

}  // namespace

const CaseResult* Result::decisive() const {
    const Verdict wanted = beneath.value_or(verdict);
    for (const CaseResult& item : cases)
        if (item.verdict == wanted && wanted != Verdict::passed) return &item;
    return nullptr;
}

CaseResult as_case(const Consequence& consequence) {
    CaseResult shown;
    shown.verdict = consequence.verdict;
    shown.message = consequence.message;
    shown.schedule = consequence.schedule;
    shown.trace = consequence.trace;
    shown.threads = consequence.threads;
    shown.cycle = consequence.cycle;
    shown.expected = consequence.expected;
    shown.actual = consequence.actual;
    return shown;
}

std::vector<Replay> wanted_replays(const course::Lesson& lesson, const HandIn& hand_in, const Evidence& explored) {
    constexpr const char* plainest = "s1:";          // each thread runs for as long as it can
    constexpr const char* waiting_first = "s1:1*9";  // the first thread that main starts comes before main goes on
    const bool sleeps = lesson.forbids_sleep && find_sleep(hand_in);
    std::vector<Replay> wanted;
    for (const CaseSeen& seen : explored.cases) {
        if (!seen.finished || seen.interleavings == 0) continue;
        if (seen.failure) {
            if (const auto schedule = schedule_of_consequence(lesson, seen)) wanted.push_back({seen.name, *schedule});
            continue;
        }
        const auto wrong = wrong_outputs(lesson, seen);
        if (!wrong.empty() && !wrong.front()->schedule.empty())
            wanted.push_back({seen.name, wrong.front()->schedule});
        else if (seen.kind == "some" && seen.reached == false)
            wanted.push_back({seen.name, plainest});
        else if (sleeps)
            wanted.push_back({seen.name, waiting_first});
    }
    return wanted;
}

bool wants_stress(const course::Lesson& lesson, const HandIn& hand_in, const Evidence& explored) {
    if (hand_in.untouched || !trouble(explored).empty() || judge_conduct(lesson, explored)) return false;
    if (lesson.forbids_sleep && find_sleep(hand_in)) return false;
    return first_of(explored_cases(lesson, explored, {})) == Verdict::passed;
}

Result judge(const course::Lesson& lesson, const HandIn& hand_in, const Evidence& explored, const Evidence* native,
             const std::vector<Evidence>& replays) {
    Result result = begin(lesson, hand_in);
    result.cases = explored_cases(lesson, explored, replays);
    Verdict verdict = first_of(result.cases);
    const std::string problem = trouble(explored);
    if (!problem.empty()) {
        result.message = problem;
        verdict = std::min(verdict, verdict_of_trouble(explored));
    }
    if (const auto conduct = judge_conduct(lesson, explored); conduct && conduct->verdict < verdict) {
        verdict = conduct->verdict;
        result.message = conduct->message;
    }
    if (verdict == Verdict::passed && native != nullptr) {
        const bool whole = add_stress(lesson, *native, result);
        verdict = first_of(result.cases);
        if (!whole) verdict = std::min(verdict, Verdict::inconclusive);
        if (const auto conduct = judge_conduct(lesson, *native); conduct && conduct->verdict < verdict) {
            verdict = conduct->verdict;
            result.message = conduct->message + " It was seen in the stress run, with real threads.";
        }
    }
    if (lesson.forbids_sleep)
        if (const auto sleep = find_sleep(hand_in)) {
            result.message = *sleep;
            verdict = Verdict::forbidden;
        }
    if (hand_in.untouched && verdict != Verdict::passed) {
        result.beneath = verdict;
        verdict = Verdict::unfinished;
    }
    result.verdict = verdict;
    return result;
}

Result judge_unbuilt(const course::Lesson& lesson, const HandIn& hand_in, const std::string& diagnostics) {
    Result result = begin(lesson, hand_in);
    result.verdict = hand_in.untouched ? Verdict::unfinished : Verdict::build_error;
    if (hand_in.untouched) result.beneath = Verdict::build_error;
    const std::string undefined = undefined_sentence(diagnostics);
    result.message = undefined.empty() ? "The compiler's messages are above; nothing was run." : undefined;
    result.diagnostics = diagnostics;
    return result;
}

Result judge_forbidden(const course::Lesson& lesson, const HandIn& hand_in, const std::string& why) {
    Result result = begin(lesson, hand_in);
    result.verdict = hand_in.untouched ? Verdict::unfinished : Verdict::forbidden;
    if (hand_in.untouched) result.beneath = Verdict::forbidden;
    result.message = why;
    return result;
}

}  // namespace lab::judge
