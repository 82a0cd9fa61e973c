// complete_search.cpp: time and executions until everything is explored, of the engine on unmodified C++ and of
// Relacy's full search on its own types, side by side.
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "bench/measure.hpp"

namespace {

using lab::bench::Finished;

struct Search {
    long executions = 0;
    double seconds = 0;  // 0: it did not end
};

Search engine(const std::string& threads, const std::string& increments) {
    const nlohmann::json config = {{"mode", "program"},
                                   {"strategy", "exhaustive"},
                                   {"budget", 10'000'000},
                                   {"arguments", {"lock", threads, increments}}};
    const Finished finished = lab::bench::run(
        fmt::format("INTERLEAVE_CONFIG={} {}", lab::bench::quoted(config.dump()), lab::bench::quoted(BENCH_COUNTED)));
    std::istringstream text(finished.output);
    for (std::string line; std::getline(text, line);) {
        const auto frame = nlohmann::json::parse(line, nullptr, false);
        if (!frame.is_object() || frame.value("type", "") != "case_end" || !frame.value("complete", false)) continue;
        return {frame.value("interleavings", 0L), finished.seconds};
    }
    return {};
}

Search relacy(const std::string& size) {
    const Finished finished =
        lab::bench::run(fmt::format("timeout 60 {} {}", lab::bench::quoted(BENCH_RELACY_SEARCH), size));
    std::istringstream text(finished.output);
    Search search;
    if (finished.exit != 0 || !(text >> search.executions >> search.seconds)) return {};
    return search;
}

std::string shown(const Search& search) {
    return search.seconds == 0 ? fmt::format("{:>12} {:>10}", "-", "> 60 s")
                               : fmt::format("{:>12} {:>8.3f} s", search.executions, search.seconds);
}

}  // namespace

int main() {
    fmt::print("complete exploration of T threads x K locked increments; the engine's time is its whole process\n\n");
    fmt::print("{:<8}{:>24}{:>24}{:>14}\n", "", "engine", "Relacy, full search", "to Relacy");
    bool worked = true;
    for (const auto& [threads, increments] : {std::pair("2", "5"), std::pair("3", "2"), std::pair("3", "3")}) {
        const std::string size = fmt::format("{}x{}", threads, increments);
        const Search ours = engine(threads, increments);
        const Search theirs = relacy(size);
        worked = worked && ours.seconds > 0;
        const double theirs_seconds = theirs.seconds > 0 ? theirs.seconds : 60;
        fmt::print("{:<8}{:>24}{:>24}{:>13}\n", size, shown(ours), shown(theirs),
                   fmt::format("{}{:.4f}x", theirs.seconds > 0 ? "" : "< ", ours.seconds / theirs_seconds));
    }
    return worked ? 0 : 1;
}
