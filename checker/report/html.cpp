// html.cpp: the sections of the page. Its style and its script are page.css and page.js.
#include "report/html.hpp"

#include "judge/words.hpp"
#include "report/difference.hpp"
#include "report/escape.hpp"
#include "report/highlight.hpp"
#include "report/lanes.hpp"
#include "report/markup.hpp"
#include "report/outcomes.hpp"
#include "report/page.hpp"
#include "report/table.hpp"
#include "report/text.hpp"
#include "report/visible.hpp"
#include "report/wait_graph.hpp"
#include "report/waits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace lab::report {
namespace {

using judge::CaseResult;
using judge::Result;
using judge::Verdict;

// In bytes of HTML. Their sum, with style and script, stays below 300 kB.
constexpr std::size_t most_of_lanes = 60'000;
constexpr std::size_t most_of_player = 40'000;
constexpr std::size_t most_of_source = 50'000;
constexpr std::size_t longest_diagnostics = 2500;  // bytes of what the compiler wrote
constexpr std::size_t longest_table = 6000;        // bytes of an interleaving that is too large for lanes
constexpr std::size_t most_files = 8;
constexpr std::size_t longest_output = 1500;  // bytes of one output

std::string heading(const Result& result) {
    std::string html = fmt::format("<header class=\"{}\">\n<p>{}</p>\n<h1>{}</h1>\n", kind_of(result.verdict),
                                   badge(result.verdict), html_entities(phrase(result.verdict)));
    std::string of = brief(result.lesson, 100);
    if (!result.title.empty()) of += (of.empty() ? "" : " · ") + brief(result.title, 200);
    if (!of.empty()) html += "<p>" + of + "</p>\n";
    if (!result.hand_in.empty()) html += "<p class=\"where\">" + brief(result.hand_in, 300) + "</p>\n";
    if (result.beneath)
        html += fmt::format("<p>What it does as it stands: {}, {}.</p>\n", name(*result.beneath),
                            html_entities(phrase(*result.beneath)));
    if (result.verdict == Verdict::build_error && !result.diagnostics.empty())
        return html + "<p>Nothing was run. What the compiler says is below.</p></header>\n";
    return html + paragraph(result.message) + "</header>\n";
}

std::string diagnosis(const Result& result) {
    if (!result.diagnosis || result.verdict == Verdict::unfinished) return {};
    std::string html = "<section class=\"diagnosis\"><h2>The mistake: " + brief(result.diagnosis->title) + "</h2>\n";
    html += paragraph(result.diagnosis->sentence) + "<p>What to do: " + with_code(result.diagnosis->hint);
    return html + brief(where_taught(result)) + "</p></section>\n";
}

std::string difference_html(const CaseResult& item, bool with_expectation) {
    if (!item.actual) return {};
    std::string html = with_expectation ? "<h3>Its output (- expected, + printed)</h3>\n"
                                        : "<h3>Two of its outputs (- the one, + the other)</h3>\n";
    html += "<pre class=\"difference\">";
    const std::string lines = difference(item.expected.value_or(""), *item.actual);
    for (std::size_t at = 0; at < std::min(lines.size(), 2 * longest_output);) {
        const std::size_t end = std::min(lines.find('\n', at), lines.size());
        const char* const kind = lines[at] == '-' ? "minus" : lines[at] == '+' ? "plus" : "same";
        html += fmt::format("<span class=\"{}\">{}</span>\n", kind, brief(lines.substr(at, end - at), 200));
        at = end + 1;
    }
    return html + "</pre>\n";
}

std::string waits_html(const CaseResult& item) {
    const std::vector<Wait> waits = waits_at_end(item);
    if (waits.empty() || item.verdict == Verdict::passed) return {};
    std::string html =
        "<section><h2>Who waits for what at the end</h2>\n<div class=\"scroll\" role=\"region\" "
        "aria-label=\"Who waits for what\" tabindex=\"0\">" +
        wait_graph(item) + "</div><ul>\n";
    for (const Wait& wait : waits) {
        if (&wait - waits.data() >= 16) break;
        const std::string other = wait.for_thread < 0 ? "" : brief(thread_name(item, wait.for_thread), 60);
        std::string what = brief(wait.object, 100);
        if (wait.object.empty())
            what = other.empty() ? "a thread to end" : other + " to end";
        else if (!other.empty())
            what += ", which " + other + " holds";
        html += "<li>" + brief(thread_name(item, wait.thread), 60) + " waits for " + what + "</li>\n";
    }
    html += "</ul>\n";
    if (!item.cycle.empty()) html += "<p>The circle: " + brief(item.cycle) + "</p>\n";
    return html + "</section>\n";
}

constexpr const char* player = R"(<div id="player" role="group" aria-label="Player" hidden>
<button type="button" data-go="first" aria-label="to the beginning">start</button>
<button type="button" data-go="back" aria-label="one step back">&#9664; back</button>
<button type="button" data-go="play" aria-pressed="false">&#9654; play</button>
<button type="button" data-go="step" aria-label="one step on">step &#9654;</button>
<button type="button" data-go="last" aria-label="to the end">end</button>
<input id="position" type="range" min="0" value="0" aria-label="step">
<p id="say" role="status" aria-live="polite"></p>
<div id="state"></div>
<p class="keys">Keys: <kbd>&rarr;</kbd> step, <kbd>&larr;</kbd> back, <kbd>space</kbd> play and pause.</p>
</div>
)";

