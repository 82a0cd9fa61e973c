// rows.cpp: what matters in a trace: where threads meet in one object, where they wait, and what the message is about.
#include "report/rows.hpp"

#include "report/lost_writes.hpp"
#include "report/operation.hpp"
#include "report/visible.hpp"
#include "report/waits.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace lab::report {
namespace {

using judge::Step;

constexpr std::size_t comfortable = 24;  // rows that are shown without folding
constexpr std::size_t most = 40;
constexpr std::size_t longest_round = 12;  // rows of a repetition
constexpr std::size_t longest_text = 100;

bool is_upkeep(const Step& step) {
    for (const char* op : {"create", "start", "join", "exit", "detach", "point", "settle", "yield", "fence"})
        if (step.operation == op) return !step.blocks;
    return false;
}

// At which steps other threads than main are there: until they are joined, since until then main cannot know that they
// have ended. Threads are numbered in the order in which they are created.
std::vector<bool> others_alive(const judge::CaseResult& result) {
    const std::vector<Step>& trace = result.trace;
    std::map<int, std::size_t> first, last;
    int created = 0;
    for (std::size_t at = 0; at < trace.size(); ++at) {
        if (trace[at].operation == "create") first.emplace(++created, at);
        if (trace[at].thread == 0) continue;
        first.emplace(trace[at].thread, at);
        last[trace[at].thread] = at;
    }
    for (std::size_t at = 0; at < trace.size(); ++at)
        if (trace[at].operation == "join" && !trace[at].blocks)
            for (auto& [thread, end] : last)
                if (end < at && thread_name(result, thread) == trace[at].note) end = at - 1;
    std::vector<bool> alive(trace.size());
    for (const auto& [thread, end] : last)
        for (std::size_t at = first[thread]; at <= end; ++at) alive[at] = true;
    return alive;
}

// The objects that the reader must follow: where several threads meet, or what is held where the message looks.
std::set<std::string> objects_that_matter(const std::vector<Step>& trace, const std::vector<bool>& alive) {
    struct Use {
        std::set<int> threads;
        bool changes = false;  // memory that everybody only reads is of no interest
    };
    std::map<std::string, Use> uses;
    std::set<std::string> objects;
    for (std::size_t at = 0; at < trace.size(); ++at) {
        const Step& step = trace[at];
        if (step.key) objects.insert(step.holds.begin(), step.holds.end());
        if (step.key || step.blocks) objects.insert(step.object);
        if (step.object.empty() || step.file.empty() || !alive[at]) continue;
        Use& use = uses[step.object];
        use.threads.insert(step.thread);
        use.changes = use.changes || step.operation != "read";
    }
    for (const auto& [object, use] : uses)
        if (use.threads.size() > 1 && use.changes) objects.insert(object);
    return objects;
}

bool matters(const Step& step, const std::set<std::string>& objects, bool main_matters) {
    if (step.key) return true;
    if (step.nameless) return false;

    if (step.blocks) return step.operation != "join";  // the line below the table tells who waits for whose end
    if (is_upkeep(step)) {
        const bool starts_or_joins = step.operation == "create" || step.operation == "join";
        return main_matters && step.thread == 0 && starts_or_joins && !step.file.empty();
    }
    if (step.operation == "output" || step.operation == "sleep") return true;
    if (step.operation == "timeout" && !step.file.empty()) return true;
    return !step.file.empty() && objects.contains(step.object);
}

// What counts of a row when there are too many: 0 goes first.
int weight_of(const Step& step) {
    const std::string& op = step.operation;
    if (step.key || step.blocks) return 4;
    if (op.find("unlock") != std::string::npos) return 0;
    if (op.find("lock") != std::string::npos || is_upkeep(step)) return 1;
    return op == "read" || op == "atomic_load" ? 2 : 3;
}

// Replaces "reads x" by "changes x" where the same line both reads and changes a part of x; false if there is nothing
// new.
bool merge_part(Row& row, const Step& step) {
    const std::string object = visible(step.object);
    if (row.text.find("changes " + object) != std::string::npos) return true;
    const std::size_t read = row.text.find("reads " + object);
    if (read == std::string::npos) return false;
    if (step.operation == "write") row.text.replace(read, 5, "changes");
    return true;
}

void append(std::vector<Row>& rows, const Step& step, std::size_t place, const std::string& lost) {
    const std::string text = visible(operation_words(step) + lost);
    if (!rows.empty()) {
        Row& last = rows.back();
        const bool same_line = last.thread == step.thread && last.file == step.file && last.line == step.line;
        const bool merged = same_line && step.part && merge_part(last, step);
        if (merged || (same_line && last.text.size() + text.size() < longest_text)) {
            const bool repeated = merged || last.text == text || last.text.ends_with(", " + text) ||
                                  (step.blocks && last.text.find(text) != std::string::npos);
            if (!repeated) last.text += ", " + text;
            last.key = last.key || step.key;
            last.weight = std::max(last.weight, weight_of(step));
            ++last.steps;
            last.objects.push_back(step.object);
            last.last_step = place;
            return;
        }
    }
    rows.push_back({0,
                    step.thread,
                    visible(step.file),
                    step.line,
                    visible(step.source),
                    text,
                    step.key,
                    weight_of(step),
                    1,
                    place,
                    place,
                    {step.object}});
}

bool same(const Row& one, const Row& two) {
    return one.thread == two.thread && one.file == two.file && one.line == two.line && one.text == two.text;
}

// Cuts a tail that repeats itself (a livelock's) down to one round.
void cut_repetitions(Rows& picked) {
    std::vector<Row>& rows = picked.rows;
    for (std::size_t period = 1; period <= longest_round && 3 * period <= rows.size(); ++period) {
        std::size_t equal = 0;  // rows at the end that equal the one a period before
        while (equal + period < rows.size() &&
               same(rows[rows.size() - 1 - equal], rows[rows.size() - 1 - equal - period]))
            ++equal;
        const std::size_t rounds = equal / period;
        if (rounds < 2) continue;
        picked.period = period;
        picked.repetitions = static_cast<int>(rounds);
        for (std::size_t row = rows.size() - rounds * period; row < rows.size(); ++row)
            picked.left_out += rows[row].steps;
        rows.resize(rows.size() - rounds * period);
        return;
    }
}

// Takes out the rows that `goes` says, except a single one between others, since telling of it takes as much room.
template <class Goes>
void hide(std::vector<Row>& rows, Goes goes) {
    std::vector<bool> gone(rows.size());
    for (std::size_t index = 0; index < rows.size(); ++index) gone[index] = goes(index);
    std::vector<Row> kept;
    int hidden = 0;
    for (std::size_t index = 0; index < rows.size(); ++index) {
        const bool alone = (index == 0 || !gone[index - 1]) && (index + 1 == rows.size() || !gone[index + 1]);
        if (gone[index] && !(alone && rows[index].hidden_before == 0)) {
            hidden += rows[index].steps + rows[index].hidden_before;
            continue;
        }
        kept.push_back(rows[index]);
        kept.back().hidden_before += hidden;
        hidden = 0;
    }
    rows = std::move(kept);
}

// Hides rows until a screen can hold them: first unlocks, then locks and the middle of one thread's stretch, at last
// the oldest ones. What the message is about stays as long as it can.
void fold(std::vector<Row>& rows) {
    for (int weight = 0; weight <= 2 && rows.size() > comfortable; ++weight) {
        const std::size_t size = rows.size();
        hide(rows, [&](std::size_t index) {
            const bool edge = index == 0 || index + 6 >= size;
            const bool begins = index == 0 || rows[index - 1].thread != rows[index].thread;
            return !edge && !rows[index].key && rows[index].weight <= weight && (weight == 0 || !begins);
        });
    }
    if (rows.size() > comfortable)
        hide(rows,
             [&](std::size_t index) { return index > 0 && !rows[index].key && same(rows[index], rows[index - 1]); });
    if (rows.size() <= most) return;
    const std::size_t size = rows.size();
    std::size_t keys = 0;
    hide(rows, [&](std::size_t index) {
        if (index + most / 2 >= size) return false;
        return !(rows[index].key && ++keys < most / 2);
    });
}

}  // namespace

