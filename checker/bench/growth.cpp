// growth.cpp: how many executions a complete exploration takes, as threads and operations grow: a table and a plot.
// Arguments: the folder to write cost-of-exploration.md and .svg into. Counts, not times: the same on every machine.
#include <fmt/format.h>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "bench/measure.hpp"

namespace {

constexpr long budget = 200'000;

struct Series {
    std::string name, kind;
    int threads;               // 0: the number on the axis is of threads, with one operation each
    std::vector<long> counts;  // for 1, 2, 3, ...; 0 where the budget ran out
};

long count(const std::string& kind, int threads, int operations) {
    const nlohmann::json config = {{"mode", "program"},
                                   {"strategy", "exhaustive"},
                                   {"budget", budget},
                                   {"arguments", {kind, std::to_string(threads), std::to_string(operations)}}};
    const auto finished = lab::bench::run(
        fmt::format("INTERLEAVE_CONFIG={} {}", lab::bench::quoted(config.dump()), lab::bench::quoted(BENCH_COUNTED)));
    std::istringstream text(finished.output);
    for (std::string line; std::getline(text, line);) {
        const auto frame = nlohmann::json::parse(line, nullptr, false);
        if (frame.is_object() && frame.value("type", "") == "case_end" && frame.value("complete", false))
            return frame.value("interleavings", 0L);
    }
    return 0;
}

std::string plot(const std::vector<Series>& all) {
    constexpr double left = 60, top = 20, width = 420, height = 260;
    const double decades = std::log10(static_cast<double>(budget));
    std::string svg = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 330\" font-family=\"sans-serif\" font-size=\"12\" "
        "role=\"img\" aria-label=\"Executions until everything is explored, against operations a thread\">\n"
        "<rect width=\"720\" height=\"330\" fill=\"white\"/>\n");
    for (int decade = 0; decade <= 5; ++decade) {
        const double y = top + height - height * decade / decades;
        svg += fmt::format(
            "<line x1=\"{0}\" x2=\"{1}\" y1=\"{2:.1f}\" y2=\"{2:.1f}\" stroke=\"#ddd\"/><text x=\"{3}\" y=\"{4:.1f}\" "
            "text-anchor=\"end\">10^{5}</text>\n",
            left, left + width, y, left - 6, y + 4, decade);
    }
    for (int i = 1; i <= 8; ++i)
        svg += fmt::format("<text x=\"{:.1f}\" y=\"{}\" text-anchor=\"middle\">{}</text>\n", left + width * i / 9,
                           top + height + 18, i);
    svg += fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"middle\">operations a thread (forks: threads)</text>\n",
                       left + width / 2, top + height + 38);
    const char* colours[] = {"#1b6ca8", "#c0392b", "#27854a", "#8e44ad", "#b9770e", "#34495e"};
    const char* dashes[] = {"", "6 3", "2 3", "8 3 2 3", "1 4", "12 4"};
    for (std::size_t s = 0; s < all.size(); ++s) {
        std::string points;
        for (std::size_t i = 0; i < all[s].counts.size(); ++i) {
            if (all[s].counts[i] == 0) continue;
            points += fmt::format("{:.1f},{:.1f} ", left + width * static_cast<double>(i + 1) / 9,
                                  top + height - height * std::log10(static_cast<double>(all[s].counts[i])) / decades);
        }
        svg += fmt::format(
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2\" stroke-dasharray=\"{}\"/>\n",
            points, colours[s % 6], dashes[s % 6]);
        svg += fmt::format(
            "<line x1=\"500\" x2=\"530\" y1=\"{0}\" y2=\"{0}\" stroke=\"{1}\" stroke-width=\"2\" "
            "stroke-dasharray=\"{2}\"/><text x=\"536\" y=\"{3}\">{4}</text>\n",
            40 + 22 * s, colours[s % 6], dashes[s % 6], 44 + 22 * s, all[s].name);
    }
    return svg + "</svg>\n";
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    std::vector<Series> all = {
        {"2 threads, one lock", "lock", 2, {}},       {"3 threads, one lock", "lock", 3, {}},
        {"4 threads, one lock", "lock", 4, {}},       {"2 threads, load and store", "racy", 2, {}},
        {"3 threads, load and store", "racy", 3, {}}, {"philosophers with ordered forks", "forks", 0, {}},
    };
    for (Series& series : all) {
        for (int i = 1; i <= 8; ++i) {
            if (series.threads == 0 && i == 1) {
                series.counts.push_back(0);
                continue;
            }
            const long executions =
                series.threads == 0 ? count(series.kind, i, 1) : count(series.kind, series.threads, i);
            series.counts.push_back(executions);
            if (executions == 0) break;
        }
    }
    const std::string folder = argv[1];
    std::ofstream table(folder + "/cost-of-exploration.md");
    table << "# What complete exploration costs\n\n"
             "Executions until everything is explored, equivalent interleavings counted once. Made by\n"
             "`cmake --build build/release --target bench_growth`; counts, so they are the same on every machine.\n\n"
             "![Executions against operations a thread](cost-of-exploration.svg)\n\n"
             "| operations a thread (forks: threads) | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 "
             "|\n|---|---|---|---|---|---|---|---|---|\n";
    for (const Series& series : all) {
        table << "| " << series.name << " |";
        for (std::size_t i = 0; i < 8; ++i) {
            const bool tried = i < series.counts.size() && (series.threads != 0 || i > 0);
            table << ' '
                  << (!tried                  ? ""
                      : series.counts[i] == 0 ? "> " + std::to_string(budget)
                                              : std::to_string(series.counts[i]))
                  << " |";
        }
        table << '\n';
    }
    table << "\nOperations on one object cannot be put in another order without being noticed, so their interleavings "
             "all\n"
             "count: the multinomial coefficient of threads and operations, about a factor of T for each further "
             "operation of\n"
             "T threads. What meets on different objects hardly costs anything: philosophers with ordered forks take "
             "as many\n"
             "executions as there are ways to order neighbours. Plan exercises accordingly: two or three threads with "
             "two or\n"
             "three critical sections each say as much as ten, and are explored completely within a default budget of "
             "20,000.\n";
    std::ofstream(folder + "/cost-of-exploration.svg") << plot(all);
    return table.good() ? 0 : 1;
}
