// annotate.cpp: opens the program's debug information and goes over all failures.
#include "symbols/annotate.hpp"

#include "symbols/object_names.hpp"
#include "symbols/places.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace lab::symbols {

SourceFile load_source(const std::string& path, const std::string& shown, SourceFile::Role role) {
    std::ifstream file(path, std::ios::binary);
    return {path, shown, role, std::string(std::istreambuf_iterator<char>(file), {})};
}

void annotate(evidence::Evidence& evidence, const std::string& program, const std::vector<SourceFile>& sources) {
    const bool wanted = std::any_of(evidence.cases.begin(), evidence.cases.end(),
                                    [](const auto& item) { return item.failure.has_value(); });
    if (!wanted) return;
    auto debug_info = DebugInfo::open(program);
    if (!debug_info) evidence.oddities.push_back(debug_info.error());
    std::optional<Places> places;
    if (debug_info) places.emplace(*debug_info, evidence.base, sources);
    for (evidence::CaseSeen& item : evidence.cases) {
        if (!item.failure) continue;
        if (!places) {
            number_objects(*item.failure);
            continue;
        }
        for (evidence::Event& event : item.failure->trace) {
            event.place = places->place(event.stack);
            event.calls = places->calls(event.stack);
        }
        for (evidence::Event& event : item.failure->after) {
            event.place = places->place(event.stack);
            event.calls = places->calls(event.stack);
        }
        for (evidence::ThreadSeen& thread : item.failure->threads) thread.place = places->place(thread.stack);
        name_objects(*item.failure, *places, *debug_info, evidence.base);
    }
}

}  // namespace lab::symbols
