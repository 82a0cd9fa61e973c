// lanes.cpp: draws the lanes, row by row, from the frames.
#include "report/lanes.hpp"

#include "report/escape.hpp"
#include "report/frames.hpp"
#include "report/highlight.hpp"
#include "report/visible.hpp"
#include "report/waits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace lab::report {
namespace {

constexpr std::size_t most_bars = 6;   // locks that have a letter and a bar
constexpr std::size_t most_lanes = 6;  // more threads share one lane
constexpr std::size_t longest_text = 300;

std::string thread_label(const judge::CaseResult& result, int thread) {
    return shortened(visible(thread_name(result, thread)), 30);
}

// The locks that are held or waited for, in the order in which that happens.
std::vector<std::string> locks_of(const std::vector<Frame>& all) {
    std::vector<std::string> locks;
    const auto add = [&](const std::string& lock) {
        if (!lock.empty() && std::find(locks.begin(), locks.end(), lock) == locks.end()) locks.push_back(lock);
    };
    for (const Frame& frame : all)
        for (const ThreadFrame& thread : frame.threads) {
            for (const std::string& lock : thread.holds) add(lock);
            add(thread.wants);
        }
    if (locks.size() > most_bars) locks.resize(most_bars);
    return locks;
}

// Where a frame has what is known of a thread; null: nowhere.
const ThreadFrame* find(const Frame& frame, int thread) {
    for (const ThreadFrame& item : frame.threads)
        if (item.thread == thread) return &item;
    return nullptr;
}

bool holds(const ThreadFrame* thread, const std::string& lock) {
    return thread != nullptr && std::find(thread->holds.begin(), thread->holds.end(), lock) != thread->holds.end();
}

// The words of the row say the same: bars are for the eye alone.
std::string bars(const std::vector<std::string>& locks, const std::vector<bool>& used, const ThreadFrame* before,
                 const ThreadFrame* now) {
    std::string html;
    for (std::size_t at = 0; at < locks.size(); ++at) {
        const bool held = holds(now, locks[at]);
        const bool wanted = now != nullptr && now->wants == locks[at];
        if (!used[at]) continue;
        if (!held && !wanted) {
            html += "<i class=\"bar none\"></i>";  // keeps its place
            continue;
        }
        const bool begins = held ? !holds(before, locks[at]) : before == nullptr || before->wants != locks[at];
        html += fmt::format("<i class=\"bar b{}{}{}\">{}</i>", at, held ? "" : " want", begins ? " begin" : "",
                            begins ? std::string(1, static_cast<char>('A' + at)) : std::string());
    }
    return html.empty() ? html : "<span class=\"bars\" aria-hidden=\"true\">" + html + "</span>";
}

std::string step_html(const Row& row, const ThreadFrame* now, const std::string& who) {
    std::string html = "<div class=\"what\">";
    if (row.key) html += "<b class=\"mark\" title=\"the message is about this step\">&#9670;</b> ";
    html += who + html_entities(shortened(row.text, longest_text)) + "</div>";
    const auto lines = highlighted(row.source);
    if (!lines.empty()) html += "<code>" + lines.front() + "</code>";
    std::string where = row.file.empty() ? "" : shortened(row.file, 60) + ":" + std::to_string(row.line);
    if (now != nullptr && !now->holds.empty()) {
        where += where.empty() ? "holds " : " · holds ";
        for (const std::string& lock : now->holds) where += lock + (&lock == &now->holds.back() ? "" : ", ");
    }
    if (!where.empty()) html += "<div class=\"where\">" + html_entities(shortened(where, longest_text)) + "</div>";
    return html;
}

std::string legend(const std::vector<std::string>& locks) {
    if (locks.empty()) return {};
    std::string html = "<p class=\"legend\">Bars: a thread holds the lock; hatched: it waits. ";
    for (std::size_t at = 0; at < locks.size(); ++at)
        html += fmt::format("<span><i class=\"bar b{}\">{}</i> {}</span> ", at, static_cast<char>('A' + at),
                            html_entities(locks[at]));
    return html + "</p>\n";
}

}  // namespace

