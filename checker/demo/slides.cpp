// slides.cpp: cuts a failure and its mending into slides.
#include "demo/slides.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "judge/words.hpp"
#include "report/difference.hpp"
#include "report/frames.hpp"
#include "report/rows.hpp"
#include "report/text.hpp"
#include "report/visible.hpp"
#include "report/wait_graph.hpp"
#include "report/wait_text.hpp"
#include "report/waits.hpp"

namespace lab::demo {

namespace {

using judge::CaseResult;
using judge::Result;
using report::visible;

constexpr int around = 4;  // lines of code shown before and behind the current one
constexpr std::size_t longest_text = 400;
constexpr std::size_t longest_in_heading = 50;
constexpr std::size_t most_lines = 400;  // of a file
constexpr std::size_t most_columns = 6;
constexpr std::size_t picture_columns = 78;  // fits into any terminal

std::string brief(const std::string& text) {
    return report::shortened(visible(text.substr(0, 4 * longest_text)), longest_text);
}

std::string file_line(std::string_view text) {
    std::string line;
    for (const char character : text.substr(0, longest_text))
        line += character == '\t' ? "    " : std::string(1, character);
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
    return visible(line);
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size() && lines.size() < most_lines;) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(file_line(std::string_view(text).substr(at, end - at)));
        at = end + 1;
    }
    return lines;
}

const report::Source* source_named(const std::vector<report::Source>& sources, const std::string& file) {
    for (const report::Source& source : sources)
        if (visible(source.name) == file) return &source;
    return nullptr;
}

std::vector<CodeLine> code_at(const std::vector<report::Source>& sources, const std::string& file, int line) {
    const report::Source* source = source_named(sources, file);
    if (source == nullptr || line < 1) return {};
    const std::vector<std::string> lines = lines_of(source->text);
    std::vector<CodeLine> code;
    for (int at = std::max(1, line - around); at <= line + around && at <= static_cast<int>(lines.size()); ++at)
        code.push_back({at, lines[static_cast<std::size_t>(at) - 1], at == line});
    // What all of them have in common before their text is room for it.
    std::size_t common = std::string::npos;
    for (const CodeLine& item : code)
        if (!item.text.empty()) common = std::min(common, item.text.find_first_not_of(' '));
    for (CodeLine& item : code) item.text.erase(0, std::min(common, item.text.size()));
    return code;
}

std::string joined(const std::vector<std::string>& words, const char* last) {
    std::string text;
    for (std::size_t at = 0; at < words.size(); ++at)
        text += (at == 0 ? "" : at + 1 == words.size() ? last : ", ") + words[at];
    return text;
}

// The interleaving to show: of a data race, what comes of it, since the race itself looks harmless.
CaseResult shown_of(const CaseResult& decisive) {
    if (!decisive.consequence) return decisive;
    CaseResult shown = as_case(*decisive.consequence);
    shown.name = decisive.name;
    shown.kind = decisive.kind;
    shown.diagnosis = decisive.diagnosis;
    return shown;
}

class Deck {
public:
    explicit Deck(const Material& material)
        : material_(material), decisive_(*material.broken.decisive()), broken_(shown_of(decisive_)) {}

    std::vector<Slide> make() {
        title();
        code();
        interleaving();
        finding();
        mistake();
        fix();
        proof();
        return std::move(slides_);
    }

private:
    Slide& add(std::string heading) {
        slides_.push_back({.kind = Slide::Kind::words, .heading = std::move(heading)});
        return slides_.back();
    }

    void title() {
        Slide& slide = add(fmt::format("{}  {}", material_.number, brief(material_.title)));
        slide.lines = {{brief(material_.idea)},
                       {""},
                       {"First a version that goes wrong, " + brief(material_.broken.hand_in) + ":"},
                       {"it is run step by step, in the interleaving that shows why."},
                       {"Then how to mend it, and what the checker explored of that."}};
    }

    void code() {
        for (const report::Source& source : material_.broken_sources) {
            if (!source.hand_in) continue;
            Slide& slide = add("The version that goes wrong: " + visible(source.name));
            int number = 0;
            for (const std::string& line : lines_of(source.text))
                slide.lines.push_back({fmt::format("{:>4}  {}", ++number, line), Role::code});
        }
    }

    std::string thread(int id) const { return report::shortened(visible(report::thread_name(broken_, id)), 24); }

