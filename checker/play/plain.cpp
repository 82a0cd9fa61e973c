// plain.cpp: sentences, one a line.
#include "play/plain.hpp"

#include <fmt/format.h>

#include "play/words.hpp"
#include "report/visible.hpp"

namespace lab::play {

namespace {

constexpr std::size_t longest_source = 100;

std::string line(const std::string& label, const std::string& text) {
    return text.empty() ? std::string() : fmt::format("{}: {}\n", label, text);
}

std::string thread_line(const Game& game, const judge::ThreadNow& thread) {
    const judge::Step& next = thread.next;
    std::string place;
    if (!next.file.empty() && thread.state != "finished")
        place = fmt::format(", at {}:{}  {}", report::visible(next.file), next.line,
                            report::shortened(report::visible(next.source), longest_source));
    const std::string name = thread.id == 0 ? "main" : report::visible(thread.name);
    return fmt::format("{} {}: {}{}\n", thread.id, name, thread_words(game, thread), place);
}

}  // namespace

std::string plain_greeting(const Game& game) {
    return fmt::format(
        "{}  {}\nYou are the scheduler: type a thread's number, and it takes its next step. `help` lists the "
        "commands.\n\n",
        game.subject().title, report::visible(game.subject().hand_in));
}

std::string plain_values(const Game& game) {
    std::string text =
        line("Values", values_words(game)) + line("Locks", locks_words(game)) + line("Output", output_words(game));
    return text.empty() ? "There are no shared values and locks yet.\n" : text;
}

std::string plain_view(const Game& game) {
    if (game.help_is_open()) return plain_help();
    std::string text = fmt::format("{}; {}\n{}\n", case_words(game), count_words(game), latest_words(game));
    for (const judge::ThreadNow& thread : game.scene().moment.threads) text += thread_line(game, thread);
    text += line("Values", values_words(game)) + line("Locks", locks_words(game)) + line("Output", output_words(game));
    for (const std::string& paragraph : outcome_words(game)) text += paragraph + "\n";
    text += line("Choice", offer_words(game));
    text += line("Note", game.notice());
    return text;
}

std::string plain_help() {
    return "NUMBER           the thread with that number takes its next step\n"
           "on               whoever is the only one that can go on, goes on\n"
           "back, forward    one step back; one step on again\n"
           "start, jump N    to the beginning; to step N\n"
           "jump             shows a failing interleaving, at the step where it fails\n"
           "next, previous   another failing interleaving\n"
           "case, case N     the next test case; the one with that number\n"
           "older            the latest step reads an older value, or writes an earlier one, where\n"
           "                 memory order allows it\n"
           "show, values     where things stand; the shared values only\n"
           "schedule         the command that brings you back to this interleaving\n"
           "help, quit\n";
}

}  // namespace lab::play