std::string interleaving(const CaseResult& item, const Rows& picked) {
    if (picked.rows.empty()) return {};
    std::string html = "<section id=\"interleaving\"><h2>The interleaving</h2>\n";
    const std::string lanes = lanes_table(item, picked);
    if (lanes.size() > most_of_lanes) return html + block(interleaving_table(item, 80), longest_table) + "</section>\n";
    const std::string json = player_json(item, picked);
    if (json.size() <= most_of_player)
        html += player + std::string("<script type=\"application/json\" id=\"frames\">") + json + "</script>\n";
    return html + lanes + "</section>\n";
}

std::string decisive_case(const Result& result, const CaseResult& item) {
    std::string html = "<section><h2>In " + case_title(item) + "</h2>\n";
    html += paragraph(item.message, "message") + difference_html(item, result.explored_as.empty());
    if (!item.advice.empty() && !item.diagnosis) html += "<p>What would help: " + with_code(item.advice) + "</p>\n";
    return html + "</section>\n";
}

// What may come of a data race, as an interleaving of its own.
std::string consequence_html(const Result& result, const judge::Consequence& then) {
    const CaseResult shown = as_case(then);
    const std::string lanes = lanes_table(shown, pick_rows(shown));
    std::string html =
        "<section id=\"consequence\"><h2>What can come of it</h2>\n" + paragraph(then.message, "message") +
        (lanes.size() > most_of_lanes / 2 ? block(interleaving_table(shown, 80), longest_table) : lanes) +
        difference_html(shown, result.explored_as.empty());
    if (const std::string command = replay_command(result, then.schedule); !command.empty())
        html += "<p>To see this interleaving again: <code>" + brief(command, 2500) + "</code></p>\n";
    return html + "</section>\n";
}

// The hand-in, and what else the interleaving goes through.
std::string sources_html(const std::vector<Source>& sources, const Rows& picked) {
    std::set<std::string> files;
    for (const Row& row : picked.rows) files.insert(row.file);
    std::string html;
    std::size_t bytes = 0;
    std::size_t files_shown = 0;
    for (const Source& source : sources) {
        const std::string file = visible(source.name);
        if (!source.hand_in && !files.contains(file)) continue;
        const std::string title = brief(source.path, 200);
        std::string lines;
        std::size_t number = 0;
        bool cut = false;
        for (const std::string& line : highlighted(std::string_view(source.text).substr(0, most_of_source))) {
            cut = bytes + lines.size() + line.size() > most_of_source;
            if (cut) break;
            lines += fmt::format("<div data-line=\"{0}\"><b>{0}</b><i></i><code>{1}</code></div>\n", ++number, line);
        }
        bytes += lines.size();
        html += fmt::format(
            "<details open><summary>{}</summary>\n<div class=\"source scroll\" data-file=\"{}\" role=\"region\" "
            "aria-label=\"Source of {}\" tabindex=\"0\">\n{}</div>{}</details>\n",
            title, html_entities(file), title, lines,
            cut || source.text.size() > most_of_source ? "<p>The rest is left out.</p>" : "");
        if (bytes > most_of_source || cut || ++files_shown == most_files) break;
    }
    return html.empty() ? html : "<section id=\"source\"><h2>Source</h2>\n" + html + "</section>\n";
}

std::string footer(const Result& result, const CaseResult* decisive) {
    std::string html = "<footer>\n";
    if (decisive != nullptr)
        if (const std::string command = replay_command(result, decisive->schedule); !command.empty())
            html += "<p>To see this interleaving again: <code>" + brief(command, 2500) + "</code></p>\n";
    if (!result.number.empty() && !result.passed())
        html += "<p>A hint: <code>" + brief(result.called, 200) + " hint " + brief(result.number, 20) + "</code></p>\n";
    return html + "<p>" + brief(result.toolchain, 200) + "</p>\n</footer>\n";
}

}  // namespace

std::string html(const Result& result, const std::vector<Source>& sources) {
    const CaseResult* decisive = result.decisive();
    const Rows picked = decisive == nullptr ? Rows() : pick_rows(*decisive);
    std::string title = std::string(name(result.verdict));
    if (!result.lesson.empty()) title = result.lesson + ": " + title;
    std::string body = heading(result) + "<main>\n" + diagnosis(result);
    if (decisive != nullptr) body += decisive_case(result, *decisive);
    if (!result.diagnostics.empty())
        body += "<section><h2>What the compiler says</h2>\n" + block(result.diagnostics, longest_diagnostics) +
                "</section>\n";
    const std::string steps = decisive == nullptr ? "" : interleaving(*decisive, picked);
    const std::string text = sources_html(sources, picked);
    const std::string explored = cases_map(result);
    if (decisive == nullptr) body += explored;
    body += steps.empty() || text.empty() ? steps + text : "<div class=\"side\">\n" + steps + text + "</div>\n";
    if (decisive != nullptr && decisive->consequence) body += consequence_html(result, *decisive->consequence);
    if (decisive != nullptr) body += waits_html(*decisive);
    body += outputs_map(result) + (decisive == nullptr ? "" : explored) + "</main>\n" + footer(result, decisive);
    return page_html({title, body, page_style, page_style_hash, page_script, page_script_hash});
}

}  // namespace lab::report