    std::vector<Column> columns_of(const report::Frame& frame, const std::vector<int>& lanes, int moved) const {
        std::vector<Column> columns;
        for (const report::ThreadFrame& item : frame.threads) {
            if (std::find(lanes.begin(), lanes.end(), item.thread) == lanes.end()) continue;
            columns.push_back({.thread = thread(item.thread), .moved = item.thread == moved, .waits = item.waits});
            Column& column = columns.back();
            column.doing = report::shortened(item.doing, 120);
            column.holds = item.holds;
            if (!item.exists || (item.ended && !column.moved)) continue;  // it is in no line
            if (item.line > 0) column.place = fmt::format("{}:{}", report::shortened(item.file, 40), item.line);
            column.code = code_at(material_.broken_sources, item.file, item.line);
        }
        return columns;
    }

    void show_state(Slide& slide, const report::Frame& frame) const {
        for (const auto& [name, value] : frame.values) slide.values.push_back(name + " = " + value);
        slide.output = frame.output;
    }

    void interleaving() {
        const report::Rows picked = report::pick_rows(broken_);
        const std::vector<report::Frame> frames = report::frames(broken_, picked.rows);
        std::vector<int> lanes;
        for (const report::Row& row : picked.rows)
            if (std::find(lanes.begin(), lanes.end(), row.thread) == lanes.end() && lanes.size() < most_columns)
                lanes.push_back(row.thread);
        const std::size_t last = picked.rows.size();
        for (std::size_t at = 0; at < last; ++at) {
            const report::Row& row = picked.rows[at];
            if (at == 0 || picked.rows[at - 1].thread != row.thread) ask(frames[at], lanes, row, at + 1, last);
            // What is too long for a heading stands below it.
            const bool short_enough = row.text.size() <= longest_in_heading;
            Slide& slide = add(fmt::format("Step {} of {}: {} {}", at + 1, last, thread(row.thread),
                                           short_enough ? row.text : "goes on"));
            if (!short_enough) slide.lines.push_back({report::shortened(row.text, longest_text), Role::strong});
            slide.kind = Slide::Kind::step;
            slide.columns = columns_of(frames[at + 1], lanes, row.thread);
            show_state(slide, frames[at + 1]);
            if (row.hidden_before > 0)
                slide.lines.push_back(
                    {fmt::format("({} before it left out)", judge::counted(row.hidden_before, "step")), Role::faint});
        }
        if (picked.period > 0 && picked.repetitions > 0)
            slides_.back().lines.push_back({fmt::format(
                "The last {} of these come {} times more.",
                picked.period == 1 ? std::string("one") : std::to_string(picked.period), picked.repetitions)});
    }

    void ask(const report::Frame& before, const std::vector<int>& lanes, const report::Row& row, std::size_t step,
             std::size_t last) {
        std::vector<std::string> candidates;
        for (const report::ThreadFrame& item : before.threads)
            if (item.thread == row.thread ||
                (item.can_go && std::find(lanes.begin(), lanes.end(), item.thread) != lanes.end()))
                candidates.push_back(thread(item.thread));
        if (candidates.size() < 2) return;
        Slide& slide = add(fmt::format("Step {} of {}: which thread goes next?", step, last));
        slide.kind = Slide::Kind::question;
        slide.lines.push_back({joined(candidates, " or ") + "? What will it do?", Role::strong});
        slide.columns = columns_of(before, lanes, -1);
        show_state(slide, before);
    }

    void finding() {
        const judge::Verdict verdict = material_.broken.beneath.value_or(material_.broken.verdict);
        Slide& slide = add(fmt::format("{}: {}", name(verdict), phrase(verdict)));
        slide.lines.push_back({"In \"" + brief(broken_.name) + "\":", Role::faint});
        slide.lines.push_back({brief(broken_.message), Role::strong});
        if (decisive_.consequence) slide.lines.push_back({"Behind it is a data race. " + brief(decisive_.message)});
        if (broken_.actual) {
            slide.lines.push_back({""});
            slide.lines.push_back({"Its output (- expected, + printed):"});
            add_difference(slide, broken_.expected.value_or(""), *broken_.actual);
        }
        add_waits(slide);
        if (broken_.failed > 0 && !broken_.native_only) {
            slide.lines.push_back({""});
            slide.lines.push_back({"It goes wrong in " + report::failing_words(broken_) + "."});
        }
    }