std::string lanes_table(const judge::CaseResult& result, const Rows& picked) {
    const std::vector<Frame> all = frames(result, picked.rows);
    const std::vector<std::string> locks = locks_of(all);
    std::vector<int> lanes;
    for (const ThreadFrame& thread : all.front().threads)
        if (std::any_of(picked.rows.begin(), picked.rows.end(),
                        [&](const Row& row) { return row.thread == thread.thread; }))
            lanes.push_back(thread.thread);
    std::vector<std::vector<bool>> used(lanes.size(), std::vector<bool>(locks.size()));
    for (const Frame& frame : all)
        for (std::size_t lane = 0; lane < lanes.size(); ++lane)
            for (std::size_t lock = 0; lock < locks.size(); ++lock)
                if (const ThreadFrame* thread = find(frame, lanes[lane]);
                    holds(thread, locks[lock]) || (thread != nullptr && thread->wants == locks[lock]))
                    used[lane][lock] = true;
    const bool one_lane = lanes.size() > most_lanes;
    std::string html = legend(locks);
    html += "<div class=\"scroll\" role=\"region\" aria-label=\"The interleaving, step by step\" tabindex=\"0\">\n";
    html +=
        fmt::format("<table class=\"lanes n{}\"><thead><tr><th scope=\"col\">step</th>", one_lane ? 1 : lanes.size());
    if (one_lane) html += "<th scope=\"col\">what the threads do</th>";
    for (std::size_t lane = 0; !one_lane && lane < lanes.size(); ++lane)
        html += fmt::format("<th scope=\"col\" class=\"t{}\">{}</th>", lane,
                            html_entities(thread_label(result, lanes[lane])));
    html += "</tr></thead><tbody>\n";
    const std::size_t columns = one_lane ? 2 : lanes.size() + 1;
    for (std::size_t at = 0; at < picked.rows.size(); ++at) {
        const Row& row = picked.rows[at];
        if (row.hidden_before > 0)
            html += fmt::format("<tr class=\"gap\"><td colspan=\"{}\">{} step{} left out</td></tr>\n", columns,
                                row.hidden_before, row.hidden_before == 1 ? "" : "s");
        html +=
            fmt::format("<tr data-step=\"{0}\"{1}><th scope=\"row\">{0}</th>", at + 1, row.key ? " class=\"key\"" : "");
        const std::string label = html_entities(thread_label(result, row.thread));
        if (one_lane) html += "<td>" + step_html(row, find(all[at + 1], row.thread), "<b>" + label + "</b> ") + "</td>";
        for (std::size_t lane = 0; !one_lane && lane < lanes.size(); ++lane) {
            const ThreadFrame* before = find(all[at], lanes[lane]);
            const ThreadFrame* now = find(all[at + 1], lanes[lane]);
            const bool acts = lanes[lane] == row.thread;
            html += fmt::format("<td class=\"t{}{}\"><div class=\"cell\">", lane, acts ? " acts" : "");
            html += bars(locks, used[lane], before, now);
            if (acts) html += "<div class=\"step\">" + step_html(row, now, "") + "</div>";
            html += "</div></td>";
        }
        html += "</tr>\n";
    }
    html += "</tbody></table></div>\n";
    if (picked.period > 0 && picked.repetitions > 0)
        html += fmt::format("<p>The last {} of these come {} times more.</p>\n",
                            picked.period == 1 ? "one" : std::to_string(picked.period), picked.repetitions);
    return html;
}

std::string player_json(const judge::CaseResult& result, const Rows& picked) {
    using Json = nlohmann::ordered_json;
    Json list = Json::array();
    std::size_t row = 0;
    for (const Frame& frame : frames(result, picked.rows)) {
        Json threads = Json::array();
        for (const ThreadFrame& thread : frame.threads)
            threads.push_back({{"name", thread_label(result, thread.thread)},
                               {"doing", shortened(thread.doing, 120)},
                               {"waits", thread.waits},
                               {"holds", thread.holds},
                               {"file", thread.file},
                               {"line", thread.line}});
        Json values = Json::array();
        for (const auto& [name, value] : frame.values) values.push_back({name, value});
        Json item = {{"threads", threads}, {"values", values}, {"output", frame.output}};
        if (row > 0) {
            const Row& shown = picked.rows[row - 1];
            item["say"] = thread_label(result, shown.thread) + " " + shortened(shown.text, longest_text);
        }
        list.push_back(std::move(item));
        ++row;
    }
    return json_for_html(list.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace lab::report
