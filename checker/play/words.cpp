// words.cpp: moments, steps and outcomes in plain words.
#include "play/words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "judge/words.hpp"
#include "report/operation.hpp"
#include "report/visible.hpp"

namespace lab::play {

namespace {

using judge::Choice;
using judge::Moment;
using judge::ObjectNow;
using judge::ThreadNow;
using report::visible;

// What is about to be done has no value yet, and may turn out otherwise.
std::string about_to(const judge::Step& next) {
    const std::string& op = next.operation;
    if (op == "output") return "prints";
    if (op == "try_lock") return "tries to lock " + next.object;
    if (op == "try_acquire") return "tries to take a permit of " + next.object;
    if (op == "wait") return "begins to wait " + std::string(next.object_kind == "latch" ? "at " : "on ") + next.object;
    if (op == "atomic_wait") return "looks whether " + next.object + " has changed";
    if (op == "once") return "comes to the initialisation of " + next.object;
    if (op == "exit") return "ends";
    return report::operation_words(next);
}

std::string joined(const std::vector<std::string>& parts) { return fmt::format("{}", fmt::join(parts, "; ")); }

bool is_lock(const ObjectNow& object) { return object.kind.find("mutex") != std::string::npos; }

std::string numbers(const std::vector<int>& threads) {
    std::vector<std::string> words;
    for (const int thread : threads) words.push_back(thread == 0 ? "main" : std::to_string(thread));
    return judge::joined(words);
}

std::vector<int> waiting_for(const Moment& moment, const ObjectNow& object) {
    std::vector<int> threads;
    for (const ThreadNow& thread : moment.threads)
        if (thread.state == "blocked" && !thread.waits_for_end && thread.waits_for == object.name)
            threads.push_back(thread.id);
    return threads;
}

// "1 change of thread in 4 steps"
std::string length_words(std::size_t steps, std::size_t changes) {
    return fmt::format("{} with {}", judge::counted(static_cast<std::int64_t>(steps), "step"),
                       changes == 1 ? "1 change of thread" : fmt::format("{} changes of thread", changes));
}

// A verdict on one interleaving says so; here that goes without saying.
std::string without_coverage(std::string message) {
    constexpr std::string_view words = " in the one interleaving that was explored";
    if (const std::size_t at = message.find(words); at != std::string::npos) message.erase(at, words.size());
    return message;
}

std::string score_words(const Game& game) {
    if (game.steps() == 0) return "It fails before there is anything to choose.";
    const Failing* shortest = game.shortest();
    const std::string yours = length_words(game.steps(), game.changes());
    if (shortest == nullptr) return fmt::format("You found it: {}. None was known of this case.", yours);
    const std::size_t steps = shortest->line.size(), changes = evidence::changes_of_thread(shortest->line, steps);
    if (!game.played_by_hand())
        return fmt::format(
            "This line was shown to you: {}. Can you find one by yourself? "
            "(r goes to the beginning)",
            yours);
    const bool as_short = game.changes() <= changes && game.steps() <= steps;
    return fmt::format("You found it: {}. {}", yours,
                       as_short ? "No shorter one is known."
                                : fmt::format("The shortest that is known: {}.", length_words(steps, changes)));
}

}  // namespace

std::string count_words(const Game& game) {
    const std::size_t changes = game.changes();
    std::string text = fmt::format("step {}, {}", game.steps(),
                                   changes == 1 ? "1 change of thread" : fmt::format("{} changes of thread", changes));
    if (game.line_length() > game.steps()) text += fmt::format(" (of {} steps)", game.line_length());
    return text;
}

std::string case_words(const Game& game) {
    const Subject::Case& item = game.subject().cases[game.case_index()];
    const std::string name = item.kind == "program" ? "the program, main()" : fmt::format("\"{}\"", visible(item.name));
    return fmt::format("case {} of {}: {}", game.case_index() + 1, game.subject().cases.size(), name);
}

std::string thread_words(const Game& game, const ThreadNow& thread) {
    if (thread.state == "finished") return "has ended";
    if (thread.next.operation.empty()) return "was here";  // when it was over
    const std::string now = visible(thread.next.blocks ? report::operation_words(thread.next) : about_to(thread.next));
    const Choice* choice = game.choice_of(thread.id);
    if (choice == nullptr) return thread.next.blocks ? now : "was about to go on: " + now;
    switch (choice->kind) {
        case Choice::Kind::step: return "next: " + now;
        case Choice::Kind::time_out: return now + "; next: its time is up";
        case Choice::Kind::wake_up: return now + "; next: wakes up by itself";
    }
    return now;
}

std::string latest_words(const Game& game) {
    const Moment& moment = game.scene().moment;
    if (game.steps() == 0) return "The beginning. Each thread stands before its first step.";
    const int place = static_cast<int>(game.steps()) - 1;
    const auto first = std::ranges::find_if(moment.trace, [&](const judge::Step& step) { return step.step == place; });
    if (first == moment.trace.end()) return fmt::format("Step {}.", game.steps());
    std::vector<std::string> parts;
    for (auto step = first; step != moment.trace.end(); ++step) {
        if (step->thread != first->thread || step->blocks || (step != first && step->nameless)) continue;
        std::string words = visible(report::operation_words(*step));
        if (std::ranges::find(parts, words) == parts.end()) parts.push_back(std::move(words));
    }
    const std::string name = first->thread == 0 ? "main" : fmt::format("thread {}", first->thread);
    return fmt::format("Step {}: {} {}", game.steps(), name, fmt::join(parts, ", "));
}

std::string values_words(const Game& game) {
    std::vector<std::string> parts;
    for (const bool several : {true, false})
        for (const ObjectNow& object : game.scene().moment.objects)
            if (object.used_by_several == several && !object.value.empty())
                parts.push_back(visible(object.name + " = " + object.value));
    return joined(parts);
}

std::string locks_words(const Game& game) {
    const Moment& moment = game.scene().moment;
    std::vector<std::string> parts;
    for (const ObjectNow& object : moment.objects) {
        if (object.kind == "memory" || object.kind == "atomic" || object.kind == "gauge" || object.kind == "once" ||
            object.kind == "guard")
            continue;
        const std::vector<int> waiting = waiting_for(moment, object);
        std::string text = visible(object.name);
        if (is_lock(object))
            text += object.holders.empty() ? " free" : " held by " + numbers(object.holders);
        else if (object.kind == "semaphore" || object.kind == "latch")
            text += ": " + visible(object.state);
        else if (waiting.empty())
            continue;
        if (!waiting.empty()) text += fmt::format(", {} {}", numbers(waiting), waiting.size() == 1 ? "waits" : "wait");
        parts.push_back(std::move(text));
    }
    return joined(parts);
}

std::string output_words(const Game& game) { return visible(game.scene().moment.output); }

std::vector<std::string> outcome_words(const Game& game) {
    const auto& outcome = game.scene().outcome;
    if (!outcome) return {};
    if (outcome->verdict == judge::Verdict::inconclusive)
        return {"INCONCLUSIVE: the game cannot go on from here", visible(without_coverage(outcome->message))};
    if (!game.failed()) {
        if (outcome->kind != "some") return {"The end. Nothing went wrong in this interleaving."};
        return {outcome->verdict == judge::Verdict::passed
                    ? "The end. In this interleaving it is so, and one is enough."
                    : "The end. In this interleaving it is not so; the case asks for one in which it is."};
    }
    std::string name(judge::name(outcome->verdict));
    std::ranges::transform(name, name.begin(), [](char letter) {
        return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    });
    std::vector<std::string> paragraphs = {fmt::format("{}: {}", name, judge::phrase(outcome->verdict))};
    if (outcome->actual)
        paragraphs.push_back(fmt::format("It printed \"{}\".", visible(*outcome->actual)));
    else if (!outcome->message.empty())
        paragraphs.push_back(visible(without_coverage(outcome->message)));
    if (!outcome->cycle.empty()) paragraphs.push_back(visible(outcome->cycle));
    if (game.subject().break_task && game.played_by_hand())
        paragraphs.push_back("Hand it in: " + visible(game.hand_over()));
    paragraphs.push_back(score_words(game));
    return paragraphs;
}

std::string offer_words(const Game& game) {
    const Moment& moment = game.scene().moment;
    if (moment.values < 2) return {};
    return moment.values == 2
               ? "Memory order lets the latest step turn out in another way: o (older)."
               : fmt::format("Memory order lets the latest step turn out in {} other ways: o (older).", moment.values - 1);
}

}  // namespace lab::play
