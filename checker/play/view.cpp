// view.cpp: where everything is on the screen: a column of source for each thread, below it what they share.
#include "play/view.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "play/source_window.hpp"
#include "play/words.hpp"
#include "report/visible.hpp"
#include "report/wrap.hpp"

namespace lab::play {

namespace {

using judge::ThreadNow;
using terminal::Grid;
using terminal::Style;

constexpr std::size_t narrowest_column = 26;
constexpr std::size_t narrow_column = 45;  // below this, lines are moved to the left

constexpr const char* keys = "0-9 step  left/right back/on  space forced steps  f failing  ? help  q quit";

const std::vector<std::string> help = {
    "You are the scheduler: each number lets that thread take its next step.",
    "",
    "0-9          the thread with that number takes its next step",
    "t            the same with a number of several digits: t 1 2 enter",
    "space enter  whoever is the only one that can go on, goes on",
    "left b       one step back              right n  one step on again",
    "home r       back to the beginning",
    "f end        shows a failing interleaving, at the step where it fails",
    "[ ]          the failing interleaving before, after",
    "c            the next test case",
    "o            the latest step reads an older value, or writes an earlier one",
    "s            the command that brings you back to this interleaving",
    "?            this help                  q  quit",
    "",
    "A thread in [brackets] can go on. > marks the line where a thread stands.",
    "A step is one operation that other threads can notice, and what follows it",
    "up to the next such operation.",
};

bool waits_for_end(const ThreadNow& thread) { return thread.state == "blocked" && thread.waits_for_end; }

// Who gets a column: all that are not over and done with, as many as there is room for; first those that can go on.
std::vector<const ThreadNow*> threads_in_columns(const Game& game, std::size_t most) {
    std::vector<const ThreadNow*> chosen;
    const auto add_if = [&](auto wanted) {
        for (const ThreadNow& thread : game.scene().moment.threads)
            if (chosen.size() < most && wanted(thread) && std::ranges::find(chosen, &thread) == chosen.end())
                chosen.push_back(&thread);
    };
    add_if([&](const ThreadNow& thread) {  // who moved stays in sight
        return thread.id == game.latest_thread() && thread.state != "finished" && !waits_for_end(thread);
    });
    add_if([&](const ThreadNow& thread) { return game.choice_of(thread.id) != nullptr; });
    add_if([&](const ThreadNow& thread) { return thread.state != "finished" && !waits_for_end(thread); });
    if (chosen.empty()) add_if([](const ThreadNow&) { return true; });
    std::ranges::sort(chosen, {}, [](const ThreadNow* thread) { return thread->id; });
    return chosen;
}

std::string how_to_begin(const Game& game) {
    const bool many =
        std::ranges::any_of(game.scene().moment.threads, [](const auto& thread) { return thread.id > 9; });
    return std::string("Type the number of a thread in [brackets], and it takes its next step.") +
           (many ? " From 10 on: t, the number, enter." : "");
}

// Threads without a column, those that can go on first; those of which the same is to be said together: "[3] [4] next:
// locks account a; main waits for thread 1 to end".
std::string others_words(const Game& game, const std::vector<const ThreadNow*>& shown) {
    std::vector<std::pair<std::string, std::string>> groups;  // words, threads
    for (const bool can_go : {true, false}) {
        for (const ThreadNow& thread : game.scene().moment.threads) {
            if (std::ranges::find(shown, &thread) != shown.end() || (game.choice_of(thread.id) != nullptr) != can_go)
                continue;
            std::string name = can_go           ? fmt::format("[{}]", thread.id)
                               : thread.id == 0 ? "main"
                                                : std::to_string(thread.id);
            std::string words = thread_words(game, thread);
            const auto same = std::ranges::find(groups, words, &std::pair<std::string, std::string>::first);
            if (same == groups.end())
                groups.emplace_back(std::move(words), std::move(name));
            else
                same->second += (can_go ? " " : ", ") + name;
        }
    }
    std::vector<std::string> parts;
    for (const auto& [words, names] : groups) parts.push_back(names + ' ' + words);
    return fmt::format("{}", fmt::join(parts, "; "));
}

// The lines below the columns, from top to bottom.
struct Below {
    struct Line {
        std::string text;
        Style style = Style::plain;
    };
    std::vector<Line> lines;

    void add(const std::string& text, std::size_t columns, std::size_t most, Style style = Style::plain) {
        std::vector<std::string> wrapped = report::wrap(text, columns);
        if (wrapped.size() > most) {
            wrapped.resize(most);
            wrapped.back() = report::shortened(wrapped.back() + " ...", columns);
        }
        for (std::string& line : wrapped) lines.push_back({std::move(line), style});
    }
    void add_labelled(const std::string& label, const std::string& text, std::size_t columns, std::size_t most) {
        if (text.empty()) return;
        const std::size_t first = lines.size();
        add(text, columns - label_width, most);
        for (std::size_t at = first; at < lines.size(); ++at)
            lines[at].text = report::padded(at == first ? label : "", label_width) + lines[at].text;
    }