    // The picture, drawn with characters where there is no other, and in words what it leaves out.
    void add_waits(Slide& slide) const {
        const std::vector<report::Wait> waits = report::waits_at_end(broken_), circle = report::circle_of(waits);
        if (waits.empty()) return;
        slide.picture = report::wait_graph(broken_);
        slide.lines.push_back({""});
        for (std::string& line : report::wait_text(broken_, picture_columns))
            slide.lines.push_back({std::move(line), Role::picture, true});
        if (circle.empty()) return;
        for (const report::Wait& wait : waits) {
            if (std::any_of(circle.begin(), circle.end(),
                            [&](const report::Wait& item) { return item.thread == wait.thread; }))
                continue;
            if (slide.lines.back().role == Role::picture) slide.lines.push_back({"", Role::plain, true});
            const std::string other = wait.for_thread < 0 ? "" : thread(wait.for_thread);
            const std::string what = wait.object.empty() ? (other.empty() ? "a thread" : other) + " to end"
                                     : other.empty()     ? brief(wait.object)
                                                         : brief(wait.object) + ", which " + other + " holds";
            slide.lines.push_back({fmt::format("Besides, {} waits for {}.", thread(wait.thread), what)});
        }
    }

    void mistake() {
        const auto& diagnosis = broken_.diagnosis ? broken_.diagnosis : material_.broken.diagnosis;
        if (!diagnosis) return;
        Slide& slide = add("The mistake: " + brief(diagnosis->title));
        slide.lines = {{brief(diagnosis->sentence)}, {""}, {"What to do: " + brief(diagnosis->hint), Role::strong}};
    }

    static void add_difference(Slide& slide, const std::string& before, const std::string& after) {
        const std::string lines = report::difference(before, after);
        for (std::size_t at = 0; at < lines.size() && slide.lines.size() < most_lines;) {
            const std::size_t end = std::min(lines.find('\n', at), lines.size());
            const Role role = lines[at] == '-' ? Role::removed : lines[at] == '+' ? Role::added : Role::code;
            slide.lines.push_back({report::shortened(lines.substr(at, end - at), longest_text), role});
            at = end + 1;
        }
    }

    void fix() {
        const auto own = [](const std::vector<report::Source>& sources) {
            std::vector<const report::Source*> list;
            for (const report::Source& source : sources)
                if (source.hand_in) list.push_back(&source);
            return list;
        };
        const auto broken = own(material_.broken_sources);
        for (const report::Source* mended : own(material_.solution_sources)) {
            auto before = std::find_if(broken.begin(), broken.end(),
                                       [&](const report::Source* source) { return source->name == mended->name; });
            if (before == broken.end() && broken.size() == 1) before = broken.begin();  // a file of another name
            const std::string old = before == broken.end() ? "" : (*before)->text;
            if (old == mended->text) continue;
            Slide& slide = add("The fix: " + visible(mended->name));
            slide.lines.push_back({"- goes, + comes", Role::faint});
            add_difference(slide, old, mended->text);
        }
    }

    void proof() {
        const Result& solution = material_.solution;
        const bool complete =
            !solution.cases.empty() && std::all_of(solution.cases.begin(), solution.cases.end(),
                                                   [](const CaseResult& item) { return item.coverage.complete; });
        Slide& slide = add(solution.passed() ? "The solution passes"
                                             : "The solution does not pass: " + std::string(name(solution.verdict)));
        for (const CaseResult& item : solution.cases) {
            const std::string what = item.kind == "program" ? "the program, main()" : brief(item.name);
            const std::string explored = report::explored_words(item);
            slide.lines.push_back(
                {fmt::format("{}: {}{}", name(item.verdict), what, explored.empty() ? "" : " (" + explored + ")"),
                 item.verdict == judge::Verdict::passed ? Role::good : Role::bad});
        }
        slide.lines.push_back({""});
        if (solution.passed())
            slide.lines.push_back({complete
                                       ? "In every case all interleavings were explored (with at most one spurious "
                                         "wake-up), and none of them goes wrong."
                                       : "Where not all interleavings were explored, the line says how far.",
                                   Role::strong});
        if (solution.stress.runs > 0)
            slide.lines.push_back({fmt::format(
                "And {} with real threads, {} failed.", judge::counted(solution.stress.runs, "run"),
                solution.stress.failures == 0 ? std::string("none") : judge::grouped(solution.stress.failures))});
    }

    const Material& material_;
    const CaseResult& decisive_;
    const CaseResult broken_;
    std::vector<Slide> slides_;
};

}  // namespace

bool can_be_shown(const Result& broken) {
    const CaseResult* const decisive = broken.decisive();
    return decisive != nullptr && !report::pick_rows(*decisive).rows.empty();
}

std::vector<Slide> slides(const Material& material) { return Deck(material).make(); }

}  // namespace lab::demo
