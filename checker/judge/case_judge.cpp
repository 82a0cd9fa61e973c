// case_judge.cpp: one case's evidence into its verdict and message.
#include "judge/case_judge.hpp"

#include "judge/explain.hpp"
#include "judge/steps.hpp"
#include "judge/words.hpp"

#include <algorithm>

namespace lab::judge {
namespace {

using evidence::CaseSeen;
using evidence::Ending;
using evidence::Failure;
using evidence::OutputSeen;

// "in all 252 interleavings", "in 34 of the 1,234 interleavings that were explored"
std::string how_often(std::int64_t failed, const Coverage& coverage) {
    if (coverage.interleavings == 1)
        return coverage.complete ? "in the one interleaving that there is" : "in this interleaving";
    if (failed >= coverage.interleavings)
        return (coverage.complete ? "in all " : "in all the ") + counted(coverage.interleavings, "interleaving") +
               (coverage.complete ? "" : " that were explored");
    return "in " + grouped(failed) + " of " + (coverage.complete ? "all " : "the ") +
           counted(coverage.interleavings, "interleaving") + (coverage.complete ? "" : " that were explored");
}

// The test framework shows strings without quotation marks: ` == ab`, `ab  == ab c`. Where one is empty, or has blanks
// at its ends, both get them.
std::string with_clear_sides(const std::string& expansion) {
    for (const std::string_view comparison : {" == ", " != ", " <= ", " >= ", " < ", " > "}) {
        const std::size_t at = expansion.find(comparison);
        if (at == std::string::npos) continue;
        if (expansion.rfind(comparison) != at) break;
        // "ab  == c": the blank that belongs to the text comes first.
        const std::size_t sign = expansion.find_first_not_of(' ', at);
        const std::string left = expansion.substr(0, sign - 1);
        const std::string right = expansion.substr(sign - 1 + comparison.size());
        const auto unclear = [](const std::string& side) {
            return side.empty() || side.starts_with(' ') || side.ends_with(' ');
        };
        if (!unclear(left) && !unclear(right)) break;
        return "\"" + left + "\"" + std::string(comparison) + "\"" + right + "\"";
    }
    return expansion;
}

void explain_check(const Failure& failure, CaseResult& result) {
    if (!failure.check) {
        result.message = sentence(failure.message);
    } else {
        const evidence::FailedCheck& check = *failure.check;
        const std::string file = check.file.substr(check.file.rfind('/') + 1);
        result.message = "`" + check.expression + "` (" + file + ":" + std::to_string(check.line) + ") does not hold";
        const bool tells = check.expansion.find_first_not_of(" =!<>") != std::string::npos &&
                           check.expansion.find("{?}") == std::string::npos;
        if (tells && check.expansion != check.expression)
            result.message += ": it is `" + with_clear_sides(check.expansion) + "`";
        result.message += " " + how_often(result.failed, result.coverage) + ".";
        if (!check.context.empty()) result.message += " " + sentence(check.context);
    }
    if (result.verdict == Verdict::nondeterministic)
        result.advice =
            "Other interleavings come out right: look for the step between two lines at which another thread can slip "
            "in.";
}

void add_failure(const Failure& failure, const CaseSeen& seen, CaseResult& result) {
    result.verdict = verdict_of(failure.kind, seen.passed > 0);
    result.schedule = failure.schedule;
    const Explanation explanation = explain(failure);
    std::vector<int> key = explanation.events;
    if (failure.kind == "check-failed") {
        explain_check(failure, result);
    } else {
        result.message = explanation.message;
        result.advice = explanation.advice;
        result.cycle = explanation.cycle;
    }
    result.trace = steps_of(failure, key);
    result.threads = thread_ends(failure);
}

// The allowed output that has most in common with this one at its two ends; none if any is allowed.
std::optional<std::string> nearest(const std::vector<std::string>& allowed, const std::string& actual) {
    std::optional<std::string> best;
    std::size_t best_common = 0;
    for (const std::string& text : allowed) {
        const std::size_t shorter = std::min(text.size(), actual.size());
        std::size_t begin = 0;
        while (begin < shorter && text[begin] == actual[begin]) ++begin;
        std::size_t end = 0;
        while (end < shorter - begin && text[text.size() - 1 - end] == actual[actual.size() - 1 - end]) ++end;
        if (!best || begin + end > best_common) {
            best = text;
            best_common = begin + end;
        }
    }
    return best;
}

// An interleaving that only the lesson finds wrong: what happens in it.
void add_replay(const CaseSeen* replay, CaseResult& result) {
    if (replay == nullptr || !replay->failure) return;
    result.trace = steps_of(*replay->failure, {});
    result.threads = thread_ends(*replay->failure);
}

// The interleavings print, or return, different things, and nobody said which of them is right.
void explain_difference(const CaseSeen& seen, const OutputSeen& other, CaseResult& result) {
    const OutputSeen& first = seen.outputs.front();
    if (first.text == other.text) {
        result.expected.reset();
        result.actual.reset();
        result.message = "main() returns " + std::to_string(first.exit) + " in some interleavings and " +
                         std::to_string(other.exit) + " in others.";
    } else {
        result.message = "The program prints " + grouped(static_cast<std::int64_t>(seen.outputs.size())) +
                         (seen.outputs_cut ? " different texts and more" : " different texts") +
                         ", as its threads take turns.";
    }
    result.advice = "Look for the step between two lines at which another thread can slip in.";
}

void judge_output(const course::Lesson& lesson, const CaseSeen& seen, const CaseSeen* replay, CaseResult& result) {
    const auto wrong = wrong_outputs(lesson, seen);
    if (wrong.empty()) return;
    const OutputSeen& first = *wrong.front();
    // How often each output came is counted over random tries too, so that the sum may exceed the interleavings.
    std::int64_t bad = 0, all = 0;
    for (const OutputSeen* output : wrong) bad += output->count;
    for (const OutputSeen& output : seen.outputs) all += output.count;
    if (all != seen.interleavings && seen.interleavings > 0)
        bad = bad == all ? seen.interleavings : std::min(static_cast<std::int64_t>(wrong.size()), seen.interleavings);
    const std::string often = bad == seen.interleavings || all == seen.interleavings ? how_often(bad, result.coverage)
                                                                                     : "in some interleavings";
    result.failed = std::max(result.failed, bad);

    result.verdict =
        wrong.size() == seen.outputs.size() && !seen.outputs_cut ? Verdict::wrong_output : Verdict::nondeterministic;
    result.actual = first.text;
    result.expected = nearest(lesson.allowed, first.text);
    result.schedule = first.schedule;
    if (lesson.same_output && result.verdict == Verdict::nondeterministic) {
        result.expected = seen.outputs.front().text;
        explain_difference(seen, first, result);
        add_replay(replay, result);
        return;
    }
    const bool right_text =
        std::find(lesson.allowed.begin(), lesson.allowed.end(), first.text) != lesson.allowed.end() ||
        lesson.allowed.empty();
    if (right_text)
        result.message = "main() returns " + std::to_string(first.exit) + " and not 0 " + often + ".";
    else
        result.message = std::string("The program prints something else than ") +
                         (lesson.allowed.size() > 1 ? "any of the outputs that are allowed " : "expected ") + often +
                         ".";
    if (result.verdict == Verdict::nondeterministic)
        result.advice =
            "Other interleavings come out right: look for the step between two lines at which another thread can slip "
            "in.";
    add_replay(replay, result);
}

// The case as the search for the consequence of its data race saw it.
CaseSeen seen_afterwards(const CaseSeen& seen) {
    CaseSeen after;
    after.name = seen.name;
    after.kind = seen.kind;
    after.outputs = seen.failure->consequence->outputs;
    return after;
}

void add_consequence(const course::Lesson& lesson, const evidence::Evidence& explored, const CaseSeen& seen,
                     const CaseSeen& replay, CaseResult& result) {
    CaseResult shown = judge_case(lesson, explored, replay, nullptr);
    const CaseSeen after = seen_afterwards(seen);
    const auto wrong = wrong_outputs(lesson, after);
    if (shown.verdict == Verdict::passed && !wrong.empty()) {  // only the difference between its outputs is wrong
        shown.verdict = Verdict::nondeterministic;
        shown.expected = after.outputs.front().text;
        shown.actual = wrong.front()->text;
        explain_difference(after, *wrong.front(), shown);
    }
    const bool tells = shown.verdict != Verdict::passed && shown.verdict != Verdict::data_race &&
                       shown.verdict != Verdict::inconclusive;
    if (!tells || shown.trace.empty()) return;
    result.consequence = Consequence{shown.verdict, shown.message, shown.schedule, shown.trace,
                                     shown.threads, shown.cycle,   shown.expected, shown.actual};
}

// The case was under way when the program stopped telling.
void judge_open(const evidence::Evidence& explored, CaseResult& result) {
    if (explored.cut) {
        result.message = "The program told more about this case than can be taken in; an interleaving may be too long.";
        return;
    }

    const Ending& ending = explored.ending;
    switch (ending.kind) {
        case Ending::Kind::stuck:
            result.verdict = Verdict::timeout;
            result.message = "The program had to be ended: it stood still and could not go on.";
            return;
        case Ending::Kind::wall_limit:
        case Ending::Kind::cpu_limit:
            result.verdict = Verdict::timeout;
            result.message = "The program had to be ended: it took far longer than it may.";
            return;
        case Ending::Kind::output_limit:
            result.verdict = Verdict::crash;
            result.message = "The program had to be ended: it printed without end.";
            return;
        case Ending::Kind::signalled:
            result.verdict = Verdict::crash;
            result.message = "The program was ended by " + ending.description + ".";
            return;
        case Ending::Kind::exited:
            result.verdict = Verdict::crash;
            result.message =
                "The program ended in the middle of this case, with exit code " + std::to_string(ending.number) + ".";
            return;
        case Ending::Kind::cancelled: result.message = "Interrupted before there was a result."; return;
        case Ending::Kind::not_run:
        case Ending::Kind::not_started: result.message = "The program was not run."; return;
    }
}

}  // namespace

std::vector<const OutputSeen*> wrong_outputs(const course::Lesson& lesson, const CaseSeen& seen) {
    std::vector<const OutputSeen*> wrong;
    if (seen.kind != "program") return wrong;
    if (lesson.same_output && seen.outputs.size() > 1) {
        // Nobody said which is right: the first one counts as what the others differ from.
        for (std::size_t i = 1; i < seen.outputs.size(); ++i) wrong.push_back(&seen.outputs[i]);
        return wrong;
    }
    for (const OutputSeen& output : seen.outputs) {
        const bool allowed = lesson.allowed.empty() || std::find(lesson.allowed.begin(), lesson.allowed.end(),
                                                                 output.text) != lesson.allowed.end();
        if (!allowed || output.exit != 0) wrong.push_back(&output);
    }
    return wrong;
}

std::optional<std::string> schedule_of_consequence(const course::Lesson& lesson, const CaseSeen& seen) {
    if (!seen.failure || seen.failure->kind != "data-race" || !seen.failure->consequence) return std::nullopt;
    const evidence::Consequence& then = *seen.failure->consequence;
    if (then.kind != "none") return then.schedule;
    const CaseSeen after = seen_afterwards(seen);
    const auto wrong = wrong_outputs(lesson, after);
    if (wrong.empty()) return std::nullopt;
    return wrong.front()->schedule;
}

CaseResult judge_case(const course::Lesson& lesson, const evidence::Evidence& explored, const CaseSeen& seen,
                      const CaseSeen* replay) {
    CaseResult result;
    result.name = seen.name;
    result.kind = seen.kind;
    result.coverage = {seen.interleavings, seen.complete, seen.preemption_bound};
    result.failed = seen.failed;
    result.distinct_outputs = static_cast<std::int64_t>(seen.outputs.size());
    result.first_failure = seen.first_failure;
    result.outputs_cut = seen.outputs_cut;
    result.diverged = seen.failure && seen.failure->diverged;
    if (seen.kind == "program")
        for (const OutputSeen& output : seen.outputs)
            result.outputs.push_back({output.text, output.exit, output.count, output.schedule});
    if (!seen.finished) {
        judge_open(explored, result);
        return result;
    }
    if (seen.failure && seen.failure->kind != "none") {
        add_failure(*seen.failure, seen, result);
        if (replay != nullptr && schedule_of_consequence(lesson, seen))
            add_consequence(lesson, explored, seen, *replay, result);
        return result;
    }
    if (seen.interleavings == 0) {
        result.message = "Not a single interleaving was explored.";
        return result;
    }
    result.verdict = Verdict::passed;
    if (seen.failure) {  // a replay, which tells of its one interleaving although nothing is wrong with it
        result.schedule = seen.failure->schedule;
        result.trace = steps_of(*seen.failure, {});
        result.threads = thread_ends(*seen.failure);
    }
    judge_output(lesson, seen, replay, result);
    if (result.verdict == Verdict::passed && seen.kind == "some" && seen.reached == false) {
        result.verdict = Verdict::over_synchronised;
        if (seen.complete && seen.interleavings == 1)
            result.message = "There is only one interleaving, and in that this is not so: " + seen.name + ".";
        else
            result.message = (seen.complete ? "In none of all " : "In none of the ") +
                             counted(seen.interleavings, "interleaving") +
                             (seen.complete ? "" : " that were explored") + " is this so: " + seen.name + ".";
        result.advice =
            seen.complete && seen.interleavings == 1
                ? "One thread at a time does all the work: start them all before you wait for the first one."
                : "Something is locked for longer, or for more, than it needs: find the lock that keeps the others "
                  "out.";
        if (replay != nullptr && replay->failure) {
            result.schedule = replay->failure->schedule;
            add_replay(replay, result);
        }
    }
    if (result.verdict == Verdict::passed && result.failed > 0) {
        result.verdict = Verdict::inconclusive;
        result.message = counted(result.failed, "interleaving") + " failed, but the program did not tell how.";
    }
    return result;
}

bool fails_natively(const course::Lesson& lesson, const CaseSeen& seen) {
    if (!seen.finished) return true;
    return (seen.failure && seen.failure->kind != "none") || !wrong_outputs(lesson, seen).empty();
}

void add_native(const course::Lesson& lesson, const evidence::Evidence& native, const CaseSeen& seen,
                CaseResult& result) {
    if (result.verdict != Verdict::passed || !fails_natively(lesson, seen)) return;
    result.native_only = true;
    const std::string kind = seen.failure ? seen.failure->kind : std::string();
    const bool hung = kind == "hang" || (!seen.finished && native.ending.kind == Ending::Kind::wall_limit);
    const std::string note =
        " It was seen only in the stress run, with real threads; no interleaving that was explored shows it.";
    if (hung) {
        result.verdict = Verdict::inconclusive;
        result.message = "A run with real threads did not end, although no interleaving that was explored gets stuck.";
    } else if (!seen.finished) {
        judge_open(native, result);
        result.message += note;
    } else if (seen.failure) {
        const Verdict verdict = verdict_of(kind, true);
        result.verdict = verdict == Verdict::crash || verdict == Verdict::nondeterministic || verdict == Verdict::leak
                             ? verdict
                             : Verdict::inconclusive;
        result.message =
            sentence(seen.failure->message.empty() ? explain(*seen.failure).message : seen.failure->message) + note;
        if (seen.failure->check)
            result.message = "`" + seen.failure->check->expression + "` does not always hold." + note;
    } else {
        const auto wrong = wrong_outputs(lesson, seen);
        result.verdict = Verdict::nondeterministic;
        result.actual = wrong.front()->text;
        result.expected = nearest(lesson.allowed, wrong.front()->text);
        result.message = "The program does not always print what is expected." + note;
    }
}

}  // namespace lab::judge