    static constexpr std::size_t label_width = 8;
};

Below below(const Game& game, const std::vector<const ThreadNow*>& shown, std::size_t columns, bool roomy) {
    Below below;
    const std::size_t most = roomy ? 4 : 2;
    below.add_labelled("Others", others_words(game, shown), columns, most);
    below.add_labelled("Values", values_words(game), columns, most);
    below.add_labelled("Locks", locks_words(game), columns, most);
    below.add_labelled("Output", output_words(game), columns, most);
    below.add(latest_words(game), columns, most);
    const auto outcome = outcome_words(game);
    for (std::size_t at = 0; at < outcome.size(); ++at)
        below.add(outcome[at], columns, roomy ? 6 : 3,
                  at > 0          ? Style::plain
                  : game.failed() ? Style::bad
                                  : Style::good);
    if (const std::string offer = offer_words(game); !offer.empty()) below.add(offer, columns, 1, Style::warning);
    if (game.typed())
        below.add(
            fmt::format("Thread {}_ (enter: it takes its next step; left arrow: takes a digit back)", *game.typed()),
            columns, 1, Style::warning);
    else if (game.steps() == 0 && game.notice().empty() && !game.scene().outcome)
        below.add(how_to_begin(game), columns, 2);
    if (!game.notice().empty()) below.add(game.notice(), columns, 2, Style::warning);
    return below;
}

void draw_column(Grid& grid, const Game& game, const ThreadNow& thread, std::size_t left, std::size_t width,
                 std::size_t top, std::size_t rows) {
    const bool can_go = game.choice_of(thread.id) != nullptr;
    const std::string name = report::visible(thread.name);
    grid.put(top, left, can_go ? fmt::format("[{}] {}", thread.id, name) : fmt::format(" {}  {}", thread.id, name),
             can_go ? Style::strong : Style::plain, width);
    const auto status = report::wrap(thread_words(game, thread), width);
    for (std::size_t line = 0; line < std::min<std::size_t>(status.size(), 2); ++line) {
        const bool cut = line == 1 && status.size() > 2;
        grid.put(top + 1 + line, left, status[line] + (cut ? " ..." : ""), can_go ? Style::plain : Style::faint, width);
    }
    if (thread.state == "finished") return;
    const SourceWindow window =
        source_window(game.subject().sources, thread.next.file, thread.next.line, rows - 3, width < narrow_column);
    for (std::size_t row = 0; row < window.lines.size(); ++row) {
        const auto& line = window.lines[row];
        const std::string number = line.number > 0 ? fmt::format("{:>3}", line.number) : std::string();
        grid.put(top + 3 + row, left, fmt::format("{}{} {}", line.current ? '>' : ' ', number, line.text),
                 line.current ? (can_go ? Style::marked : Style::strong) : Style::plain, width);
    }
}

Grid too_small(std::size_t columns, std::size_t rows) {
    Grid grid(columns, rows);
    const auto lines =
        report::wrap(fmt::format("This terminal is too small: play needs {} columns and {} rows. Make it "
                                 "larger, or use --plain. q quits.",
                                 least_columns, least_rows),
                     std::max<std::size_t>(columns, 4));
    for (std::size_t row = 0; row < lines.size(); ++row) grid.put(row, 0, lines[row]);
    return grid;
}

void draw_help(Grid& grid) {
    for (std::size_t line = 0; line < help.size(); ++line) grid.put(3 + line, 2, help[line]);
}

}  // namespace

Grid draw(const Game& game, std::size_t columns, std::size_t rows) {
    if (columns < least_columns || rows < least_rows) return too_small(columns, rows);
    Grid grid(columns, rows);
    const std::string counts = count_words(game);
    grid.put(0, 0, fmt::format("{}  {}", game.subject().title, report::visible(game.subject().hand_in)), Style::title,
             columns - counts.size() - 2);
    grid.put(0, columns - counts.size(), counts, Style::strong);
    grid.put(1, 0, case_words(game));
    grid.rule(2, '-');
    grid.put(rows - 1, 0, keys, Style::faint);
    if (game.help_is_open()) {
        draw_help(grid);
        return grid;
    }
    const auto shown = threads_in_columns(game, columns / narrowest_column);
    const Below under = below(game, shown, columns, rows >= 36);
    constexpr std::size_t top = 3, least_source = 6;
    const std::size_t room = rows - top - 2 - least_source;  // for what is below the columns
    const std::size_t lines = std::min(under.lines.size(), room);
    const std::size_t rule = rows - 2 - lines;
    grid.rule(rule, '-');
    // If there is not room for all, the last lines, which tell how it ended, are worth most.
    for (std::size_t line = 0; line < lines; ++line) {
        const auto& text = under.lines[under.lines.size() - lines + line];
        grid.put(rule + 1 + line, 0, text.text, text.style);
    }
    const std::size_t count = std::max<std::size_t>(shown.size(), 1);
    const std::size_t width = (columns + 1) / count - 1;
    for (std::size_t at = 0; at < shown.size(); ++at) {
        const std::size_t left = at * (width + 1);
        if (at > 0)
            for (std::size_t row = top; row < rule; ++row) grid.put(row, left - 1, "|", Style::faint);
        draw_column(grid, game, *shown[at], left, width, top, rule - top);
    }
    return grid;
}

}  // namespace lab::play