Rows pick_rows(const judge::CaseResult& result) {
    Rows picked;
    const std::vector<bool> alive = others_alive(result);
    const std::set<std::string> objects = objects_that_matter(result.trace, alive);
    // What main sets up before there is another thread is of no interest by itself.
    const auto first_alive = static_cast<std::size_t>(std::find(alive.begin(), alive.end(), true) - alive.begin());
    const auto set_up = [&](const Step& step) {
        return first_alive < alive.size() && static_cast<std::size_t>(&step - result.trace.data()) < first_alive &&
               !step.key;
    };
    const bool main_matters = std::any_of(result.trace.begin(), result.trace.end(), [&](const Step& step) {
        return step.thread == 0 && !step.file.empty() && !is_upkeep(step) && !step.blocks && !set_up(step) &&
               (step.key || objects.contains(step.object));
    });
    // And once it is alone again, only what it joins, and what it finds.
    const auto last_alive = static_cast<std::size_t>(alive.rend() - std::find(alive.rbegin(), alive.rend(), true));
    const auto clearing_up = [&](const Step& step) {
        const bool finds = step.operation == "join" || step.operation == "output" || step.operation == "atomic_load" ||
                           (step.operation == "read" && !step.part);
        return last_alive > 0 && static_cast<std::size_t>(&step - result.trace.data()) >= last_alive && !step.key &&
               !step.blocks && !finds;
    };
    LostWrites lost_writes(result);
    for (const Step& step : result.trace) {
        const std::string lost = lost_writes.follow(step);
        if (!set_up(step) && !clearing_up(step) && matters(step, objects, main_matters))
            append(picked.rows, step, static_cast<std::size_t>(&step - result.trace.data()), lost);
        else
            ++picked.left_out;
    }
    cut_repetitions(picked);
    fold(picked.rows);
    for (const Row& row : picked.rows) picked.left_out += row.hidden_before;
    return picked;
}

}  // namespace lab::report
